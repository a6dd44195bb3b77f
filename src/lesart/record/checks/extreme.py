"""Whether a value is the highest or lowest of those that it can be held against."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lesart.model import Verdict
from lesart.record.checks.occurrence import Occurrence
from lesart.record.checks.window import Window


class Extreme(Struct, frozen=True):
    """The verdict, with the values that decide it: those above the claim's own, else the next one."""

    verdict: Verdict
    own: Occurrence
    rival: Occurrence | None
    above: Sequence[Occurrence]


def extreme(own: Sequence[Occurrence], others: Sequence[Occurrence], most: bool, rank: int = 1) -> Extreme:
    """Hold an event's own values (one a source, at least one) against the others'.

    `rank` 1 claims the first place, 2 the second. Refuted where so many others are surely beyond every own value;
    supported where every own value is surely beyond all but those that the rank leaves room for, or where the highest
    own one is and every source that gives both numbers says so too; else unknown: the ranges of the numbers overlap, or
    nothing is there to compare with.
    """
    best = max(own, key=lambda one: one.high if most else -one.low)
    worst = min(own, key=lambda one: one.low if most else -one.high)
    above = [other for other in others if _is_beyond(other, best, most)]
    beyond = {other.key for other in above}
    least = best if _agree(own, others, most) else worst
    perhaps = {other.key for other in others if not _is_beyond(least, other, most)}
    above.sort(key=lambda one: -one.low if most else one.high)
    below = [other for other in others if other.key not in beyond]
    next_one = max(below, key=lambda one: one.value if most else -one.value, default=None)
    if len(beyond) >= rank:
        return Extreme("refuted", best, above[rank - 1], above)
    if others and len(perhaps) == len(beyond) == rank - 1:
        return Extreme("supported", best, next_one, above)
    return Extreme("unknown", best, next_one, above)


def extreme_in(
    window: Window, own: Sequence[Occurrence], others: Sequence[Occurrence], most: bool, rank: int = 1
) -> Extreme:
    """The same for the most "since" some days: what is beyond on these days is the mark that it is measured from."""
    result = extreme(own, others, most, rank)
    marks = {other.key for other in result.above if not window.holds_rival(other.days)}
    return extreme(own, [other for other in others if other.key not in marks], most, rank) if marks else result


def _is_beyond(one: Occurrence, other: Occurrence, most: bool) -> bool:
    """Whether a value is surely higher (or lower) than another, whatever their bounds leave open.

    "mehr als 90" is surely above 80; between "knapp 60" and 55 nothing is sure.
    """
    return one.low > other.high if most else one.high < other.low


def _agree(own: Sequence[Occurrence], others: Sequence[Occurrence], most: bool) -> bool:
    """Whether a source gives an own value and others, and each such source has its own surely beyond its others."""
    pairs = [(mine, other) for mine in own for other in others if mine.source and mine.source == other.source]
    return bool(pairs) and all(_is_beyond(mine, other, most) for mine, other in pairs)
