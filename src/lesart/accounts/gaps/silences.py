"""One side tells of a subject of talks that the other, with an account of its own, leaves out.

Only talks have subjects of which one expects to hear from both sides. Shown is what one side makes more of than of a
passing remark, and of each two sides only what weighs most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.told import SidePoint, Told
from lesart.model import EventKind

_TALKS: frozenset[EventKind] = frozenset(["call", "meeting", "talks"])
_FULL_ACCOUNT = 3
"""Topics from which an account is one of the whole event."""
_PASSING = 10
"""Words up to which something is said in passing."""
_MOST = 1


def silences(a: Told, b: Told, kind: EventKind, names: Mapping[str, Set[str]]) -> Iterator[Gap]:
    """Topics that `a` raises and `b` does not have; `names` are the stems of the words that name each topic."""
    if kind not in _TALKS or min(len(a.points), len(b.points)) < _FULL_ACCOUNT:
        return
    said = {word.stem for point in b.points.values() for saying in point.sayings for word in saying.words}
    missing = [
        point
        for topic, point in a.points.items()
        if topic not in b.points
        and point.status == "raised"
        and _weight(point) > _PASSING
        and not said & names.get(topic, frozenset())
    ]
    for point in sorted(missing, key=_weight, reverse=True)[:_MOST]:
        yield Gap("silence", point.topic, a, b, point.sayings, (), round(min(0.6, 0.3 + 0.01 * _weight(point)), 2))


def _weight(point: SidePoint) -> int:
    """The words that a side spends on a topic."""
    return sum(len(saying.words) for saying in point.sayings)
