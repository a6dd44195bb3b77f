"""A number at a place of a text: in digits, in words, round ("Hunderte"), or a share ("zwei Drittel")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from msgspec import Struct
from text_to_num import text2num

from lesart.language.layer import NUMBER, WORD, Token
from lesart.language.quantity_words import QuantityWords
from lesart.model import Bound

_SHORTEST, _LONGEST = 3, 4
"""Letters of the shortest, and words of the longest number in words."""
_PHRASE = 3
"""Words of the longest round number or share: "ein halbes Dutzend"."""
_THOUSAND = 3
"""Digits of a group behind a space: "12 000"."""


class Number(Struct, frozen=True):
    """A value and how many tokens it takes."""

    value: float
    length: int
    bound: Bound = "exactly"
    unit: str = ""
    """The unit that it brings with it: "percent" for a share."""
    digits: bool = False


def number_at(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """The number that begins at a place, or None."""
    token = tokens[at]
    if token.kind == NUMBER:
        return _digits(tokens, at, words)
    if token.kind != WORD:
        return None
    found = _phrase(tokens, at, words)
    if found is not None or token.low in words.uncounted:
        return found
    return _words(tokens, at, words)


def _phrase(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """A round number or a share."""
    if tokens[at].low not in words.openers:
        return None
    for length in range(min(_PHRASE, len(tokens) - at), 0, -1):
        phrase = " ".join(token.low for token in tokens[at : at + length])
        if phrase in words.collectives:
            value, bound = words.collectives[phrase]
            return Number(float(value), length, cast(Bound, bound))
        if phrase in words.fractions and _is_share(tokens, at, at + length, words):
            return Number(words.fractions[phrase], length, unit="percent")
    return None


def _is_share(tokens: Sequence[Token], first: int, end: int, words: QuantityWords) -> bool:
    """Whether a fraction is told of something: "ein Viertel der Wähler", "um ein Drittel", not "ein Viertel am See"."""
    behind = end < len(tokens) and tokens[end].low in words.share_of
    return behind or (first > 0 and tokens[first - 1].low in words.share_by)


def _digits(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """A number as its language writes it; None for what is no single number (12:30) or a row of digits (0341)."""
    text, length = tokens[at].text, 1
    while _goes_on(tokens, at + length):
        text += tokens[at + length].text
        length += 1
    if len(text) > 1 and text[0] == "0" and text[1].isdigit():
        return None
    try:
        return Number(float(text.replace(words.thousands, "").replace(words.decimal, ".")), length, digits=True)
    except ValueError:
        return None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether three more digits stand right behind, after a space."""
    if at >= len(tokens) or tokens[at].kind != NUMBER:
        return False
    text = tokens[at].text
    before = tokens[at - 1]
    short = len(before.text) <= _THOUSAND and before.text.isdigit()
    return short and len(text) == _THOUSAND and text.isdigit() and tokens[at].start - before.end == 1


def _words(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """The number that words are: "anderthalb", "two hundred"."""
    low = tokens[at].low
    if low in words.halves:
        return Number(words.halves[low], 1)
    if low in words.one:
        half = at + 1 < len(tokens) and tokens[at + 1].low in words.half
        return Number(0.5, 2) if half else Number(1.0, 1)
    best: Number | None = None
    for length in range(1, _LONGEST + 1):
        row = tokens[at : at + length]
        value = whole(" ".join(token.low for token in row), words.language) if len(row) == length else None
        if value is None:
            break
        best = Number(value, length)
    return best


@lru_cache(maxsize=20_000)
def whole(text: str, language: str) -> float | None:
    """A whole number in words, or None."""
    try:
        return float(text2num(text, language)) if len(text) >= _SHORTEST else None
    except ValueError:
        return None
