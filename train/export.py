"""A trained reader as the files that the package ships: 8 bits, for onnxruntime."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from lesart.encoder.settings import Settings as Shipped
from lesart.statements.neural.choose import BY_QUALITY
from lesart.statements.neural.labels import LEVELS, TAGS
from lesart.statements.neural.signals import COLUMNS
from lesart.statements.neural.views import ABOUT, HINTS
from train.entities import LABELS
from train.net import HEADS, WIDTH, Layer
from train.reader import Linker, Trunk
from train.settings import Settings

OPSET = 17
NAMES, AXES = ("pieces", "word", "first", "last", "signals"), ("length", "length", "words", "words", "more")
"""Inputs of the trunk, and what the first dimension of each counts (`more` is a word more)."""


class Fused(torch.autograd.Function):
    """Attention as the one operator that onnxruntime has for it: an eighth less time than its parts."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:  # noqa: ANN401 - torch's context
        return Layer.attend(q, k, v, None)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any) -> Any:  # noqa: ANN401 - torch's graph and values
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


def _fused(network: nn.Module) -> None:
    """Let all layers of a network attend by the fused operator."""
    for layer in network.modules():
        if isinstance(layer, Layer):
            layer.attend = lambda q, k, v, _: Fused.apply(q, k, v)  # type: ignore[method-assign]


def write_rows(weight: Tensor, path: Path) -> None:
    """A table of the pieces in 8 bits, a scale for each piece."""
    scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    rows = torch.round(weight / scale).to(torch.int8)
    np.savez(path, rows=rows.numpy(), scale=scale.numpy())


class OneTrunk(nn.Module):
    """The trunk over the embedded pieces of one window, without the dimension of the batch."""

    def __init__(self, trunk: Trunk) -> None:
        super().__init__()
        trunk.embedding.word = nn.Identity()
        self.trunk = trunk

    def forward(
        self, pieces: Tensor, word: Tensor, first: Tensor, last: Tensor, signals: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        return self.trunk(pieces[None], word[None], first, last, signals)


class OneLinker(nn.Module):
    """The linker over one candidate."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(
        self, states: Tensor, signals: Tensor, marks: Tensor, hints: Tensor, about: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        said = self.linker(states[None], signals[None], marks[None], hints[None], about[None])
        return said.roles[0], said.form[0], said.medium[0], said.quality[0]


def averaged(checkpoints: Mapping[Path, float]) -> dict[str, dict[str, Tensor]]:
    """The weights of trunk and linker, averaged over checkpoints with their shares."""
    total: dict[str, dict[str, Tensor]] = {}
    for path, share in checkpoints.items():
        state = torch.load(path, weights_only=True)
        for part in ("trunk", "linker"):
            own = total.setdefault(part, {})
            for name, weight in state[part].items():
                own[name] = own.get(name, torch.zeros_like(weight)) + share * weight
    return total


def export(work: Path, checkpoints: Mapping[Path, float], vectors: Path, folder: Path, settings: Settings) -> None:
    """Write the average of some checkpoints (their shares add up to 1), and the vectors, into a folder."""
    state = averaged(checkpoints)
    size = state["trunk"]["embedding.word.weight"].shape[0]
    trunk, linker = Trunk(size, settings.layers, 0.0, len(LABELS)), Linker(0.0)
    trunk.load_state_dict(state["trunk"])
    linker.load_state_dict(state["linker"])
    folder.mkdir(parents=True, exist_ok=True)
    write_rows(state["trunk"]["embedding.word.weight"], folder / "embedding.npz")
    write_rows(torch.load(vectors, weights_only=True)["rows"], folder / "vectors.npz")
    words, length = 9, 17
    signals = torch.zeros(words + 1, len(COLUMNS))
    numbers = torch.arange(words)
    inputs = (torch.randn(length, WIDTH), torch.full((length,), words), numbers + 1, numbers + 1, signals)
    axes = {name: {0: axis} for name, axis in zip(NAMES, AXES, strict=True)}
    write_graph(OneTrunk(trunk), inputs, axes, ("states", "tags", "entities"), folder / "trunk.onnx")
    marks = torch.tensor([0, 1, 2, 2, 4, 4, 4, 4, 4])
    inputs = (torch.randn(words, WIDTH), signals[:-1], marks, torch.zeros(words, HINTS), torch.zeros(ABOUT))
    axes = {key: {0: "words"} for key in ("states", "signals", "marks", "hints")} | {"about": {}}
    write_graph(OneLinker(linker), inputs, axes, ("roles", "form", "medium", "quality"), folder / "linker.onnx")
    shutil.copy(work / "tokenizer.json", folder / "tokenizer.json")
    about = Shipped(
        name=settings.name,
        licence=settings.licence,
        languages=settings.languages,
        columns=COLUMNS,
        width=WIDTH,
        tags=LEVELS * TAGS,
        entities=LABELS,
        keep=BY_QUALITY,
        confidence=BY_QUALITY,
        least=0.5,
    )
    (folder / "settings.json").write_bytes(msgspec.json.format(msgspec.json.encode(about)) + b"\n")


def write_graph(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    axes: dict[str, dict[int, str]],
    outputs: tuple[str, ...],
    path: Path,
) -> None:
    """One network as a graph with 8-bit weights (7 used, so that no sum of products overflows without VNNI)."""
    module.eval()
    _fused(module)
    whole = path.with_suffix(".whole.onnx")
    torch.onnx.export(
        module, inputs, str(whole), input_names=list(axes), output_names=list(outputs), dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        str(whole), str(path), op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    whole.unlink()
