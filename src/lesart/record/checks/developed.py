"""A development, held against the events that the articles tell of: their values, or the days between them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from lesart.model import Check, ClaimDirection
from lesart.record.checks.claim import Placed
from lesart.record.checks.days import days_of
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.measures import fits, unit_name, unit_of
from lesart.record.checks.occurrence import Days, Occurrence, covered, in_order
from lesart.record.checks.trend import LEAST, trend
from lesart.record.claims.words import claim_words


def developed(placed: Placed, evidence: Evidence, names: Mapping[str, str]) -> tuple[Check, list[str]]:
    """The check, and the ids of the events and figures that it stands on."""
    sentences = placed.sentences
    direction = placed.claim.direction or "up"
    often = bool(claim_words(placed.language).often.search(placed.words))
    unit, values = "", list[Occurrence]()
    event = placed.event if placed.of_events else None
    if often and event:
        unit, values = sentences["gaps_unit"], _gaps(placed, evidence)
        direction = _turned(direction)
    elif direction != "none":
        unit, values = _values(placed, evidence, names) if event else ("", [])
        if len(values) < LEAST:
            unit, values = _named(placed, evidence, names) or (unit, values)
    rule = sentences.say("since_rule", unit=unit or "?", scope=placed.scope)
    result = trend([one.value for one in values], direction) if placed.window.known else None
    if result is None:
        few = sentences.say("since_few", count=len(values))
        finding = few if values else sentences["since_none"]
        return Check(against="articles", verdict="unknown", finding=finding, rule=rule), []
    listed = ", ".join(sentences.number(one.value) for one in values)
    check = Check(
        against="articles",
        verdict=result.verdict,
        finding=sentences.say(
            "since_values",
            values=f"{unit}: {listed}",
            tau=sentences.number(result.tau),
            count=result.count,
            before=sentences.number(result.before),
            after=sentences.number(result.after),
        ),
        rule=rule,
        unit=unit,
        covers=covered(values),
        scope=placed.window.period,
        values=[one.shown() for one in values],
    )
    return check, [identifier for one in values for identifier in one.ids]


def _turned(direction: ClaimDirection) -> ClaimDirection:
    """What happens more often has fewer days between: "häufen sich" is fewer days, as "in kürzeren Abständen" is."""
    return "down" if direction == "up" else "up"


def _gaps(placed: Placed, evidence: Evidence) -> list[Occurrence]:
    """The days between the events of the kind, each on the later event's day."""
    row = [
        e
        for e in evidence.like(placed.event or "", loosely=True)
        if placed.window.holds(days_of(e)) and e.date is not None
    ]
    found = []
    for before, event in pairwise(row):
        a, b = days_of(before), days_of(event)
        if a and b:
            days = float((b[0] - a[0]).days)
            found.append(
                Occurrence(
                    key=event.id, label=event.label, days=b, value=days, low=days, high=days, ids=(before.id, event.id)
                )
            )
    return found


def _values(placed: Placed, evidence: Evidence, names: Mapping[str, str]) -> tuple[str, list[Occurrence]]:
    """The unit in which most events of the kind have values, and one value an event: the highest of its sources."""
    found: dict[str, dict[str, Occurrence]] = {}
    for event in evidence.like(placed.event or "", loosely=True):
        days = days_of(event)
        if days is None or not placed.window.holds(days):
            continue
        for value in evidence.values(event.id):
            quantity = value.measured.quantity
            if value.days is not None or not fits(quantity, "any", placed.language):
                continue
            source = names.get(value.measured.figure.according_to or "", "")
            own = value.occurrence(event.id, days, source)
            known = found.setdefault(unit_of(quantity, placed.language), {})
            if event.id not in known or own.value > known[event.id].value:
                known[event.id] = own
    unit = max(found, key=lambda name: (len(found[name]), name), default="")
    values = in_order(found[unit].values()) if unit else []
    if len(values) < LEAST:
        return "", values
    return unit_name(unit, values[0].label, placed.language), values


def _named(placed: Placed, evidence: Evidence, names: Mapping[str, str]) -> tuple[str, list[Occurrence]] | None:
    """The figures of one unit, on several days, in whose sentences a noun of the claim stands: "die Zahl der
    Anmeldungen"; two are enough where the first is of the scope's beginning. None where there are no such figures."""
    found: dict[str, dict[Days, Occurrence]] = {}
    for value in evidence.beside(placed.nouns):
        quantity = value.measured.quantity
        if value.when is None or not fits(quantity, "any", placed.language) or not placed.window.holds(value.when):
            continue
        key = value.when[0].isoformat()
        source = names.get(value.measured.figure.according_to or "", "")
        own = value.occurrence(key, value.when, source)
        found.setdefault(unit_of(quantity, placed.language), {}).setdefault(value.when, own)
    unit = max(found, key=lambda name: (len(found[name]), name), default="")
    values = in_order(found[unit].values()) if unit else []
    begins = placed.window.first is not None and bool(values) and placed.window.holds(values[0].days)
    if len(values) < LEAST - begins:
        return None
    return unit_name(unit, values[0].label, placed.language), values
