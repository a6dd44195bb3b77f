"""Comparisons against annotated dossiers: the figures of each set, and of events, topics and accounts alone.

    python bench/dossiers.py SHARED [--cases] [--without=SET ...]

Sets: the six German cases that were worked on; `stadionbau` and `grenzzwischenfall`, which were not read while Lesart
was built; the two English ones; our own under `bench/data/dossiers`, which helpers (language models) wrote and
annotated by the cases' guide without seeing Lesart: those looked at while rules were written, those only scored, and
the later ones to learn from (`learn`) and not to read (`fresh`), with the event and tone of each statement.
"Given" are the annotated statements and parties of the German cases, so that only what comes after them is measured.
`--cases` prints a line for each case. Topics and tones were learnt from `learn`, so that its figures promise nothing.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

import lesart
from given import readings
from lesart import Reading

SHARED = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
sys.path.insert(0, str(SHARED / "score"))
import dossier  # noqa: E402 - found in the folder that was named just above

APART = ("stadionbau", "grenzzwischenfall")
ENGLISH = ("dockers", "fisheries-call")
PARTS = ("looked_at", "apart", "learn", "fresh")
OWN = Path(__file__).parent / "data" / "dossiers"


def as_read(case: Any, engine: str) -> list[Reading]:  # noqa: ANN401 - the scorer has no types
    """A case's reports as an engine reads them."""
    return [lesart.read(report, engine=engine) for report in case.reports]


def score(case: Any, read: Sequence[Reading], tally: dict[str, Any]) -> None:  # noqa: ANN401 - nor here
    """Add a comparison of some readings to a tally."""
    data = json.loads(msgspec.json.encode(lesart.compare(read)))
    dossier.score_case(case, dossier.Reading(case, data), tally)


def line(name: str, tally: dict[str, Any]) -> str:
    """The figures of a tally in a row."""
    return f"{name:22}" + "".join(f"{100 * tally[row].f1:7.1f}" for row in dossier.ROWS)


def sets() -> dict[str, list[Any]]:
    """The cases by set."""
    folders = sorted((SHARED / "cases").iterdir())
    cases = {folder.name: dossier.Case(folder) for folder in folders if (folder / "expected.json").exists()}
    own = {part: [dossier.Case(path.parent) for path in sorted((OWN / part).glob("*/expected.json"))] for part in PARTS}
    return {
        "worked on": [case for name, case in cases.items() if name not in (*APART, *ENGLISH)],
        "apart": [cases[name] for name in APART],
        "English": [cases[name] for name in ENGLISH],
        "own": own["looked_at"],
        "own apart": own["apart"],
        "learn": own["learn"],
        "fresh": own["fresh"],
    }


def main() -> None:
    """Print the tables."""
    left_out = {option.removeprefix("--without=") for option in sys.argv}
    print("\n" + " " * 22 + "".join(f"{row[:6]:>7}" for row in dossier.ROWS))
    for engine in ("given", "rules", "neural"):
        for name, members in sets().items():
            if name in left_out or (engine == "given" and name == "English"):
                continue
            tally: dict[str, Any] = defaultdict(dossier.Tally)
            for case in members:
                read = readings(case.reports, case.expected) if engine == "given" else as_read(case, engine)
                score(case, read, tally)
                if "--cases" in sys.argv:
                    alone: dict[str, Any] = defaultdict(dossier.Tally)
                    score(case, read, alone)
                    print(line(f"  {case.name}", alone), flush=True)
            if members:
                print(line(f"{name}, {engine}", tally), flush=True)


if __name__ == "__main__":
    main()
