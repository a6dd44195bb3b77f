"""Quantities: numbers in digits and words, with their bound and what they count, in units that can be compared.

Words for whole numbers are read by text2num; halves, bounds and units are the language's data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from msgspec import Struct
from text_to_num import text2num

from lesart.language.layer import NUMBER, WORD, Token
from lesart.model import Bound

_SIGNS = {"%": "percent", "€": "euro", "$": "dollar"}


class Quantity(Struct, frozen=True):
    """A number with what it counts; `first` and `last` are places of tokens, the word that bounds it included."""

    first: int
    number: int
    """The place of the number itself."""
    last: int
    value: float
    bound: Bound
    unit: str
    """What is counted, in lower case: "percent", "euro", "minute" for every duration in hours and minutes, "day",
    "month", else the noun; empty where nothing is named."""
    scale: float = 1.0
    """What `value` times this is in the unit: 60 for hours."""
    close: bool = False
    """Whether the bound is near: "knapp", "gut"."""

    @property
    def range(self) -> tuple[float, float]:
        """The least and the most that the words can mean, in the unit."""
        value = self.value * self.scale
        low, high = _ROOM[self.bound]
        if self.close:
            low, high = max(low, 1 - _CLOSE), min(high, 1 + _CLOSE)
        return value * low, value * high

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be one number."""
        mine, its = self.range, other.range
        return mine[0] <= its[1] and its[0] <= mine[1]


_CLOSE = 0.15
"""How far "knapp" and "gut" reach."""
_ROOM: dict[Bound, tuple[float, float]] = {
    "exactly": (1.0, 1.0),
    "about": (0.83, 1.2),
    "at_least": (1.0, float("inf")),
    "more_than": (1.0, float("inf")),
    "at_most": (0.0, 1.0),
}
"""Shares of a value between which a bounded number can lie."""


class QuantityWords(Struct, frozen=True):
    """Words around quantities in one language."""

    language: str
    decimal: str
    thousands: str
    times: frozenset[str]
    places: frozenset[str]
    capitals: bool
    """Whether what is counted is written with a capital."""
    attribute_endings: tuple[str, ...]
    uncounted: frozenset[str]
    """Words behind a number that are not what it counts."""
    halves: dict[str, float]
    half: frozenset[str]
    one: frozenset[str]
    joins: frozenset[str]
    negations: frozenset[str]
    percent: frozenset[str]
    units: dict[str, tuple[str, float]]
    factors: dict[str, int]
    bounds: dict[str, str]
    close: frozenset[str]


def quantity_words(language: str, data: Path) -> QuantityWords:
    """The words of a language from its file."""
    words = tomllib.loads(data.read_text(encoding="utf-8"))
    names = ("times", "places", "uncounted", "half", "one", "joins", "negations", "percent", "close")
    groups = {name: frozenset(words[name]) for name in names}
    units = {name: (str(key), float(scale)) for name, (key, scale) in words["units"].items()}
    endings = tuple(words["attribute_endings"])
    return QuantityWords(**{**words, **groups, "units": units, "attribute_endings": endings, "language": language})


