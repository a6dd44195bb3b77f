"""One side tells of a subject of talks that the other, with an account of its own, leaves out.

Only talks have subjects of which one expects to hear from both sides. Shown is what one side makes more of than of a
passing remark, the weightiest first and not more than two of a side.
"""

from __future__ import annotations

from collections.abc import Iterator

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.told import SidePoint, Told
from lesart.model import EventKind

_TALKS: frozenset[EventKind] = frozenset(["call", "meeting", "talks"])
_FULL_ACCOUNT = 3
"""Topics from which an account is one of the whole event."""
_PASSING = 6
"""Words up to which something is said in passing."""
_MOST = 2


def silences(a: Told, b: Told, kind: EventKind, said: set[str]) -> Iterator[Gap]:
    """Topics that `a` raises and `b` does not have; `said` are the stems of all that `b` says of the event."""
    if kind not in _TALKS or min(len(a.points), len(b.points)) < _FULL_ACCOUNT:
        return
    missing = [
        p for topic, p in a.points.items() if topic not in b.points and p.status == "raised" and not _named(p, said)
    ]
    missing = [point for point in missing if _weight(point) > _PASSING]
    for point in sorted(missing, key=_weight, reverse=True)[:_MOST]:
        score = round(min(0.6, 0.3 + 0.01 * _weight(point)), 2)
        yield Gap("silence", point.topic, a, b, point.sayings, (), score)


def _weight(point: SidePoint) -> int:
    """The words that a side spends on a topic."""
    return sum(len(saying.words) for saying in point.sayings)


def _named(point: SidePoint, said: set[str]) -> bool:
    """Whether the other side has a word of the topic in what it says, so that it is not silent on it."""
    return any(word.stem in said and len(word.stem) > _PASSING for saying in point.sayings for word in saying.words)
