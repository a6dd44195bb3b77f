"""The tone of what is said: evaluating words with their values, turned round by a negation before them."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from lesart.language.layer import WORD
from lesart.language.tokens import tokenize

_DATA = Path(__file__).parent / "data"
_REACH = 3
"""Words before an evaluating word in which a negation turns it round."""


@cache
def _values(language: str) -> dict[str, float]:
    lines = (_DATA / language / "tone.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: float(row[1]) for row in rows}


def tone_of(text: str, language: str, negations: Collection[str]) -> float:
    """The mean value of the evaluating words of a text, from -1 to 1; 0 where there are none."""
    values = _values(language)
    lows = [token.low for token in tokenize(text) if token.kind == WORD]
    found = []
    for at, low in enumerate(lows):
        value = _value(low, values)
        if value:
            negated = any(before in negations for before in lows[max(0, at - _REACH) : at])
            found.append(-value if negated else value)
    return round(sum(found) / len(found), 3) if found else 0.0


def _value(low: str, values: dict[str, float]) -> float:
    """The value of the longest stem that a word begins with; stems of four letters must be the whole word."""
    for length in range(len(low), 3, -1):
        value = values.get(low[:length])
        if value is not None and (length > 4 or length == len(low)):
            return value
    return values.get(low, 0.0)
