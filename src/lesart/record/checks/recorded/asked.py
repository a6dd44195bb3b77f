"""A claim with what a record needs beside it, and what every check against a record says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from lesart.model import Check, EventKind, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.occurrence import Occurrence, in_order, period
from lesart.record.table.record import Record
from lesart.topics.terms import stemmed

_BEGINS = timedelta(days=31)
"""Days by which a record can begin later than a scope and still cover it: "seit dem Frühjahr"."""
_SHOWN = 160
"""Values that a check keeps to be shown; longer series are shown as the highest a month."""


class Asked(Struct, frozen=True):
    """A claim with what a record needs beside it: the kind of its event, and the figure that the articles give."""

    placed: Placed
    kind: EventKind | None
    unit: str
    """The words for what the claim's own figure counts; empty where no article gives one."""
    own: Sequence[Occurrence]
    """The articles' own values for the event."""


def rows_of(record: Record, placed: Placed) -> str:
    """How the record's rows were counted, as a sentence."""
    sentences = placed.sentences
    unit = sentences.get(f"record_{record.unit}") or sentences.say("record_columns", columns=record.unit)
    more = sentences.say("record_rows", how=sentences[f"rows_{record.summed}"]) if record.unit != "row" else ""
    return " ".join(part for part in (unit, more) if part)


def begins_late(record: Record, placed: Placed) -> bool:
    """Whether the claim's scope reaches back behind the record's first day."""
    if record.complete:
        return False
    first = placed.window.first
    return first is None or first < record.first - _BEGINS


def measure_of(asked: Asked, record: Record) -> int | None:
    """The record's measure that a claim compares: the one that counts what the claim's own figure counts, else its
    first one of the claim's dimension."""
    language, dimension = asked.placed.language, asked.placed.claim.dimension
    unit = stemmed(asked.unit.lower(), language)
    for place, measure in enumerate(record.measures):
        names = {stemmed(word, language) for word in measure.name.lower().split()}
        if unit and (unit in names or measure.unit == asked.unit):
            return place
    wanted = [
        place
        for place, measure in enumerate(record.measures)
        if (measure.unit == "minute") == (dimension == "duration")
    ]
    return wanted[0] if wanted and dimension else None


def check_of(
    asked: Asked,
    record: Record,
    verdict: Verdict,
    finding: str,
    rule: str,
    unit: str,
    values: Sequence[Occurrence],
    most: bool = True,
) -> Check:
    """A check with the record's reach; of many values the highest (`most`) or lowest of each month are kept."""
    shown = list(values)
    if len(shown) > _SHOWN:
        shown = _highest(shown, most)
    return Check(
        against=record.name,
        verdict=verdict,
        finding=finding.strip(),
        rule=rule,
        unit=unit,
        covers=period((record.first, record.last)),
        scope=asked.placed.window.period,
        values=[one.shown() for one in shown],
    )


def _highest(values: Sequence[Occurrence], most: bool) -> list[Occurrence]:
    """The highest (or lowest) value of each month."""
    best: dict[tuple[int, int], Occurrence] = {}
    for one in values:
        if one.days is not None:
            month = one.days[0].year, one.days[0].month
            known = best.get(month)
            if known is None or (one.value > known.value if most else one.value < known.value):
                best[month] = one
    return in_order(best.values())
