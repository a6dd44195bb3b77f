"""Vectors of sentences: a row for each piece, added up. They need no runtime."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lesart.encoder.rows import Rows
from lesart.encoder.settings import SHIPPED

_END = 2
"""The piece that stands for a text without pieces."""


class Vectors:
    """The vectors of a model's folder, with its `vectors.npz` and `tokenizer.json`."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._rows = Rows(folder / "vectors.npz")

    def __call__(self, text: str) -> NDArray[np.float32]:
        """The vector [width] of a sentence or statement, of length 1: cosines of what means the same are high.

        The mean of all sentences is taken off, so that those of unlike ones are about 0. A text without pieces has
        the vector of its end.
        """
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids or [_END]
        total = self._rows(ids).sum(axis=0)
        vector: NDArray[np.float32] = np.divide(total, np.linalg.norm(total), dtype=np.float32)
        return vector


@cache
def sentence_vectors() -> Vectors:
    """The vectors that the package brings, loaded once a process."""
    return Vectors(SHIPPED)
