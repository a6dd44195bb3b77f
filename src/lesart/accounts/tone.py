"""The tone of what is said: evaluating words and phrases with their values, strengthened, weakened, or turned round by
a negation before or behind them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from lesart.accounts.phrases import Phrases
from lesart.language.layer import NUMBER, WORD
from lesart.language.tokens import tokenize

_DATA = Path(__file__).parent / "data"
_REACH = 4
"""Words before an evaluating word in which a negation turns it round."""
_BEHIND = 6
"""Words behind it in which "könne keine Rede sein" does."""
_TURNED = -0.8
"""What is not good is less bad than what is bad."""
_REST = 2.0
"""What evaluates nothing weighs against what evaluates: a single mild word makes no tone of an account."""


class _Words(Struct, frozen=True):
    """The evaluating words of a language and the words around them."""

    values: Phrases
    degrees: Phrases
    negations: Phrases
    behind: Phrases
    harmless: Phrases


@cache
def _words(language: str) -> _Words:
    lines = (_DATA / language / "tone.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    data: dict[str, Any] = tomllib.loads((_DATA / language / "modifiers.toml").read_text(encoding="utf-8"))
    values = {_expression(row[0], whole=False): float(row[1]) for row in rows}
    values |= {_expression(phrase): float(value) for phrase, value in data["negated"].items()}
    return _Words(
        values=Phrases(values),
        degrees=Phrases({_expression(phrase): float(factor) for phrase, factor in data["degrees"].items()}),
        negations=Phrases({_expression(phrase): 1.0 for phrase in data["negations"]}),
        behind=Phrases({_expression(phrase): 1.0 for phrase in data["negations_behind"]}),
        harmless=Phrases({_expression(phrase): 1.0 for phrase in data["not_negations"]}),
    )


def _expression(phrase: str, whole: bool = True) -> str:
    """A phrase of the data as an expression: whole words unless they end with a star."""
    if not whole:
        return phrase.replace(" ", "_")
    return "_".join(word[:-1] if word.endswith("*") else f"{word}$" for word in phrase.split())


def tone_of(text: str, language: str) -> float:
    """The mean value of the evaluating words of a text, from -1 to 1; 0 where there are none."""
    words = _words(language)
    lows = [token.low for token in tokenize(text) if token.kind in (WORD, NUMBER)]
    found: list[float] = []
    at = done = 0
    while at < len(lows):
        length, value = words.values.at(lows, at)
        if value and not _bounds(lows, at + length):
            value *= _degree(lows, at, words)
            if _is_turned(lows, max(done, at - _REACH), at, at + length, words):
                value *= _TURNED
            found.append(max(-1.0, min(1.0, value)))
        done = at + length if length else done
        at += max(1, length)
    return round(sum(found) / len(found), 3) if found else 0.0


def _bounds(lows: Sequence[str], behind: int) -> bool:
    """Whether a word only bounds the number behind it: "gut 50"."""
    return behind < len(lows) and lows[behind][0].isdigit()


def _degree(lows: Sequence[str], at: int, words: _Words) -> float:
    """The factor of what stands right before a place."""
    for length in (3, 2, 1):
        if at >= length:
            found, factor = words.degrees.at(lows[at - length : at], 0)
            if found == length:
                return factor
    return 1.0


def _is_turned(lows: Sequence[str], first: int, at: int, end: int, words: _Words) -> bool:
    """Whether a negation stands before an expression, behind what was evaluated last, or right behind it."""
    place = first
    while place < at:
        harmless = words.harmless.at(lows, place)[0]
        if not harmless and words.negations.at(lows, place)[0]:
            return True
        place += max(1, harmless)
    return any(words.behind.at(lows, place)[0] > 1 for place in range(end, min(len(lows), end + _BEHIND)))


def tone_of_all(tones: Sequence[float]) -> float:
    """The tone of an account from those of its statements: their sum over their strength and a rest, from -1 to 1."""
    return round(sum(tones) / (sum(abs(tone) for tone in tones) + _REST), 3)
