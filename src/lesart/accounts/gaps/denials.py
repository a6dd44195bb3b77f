"""One side raises what the other denies."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.told import Told

_SURE, _LESS_SURE = 0.8, 0.6
_FULL_ACCOUNT = 2
"""Points from which an account is more than a remark."""


def denials(a: Told, b: Told) -> Iterator[Gap]:
    """Topics of both with different status; the first side of a gap is the one that raises it."""
    for topic, point in a.points.items():
        other = b.points.get(topic)
        if other is None or other.status == point.status:
            continue
        raised, denied = (a, b) if point.status == "raised" else (b, a)
        full = min(len(a.points), len(b.points)) >= _FULL_ACCOUNT
        yield Gap(
            kind="denial",
            topic=topic,
            a=raised,
            b=denied,
            of_a=raised.points[topic].asserted,
            of_b=denied.points[topic].denied,
            score=_SURE if full else _LESS_SURE,
        )
