"""The network in torch: a post-norm transformer as in BERT, loaded from the base."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, INNER, POSITIONS, EPSILON = 384, 12, 1536, 512, 1e-12


class Layer(nn.Module):
    """One transformer layer; `x` is [batch, length, width], `mask` [batch, 1, 1, length], true where a token is."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        q, k, v = self.qkv(x).split(WIDTH, -1)
        x = self.norm(x + self.drop(self.out(self.attend(q, k, v, mask))))
        return self.last(x + self.drop(self.outer(F.gelu(self.inner(x)))))

    @staticmethod
    def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
        """Attention of all heads, [batch, length, width] each."""
        batch, length, _ = q.shape
        heads = (one.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for one in (q, k, v))
        seen = F.scaled_dot_product_attention(*heads, attn_mask=mask)
        return seen.transpose(1, 2).reshape(batch, length, WIDTH)

    def load_base(self, tensors: dict[str, np.ndarray[Any, Any]], number: int) -> None:
        """Take the weights of layer `number` of the base."""
        here = f"l{number}."
        get = lambda name, *shape: torch.from_numpy(tensors[here + name].copy()).view(*shape)  # noqa: E731
        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([get(f"{part}.w", WIDTH, WIDTH) for part in "qkv"]))
            self.qkv.bias.copy_(torch.cat([get(f"{part}.b", WIDTH) for part in "qkv"]))
            for name, module in (("ao", self.out), ("fi", self.inner), ("fo", self.outer)):
                module.weight.copy_(get(f"{name}.w", *module.weight.shape))
                module.bias.copy_(get(f"{name}.b", -1))
            for name, norm in (("aln", self.norm), ("oln", self.last)):
                norm.weight.copy_(get(f"{name}.w", -1))
                norm.bias.copy_(get(f"{name}.b", -1))


class Embedding(nn.Module):
    """Pieces and positions to vectors; `ids` is [batch, length]."""

    def __init__(self, pieces: int, drop: float) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(drop)

    def forward(self, ids: Tensor, more: Tensor | None = None) -> Tensor:
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        return self.drop(self.norm(x if more is None else x + more))

    def load_base(self, tensors: dict[str, np.ndarray[Any, Any]], kept: list[int]) -> None:
        """Take the rows `kept` of the base's vocabulary; the one type of token is added to the positions."""
        with torch.no_grad():
            words = torch.from_numpy(tensors["emb.word"]).view(-1, WIDTH)
            self.word.weight.copy_(words[kept])
            kind = torch.from_numpy(tensors["emb.type"]).view(-1, WIDTH)[0]
            self.position.weight.copy_(torch.from_numpy(tensors["emb.pos"]).view(-1, WIDTH)[:POSITIONS] + kind)
            self.norm.weight.copy_(torch.from_numpy(tensors["emb.ln.w"]))
            self.norm.bias.copy_(torch.from_numpy(tensors["emb.ln.b"]))
