"""The network that reads statements: a trunk over pieces, tags of contents, and roles for one marked content."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from lesart.statements.neural.labels import FORMS, LEVELS, MEDIA, PARTS, TAGS
from lesart.statements.neural.signals import COLUMNS
from lesart.statements.neural.views import ABOUT, HINTS, MARKS
from train.net import EPSILON, WIDTH, Embedding, Layer


class Linked(NamedTuple):
    """What the linker says of N candidates over W words."""

    roles: Tensor
    """[N, W, PARTS]."""
    form: Tensor
    """[N, forms]."""
    medium: Tensor
    """[N, media + 1]; the last is none."""
    quality: Tensor
    """[N]: the logit of the token F1 to expect with a gold statement."""


class Trunk(nn.Module):
    """Pieces and signals to word states, tags and labels of named entities."""

    def __init__(self, pieces: int, layers: int, drop: float, labels: int) -> None:
        super().__init__()
        self.embedding = Embedding(pieces, drop)
        self.signal = nn.Linear(len(COLUMNS), WIDTH, bias=False)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))
        self.mix = nn.Linear(2 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.hidden = nn.Linear(WIDTH + len(COLUMNS), WIDTH)
        self.tags = nn.Linear(WIDTH, LEVELS * TAGS)
        self.naming = nn.Linear(WIDTH + len(COLUMNS), WIDTH)
        self.names = nn.Linear(WIDTH, labels)
        self.drop = nn.Dropout(drop)
        with torch.no_grad():
            self.signal.weight.mul_(0.02)
            self.mix.weight.mul_(0.1)
            self.mix.weight[:, :WIDTH] += torch.eye(WIDTH)

    def forward(
        self, ids: Tensor, word: Tensor, first: Tensor, last: Tensor, signals: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """States [words, width], tags [words, LEVELS * TAGS] and entities [words, labels].

        `ids` and `word` are [batch, length], `word` a row of `signals` ([words + 1, columns], the last all zero);
        `first` and `last` ([words]) are flat places in `ids`; `mask` as in Layer.
        """
        low = self.embedding(ids, self.signal(signals)[word])
        x = low
        for layer in self.layers:
            x = layer(x, mask)
        both = torch.cat([x, low], -1).reshape(-1, 2 * WIDTH)
        states = self.norm(self.mix((both[first] + both[last]) / 2))
        seen = self.drop(torch.cat([states, signals[:-1]], -1))
        return states, self.tags(F.gelu(self.hidden(seen))), self.names(F.gelu(self.naming(seen)))


class Linker(nn.Module):
    """Word states around one marked content to its roles, form, medium and quality."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.mark = nn.Embedding(MARKS, WIDTH)
        self.hint = nn.Linear(HINTS, WIDTH, bias=False)
        self.signal = nn.Linear(len(COLUMNS), WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layer = Layer(drop)
        self.role = nn.Linear(WIDTH + HINTS, WIDTH)
        self.roles = nn.Linear(WIDTH, len(PARTS))
        self.pooled = nn.Linear(2 * WIDTH + ABOUT, WIDTH)
        self.form = nn.Linear(WIDTH, len(FORMS))
        self.medium = nn.Linear(WIDTH, len(MEDIA) + 1)
        self.quality = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(drop)
        with torch.no_grad():
            self.mark.weight.mul_(0.3)

    def forward(
        self, states: Tensor, signals: Tensor, marks: Tensor, hints: Tensor, about: Tensor, mask: Tensor | None = None
    ) -> Linked:
        """`states` [N, W, width], `signals` [N, W, columns], `marks` [N, W], `hints` [N, W, HINTS],
        `about` [N, ABOUT].
        """
        x = self.norm(states + self.mark(marks) + self.hint(hints) + self.signal(signals))
        x = self.layer(x, mask)
        roles = self.roles(F.gelu(self.role(self.drop(torch.cat([x, hints], -1)))))
        inside = ((marks == 1) | (marks == 2)).unsqueeze(-1).to(x.dtype)
        mean = (x * inside).sum(1) / inside.sum(1)
        begin = (x * (marks == 1).unsqueeze(-1).to(x.dtype)).sum(1)
        pooled = self.drop(F.gelu(self.pooled(torch.cat([mean, begin, about], -1))))
        return Linked(roles, self.form(pooled), self.medium(pooled), self.quality(pooled).squeeze(-1))
