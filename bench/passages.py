"""Claims and figures in newspaper passages of our own: what is found, and taken apart rightly.

    python bench/passages.py

`bench/data/passages` was written and annotated by helpers (language models) without seeing Lesart: 160 passages that
were looked at while patterns were written, and 160 that were only scored. Read by rules; a claim is found if one of its
kind overlaps the annotated words, a figure if one overlaps. "right": the number of an ordinal, the direction of
others, the value and the bound of a figure.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import lesart
from lesart import Article
from lesart.model import Claim, Comparison, Figure, Span

DATA = Path(__file__).parent / "data" / "passages"
ROW = "    {:12} {:>10} {:>6} {:>6} {:>10} {:>9} {:>7}"


def compared(text: str) -> Comparison:
    """A passage by itself."""
    return lesart.compare(
        [lesart.read(Article(id="a", text=text, language="de", published="2031-05-15"), engine="rules")]
    )


def overlapping(quote: str, text: str, spans: list[Span], taken: set[int]) -> int | None:
    """The place of the span that begins nearest to a quote of those that overlap it."""
    start = text.find(quote)
    end = start + len(quote)
    near = [at for at, span in enumerate(spans) if at not in taken and span.start < end and start < span.end]
    return min(near, key=lambda at: abs(spans[at].start - start), default=None)


def apart(gold: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim is taken apart rightly."""
    return bool(gold.get("number") == claim.number if claim.kind == "ordinal" else gold["direction"] == claim.direction)


def same(gold: dict[str, Any], figure: Figure) -> bool:
    """Whether a figure has the annotated value, be it in minutes or hours."""
    return any(abs(value - gold["value"]) <= 0.005 * gold["value"] + 1e-9 for value in _values(figure))


def _values(figure: Figure) -> tuple[float, ...]:
    return (figure.value, figure.value * 60, figure.value / 60)


def main() -> None:
    """Print a table for each file."""
    for path in sorted(DATA.glob("*.jsonl")):
        counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("ordinal", "superlative", "since", "figures")}
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = compared(row["text"])
            for kind in ("ordinal", "superlative", "since"):
                claims = [claim for claim in found.claims if claim.kind == kind]
                golds = [gold for gold in row["claims"] if gold["kind"] == kind]
                taken: set[int] = set()
                for gold in golds:
                    at = overlapping(gold["quote"], row["text"], [claim.span for claim in claims], taken)
                    if at is not None:
                        taken.add(at)
                        counts[kind]["right"] += apart(gold, claims[at])
                counts[kind] += Counter(gold=len(golds), shown=len(claims), found=len(taken))
            taken = set()
            for gold in row["figures"]:
                at = overlapping(gold["quote"], row["text"], [figure.span for figure in found.figures], taken)
                if at is not None:
                    taken.add(at)
                    figure = found.figures[at]
                    counts["figures"]["right"] += same(gold, figure) and figure.bound == gold["bound"]
            counts["figures"] += Counter(gold=len(row["figures"]), shown=len(found.figures), found=len(taken))
        print(f"\n    {path.stem}")
        print(ROW.format("", "annotated", "shown", "found", "precision", "recall", "right"))
        for kind, own in counts.items():
            shares = (own["found"] / max(1, own["shown"]), own["found"] / max(1, own["gold"]))
            shown = (f"{100 * share:.0f}%" for share in (*shares, own["right"] / max(1, own["found"])))
            print(ROW.format(kind, own["gold"], own["shown"], own["found"], *shown))


if __name__ == "__main__":
    main()
