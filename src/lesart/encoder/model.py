"""The model: `read` runs the trunk over an article, `link` one candidate through the linker.

Each window and each candidate is run alone: the scale of the 8-bit activations is that of one input, so that results
are the same whatever else is read, in whichever order and by however many processes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lesart.encoder.pieces import Pieces
from lesart.encoder.rows import Rows
from lesart.encoder.sessions import session
from lesart.encoder.settings import SHIPPED, settings_of
from lesart.encoder.threads import threads
from lesart.encoder.windows import Window, windows

Floats = NDArray[np.float32]

_BEGIN, _END = 0, 2
"""The pieces that mark the ends of a window."""


class Seen(NamedTuple):
    """What the trunk says of the words of an article."""

    states: Floats
    """[words, width]."""
    tags: Floats
    """Scores [words, tags]."""
    entities: Floats
    """Scores [words, labels of entities]."""


class Encoder:
    """The model of a folder with `embedding.npz`, `trunk.onnx`, `linker.onnx`, `tokenizer.json` and `settings.json`.

    Raises FileNotFoundError where one is missing.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self.settings = settings_of(folder)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._embedding = Rows(folder / "embedding.npz")
        self._trunk = session(folder / "trunk.onnx", threads)
        self._linker = session(folder / "linker.onnx", threads)

    def read(self, pieces: Pieces, signals: Floats, sentences: Sequence[int]) -> Seen:
        """What the trunk says of an article; `sentences` are the first words of its sentences."""
        widths = (self.settings.width, self.settings.tags, len(self.settings.entities))
        return read_windows(pieces, signals, sentences, widths, self._run)

    def _run(self, inputs: Mapping[str, Any]) -> Sequence[Any]:
        given = dict(inputs)
        return list(self._trunk.run(None, given | {"pieces": self._embedding(given.pop("ids"))}))

    def link(
        self, states: Floats, signals: Floats, marks: NDArray[np.int64], hints: Floats, about: Floats
    ) -> list[Any]:
        """The linker's outputs for one candidate over words with these states, signals, marks and hints."""
        inputs = {"states": states, "signals": signals, "marks": marks, "hints": hints, "about": about}
        return list(self._linker.run(None, inputs))


def read_windows(
    pieces: Pieces,
    signals: Floats,
    sentences: Sequence[int],
    widths: tuple[int, int, int],
    run: Callable[[Mapping[str, Any]], Sequence[Any]],
) -> Seen:
    """What a trunk says of an article, window by window; `widths` are those of its outputs.

    `run` gets the trunk's inputs by name and gives its outputs over the words of a window.
    """
    words = len(pieces.first)
    seen = Seen(*(np.zeros((words, width), np.float32) for width in widths))
    for window in windows(len(pieces.ids), [int(pieces.first[word]) for word in sentences]):
        low, high, inputs = _inputs(pieces, signals, window)
        said = run(inputs)
        begin, stop = (int(np.searchsorted(pieces.first, place)) for place in (window.answers, window.until))
        begin, stop = max(begin, low), min(stop, high)
        for whole, own in zip(seen, said, strict=True):
            whole[begin:stop] = own[begin - low : stop - low]
    return seen


def _inputs(pieces: Pieces, signals: Floats, window: Window) -> tuple[int, int, dict[str, Any]]:
    """The words of a window (half-open) and what the trunk wants of them."""
    low, high = (int(np.searchsorted(pieces.first, place)) for place in (window.first, window.stop))
    nothing = np.zeros((1, signals.shape[1]), np.float32)
    owner = np.clip(pieces.word[window.first : window.stop] - low, 0, high - low - 1)
    return (
        low,
        high,
        {
            "ids": np.concatenate([[_BEGIN], pieces.ids[window.first : window.stop], [_END]]),
            "word": np.concatenate([[high - low], owner, [high - low]]),
            "first": pieces.first[low:high] - window.first + 1,
            "last": np.minimum(pieces.last[low:high], window.stop - 1) - window.first + 1,
            "signals": np.concatenate([signals[low:high], nothing]),
        },
    )


@cache
def shipped() -> Encoder:
    """The encoder that the package brings, loaded once a process."""
    return Encoder(SHIPPED, threads())
