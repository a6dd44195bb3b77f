"""A claim held against a record of past events that the user gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from lesart.model import Check, ClaimDirection, EventKind, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.compared import told
from lesart.record.checks.extreme import extreme
from lesart.record.checks.occurrence import Occurrence, in_order, period
from lesart.record.checks.periods import Step, per_event, per_period, step_of
from lesart.record.checks.shift import shifted
from lesart.record.checks.trend import trend
from lesart.record.claims.words import claim_words
from lesart.record.table.record import Record
from lesart.topics.terms import stemmed

_NEAR = timedelta(days=1)
"""Days between an event in an article and its row in a record: a night has two days."""
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


def answers(record: Record, asked: Asked, main: EventKind | None) -> bool:
    """Whether a record is about what a claim counts: by its kinds, its words; `main` stands for a record that says
    neither: the kind that the articles are mostly about."""
    said = asked.placed.clause.lower()
    if any(word in said for word in record.words):
        return True
    language = asked.placed.language
    stems = {stemmed(word, language) for measure in record.measures for word in measure.name.lower().split()}
    if asked.placed.claim.kind == "since" and stems & set(asked.placed.nouns):
        return True
    if not asked.placed.of_events:
        return False
    kinds = record.kinds or ({main} if main and not record.words else set())
    return asked.kind is not None and asked.kind in kinds


def recorded(asked: Asked, record: Record) -> Check:
    """What the record says of the claim."""
    kind = asked.placed.claim.kind
    if kind == "ordinal":
        return _counted(asked, record)
    return _compared(asked, record) if kind == "superlative" else _developed(asked, record)


def _rows(record: Record, placed: Placed) -> str:
    """How the record's rows were counted, as a sentence."""
    sentences = placed.sentences
    unit = sentences.get(f"record_{record.unit}") or sentences.say("record_columns", columns=record.unit)
    more = sentences.say("record_rows", how=sentences[f"rows_{record.summed}"]) if record.unit != "row" else ""
    return " ".join(part for part in (unit, more) if part)


def _begins_late(record: Record, placed: Placed) -> bool:
    """Whether the claim's scope reaches back behind the record's first day."""
    if record.complete:
        return False
    first = placed.window.first
    return first is None or first < record.first - _BEGINS


def _counted(asked: Asked, record: Record) -> Check:
    """The how-manieth by the record; an event after its end counts on from there."""
    placed = asked.placed
    sentences, number = placed.sentences, placed.claim.number or 0
    end = placed.days[1] if placed.days else record.last
    row = [one for one in record.series() if one.days and one.days[0] <= end and placed.window.holds(one.days)]
    here = any(one.days and one.days[1] >= (placed.days or one.days)[0] - _NEAR for one in row[-2:])
    count = len(row) + (0 if here or placed.days is None else 1)
    listed = ", ".join(sentences.days(one.days) for one in row[-_LISTED:])
    shown = row if here or placed.days is None else [*row, _itself(placed)]
    dates = ("… " if len(row) > _LISTED else "") + listed
    finding = sentences.say("ordinal_record", count=len(row), dates=dates or "–")
    if count > len(row):
        finding += " " + sentences.say("ordinal_record_itself", last=sentences.day(record.last), count=count)
    verdict: Verdict = "supported" if count == number else "refuted"
    if count < number or (verdict == "supported" and placed.window.first is not None):
        late = _begins_late(record, placed)
        verdict = "unknown" if late else verdict
        finding += " " + sentences.say("record_begins", first=sentences.day(record.first)) if late else ""
    if not placed.window.known and verdict != "supported":
        verdict = "unknown"
    return _check(
        asked,
        record,
        verdict,
        finding,
        sentences.say("ordinal_record_rule", scope=placed.scope, day=sentences.day(end), events=_rows(record, placed)),
        sentences["count_unit"],
        shown,
    )


