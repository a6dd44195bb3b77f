"""The most and the least by a record's values."""

from __future__ import annotations

from msgspec.structs import replace

from lesart.model import Check
from lesart.record.checks.compared import told
from lesart.record.checks.extreme import extreme_in
from lesart.record.checks.occurrence import in_order
from lesart.record.checks.recorded.asked import Asked, begins_late, check_of, measure_of, rows_of
from lesart.record.checks.recorded.here import here
from lesart.record.table.record import Record


def compared(asked: Asked, record: Record) -> Check:
    """The most or the least by the record's values; the event's own value is the record's, else the articles'."""
    placed = asked.placed
    sentences, most = placed.sentences, placed.claim.direction == "most"
    measure = measure_of(asked, record)
    name = record.measures[measure].name if measure is not None else "?"
    rule = sentences.say("superlative_record_rule", unit=name, scope=placed.scope, events=rows_of(record, placed))
    if measure is None:
        finding = sentences.say("record_no_value", words=placed.words)
        return check_of(asked, record, "unknown", finding, rule, "", [])
    inside = [one for one in record.series(measure) if placed.window.holds(one.days)]
    own = here(inside, placed, most)
    others = [one for one in inside if one not in own]
    finding = ""
    if not own:
        finding = " " + (
            sentences.say("record_no_event", day=sentences.days(placed.days))
            if placed.days and placed.days[0] <= record.last
            else sentences.say("record_ends", last=sentences.day(record.last))
        )
        own = list(asked.own)
    if not own:
        return check_of(asked, record, "unknown", finding.strip(), rule, name, others)
    result = extreme_in(placed.window, own, others, most, placed.claim.number or 1)
    verdict = result.verdict
    finding = told(placed, result, name, most) + finding
    if verdict == "supported" and begins_late(record, placed):
        verdict = "unknown"
        finding += " " + sentences.say("record_begins", first=sentences.day(record.first))
    if verdict == "refuted" and not placed.window.known:
        verdict = "unknown"
    shown = inside if own[0] in inside else in_order([*inside, *own])
    check = check_of(asked, record, verdict, finding, rule, name, shown, most)
    rival = result.rival.shown() if result.rival else None
    return replace(check, own=result.own.shown(), rival=rival)
