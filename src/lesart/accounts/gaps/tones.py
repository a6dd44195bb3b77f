"""Two sides speak of the event in opposite tones."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.leaning import CLEAR
from lesart.accounts.sayings import Saying
from lesart.accounts.told import Told

_FEWEST = 2
"""Sayings from which an account has a tone that can be set against another's."""
_EVIDENCE = 2
"""Sayings of each side that show its tone."""


def tones(a: Told, b: Told) -> Iterator[Gap]:
    """A gap where one tone is positive and the other negative, with the sayings that carry them most."""
    if min(a.tone, b.tone) >= -CLEAR or max(a.tone, b.tone) <= CLEAR or min(_count(a), _count(b)) < _FEWEST:
        return
    score = round(min(1.0, abs(a.tone - b.tone) / 2 + 0.2), 2)
    yield Gap("tone", None, a, b, _strongest(a), _strongest(b), score, (_word(a.tone), _word(b.tone)))


def _count(told: Told) -> int:
    return sum(len(point.sayings) for point in told.points.values())


def _strongest(told: Told) -> tuple[Saying, ...]:
    said = {saying.statement.id: saying for point in told.points.values() for saying in point.sayings}
    carrying = [saying for saying in said.values() if saying.statement.tone * told.tone > 0]
    return tuple(sorted(carrying, key=lambda saying: -abs(saying.statement.tone))[:_EVIDENCE])


def _word(tone: float) -> str:
    return "positive" if tone > 0 else "negative"
