"""Both sides give numbers of one quantity, and no two of them agree."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from pathlib import Path

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.sayings import Amount, Saying
from lesart.accounts.told import SidePoint, Told

_DATA = Path(__file__).parent.parent / "data"
_COUNTED, _BARE = 0.75, 0.55
_NEAR = 8
"""Times by which two numbers of one quantity can differ."""
_MEASURES = frozenset(["percent", "minute", "day", "month"])
"""Units that a bare number does not stand for."""

Number = tuple[Amount, Saying]


@cache
def _people(language: str) -> tuple[str, ...]:
    """Beginnings of words for people: wherever they are counted, the quantity can be one."""
    return tuple(tomllib.loads((_DATA / language / "people.toml").read_text(encoding="utf-8"))["people"])


def is_people(unit: str, language: str) -> bool:
    """Whether what is counted (in lower case) are people."""
    return unit.startswith(_people(language))


def numbers(a: Told, b: Told, language: str) -> Iterator[Gap]:
    """Topics of both with different numbers in one unit; of several units the pair nearest to each other."""
    for topic, point in a.points.items():
        other = b.points.get(topic)
        if other is None:
            continue
        mine, its = _by_unit(point, language), _by_unit(other, language)
        pairs = [
            (_COUNTED if unit else _BARE, x, y)
            for unit in mine
            for x, y in [_nearest(mine[unit], its.get(unit, ()))]
            if x and y
        ]
        pairs = pairs or list(_bare(mine, its))
        if pairs:
            score, x, y = max(pairs, key=lambda pair: pair[0])
            yield Gap("figure", topic, a, b, (x[1],), (y[1],), score, (x[0].text, y[0].text))


def _by_unit(point: SidePoint, language: str) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = {}
    for saying in point.asserted:
        for amount in saying.amounts:
            unit = amount.quantity.unit
            unit = "person" if is_people(unit, language) else unit
            found.setdefault(unit, []).append((amount, saying))
    return found


def _nearest(mine: Sequence[Number], its: Sequence[Number]) -> tuple[Number | None, Number | None]:
    """Of two sides' numbers in a unit the two nearest to each other; nothing if any two agree."""
    best: tuple[float, Number | None, Number | None] = (log(_NEAR), None, None)
    for x in mine:
        for y in its:
            one, other = x[0].quantity, y[0].quantity
            if one.agrees(other):
                return None, None
            p, q = one.value * one.scale, other.value * other.scale
            apart = abs(log(p / q)) if p > 0 and q > 0 else log(_NEAR)
            if apart < best[0]:
                best = (apart, x, y)
    return best[1], best[2]


def _bare(mine: dict[str, list[Number]], its: dict[str, list[Number]]) -> Iterator[tuple[float, Number, Number]]:
    """A bare number ("sprach von rund 90") against what the other side counts."""
    for one, other in ((mine, its), (its, mine)):
        for unit in other:
            if unit and unit not in _MEASURES and "" in one:
                x, y = _nearest(one[""], other[unit])
                if x and y:
                    yield (_BARE, x, y) if one is mine else (_BARE, y, x)
