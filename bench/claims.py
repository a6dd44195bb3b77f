"""Claims against annotated dossiers: how many are found, and how often a verdict that decides is right.

    python bench/claims.py SHARED

The same sets as `bench/dossiers.py`. A claim is found if one of its kind overlaps the annotated words. "Decided" are
those that Lesart calls supported or refuted.
"""

from __future__ import annotations

from collections import Counter

import lesart
from dossiers import sets

ROW = "{:22} {:>9} {:>6} {:>6} {:>8} {:>14} {:>6}"


def main() -> None:
    """Print the table."""
    print(ROW.format("", "annotated", "found", "shown", "decided", "decided right", "open"))
    for name, members in sets().items():
        counts: Counter[str] = Counter()
        for case in members:
            found = lesart.compare(lesart.read(report) for report in case.reports)
            counts["shown"] += len(found.claims)
            for gold in case.expected["claims"]:
                counts["annotated"] += 1
                start = case.bodies[gold["article"]].find(gold["mention"])
                end = start + len(gold["mention"])
                here = [c for c in found.claims if c.article == gold["article"] and c.kind == gold["kind"]]
                claim = next((c for c in here if c.span.start < end and start < c.span.end), None)
                if claim is not None:
                    counts["found"] += 1
                    counts["decided" if claim.verdict != "unknown" else "open"] += 1
                    counts["right"] += claim.verdict != "unknown" and claim.verdict == gold["verdict"]
        shown = (counts[key] for key in ("annotated", "found", "shown", "decided", "right", "open"))
        print(ROW.format(name, *shown), flush=True)


if __name__ == "__main__":
    main()
