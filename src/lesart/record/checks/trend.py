"""Whether values rise or fall over time: Kendall's rank correlation with the order of their days."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from msgspec import Struct

from lesart.model import ClaimDirection, Verdict

LEAST = 3
"""Values that a trend needs; two where they are the beginning and the end of what is claimed."""
_STRONG = 0.6
"""tau from which a short series carries a trend."""
_MANY = 8
"""Values from which the normal approximation of Kendall's S is used (Mann 1945; Kendall 1975, ch. 4)."""
_SIGMA = 1.645
"""One-sided 5 %."""
_LONGEST = 2_000
"""Values that are compared pair by pair; longer series are thinned evenly."""


class Trend(Struct, frozen=True):
    """tau from -1 to 1, what it says of the claimed direction, and the means of the first and the second half."""

    verdict: Verdict
    tau: float
    count: int
    before: float
    after: float


def trend(values: Sequence[float], direction: ClaimDirection) -> Trend | None:
    """Hold values in order of time against "up", "down" or "none"; None where they are too few to tell anything.

    Up to seven values the claim is supported from |tau| 0.6 in its direction; from eight on where the Mann-Kendall test
    is significant at 5 % (one-sided). It is refuted where tau points the other way or nowhere (|tau| below 0.2), else
    unknown. "none" is supported where no test finds a trend, refuted where one does.
    """
    if len(values) < LEAST - 1:
        return None
    if len(values) > _LONGEST:
        step = len(values) / _LONGEST
        values = [values[int(place * step)] for place in range(_LONGEST)]
    score = sum((b > a) - (b < a) for a, b in combinations(values, 2))
    pairs = len(values) * (len(values) - 1) / 2
    tau = score / pairs
    sign = {"up": 1, "down": -1, "none": 0}[direction]
    carried = _carries(score, tau, len(values))
    half = len(values) // 2
    first, last = values[:half], values[len(values) - half :]
    if sign == 0:
        verdict: Verdict = "refuted" if carried else "supported"
    elif carried and tau * sign > 0:
        verdict = "supported"
    elif tau * sign < _NOWHERE:
        verdict = "refuted"
    else:
        verdict = "unknown"
    return Trend(verdict, tau, len(values), sum(first) / half, sum(last) / half)


_NOWHERE = 0.2
"""tau in the claimed direction below which the values do not go there."""


def _carries(score: int, tau: float, count: int) -> bool:
    """Whether the order of the values is more than chance would make it."""
    if count < _MANY:
        return abs(tau) >= _STRONG
    sigma = sqrt(count * (count - 1) * (2 * count + 5) / 18)
    return (abs(score) - 1) / sigma >= _SIGMA
