"""Vectors as the store keeps them: half floats, little end first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lesart.encoder.vectors import sentence_vectors


def packed(words: str) -> bytes:
    """The vector of some words."""
    return sentence_vectors()(words).astype("<f2").tobytes()


def unpacked(numbers: bytes) -> NDArray[np.float16]:
    """A vector as it was kept."""
    return np.frombuffer(numbers, "<f2")
