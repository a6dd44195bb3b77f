"""What figures can be held against each other: units, and what a superlative's adjective asks for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

from lesart.accounts import is_people
from lesart.language.quantities import Quantity
from lesart.model import EventKind
from lesart.record.claims.words import Dimension
from lesart.topics.terms import stemmed

_DATA = Path(__file__).parent / "data"
_TIMES = frozenset(["minute", "day"])
"""Units of how long something lasts."""
_NEVER = frozenset(["month", ""])
"""Units of spans and of bare numbers, which no superlative compares."""


class _Measures(Struct, frozen=True):
    money: tuple[str, ...]
    deaths: tuple[str, ...]
    dying: tuple[str, ...]
    lasting: tuple[str, ...]
    behind: tuple[str, ...]
    lasting_of: dict[str, tuple[str, ...]]
    units: dict[str, str]


@cache
def _measures(language: str) -> _Measures:
    data = tomllib.loads((_DATA / language / "measures.toml").read_text(encoding="utf-8"))
    lists = {name: tuple(data[name]) for name in ("money", "deaths", "dying", "lasting", "behind")}
    lasting_of = {kind: tuple(words) for kind, words in data["lasting_of"].items()}
    return _Measures(units=data["units"], lasting_of=lasting_of, **lists)


def unit_of(quantity: Quantity, language: str) -> str:
    """The key under which quantities are of one unit: "drohn" for "Drohnen" and "Drohne"."""
    return quantity.unit if quantity.unit in _measures(language).units else stemmed(quantity.unit, language)


def unit_name(unit: str, what: str, language: str) -> str:
    """What a unit is called: by the language, else as the text has it (`what`)."""
    return _measures(language).units.get(unit, what)


def fits(quantity: Quantity, dimension: Dimension, language: str, sentence: str = "") -> bool:
    """Whether a figure can be what an adjective compares; people are the dead where their sentence says so."""
    measures = _measures(language)
    unit = quantity.unit
    if unit in _NEVER or not dimension:
        return False
    if dimension == "duration":
        return unit in _TIMES
    if dimension == "money":
        return unit in measures.money
    if dimension == "deaths":
        dead = any(word.startswith(measures.dying) for word in sentence.lower().split())
        return unit.startswith(measures.deaths) or (dead and is_people(unit, language))
    return unit not in _TIMES


def lasts(sentence: str, figure: str, language: str, kind: EventKind) -> bool:
    """Whether a sentence tells by a figure how long an event lasted: by a word for it, or "nach fünf Stunden"."""
    beginnings = _measures(language).lasting + _measures(language).lasting_of.get(kind, ())
    before = sentence.partition(figure)[0].split()[-1:]
    if before and before[0].lower() in _measures(language).behind:
        return True
    return any(word.startswith(beginnings) for word in sentence.lower().replace("-", " ").split())
