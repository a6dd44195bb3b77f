"""The how-manieth by a record."""

from __future__ import annotations

from lesart.model import Check, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.occurrence import Occurrence
from lesart.record.checks.recorded.asked import Asked, begins_late, check_of, rows_of
from lesart.record.checks.recorded.here import here
from lesart.record.table.record import Record

_LISTED = 8
"""Days that a count lists."""


def counted(asked: Asked, record: Record) -> Check:
    """The how-manieth by the record; an event after its end counts on from there."""
    placed = asked.placed
    sentences, number = placed.sentences, placed.claim.number or 0
    end = placed.days[1] if placed.days else record.last
    row = [one for one in record.series() if one.days and one.days[0] <= end and placed.window.holds(one.days)]
    itself = placed.days is not None and not here(row, placed)
    count = len(row) + itself
    listed = ", ".join(sentences.days(one.days) for one in row[-_LISTED:])
    shown = [*row, _itself(placed)] if itself else row
    dates = ("… " if len(row) > _LISTED else "") + listed
    finding = sentences.say("ordinal_record", count=len(row), dates=dates or "–")
    if itself:
        finding += " " + sentences.say("ordinal_record_itself", last=sentences.day(record.last), count=count)
    verdict: Verdict = "supported" if count == number else "refuted"
    if count < number or (verdict == "supported" and placed.window.first is not None):
        late = begins_late(record, placed)
        verdict = "unknown" if late else verdict
        finding += " " + sentences.say("record_begins", first=sentences.day(record.first)) if late else ""
    if not placed.window.known and verdict != "supported":
        verdict = "unknown"
    return check_of(
        asked,
        record,
        verdict,
        finding,
        sentences.say(
            "ordinal_record_rule", scope=placed.scope, day=sentences.day(end), events=rows_of(record, placed)
        ),
        sentences["count_unit"],
        shown,
    )


def _itself(placed: Placed) -> Occurrence:
    """The event that the claim is about, where the record does not have it."""
    ids = (placed.event,) if placed.event else ()
    return Occurrence(key="", label=placed.words, days=placed.days, value=1, low=1, high=1, ids=ids)
