"""Events gathered by day, week or month: what a record tells of a development."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from lesart.record.checks.occurrence import Occurrence, in_order

Step = Literal["day", "week", "month"]
_DAYS, _WEEKS = 28, 182
"""Days up to which a span is looked at by the day, and by the week."""


def step_of(days: int) -> Step:
    """The step in which a span of so many days has some ten to thirty members; longer ones go by month."""
    return "day" if days <= _DAYS else "week" if days <= _WEEKS else "month"


def per_period(events: Sequence[Occurrence], first: date, last: date, step: Step) -> list[Occurrence]:
    """The sums of the values in each whole step from `first` to `last`; a step without events is 0.

    Of an event that several sources tell of, the highest value counts. A step that is cut off at the end is left out,
    if there are others.
    """
    sums: dict[date, float] = {}
    for one in per_event(events):
        if one.days is not None:
            begin = _begin(one.days[0], step)
            sums[begin] = sums.get(begin, 0.0) + one.value
    found: list[Occurrence] = []
    begin = _begin(first, step)
    while begin <= last:
        after = _next(begin, step)
        if after - timedelta(days=1) <= last or not found:
            value = sums.get(begin, 0.0)
            days = begin, after - timedelta(days=1)
            found.append(Occurrence(key=begin.isoformat(), label=step, days=days, value=value, low=value, high=value))
        begin = after
    return found


def per_event(events: Sequence[Occurrence]) -> list[Occurrence]:
    """One value an event, in order of time: the highest that a source gives."""
    best: dict[str, Occurrence] = {}
    for one in events:
        known = best.get(one.key)
        if known is None or one.value > known.value:
            best[one.key] = one
    return in_order(best.values())


def _begin(day: date, step: Step) -> date:
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def _next(begin: date, step: Step) -> date:
    if step == "month":
        return date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
    return begin + timedelta(days=7 if step == "week" else 1)
