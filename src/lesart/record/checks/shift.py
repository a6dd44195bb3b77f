"""Whether values are higher or lower than those before: the rank-sum test of Mann and Whitney (1947)."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from lesart.model import ClaimDirection, Verdict

_LEAST = 3
"""Values that each side needs."""
_SIGMA = 1.645
"""One-sided 5 %, by the normal approximation."""


class Shift(Struct, frozen=True):
    """The means before and after, and what they say of the claimed direction."""

    verdict: Verdict
    before: float
    after: float


def shifted(before: Sequence[float], after: Sequence[float], direction: ClaimDirection) -> Shift | None:
    """Hold the values after a day against those before; None where one side has too few.

    Supported where the ranks differ in the claimed direction at 5 %, refuted where they do in the other one, else
    unknown.
    """
    if min(len(before), len(after)) < _LEAST:
        return None
    wins = sum((b > a) + (b == a) / 2 for a in before for b in after)
    pairs = len(before) * len(after)
    sigma = sqrt(pairs * (len(before) + len(after) + 1) / 12)
    z = (wins - pairs / 2) / sigma
    sign = {"up": 1, "down": -1, "none": 0}[direction]
    moved = abs(z) >= _SIGMA
    if sign == 0:
        verdict: Verdict = "refuted" if moved else "supported"
    else:
        verdict = "unknown" if not moved else "supported" if z * sign > 0 else "refuted"
    return Shift(verdict, sum(before) / len(before), sum(after) / len(after))
