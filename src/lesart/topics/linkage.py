"""Agglomerative clustering by average linkage: the two clusters most alike become one, until few are left."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def average_linkage(likeness: NDArray[np.float64], clusters: int, spread: float, alike: float) -> list[list[int]]:
    """Clusters of the rows of a symmetric matrix, each in order.

    `clusters` is how many are left, or fewer where some are as like each other as `alike`; `spread` is how much less
    alike large clusters are taken to be (times the logarithm of their sizes).
    """
    table = likeness.astype(float).copy()
    np.fill_diagonal(table, -np.inf)
    sizes = np.ones(len(table))
    members = [[place] for place in range(len(table))]
    alive = len(members)
    while alive > 1:
        logs = np.log(sizes)
        score = table - spread * (logs[:, None] + logs[None, :])
        best = int(np.argmax(score))
        a, b = divmod(best, len(table))
        if alive <= clusters and score[a, b] < alike:
            break
        share = sizes[a] / (sizes[a] + sizes[b])
        row = share * table[a] + (1 - share) * table[b]
        row[a] = row[b] = -np.inf
        table[a, :] = table[:, a] = row
        table[b, :] = table[:, b] = -np.inf
        members[a] += members[b]
        members[b] = []
        sizes[a] += sizes[b]
        alive -= 1
    return [sorted(found) for found in members if found]