def find_quantities(tokens: Sequence[Token], words: QuantityWords) -> list[Quantity]:
    """The quantities of an article's tokens in order. Times, dates, years and ordinals are none."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        quantity = _at(tokens, at, words)
        if quantity is None:
            at += 1
            continue
        if found and _continues(tokens, found[-1], quantity, words):
            quantity = _joined(found.pop(), quantity)
        found.append(quantity)
        at = quantity.last + 1
    return found


def _at(tokens: Sequence[Token], at: int, words: QuantityWords) -> Quantity | None:
    """The quantity whose number is at a place."""
    token = tokens[at]
    value, length = (_digits(token.text, words), 1) if token.kind == NUMBER else _words(tokens, at, words)
    if value is None or _is_time(tokens, at, words):
        return None
    start = at + length
    if token.low in words.one and start < len(tokens) and tokens[start].low in words.half:
        value, start = 0.5, start + 1
    end, factor = _unit_end(tokens, start, words)
    counted = tokens[end - 1] if end > start else None
    if counted is not None and counted.low in words.factors:
        counted = None
    unit, scale = _unit(counted, words)
    spelled = token.kind == WORD and token.low not in words.halves
    if spelled and not unit:
        return None
    if token.low in words.one and unit not in _DURATIONS:
        return None
    first, bound = _bound(tokens, at, words)
    close = any(token.low in words.close for token in tokens[first:at])
    return Quantity(first, at, end - 1, value * factor, bound, unit, scale, close)


_DURATIONS = frozenset(["minute", "day", "month"])


def _digits(text: str, words: QuantityWords) -> float | None:
    """A number as its language writes it; None for what is no single number (12:30)."""
    try:
        return float(text.replace(words.thousands, "").replace(words.decimal, "."))
    except ValueError:
        return None


def _words(tokens: Sequence[Token], at: int, words: QuantityWords) -> tuple[float | None, int]:
    """The number that words are, and how many words: "anderthalb", "two hundred"."""
    token = tokens[at]
    if token.kind != WORD or token.low in words.uncounted:
        return None, 1
    if token.low in words.halves:
        return words.halves[token.low], 1
    if token.low in words.one:
        return 1.0, 1
    best: tuple[float | None, int] = (None, 1)
    for length in range(1, _LONGEST + 1):
        row = tokens[at : at + length]
        value = _number(" ".join(token.low for token in row), words.language) if len(row) == length else None
        if value is None:
            break
        best = value, length
    return best


def _number(text: str, language: str) -> float | None:
    try:
        return float(text2num(text, language)) if len(text) >= _SHORTEST else None
    except ValueError:
        return None


_SHORTEST, _LONGEST = 3, 4
"""Letters of the shortest, and words of the longest number in words."""


def _is_time(tokens: Sequence[Token], at: int, words: QuantityWords) -> bool:
    """Whether a number is an ordinal, a time, a date or a year."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    text = tokens[at].text
    if after is not None and (after.low in words.times or (after.text == "." and len(text) < 3 and text.isdigit())):
        return True
    year = len(text) == 4 and text.isdigit() and 1800 <= int(text) <= 2100
    counted = after is not None and (after.capital if words.capitals else after.kind == WORD)
    return year and (not counted or (at > 0 and tokens[at - 1].low in words.places))


def _unit_end(tokens: Sequence[Token], start: int, words: QuantityWords) -> tuple[int, int]:
    """The end of what is counted behind a number, and the factor that a word like "Millionen" makes."""
    end, factor = start, 1
    if end < len(tokens) and tokens[end].low in words.factors:
        factor = words.factors[tokens[end].low]
        end += 1
    if end < len(tokens) and tokens[end].text in _SIGNS:
        return end + 1, factor
    place = end
    while place < len(tokens) and place < end + 2 and _is_attribute(tokens[place], words):
        place += 1
    noun = place if place < len(tokens) and tokens[place].kind == WORD and tokens[place].capital else end
    if noun < len(tokens) and tokens[noun].kind == WORD and tokens[noun].low not in words.uncounted:
        if words.capitals and not tokens[noun].capital and tokens[noun].low not in words.units:
            return end, factor
        return noun + 1, factor
    return end, factor


def _is_attribute(token: Token, words: QuantityWords) -> bool:
    """Whether a word can stand between a number and what is counted."""
    return token.kind == WORD and not token.capital and token.low.endswith(words.attribute_endings)


def _unit(counted: Token | None, words: QuantityWords) -> tuple[str, float]:
    if counted is None:
        return "", 1.0
    if counted.text in _SIGNS:
        return _SIGNS[counted.text], 1.0
    if counted.low in words.percent:
        return "percent", 1.0
    return words.units.get(counted.low, (counted.low, 1.0))


def _bound(tokens: Sequence[Token], at: int, words: QuantityWords) -> tuple[int, Bound]:
    """Where the quantity begins with the word before it that bounds it, and the bound."""
    for length in (3, 2, 1):
        if at - length >= 0:
            phrase = " ".join(token.low for token in tokens[at - length : at])
            if phrase in words.bounds:
                bound = cast(Bound, words.bounds[phrase])
                if bound == "more_than" and _is_negated(tokens, at - length, words):
                    bound = "at_most"
                return at - length, bound
    return at, "exactly"


def _is_negated(tokens: Sequence[Token], at: int, words: QuantityWords) -> bool:
    """Whether a negation in the same clause turns a bound round: "an keinem Punkt mehr als 0,3"."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if tokens[place].kind not in (WORD, NUMBER):
            return False
        if tokens[place].low in words.negations:
            return True
    return False


_REACH = 10


def _continues(tokens: Sequence[Token], a: Quantity, b: Quantity, words: QuantityWords) -> bool:
    """Whether one duration goes on with the other: "eine Stunde und zwanzig Minuten"."""
    between = tokens[a.last + 1 : b.first]
    joined = len(between) == 1 and between[0].low in words.joins
    return a.unit == b.unit == "minute" and (joined or not between) and b.scale < a.scale


def _joined(a: Quantity, b: Quantity) -> Quantity:
    value = a.value * a.scale / b.scale + b.value
    return Quantity(a.first, a.number, b.last, value, a.bound, b.unit, b.scale, a.close)
