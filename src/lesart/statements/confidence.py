"""How sure a rule is: the share of its statements that were right on annotated text.

The shares are measured by `bench/confidence.py` on the training part of the German news quotations (content found by
at least half and, where a speaker was given, the right words for it) and kept in `data/LANGUAGE/confidence.tsv`. A
rule without a share there counts as a coin's throw.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
UNKNOWN = 0.5


@cache
def _shares(language: str) -> dict[str, float]:
    path = _DATA / language / "confidence.tsv"
    if not path.exists():
        return {}
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row[0]: float(row[1]) for row in rows if len(row) > 1}


def confidence_of(rule: str, language: str) -> float:
    """A number from 0 to 1."""
    return _shares(language).get(rule, UNKNOWN)
