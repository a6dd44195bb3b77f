"""Quantities: numbers with their bound and what they count, in units that can be compared.

Words for whole numbers are read by text2num; round numbers, shares, bounds and units are the language's data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from lesart.language.layer import NUMBER, POINT, WORD, Token
from lesart.language.numbers import Number, number_at, whole
from lesart.language.quantity_words import QuantityWords
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
    when: bool = False
    """Whether it only tells when something was: "vor drei Wochen"."""

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
_DURATIONS = frozenset(["minute", "day", "month"])
_DATES = frozenset(["day", "month"])
"""Units in which texts tell when something was."""
_ONES = _DURATIONS | {"percent", "euro", "dollar"}
"""Units in which "ein" is a number, not an article."""


def find_quantities(tokens: Sequence[Token], words: QuantityWords) -> list[Quantity]:
    """The quantities of an article's tokens in order. Times, dates, years, ages, ordinals and labels are none."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        quantity = _at(tokens, at, words)
        if quantity is None:
            at += 1
            continue
        if found and _continues(tokens, found[-1], quantity, words):
            quantity = _joined(found.pop(), quantity)
        elif found and _is_range(tokens, found[-1], quantity, words):
            found[-1], quantity = _ends(found[-1], quantity)
        found.append(_continued(tokens, found, quantity, words))
        at = quantity.last + 1
    return found


_ROW = 30
"""Tokens over which a row of counts goes on: "310 Drohnen, am 9. Oktober 402"."""


def _continued(
    tokens: Sequence[Token], found: Sequence[Quantity], quantity: Quantity, words: QuantityWords
) -> Quantity:
    """A number behind a date, of which nothing is named, counts what the number before it in the row counts."""
    before = found[-1] if found else None
    if quantity.unit or before is None or not before.unit or before.when or quantity.first - before.last > _ROW:
        return quantity
    part = is_part(tokens, quantity.last + 1, words)
    dated = part or (quantity.first and tokens[quantity.first - 1].low in words.times)
    stopped = any(token.text in "!?;" for token in tokens[before.last + 1 : quantity.first])
    if not dated or stopped or before.unit in _DATES:
        return quantity
    return replace(quantity, unit=before.unit, scale=before.scale)


def _at(tokens: Sequence[Token], at: int, words: QuantityWords) -> Quantity | None:
    """The quantity whose number is at a place."""
    number = number_at(tokens, at, words)
    if number is None:
        return _in_one_word(tokens, at, words)
    start = at + number.length
    if _is_time(tokens, at, start, words):
        return None
    if number.unit:
        return _bounded(tokens, at, start - 1, number, 1, (number.unit, 1.0), words)
    if start < len(tokens) and tokens[start].text == "-" and tokens[start].start == tokens[start - 1].end:
        return _compound(tokens, at, start, number, words)
    if number.bound == "at_least" and start < len(tokens) and tokens[start].low in words.of:
        start += 1
    end, factor = _unit_end(tokens, start, words)
    counted = tokens[end - 1] if end > start else None
    if counted is not None and (counted.low in words.factors or (counted.kind == POINT and counted.text == ".")):
        counted = None
    unit = _unit(counted, words)
    if not _is_quantity(tokens, at, end, number, unit[0], factor, words):
        return None
    return _bounded(tokens, at, max(end - 1, at + number.length - 1), number, factor, unit, words)


def _bounded(
    tokens: Sequence[Token],
    at: int,
    last: int,
    number: Number,
    factor: int,
    unit: tuple[str, float],
    words: QuantityWords,
) -> Quantity:
    """The quantity with the word before it that bounds it."""
    first, bound = _bound(tokens, at, words)
    close = any(token.low in words.close for token in tokens[first:at])
    if bound == "exactly":
        bound = number.bound
    before = tokens[first - 1].low if first else ""
    behind = tokens[last + 1].low if last + 1 < len(tokens) else ""
    when = unit[0] in _DATES and (before in words.when or behind in words.when_behind)
    return Quantity(first, at, last, number.value * factor, bound, *unit, close, when)


def _is_quantity(
    tokens: Sequence[Token], at: int, end: int, number: Number, unit: str, factor: int, words: QuantityWords
) -> bool:
    """Whether a number counts something: no article ("ein Haus"), age ("62 Jahre alt"), or label ("Halle 7")."""
    token = tokens[at]
    if number.bound == "at_least":
        return True
    if not number.digits and not unit and token.low not in words.halves and factor == 1:
        return is_part(tokens, at + number.length, words)
    if token.low in words.one and number.length == 1 and unit not in _ONES and factor == 1:
        return False
    if unit == "month" and end < len(tokens) and tokens[end].low in words.ages:
        return False
    before = " ".join(one.low for one in tokens[max(0, at - 2) : at])
    if before.endswith(words.age_of):
        return False
    label = words.capitals and number.digits and not unit and factor == 1 and at > 0
    return not (label and (tokens[at - 1].kind == NUMBER or _names(tokens, at - 1, words)))


