"""A development by a record: before a day and from then on."""

from __future__ import annotations

from datetime import timedelta

from lesart.model import Check, ClaimDirection
from lesart.record.checks.periods import Step, per_event, per_period, step_of
from lesart.record.checks.recorded.asked import Asked, begins_late, check_of, measure_of, rows_of
from lesart.record.checks.shift import shifted
from lesart.record.checks.trend import trend
from lesart.record.claims.words import claim_words
from lesart.record.table.record import Record

_SINGLY = 24
"""Events up to which a development is told by each one's value, not by sums over weeks or months."""


def developed(asked: Asked, record: Record) -> Check:
    """A development by the record: values, or numbers of events, a week or month, before the scope and in it."""
    placed = asked.placed
    sentences = placed.sentences
    direction: ClaimDirection = placed.claim.direction or "up"
    often = claim_words(placed.language).often.search(placed.words) is not None
    measure = None if often or direction == "none" else measure_of(asked, record)
    end = min(record.last, placed.published or record.last)
    first = placed.window.first or record.first
    every = list(record.series(measure))
    begin = max(record.first, first - (end - first))
    inside = [one for one in every if placed.window.holds(one.days)]
    earlier = [one for one in every if one.days and begin <= one.days[0] < first]
    by: Step = step_of((end - first).days)
    step: str = by
    if measure is not None and len({one.key for one in inside}) <= _SINGLY:
        step, after, before = "event", per_event(inside), per_event(earlier)
    else:
        after = per_period(inside, max(first, record.first), end, by)
        before = per_period(earlier, begin, first - timedelta(days=1), by)
    name = sentences["count_unit"] if measure is None else record.measures[measure].name
    rule = sentences.say(
        "since_record_rule", unit=name, step=sentences[step], scope=placed.scope, events=rows_of(record, placed)
    )
    result = trend([one.value for one in after], direction) if placed.window.known else None
    if result is None or begins_late(record, placed):
        late = begins_late(record, placed)
        finding = (
            sentences.say("record_begins", first=sentences.day(record.first))
            if late
            else sentences.say("since_few", count=len(after))
        )
        return check_of(asked, record, "unknown", finding, rule, name, after)
    shift = shifted([one.value for one in before], [one.value for one in after], direction)
    finding = sentences.say(
        "since_record",
        unit=name,
        step=sentences[step],
        tau=sentences.number(result.tau),
        count=result.count,
        before=sentences.number(shift.before) if shift else "–",
        after=sentences.number(sum(one.value for one in after) / len(after)),
    )
    verdict = result.verdict
    if shift is not None and verdict != shift.verdict:
        verdict = shift.verdict if verdict == "unknown" else verdict if shift.verdict == "unknown" else "unknown"
    return check_of(asked, record, verdict, finding, rule, f"{name} / {sentences[step]}", [*before, *after])
