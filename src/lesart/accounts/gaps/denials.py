"""One side raises what the other denies."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.gaps.relation import nearest, points_back
from lesart.accounts.sayings import Saying
from lesart.accounts.told import Told

_SURE, _LESS_SURE = 0.8, 0.6
_FULL_ACCOUNT = 2
"""Points from which an account is more than a remark."""
_NARROW = 5
"""Sayings of both sides up to which a topic is so narrow that all of it belongs together."""
_EVIDENCE = 2
"""Sayings of each side that show it."""


def denials(a: Told, b: Told) -> Iterator[Gap]:
    """Topics of both with different status; the first side of a gap is the one that raises it.

    What is denied must have a word in common with what is raised, unless it points back to what was said ("Das war
    kein Thema") or the topic is narrow.
    """
    for topic, point in a.points.items():
        other = b.points.get(topic)
        if other is None or other.status == point.status:
            continue
        raised, denied = (a, b) if point.status == "raised" else (b, a)
        narrow = len(point.sayings) + len(other.sayings) <= _NARROW
        asserted = raised.points[topic].asserted
        pairs = [
            (said, against)
            for said in denied.points[topic].denied
            if (against := nearest(said, asserted) or (list(asserted) if narrow else []))
        ]
        if not pairs:
            continue
        said, against = min(pairs, key=lambda pair: points_back(pair[0]))
        full = min(len(a.points), len(b.points)) >= _FULL_ACCOUNT
        yield Gap(
            kind="denial",
            topic=topic,
            a=raised,
            b=denied,
            of_a=tuple(against[:_EVIDENCE]),
            of_b=_first(said, denied.points[topic].denied),
            score=_SURE if full else _LESS_SURE,
        )


def _first(saying: Saying, others: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """A saying and the next others."""
    return (saying, *(other for other in others if other is not saying))[:_EVIDENCE]