def is_part(tokens: Sequence[Token], behind: int, words: QuantityWords) -> bool:
    """Whether a number is part of those just told of: "vier von ihnen", "zwölf davon"."""
    phrases = (" ".join(token.low for token in tokens[behind : behind + length]) for length in (1, 2))
    return any(phrase in words.parts for phrase in phrases)


def _names(tokens: Sequence[Token], at: int, words: QuantityWords) -> bool:
    """Whether a word is a noun that a number can belong to as a label; not the first of its sentence."""
    opens = at == 0 or tokens[at - 1].kind not in (WORD, NUMBER)
    return (tokens[at].capital and not opens) or tokens[at].low in words.labels


def _compound(tokens: Sequence[Token], at: int, dash: int, number: Number, words: QuantityWords) -> Quantity | None:
    """A number joined to a word: "12-prozentig", "36-Stunden-Woche"; None for ages."""
    if dash + 1 >= len(tokens) or tokens[dash + 1].start != tokens[dash].end:
        return None
    word = tokens[dash + 1]
    unit = _suffix(word.low, words)
    if unit is None and word.capital:
        unit = words.units.get(word.low.split("-")[0], (word.low, 1.0))
    if unit is None or not unit[0]:
        return None
    return _bounded(tokens, at, dash + 1, number, 1, unit, words)


def _in_one_word(tokens: Sequence[Token], at: int, words: QuantityWords) -> Quantity | None:
    """A number and its unit in one word: "neunstündig"."""
    token = tokens[at]
    if token.kind != WORD or token.capital:
        return None
    for beginning, unit in words.suffixes.items():
        if unit[0] and beginning in token.low:
            value = whole(token.low[: token.low.find(beginning)], words.language)
            if value is not None:
                return _bounded(tokens, at, at, Number(value, 1), 1, unit, words)
    return None


def _suffix(low: str, words: QuantityWords) -> tuple[str, float] | None:
    return next((unit for beginning, unit in words.suffixes.items() if low.startswith(beginning)), None)


def _is_time(tokens: Sequence[Token], at: int, end: int, words: QuantityWords) -> bool:
    """Whether a number is an ordinal, a time, a date or a year."""
    after = tokens[end] if end < len(tokens) else None
    text = tokens[at].text
    if after is not None and after.low in words.times:
        return True
    if tokens[at].kind != NUMBER:
        return False
    if after is not None and after.text == "." and len(text) < 3 and text.isdigit():
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
        if end < len(tokens) and tokens[end].text == "." and end + 1 < len(tokens) and tokens[end + 1].capital:
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
    plain = token.kind == WORD and not token.capital and token.low not in words.no_attributes
    return plain and token.low.endswith(words.attribute_endings)


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
    return a.unit == b.unit and a.unit in _DURATIONS and (joined or not between) and b.scale < a.scale


def _joined(a: Quantity, b: Quantity) -> Quantity:
    value = a.value * a.scale / b.scale + b.value
    return Quantity(a.first, a.number, b.last, value, a.bound, b.unit, b.scale, a.close)


def _is_range(tokens: Sequence[Token], a: Quantity, b: Quantity, words: QuantityWords) -> bool:
    """Whether two numbers are the ends of one: "35 bis 40 Millionen", "zwischen 300 und 400"."""
    between = [token.low for token in tokens[a.last + 1 : b.number]]
    if len(between) != 1 or b.value <= a.value / _LARGEST or (a.unit and a.unit != b.unit):
        return False
    opened = a.number > 0 and tokens[a.number - 1].low in words.between
    return between[0] in words.to or (opened and between[0] in words.joins)


_LARGEST = 1_000_000_000
"""The largest factor that the second number can lend the first."""


def _ends(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both ends, the first with the unit and the factor of the second: "35 bis 40 Millionen"."""
    value, scale = a.value, a.scale
    if not a.unit:
        scale = b.scale
        while value and b.value / value >= _FACTOR:
            value *= _FACTOR
    first = replace(a, value=value, bound="at_least", unit=a.unit or b.unit, scale=scale)
    return first, replace(b, first=b.number, bound="at_most")


_FACTOR = 1000
"""What words for large numbers differ by."""
