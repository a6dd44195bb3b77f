"""What the statements of an article are about and how they evaluate, read together and in their order.

A network of its own (`senses.onnx`): layers over the words of the statements, those that introduce them before those
that they say, so that "das" and "er" have what they point to beside them. It shares tokenizer and embedding with the
reader of articles.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lesart.encoder.rows import Rows
from lesart.encoder.sessions import session
from lesart.encoder.settings import SHIPPED
from lesart.encoder.threads import threads

Floats = NDArray[np.float32]

WIDTH, TONES = 192, 3
"""Numbers of a vector; tones: negative, neutral, positive."""
LONGEST = 384
"""Pieces of a window, its two ends left out."""
MOST_SAID, MOST_BEFORE = 120, 40
"""Pieces of what is said, and of what introduces it, that are read."""
_BEGIN, _END, _UNKNOWN = 0, 2, 3


class Told(NamedTuple):
    """The words of a statement."""

    frame: str
    """Those that introduce it."""
    content: str


class Sense(NamedTuple):
    """What the network says of one statement."""

    vector: Floats
    """[WIDTH]: cosines of what is on one topic are high, once the mean of a comparison is taken off."""
    bad: float
    """The chance that it speaks ill of what it is about."""
    good: float
    """The chance that it speaks well of it."""


class Window(NamedTuple):
    """Statements that are read together."""

    ids: list[int]
    """Pieces with the two ends."""
    said: list[range]
    """The places of what each statement says."""
    before: list[range]
    """The places of what introduces it; of what it says where nothing does."""


def windows_of(tokenizer: Tokenizer, told: Sequence[Told]) -> list[Window]:
    """The statements of an article in windows, each in one window, all in their order."""
    found: list[Window] = []
    for frame, content in told:
        first = tokenizer.encode(frame, add_special_tokens=False).ids[:MOST_BEFORE]
        then = tokenizer.encode(content, add_special_tokens=False).ids[:MOST_SAID] or [_UNKNOWN]
        if not found or len(found[-1].ids) + len(first) + len(then) > LONGEST + 1:
            found.append(Window([_BEGIN, _END], [], []))
        window = found[-1]
        start = len(window.ids) - 1
        place = start + len(first)
        said = range(place, place + len(then))
        window.ids[start:] = [*first, *then, _END, _END]
        window.said.append(said)
        window.before.append(range(start, place) or said)
    return found


class Senses:
    """The network of a folder with `senses.onnx`, `embedding.npz` and `tokenizer.json`.

    Raises FileNotFoundError where one is missing.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """`threads` windows are read at a time (0: one a core), each by itself."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._embedding = Rows(folder / "embedding.npz")
        self._session = session(folder / "senses.onnx", 1)
        self._threads = threads or os.cpu_count() or 1

    def __call__(self, articles: Sequence[Sequence[Told]]) -> list[list[Sense]]:
        """The senses of the statements of each article, in their order."""
        windows = [windows_of(self._tokenizer, told) for told in articles]
        with ThreadPoolExecutor(self._threads) as pool:
            read = pool.map(self._read, (window for own in windows for window in own))
            return [[sense for _ in own for sense in next(read)] for own in windows]

    def _read(self, window: Window) -> list[Sense]:
        said, before = (_means(places, len(window.ids)) for places in (window.said, window.before))
        inputs = {"pieces": self._embedding(window.ids), "said": said, "before": before}
        vectors, tones = self._session.run(None, inputs)
        return [Sense(vector, float(bad), float(good)) for vector, (bad, _, good) in zip(vectors, tones, strict=True)]


def _means(places: Sequence[range], length: int) -> Floats:
    """The shares [statements, length] of pieces in the means of statements."""
    shares = np.zeros((len(places), length), np.float32)
    for row, own in zip(shares, places, strict=True):
        row[own.start : own.stop] = 1 / len(own)
    return shares


@cache
def shipped_senses() -> Senses:
    """The network that the package brings, loaded once a process."""
    return Senses(SHIPPED, threads())
