"""The tone of what is said: evaluating words and phrases with their values, strengthened, weakened, or turned round by
a negation before them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from lesart.accounts.phrases import Phrases
from lesart.language.layer import WORD
from lesart.language.tokens import tokenize

_DATA = Path(__file__).parent / "data"
_REACH = 4
"""Words before an evaluating word in which a negation turns it round."""
_TURNED = -0.8
"""What is not good is less bad than what is bad."""
_REST = 2.0
"""What evaluates nothing weighs against what evaluates: a single mild word makes no tone of an account."""


class _Words(Struct, frozen=True):
    values: Phrases
    degrees: dict[str, float]
    """Words that strengthen or weaken the next one, with factors."""


@cache
def _words(language: str) -> _Words:
    lines = (_DATA / language / "tone.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    degrees = tomllib.loads((_DATA / language / "degrees.toml").read_text(encoding="utf-8"))["degrees"]
    values = {row[0].replace(" ", "_"): float(row[1]) for row in rows}
    return _Words(Phrases(values), {word: float(factor) for word, factor in degrees.items()})


def tone_of(text: str, language: str, negations: Collection[str]) -> float:
    """The mean value of the evaluating words of a text, from -1 to 1; 0 where there are none."""
    words = _words(language)
    lows = [token.low for token in tokenize(text) if token.kind == WORD]
    found: list[float] = []
    at = 0
    while at < len(lows):
        length, value = words.values.at(lows, at)
        if value:
            value *= words.degrees.get(lows[at - 1], 1.0) if at else 1.0
            negated = any(low in negations for low in lows[max(0, at - _REACH) : at])
            found.append(max(-1.0, min(1.0, value * (_TURNED if negated else 1.0))))
        at += max(1, length)
    return round(sum(found) / len(found), 3) if found else 0.0


def tone_of_all(tones: Sequence[float]) -> float:
    """The tone of an account from those of its statements: their sum over their strength and a rest, from -1 to 1."""
    return round(sum(tones) / (sum(abs(tone) for tone in tones) + _REST), 3)
