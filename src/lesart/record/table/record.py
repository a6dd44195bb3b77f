"""A record of past events as a user gives it: what happened when, with which values, by which source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from lesart.record.checks.occurrence import Days, Occurrence


class Measure(Struct, frozen=True):
    """A column of numbers: what it counts, and its unit with how many of it a number means ("minute", 60 for hours)."""

    name: str
    unit: str = ""
    scale: float = 1.0


class RecordedEvent(Struct, frozen=True):
    """One event by one source; `key` is the same for an event's sources, `row` its first row (the header is row 1)."""

    key: str
    days: Days
    label: str
    source: str
    row: int
    values: tuple[float | None, ...]


class Record(Struct, frozen=True):
    """The events of a table, in order of time, with what it can be asked."""

    name: str
    rows: int
    kinds: frozenset[str]
    words: tuple[str, ...]
    measures: Sequence[Measure]
    events: Sequence[RecordedEvent]
    complete: bool
    unit: str
    """What makes an event: "row", "day", "night", or names of columns."""
    summed: str
    """What becomes of several rows of one: "sum", "max", "last"."""
    notes: Sequence[str] = ()
    """What was guessed or left out, with row and column."""

    @property
    def first(self) -> date:
        """The first day that the record has."""
        return self.events[0].days[0]

    @property
    def last(self) -> date:
        """The last day that the record has."""
        return max(event.days[1] for event in self.events[-_TAIL:])

    def series(self, measure: int | None = None) -> Iterator[Occurrence]:
        """The events in order of time with their values by one measure; without one, each event once, with value 1."""
        seen: set[str] = set()
        for event in self.events:
            if measure is None:
                if event.key not in seen:
                    seen.add(event.key)
                    yield _occurrence(self.name, event, 1.0)
                continue
            value = event.values[measure]
            if value is not None:
                yield _occurrence(self.name, event, value * self.measures[measure].scale)


_TAIL = 100
"""Events at the end of a record among which the last day is: they are in order of their first days."""


def _occurrence(name: str, event: RecordedEvent, value: float) -> Occurrence:
    return Occurrence(
        key=event.key,
        label=event.label,
        days=event.days,
        value=value,
        low=value,
        high=value,
        source=event.source,
        ids=(f"{name}:{event.row}",),
    )
