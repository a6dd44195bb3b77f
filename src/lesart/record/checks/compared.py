"""The most and the least, held against the figures that the articles give for events of the same kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from lesart.model import Check
from lesart.record.checks.claim import Placed
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.extreme import Extreme, extreme_in
from lesart.record.checks.measures import fits, lasts, unit_name, unit_of
from lesart.record.checks.occurrence import Occurrence, covered, in_order
from lesart.record.checks.values import Value


class Pool(Struct, frozen=True):
    """The values of one unit: the event's own, and those of others in the scope."""

    unit: str
    """What the unit is called."""
    own: list[Occurrence]
    others: list[Occurrence]
    near: int
    """2 where one of its own stands right before the claim, 1 where one is not far from it."""


def pool_of(placed: Placed, evidence: Evidence, names: Mapping[str, str]) -> Pool | None:
    """The values that a superlative compares: of the units that the event has a value in, the one in which others have
    some too, that stands nearest to the claim and is told of most. `names` are the parties'.
    """
    pools = _pools(placed, evidence, names) if placed.event and placed.claim.dimension else []
    return max(
        pools,
        key=lambda pool: (pool.near == _RIGHT, bool(pool.others), pool.near, len(pool.others), pool.unit),
        default=None,
    )


def compared(placed: Placed, pool: Pool | None) -> tuple[Check, list[str]]:
    """The check, and the ids of events and figures that it stands on."""
    sentences = placed.sentences
    most = placed.claim.direction == "most"
    if pool is None:
        rule = sentences.say("superlative_rule", unit="?", scope=placed.scope)
        finding = sentences["superlative_no_value"]
        return Check(against="articles", verdict="unknown", finding=finding, rule=rule), []
    result = extreme_in(placed.window, pool.own, pool.others, most, placed.claim.number or 1)
    values = in_order([*pool.own, *pool.others])
    check = Check(
        against="articles",
        verdict=result.verdict if placed.window.known or result.verdict != "refuted" else "unknown",
        finding=told(placed, result, pool.unit, most),
        rule=sentences.say("superlative_rule", unit=pool.unit, scope=placed.scope),
        unit=pool.unit,
        own=result.own.shown(),
        rival=result.rival.shown() if result.rival else None,
        covers=covered(values),
        scope=placed.window.period,
        values=[one.shown() for one in values],
    )
    stands = [result.own, *([result.rival] if result.rival else [])]
    return check, [identifier for one in stands for identifier in one.ids]


def told(placed: Placed, result: Extreme, unit: str, most: bool) -> str:
    """The sentence for a comparison's result."""
    sentences = placed.sentences
    own = sentences.value(result.own, unit)
    if result.rival is None:
        return sentences.say("superlative_alone", own=own)
    key = "superlative_close"
    if result.verdict != "unknown":
        key = f"superlative_{result.verdict}_{'most' if most else 'least'}"
    rival = result.rival
    return sentences.say(key, own=own, rival=sentences.value(rival, unit), date=sentences.days(rival.days))


def _pools(placed: Placed, evidence: Evidence, names: Mapping[str, str]) -> list[Pool]:
    """The comparable values, of the units that the event itself has a value in."""
    event = placed.event or ""
    own: dict[str, list[Occurrence]] = {}
    others: dict[str, list[Occurrence]] = {}
    near: Counter[str] = Counter()
    for one in evidence.like(event, loosely=True):
        for value in evidence.values(one.id):
            quantity = value.measured.quantity
            if not fits(quantity, placed.claim.dimension, placed.language, value.sentence):
                continue
            unit = unit_of(quantity, placed.language)
            if placed.claim.dimension == "duration" and not lasts(
                value.sentence, value.text, placed.language, one.kind
            ):
                continue
            key = f"{one.id}/{value.days[0]}" if value.days else one.id
            source = names.get(value.measured.figure.according_to or "", "")
            occurrence = value.occurrence(key, value.days or evidence.days(one.id), source)
            if one.id == event and value.days is None:
                own.setdefault(unit, []).append(occurrence)
                near[unit] = max(near[unit], _nearness(placed, value))
            elif occurrence.days != placed.days and placed.window.holds(occurrence.days):
                others.setdefault(unit, []).append(occurrence)
    return [
        Pool(
            unit_name(unit, values[0].label, placed.language),
            _wholes(values),
            _wholes(others.get(unit, [])),
            near[unit],
        )
        for unit, values in own.items()
    ]


def _wholes(values: Sequence[Occurrence]) -> list[Occurrence]:
    """One value an event and source, the highest: the others are parts of it ("61 davon wurden abgefangen")."""
    best: dict[tuple[str, str], Occurrence] = {}
    for one in values:
        known = best.get((one.key, one.source))
        if known is None or one.value > known.value:
            best[one.key, one.source] = one
    return list(best.values())


def _nearness(placed: Placed, value: Value) -> int:
    """2 for a figure right before the claim ("214 Drohnen, so viele wie nie"), 1 for one not far from it, else 0."""
    figure = value.measured.figure
    if figure.article != placed.article:
        return 0
    before = placed.claim.key.start - figure.span.end
    return _RIGHT if 0 <= before < _BESIDE else int(abs(before) < _AROUND)


_RIGHT = 2
_BESIDE, _AROUND = 25, 300
"""Code points before a claim in which a figure is the one that it means, and around it in which it may be."""
