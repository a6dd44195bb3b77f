"""The how-manieth, held against the events that the articles tell of and against how others count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from lesart.model import Check, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.days import days_of
from lesart.record.checks.earlier import earlier
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.occurrence import Occurrence, covered, overlap

Counts = Mapping[str, Sequence[tuple[str, int]]]
"""Event -> which article counts it as the how-manieth."""


def counted(placed: Placed, evidence: Evidence, counts: Counts, echoes: Sequence[str]) -> tuple[Check, list[str]]:
    """The check, and the events that it stands on.

    `echoes` are other articles that claim the same number of the same thing. Refuted where more events of the kind are
    told of in the scope, or somebody counts further; supported where as many are told of, or somebody else counts the
    same; else unknown.
    """
    sentences = placed.sentences
    rule = sentences.say("ordinal_rule", scope=placed.scope)
    if placed.event is None:
        verdict: Verdict = "supported" if echoes else "unknown"
        finding = sentences.say("ordinal_same", who=_outlets(echoes, evidence)) if echoes else sentences["ordinal_none"]
        row: list[Occurrence] = []
    else:
        row = _row(placed, evidence)
        verdict, finding = _told(placed, evidence, counts, echoes, row)
    listed = earlier(placed, evidence) if verdict == "unknown" else None
    if listed:
        article, members = listed
        dates = ", ".join(sentences.days(one.days) for one in members)
        verdict = "supported"
        finding = sentences.say("ordinal_listed", who=_outlets([article], evidence), count=len(members), dates=dates)
    basis = [one.key for one in row]
    return _check(placed, verdict, finding, rule, listed[1] if listed else row), basis


def _told(
    placed: Placed, evidence: Evidence, counts: Counts, echoes: Sequence[str], row: Sequence[Occurrence]
) -> tuple[Verdict, str]:
    """The verdict by the events that are told of and by how others count, with what was found."""
    sentences, number = placed.sentences, placed.claim.number or 0
    same, other = _others(placed, evidence, counts)
    say = {"count": len(row), "dates": ", ".join(sentences.days(one.days) for one in row)}
    higher = [(article, count) for article, count in other if count > number]
    if sum(_is_sure(one, placed, evidence) for one in row) > number:
        return "refuted", sentences.say("ordinal_counted", **say)
    if same or echoes:
        return "supported", sentences.say("ordinal_same", who=_outlets([*same, *echoes], evidence))
    if len(row) == number > 1:
        return "supported", sentences.say("ordinal_counted", **say)
    if higher:
        article, count = max(higher, key=lambda one: one[1])
        return "refuted", sentences.say("ordinal_other", who=_outlets([article], evidence), number=count)
    return "unknown", sentences.say("ordinal_few", **say)


def _check(placed: Placed, verdict: Verdict, finding: str, rule: str, row: Sequence[Occurrence]) -> Check:
    return Check(
        against="articles",
        verdict=verdict,
        finding=finding,
        rule=rule,
        unit=placed.sentences["count_unit"],
        covers=covered(row),
        scope=placed.window.period,
        values=[one.shown() for one in row],
    )


def _row(placed: Placed, evidence: Evidence) -> list[Occurrence]:
    """The events of the kind in the scope, up to the one that is meant; those with a day in common count once."""
    event = placed.event or ""
    end = placed.days[1] if placed.days else date.max
    own = days_of(evidence.events[event])
    found: list[Occurrence] = []
    for e in evidence.like(event):
        days = days_of(e)
        counts = days is not None and days[1] <= end and placed.window.holds(days)
        twice = overlap(days, own) or any(overlap(days, one.days) for one in found)
        if e.id == event or (counts and not twice):
            found.append(Occurrence(key=e.id, label=e.label, days=days, value=1, low=1, high=1, ids=(e.id,)))
    return found


def _is_sure(one: Occurrence, placed: Placed, evidence: Evidence) -> bool:
    """Whether an event surely counts: it shares a participant with the one that is meant, and its days are known."""
    if one.key == placed.event:
        return True
    own, other = (set(evidence.events[event].participants) for event in (placed.event or "", one.key))
    return bool(own & other) and one.days is not None and one.days[1] - one.days[0] <= _PRECISE


_PRECISE = timedelta(days=3)
"""Time up to which an event's days are known."""


def _others(placed: Placed, evidence: Evidence, counts: Counts) -> tuple[list[str], list[tuple[str, int]]]:
    """The other articles that count the event the same, and those that count it otherwise or further.

    What they say of the events before and after it counts too: behind the fourth comes the fifth. Of those before only
    that they are too many already is held against a claim, for some between may not be told of; of those after nothing.
    """
    number = placed.claim.number or 0
    same: list[str] = []
    other: list[tuple[str, int]] = []
    row = [e for e in evidence.like(placed.event or "") if e.date is not None or e.id == placed.event]
    own = next(place for place, event in enumerate(row) if event.id == placed.event)
    for place, event in enumerate(row):
        if place < own and not placed.window.holds(days_of(event)):
            continue
        here = place == own or overlap(days_of(event), days_of(row[own]))
        for article, count in counts.get(event.id, ()):
            implied = count if here else count + own - place
            if article == placed.article:
                continue
            if implied == number:
                same.append(article)
            elif here or (place < own and implied > number):
                other.append((article, implied))
    return same, other


def _outlets(articles: Sequence[str], evidence: Evidence) -> str:
    names = dict.fromkeys(evidence.articles[a].outlet or evidence.articles[a].title or a for a in articles)
    return ", ".join(names)


def counts_of(evidence: Evidence) -> dict[str, list[tuple[str, int]]]:
    """How the articles count the events that they name."""
    return {
        event: list(dict.fromkeys((m.mention.article, m.ordinal) for m in group.mentions if m.ordinal is not None))
        for event, group in evidence.groups.items()
    }
