"""One member of a series as a check sees it: its days and the value that it has, by whatever source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from lesart.model import DatedValue, Period

Days = tuple[date, date]


class Occurrence(Struct, frozen=True, kw_only=True):
    """Something that happened, with the least and the most that its value can be.

    Where two sources give two values, they are two occurrences with one `key`: they are compared, never added up.
    """

    key: str
    label: str
    days: Days | None
    value: float
    """The number as it is given; `low` and `high` are what it can mean by its bound."""
    low: float
    high: float
    text: str = ""
    """The value in words, with its bound."""
    source: str = ""
    ids: tuple[str, ...] = ()

    def shown(self) -> DatedValue:
        """The occurrence as it is printed."""
        return DatedValue(
            label=self.label, period=period(self.days), value=self.value, source=self.source or None, ids=self.ids
        )


def period(days: Days | None) -> Period | None:
    """Days as they are printed."""
    if days is None:
        return None
    return Period(days[0].isoformat(), days[1].isoformat() if days[1] != days[0] else None)


def overlap(a: Days | None, b: Days | None) -> bool:
    """Whether two have a day in common."""
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def in_order(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """In order of time, those without a day last."""
    return sorted(occurrences, key=lambda one: one.days or (date.max, date.max))


def covered(occurrences: Sequence[Occurrence]) -> Period | None:
    """From the first day to the last."""
    dated = [one.days for one in occurrences if one.days]
    return period((min(first for first, _ in dated), max(last for _, last in dated))) if dated else None