def _itself(placed: Placed) -> Occurrence:
    """The event that the claim is about, where the record does not have it."""
    ids = (placed.event,) if placed.event else ()
    return Occurrence(key="", label=placed.words, days=placed.days, value=1, low=1, high=1, ids=ids)


_SINGLY = 24
"""Events up to which a development is told by each one's value, not by sums over weeks or months."""
_LISTED = 8
"""Days that a count lists."""


def _measure(asked: Asked, record: Record) -> int | None:
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


def _compared(asked: Asked, record: Record) -> Check:
    """The most or the least by the record's values; the event's own value is the record's, else the articles'."""
    placed = asked.placed
    sentences, most = placed.sentences, placed.claim.direction == "most"
    measure = _measure(asked, record)
    name = record.measures[measure].name if measure is not None else "?"
    rule = sentences.say("superlative_record_rule", unit=name, scope=placed.scope, events=_rows(record, placed))
    if measure is None:
        finding = sentences.say("record_no_value", words=placed.words)
        return _check(asked, record, "unknown", finding, rule, "", [])
    inside = [one for one in record.series(measure) if placed.window.holds(one.days)]
    own = _own(inside, placed, most)
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
        return _check(asked, record, "unknown", finding.strip(), rule, name, others)
    result = extreme(own, others, most, placed.claim.number or 1)
    verdict = result.verdict
    finding = told(placed, result, name, most) + finding
    if verdict == "supported" and _begins_late(record, placed):
        verdict = "unknown"
        finding += " " + sentences.say("record_begins", first=sentences.day(record.first))
    if verdict == "refuted" and not placed.window.known:
        verdict = "unknown"
    shown = inside if own[0] in inside else in_order([*inside, *own])
    check = _check(asked, record, verdict, finding, rule, name, shown, most)
    rival = result.rival.shown() if result.rival else None
    return replace(check, own=result.own.shown(), rival=rival)


def _own(inside: Sequence[Occurrence], placed: Placed, most: bool) -> list[Occurrence]:
    """The rows of the event; where it is dated only roughly ("Mitte Januar"), those of the highest in that time."""
    near = [one for one in inside if _is_near(one, placed)]
    if placed.days is None or placed.days[1] - placed.days[0] <= _ROUGHLY or not near:
        return near
    best = max(near, key=lambda one: one.value if most else -one.value)
    return [one for one in near if one.key == best.key]


_ROUGHLY = timedelta(days=3)
"""Time over which an event is dated only roughly."""


def _is_near(one: Occurrence, placed: Placed) -> bool:
    """Whether a row is that of the event that the claim is about."""
    if one.days is None or placed.days is None:
        return False
    return one.days[0] <= placed.days[1] + _NEAR and placed.days[0] - _NEAR <= one.days[1]


def _developed(asked: Asked, record: Record) -> Check:
    """A development by the record: values, or numbers of events, a week or month, before the scope and in it."""
    placed = asked.placed
    sentences = placed.sentences
    direction: ClaimDirection = placed.claim.direction or "up"
    often = claim_words(placed.language).often.search(placed.words) is not None
    measure = None if often or direction == "none" else _measure(asked, record)
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
        "since_record_rule", unit=name, step=sentences[step], scope=placed.scope, events=_rows(record, placed)
    )
    result = trend([one.value for one in after], direction) if placed.window.known else None
    if result is None or _begins_late(record, placed):
        late = _begins_late(record, placed)
        finding = (
            sentences.say("record_begins", first=sentences.day(record.first))
            if late
            else sentences.say("since_few", count=len(after))
        )
        return _check(asked, record, "unknown", finding, rule, name, after)
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
    return _check(asked, record, verdict, finding, rule, f"{name} / {sentences[step]}", [*before, *after])


def _check(
    asked: Asked,
    record: Record,
    verdict: Verdict,
    finding: str,
    rule: str,
    unit: str,
    values: Sequence[Occurrence],
    most: bool = True,
) -> Check:
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
