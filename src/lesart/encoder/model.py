"""The sessions of the model: `read` runs the trunk over an article, `link` one candidate through the linker.

Each window and each candidate is run alone: the scale of the 8-bit activations is that of one input, so that results
are the same whatever else is read, in whichever order and by however many processes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lesart.encoder.pieces import Pieces
from lesart.encoder.settings import SHIPPED, settings_of
from lesart.encoder.threads import threads
from lesart.encoder.windows import Window, windows

Floats = NDArray[np.float32]

_BEGIN, _END = 0, 2
"""The pieces that mark the ends of a window."""


class Encoder:
    """The model of a folder with `trunk.onnx`, `linker.onnx`, `tokenizer.json` and `settings.json`.

    Raises FileNotFoundError where one is missing.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self.settings = settings_of(folder)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._trunk = _session(folder / "trunk.onnx", threads)
        self._linker = _session(folder / "linker.onnx", threads)

    def read(self, pieces: Pieces, signals: Floats, sentences: Sequence[int]) -> tuple[Floats, Floats]:
        """States [words, width] and tag scores [words, tags]; `sentences` are the first words of the sentences."""
        settings = self.settings
        return read_windows(pieces, signals, sentences, (settings.width, settings.tags), self._run)

    def _run(self, inputs: Mapping[str, Any]) -> Sequence[Any]:
        return list(self._trunk.run(None, dict(inputs)))

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
    widths: tuple[int, int],
    run: Callable[[Mapping[str, Any]], Sequence[Any]],
) -> tuple[Floats, Floats]:
    """What a trunk says of an article, window by window: [words, width] twice, of these `widths`.

    `run` gets the trunk's inputs by name and gives the two outputs over the words of a window.
    """
    words = len(pieces.first)
    states, tags = (np.zeros((words, width), np.float32) for width in widths)
    for window in windows(len(pieces.ids), [int(pieces.first[word]) for word in sentences]):
        low, high, inputs = _inputs(pieces, signals, window)
        own, scores = run(inputs)
        begin, stop = (int(np.searchsorted(pieces.first, place)) for place in (window.answers, window.until))
        begin, stop = max(begin, low), min(stop, high)
        states[begin:stop], tags[begin:stop] = own[begin - low : stop - low], scores[begin - low : stop - low]
    return states, tags


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


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def shipped() -> Encoder:
    """The encoder that the package brings, loaded once a process."""
    return Encoder(SHIPPED, threads())
