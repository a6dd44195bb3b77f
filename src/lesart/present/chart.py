"""The chart of a check: values over time, the claim's scope as a band, its own event and the one that decides marked.

Only the geometry; `templates/chart.html` draws it. Lengths are units of the drawing's own box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from lesart.model import Check, DatedValue, Period
from lesart.present.words import Words

WIDTH, HEIGHT, _ROW = 640, 190, 78
"""Width, and height of columns and of a row of dots."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 26, 24
_WIDEST, _NARROWEST = 16.0, 1.5
_TICKS = 7
"""Ticks on the axis of time, at the most."""


class Bar(Struct, frozen=True):
    """One value: where it stands, what it says when pointed at, and what it is to the claim."""

    x: float
    y: float
    width: float
    height: float
    title: str
    label: str
    """What stands above it; empty for all but the own and the deciding one."""
    sign: str
    """"own" for the claim's own event, "rival" for what decides, or empty."""


class Tick(Struct, frozen=True):
    """A mark on an axis."""

    at: float
    label: str


class Chart(Struct, frozen=True):
    """All that is drawn."""

    bars: Sequence[Bar]
    days: Sequence[Tick]
    levels: Sequence[Tick]
    scope: tuple[float, float] | None
    """Left end and width of the band of the claim's scope."""
    title: str
    counted: bool
    """Whether the events themselves are counted, so that they are drawn as dots in a row."""
    width: int
    height: int


def chart_of(check: Check, words: Words) -> Chart | None:
    """The chart of a check; None where fewer than two dated values are there."""
    dated = [(days, value) for value in check.values if (days := _days(value.period)) and value.value is not None]
    if len({days for days, _ in dated}) < _LEAST:
        return None
    first = min(days[0] for days, _ in dated)
    last = max(days[1] for days, _ in dated)
    room = max((last - first).days, 1)
    width = min(_WIDEST, max(_NARROWEST, (WIDTH - _LEFT - _RIGHT) / len(dated) / 1.5))
    inner = WIDTH - _LEFT - _RIGHT - width
    highest = max(value.value or 0.0 for _, value in dated) or 1.0
    counted = all(value.value == 1 for _, value in dated)

    def across(day: date) -> float:
        return _LEFT + width / 2 + inner * (day - first).days / room

    taken: dict[float, int] = {}
    bars = []
    for days, value in dated:
        x = round(across(days[1]) - width / 2, 1)
        x += width * taken.setdefault(x, 0)
        taken[round(x, 1)] = taken.get(round(x, 1), 0) + 1
        bars.append(_bar(value, x, width, highest, check, words))
    return Chart(
        bars=bars,
        days=[Tick(round(across(day), 1), label) for day, label in _ticks(first, last, words)],
        levels=[]
        if counted
        else [Tick(_level(part * highest, highest), words.number(part * highest)) for part in (0.5, 1.0)],
        scope=_scope(check.scope, first, last, across),
        title=f"{check.unit}, {words.period(Period(first.isoformat(), last.isoformat()))}",
        counted=counted,
        width=WIDTH,
        height=_ROW if counted else HEIGHT,
    )


_LEAST = 2
"""Days with a value that a chart needs."""


def _bar(value: DatedValue, x: float, width: float, highest: float, check: Check, words: Words) -> Bar:
    amount = value.value or 0.0
    sign = "own" if _same(value, check.own) else "rival" if _same(value, check.rival) else ""
    top = _level(amount, highest)
    number = words.number(amount)
    named = " · ".join(
        part for part in (words.period(value.period), f"{number} {check.unit}", value.source or "") if part
    )
    return Bar(x, top, round(width, 1), round(HEIGHT - _BOTTOM - top, 1), named, number if sign else "", sign)


def _same(value: DatedValue, other: DatedValue | None) -> bool:
    return other is not None and value.ids == other.ids


def _level(amount: float, highest: float) -> float:
    return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - amount / highest), 1)


def _scope(
    scope: Period | None, first: date, last: date, across: Callable[[date], float]
) -> tuple[float, float] | None:
    """The band of the days that a claim is about, as far as the chart reaches."""
    days = _days(scope)
    if days is None or scope is None:
        return None
    begin = max(days[0], first)
    end = min(days[1], last) if scope.last else last
    if begin > end:
        return None
    left, right = across(begin) - _MARGIN, across(end) + _MARGIN
    return round(left, 1), round(right - left, 1)


_MARGIN = 10
"""By how much the band reaches over its first and last day."""


def _days(period: Period | None) -> tuple[date, date] | None:
    if period is None:
        return None
    try:
        return date.fromisoformat(period.first), date.fromisoformat(period.last or period.first)
    except ValueError:
        return None


def _ticks(first: date, last: date, words: Words) -> list[tuple[date, str]]:
    """The beginnings of months or years between two days, or the two days themselves."""
    months = [m for m in _months(first, last) if first <= m <= last]
    if not months:
        return [(first, words.day(first.isoformat())), (last, words.day(last.isoformat()))][: 1 + (last > first)]
    years = [month for month in months if month.month == 1]
    if len(years) > 2:
        step = -(-len(years) // _TICKS)
        return [(year, str(year.year)) for year in years[::step]]
    step = -(-len(months) // _TICKS)
    return [(month, words.month(month)) for month in months[::step]]


def _months(first: date, last: date) -> list[date]:
    found = []
    month = first.replace(day=1)
    while month <= last:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found
