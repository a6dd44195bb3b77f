"""The rows of a record that are the event of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lesart.record.checks.claim import Placed
from lesart.record.checks.occurrence import Days, Occurrence

_NEAR = timedelta(days=1)
"""Days between an event in an article and its row in a record: a night has two days."""
_ROUGHLY = timedelta(days=3)
"""Time over which an event is dated only roughly."""


def here(series: Sequence[Occurrence], placed: Placed, most: bool = True) -> list[Occurrence]:
    """The rows of the claim's event, one a source: of those on its days the one that ends or begins with it, else one a
    day apart; where it is dated only roughly ("Mitte Januar") the highest (or lowest) of that time."""
    if placed.days is None:
        return []
    days = placed.days
    on = [one for one in series if one.days and one.days[0] <= days[1] and days[0] <= one.days[1]]
    near = on or [one for one in series if one.days and _apart(one.days, days) <= _NEAR]
    if not near:
        return []
    if days[1] - days[0] > _ROUGHLY:
        best = max(near, key=lambda one: one.value if most else -one.value)
    else:
        best = min(near, key=lambda one: _fits(one, days))
    return [one for one in near if one.key == best.key]


def _fits(one: Occurrence, days: Days) -> tuple[bool, bool]:
    """How well a row's days fit: False sorts first."""
    return (one.days is None or one.days[1] != days[1], one.days is None or one.days[0] != days[0])


def _apart(a: Days, b: Days) -> timedelta:
    return max(a[0] - b[1], b[0] - a[1])
