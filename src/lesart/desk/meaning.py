"""Search by meaning: the statements whose vectors are nearest to a text's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lesart.desk.packing import unpacked
from lesart.desk.store import Store
from lesart.encoder.vectors import sentence_vectors


class Meaning:
    """The vectors of the newest statements of a store, loaded anew when there are others."""

    def __init__(self) -> None:
        self._state = (-1, -1)
        self._rows: NDArray[np.int64] = np.zeros(0, np.int64)
        self._table: NDArray[np.float32] = np.zeros((0, 0), np.float32)

    def nearest(self, store: Store, words: str, most: int = 20) -> list[tuple[int, float]]:
        """The statements (rows) nearest in meaning to some words, with the cosine, the nearest first."""
        self._load(store)
        if not len(self._rows):
            return []
        likeness = self._table @ sentence_vectors()(words)
        return [(int(self._rows[at]), float(likeness[at])) for at in np.argsort(-likeness)[:most]]

    def _load(self, store: Store) -> None:
        count, last = store.connection.execute(
            "SELECT count(*), coalesce(max(id), 0) FROM article WHERE current = 1"
        ).fetchone()
        if (count, last) == self._state:
            return
        found = store.connection.execute(
            "SELECT vector.statement, numbers FROM vector JOIN said ON said.statement = vector.statement"
        ).fetchall()
        self._rows = np.array([row for row, _ in found], np.int64)
        self._table = np.array([unpacked(numbers) for _, numbers in found], np.float32)
        self._state = (count, last)
