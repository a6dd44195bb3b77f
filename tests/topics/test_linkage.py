"""Average linkage on small matrices."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lesart.topics.linkage import average_linkage


def _likeness(groups: list[int]) -> np.ndarray:  # type: ignore[type-arg]
    codes = np.array(groups)
    return np.where(codes[:, None] == codes[None, :], 2.0, -3.0)


def test_what_is_alike_comes_together() -> None:
    found = average_linkage(_likeness([0, 1, 0, 2, 1]), 3, 0.2, 0.0)
    assert sorted(map(tuple, found)) == [(0, 2), (1, 4), (3,)]


def test_what_is_alike_comes_together_beyond_the_number() -> None:
    assert len(average_linkage(_likeness([0, 0, 0, 0]), 3, 0.2, 0.0)) == 1


@given(st.lists(st.integers(0, 4), min_size=1, max_size=15), st.integers(1, 6))
def test_every_row_is_in_one_cluster(groups: list[int], clusters: int) -> None:
    found = average_linkage(_likeness(groups), clusters, 0.2, 0.0)
    assert sorted(place for cluster in found for place in cluster) == list(range(len(groups)))
    assert len(found) <= max(clusters, len(set(groups)))
