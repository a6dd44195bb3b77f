"""Days of events: how near, how precise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

Days = tuple[date, date]

_NEAR = 3
"""Days by which two reports of an event with one ordinal can be apart."""
_WEEK = 7
"""Days over which a strike can be told to last."""
_PRECISE = 3
"""Days up to which a time tells one event from another."""


def near(a: Days | None, b: Days | None) -> bool:
    """Whether days are at most as far apart as two reports of one event can be; unknown ones are."""
    if a is None or b is None:
        return True
    return a[0] - timedelta(days=_NEAR) <= b[1] and b[0] - timedelta(days=_NEAR) <= a[1]


def overlap(a: Days, b: Days) -> bool:
    """Whether days have one in common; two nights must be the same."""
    if width(a) == width(b) == 1:
        return a == b
    return a[0] <= b[1] and b[0] <= a[1]


def width(days: Days) -> int:
    """The days from the first to the last."""
    return (days[1] - days[0]).days


def is_week(days: Days) -> bool:
    """Whether they are a week at most."""
    return width(days) <= _WEEK


def is_precise(days: Days) -> bool:
    """Whether they tell one event from another."""
    return width(days) <= _PRECISE


def each_day(days: Days | None) -> Iterator[object]:
    """The single days of an event, if they tell it from another."""
    if days is None or not is_precise(days):
        return
    for step in range(width(days) + 1):
        yield days[0] + timedelta(days=step)
