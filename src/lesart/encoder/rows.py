"""Tables with a row for each piece, in 8 bits: the embedding, and the vectors that add up to that of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


class Rows:
    """Rows of 8-bit numbers with a scale each, from a file of numpy with `rows` [pieces, width] and `scale`."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as stored:
            self._rows: NDArray[np.int8] = stored["rows"]
            self._scale: NDArray[np.float32] = stored["scale"]

    def __call__(self, ids: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """The vectors [pieces, width] of some pieces."""
        return self._rows[ids].astype(np.float32) * self._scale[ids]
