"""Pieces of words: what the encoder reads instead of words, and which pieces are whose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Numbers = NDArray[np.int64]


class Pieces(NamedTuple):
    """A text in pieces: their ids, the word that each is of, and the first and last piece of each word."""

    ids: Numbers
    """Shape [pieces]."""
    word: Numbers
    """Shape [pieces]."""
    first: Numbers
    """Shape [words]."""
    last: Numbers
    """Shape [words]."""


def pieces_of(tokenizer: Tokenizer, text: str, words: Sequence[tuple[int, int]]) -> Pieces:
    """Cut a text; `words` are offsets in order. A word whose letters the tokenizer drops gets the piece beside it."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoding.ids, np.int64)
    offsets = np.array(encoding.offsets, np.int64).reshape(-1, 2)
    starts = np.array([start for start, _ in words], np.int64)
    ends = np.array([end for _, end in words], np.int64)
    if not len(ids) or not len(starts):
        return Pieces(ids[:0], ids[:0], ids[:0], ids[:0])
    first = np.minimum(np.searchsorted(offsets[:, 1], starts, "right"), len(ids) - 1)
    last = np.maximum(np.searchsorted(offsets[:, 0], ends, "left") - 1, first)
    word = np.maximum(np.searchsorted(starts, offsets[:, 1], "left") - 1, 0)
    word = np.minimum(word, np.maximum(np.searchsorted(starts, offsets[:, 0], "right") - 1, 0))
    return Pieces(ids, word, first, last)
