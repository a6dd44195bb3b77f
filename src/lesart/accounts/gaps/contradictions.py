"""Both sides speak to a topic and cannot both be right: one says the opposite of the other, or gives another time of
day. What one negates of the other is a denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.phrases import Phrases
from lesart.accounts.sayings import SaidWord, Saying
from lesart.accounts.told import Told

_DATA = Path(__file__).parent.parent / "data"
_TIMES = 0.5
_LEAST, _MOST = 5, 150
"""Minutes between two times of day that are told of one thing."""
_NARROW = 7
"""Sayings of both sides up to which times of day on a topic are times of one thing."""


class Poles(Struct, frozen=True):
    """Expressions that cannot both be right of one thing, and how surely not."""

    one: Phrases
    other: Phrases
    strength: float


@cache
def _opposites(language: str) -> tuple[Poles, ...]:
    path = _DATA / language / "opposites.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return tuple(Poles(_phrases(one), _phrases(other), float(strength)) for one, other, strength in rows)


def _phrases(expressions: str) -> Phrases:
    return Phrases(dict.fromkeys(expressions.split(), 1.0))


def _holds(phrases: Phrases, words: Sequence[SaidWord]) -> bool:
    """Whether an expression stands in the words, not negated unless it says so itself."""
    lows = [word.low for word in words]
    for place, word in enumerate(words):
        length, _ = phrases.at(lows, place)
        if length > 1 or (length == 1 and not word.negated):
            return True
    return False


@lru_cache(maxsize=50_000)
def _held(words: tuple[SaidWord, ...], language: str) -> tuple[tuple[bool, bool], ...]:
    """For each two opposite expressions which of them stand in the words; a saying is held against many others."""
    return tuple((_holds(poles.one, words), _holds(poles.other, words)) for poles in _opposites(language))


def contradictions(a: Told, b: Told, language: str) -> Iterator[Gap]:
    """Topics that both sides raise, where two of their sayings exclude each other: the surest pair of each."""
    for topic, point in a.points.items():
        other = b.points.get(topic)
        if other is None or point.status != other.status:
            continue
        pairs = [*_opposed(point.sayings, other.sayings, language)]
        if len(point.sayings) + len(other.sayings) <= _NARROW:
            pairs += _at_other_times(point.sayings, other.sayings)
        if pairs:
            score, place, against = max(pairs, key=lambda pair: (pair[0], -pair[1], -pair[2]))
            x, y = point.sayings[place], other.sayings[against]
            yield Gap("contradiction", topic, a, b, (x,), (y,), score, (x.beginning, y.beginning))


def _opposed(of_a: Sequence[Saying], of_b: Sequence[Saying], language: str) -> Iterator[tuple[float, int, int]]:
    """For each two opposite expressions the first sayings that use one of them each, not both: how surely they exclude
    each other, and their places."""
    held = [[_held(saying.words, language) for saying in sayings] for sayings in (of_a, of_b)]
    for number, poles in enumerate(_opposites(language)):
        uses = [[of_saying[number] for of_saying in own] for own in held]
        for one, other in (((True, False), (False, True)), ((False, True), (True, False))):
            if one in uses[0] and other in uses[1]:
                yield poles.strength, uses[0].index(one), uses[1].index(other)


def _at_other_times(of_a: Sequence[Saying], of_b: Sequence[Saying]) -> Iterator[tuple[float, int, int]]:
    """Sayings that give other times of day: how surely they exclude each other, and their places."""
    for place, x in enumerate(of_a):
        for against, y in enumerate(of_b):
            if score := _other_time(x, y):
                yield score, place, against


def _other_time(x: Saying, y: Saying) -> float:
    """Whether both give times of day of which none can be the other's, though they are near; not when they measured."""
    counted = [{amount.quantity.unit for amount in saying.amounts} for saying in (x, y)]
    if not x.times or not y.times or counted[0] & counted[1]:
        return 0.0
    apart = [p.apart(q) for p in x.times for q in y.times]
    agree = any(p.agrees(q) for p in x.times for q in y.times)
    return _TIMES if not agree and _LEAST <= min(apart) <= _MOST else 0.0
