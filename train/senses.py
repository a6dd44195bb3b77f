"""The network of senses: what statements are about and how they evaluate, learnt from our own annotated dossiers.

    python -m train.senses WORK FOLDER

Layers of the base over the statements of an article, windows as `lesart.encoder.senses` makes them; what a statement
says is the mean of its pieces. A vector learns which statements of a dossier are on one topic (each pair, and each
statement against all others) and which topic's label each belongs to; the tones learn those of statements and, as
means, of accounts. The base's embedding stays as it is, because the reader's is shipped with it. Writes WORK/senses.pt
after each epoch and WORK/senses.log, and FOLDER/senses.onnx at the end.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from pathlib import Path

import msgspec
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from lesart.encoder.senses import TONES, Window
from lesart.encoder.senses import WIDTH as SENSE
from train.base import decode, fetch
from train.dossiers import Dossier, dossiers
from train.export import write_graph
from train.finetune import HALF
from train.net import WIDTH, Embedding
from train.settings import MODELS
from train.vectors import Teacher, padded

FINE, NAMED = 0.15, 0.1
"""Temperatures of the likeness to other statements and to the labels of topics."""
BESIDE = 0.3
"""What each of the two losses with a temperature weighs beside that of pairs."""
SURER = 1.5
"""By how much the mean of the tones of statements is made surer for an account."""
DECAY, CLIP, WARM = 0.01, 1.0, 0.1
"""AdamW's weight decay; the largest norm of a gradient; the share of the steps in which the rates grow."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `models/senses.toml` says; the file explains each."""

    layers: int
    drop: float
    epochs: int
    rate: float
    head_rate: float
    batch: int
    tones: float
    seed: int
    held: tuple[str, ...]


class Senses(nn.Module):
    """Embedded pieces of a window, and the shares of pieces in the means of its statements, to vectors and tones."""

    def __init__(self, embedding: Embedding, layers: nn.ModuleList, drop: float) -> None:
        super().__init__()
        self.embedding, self.layers = embedding, layers
        self.vector = nn.Linear(WIDTH, SENSE)
        self.hidden = nn.Linear(2 * WIDTH, SENSE)
        self.tone = nn.Linear(SENSE, TONES)
        self.drop = nn.Dropout(drop)

    def states(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """[batch, length, width] of pieces, or embedded pieces; `mask` as in Layer."""
        x = self.embedding(ids)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def heads(self, said: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors and scores of tones from the means of what is said and of what introduces it [statements, width]."""
        both = self.drop(torch.cat([said, before], -1))
        return self.vector(self.drop(said)), self.tone(F.gelu(self.hidden(both)))

    def forward(self, pieces: Tensor, said: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors and chances of tones of one window, as they are shipped."""
        x = self.states(pieces[None], None)[0]
        vectors, tones = self.heads(said @ x, before @ x)
        return vectors, tones.softmax(-1)


class Pairs(nn.Module):
    """The loss of a dossier, with the slope of the likeness of pairs."""

    def __init__(self, senses: Senses, tones: float) -> None:
        super().__init__()
        self.senses, self.tones = senses, tones
        self.slope, self.bias = nn.Parameter(torch.tensor(6.0)), nn.Parameter(torch.tensor(-2.5))

    def forward(self, dossier: Dossier) -> Tensor:
        vectors, tones = self._read(dossier.windows)
        topics = torch.tensor(dossier.topics)
        loss = self._topics(vectors, topics) + self._labels(vectors, topics, dossier.labels)
        known = torch.tensor(dossier.tones)
        if (known >= 0).any():
            loss = loss + self.tones * F.cross_entropy(tones[known >= 0], known[known >= 0])
        if dossier.accounts:
            told = torch.stack([tones[places].mean(0) for _, places in dossier.accounts])
            wanted = torch.tensor([tone for tone, _ in dossier.accounts])
            loss = loss + self.tones * F.cross_entropy(SURER * told, wanted)
        return loss

    def _states(self, rows: list[list[int]]) -> tuple[Tensor, Tensor]:
        ids, mask = padded(rows)
        with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
            return self.senses.states(ids, mask[:, None, None, :]).float(), mask

    @torch.no_grad()
    def centre(self, told: list[Dossier]) -> None:
        """Take the mean of all vectors off, so that those of a few statements are comparable too."""
        self.senses.eval()
        vectors = torch.cat([self._read(dossier.windows)[0] for dossier in told])
        self.senses.vector.bias -= vectors.mean(0)

    def _read(self, windows: list[Window]) -> tuple[Tensor, Tensor]:
        x, _ = self._states([window.ids[1:-1] for window in windows])
        said, before = (
            torch.stack(
                [x[n, own.start : own.stop].mean(0) for n, window in enumerate(windows) for own in choose(window)]
            )
            for choose in (lambda window: window.said, lambda window: window.before)
        )
        return self.senses.heads(said, before)

    def _topics(self, vectors: Tensor, topics: Tensor) -> Tensor:
        own = F.normalize(vectors - vectors.mean(0), dim=-1)
        likeness = own @ own.T
        same = (topics[:, None] == topics[None, :]) & (topics >= 0)[:, None]
        one, other = torch.triu_indices(len(topics), len(topics), 1)
        pairs = self.slope * likeness[one, other] + self.bias
        loss = F.binary_cross_entropy_with_logits(pairs, same[one, other].float())
        itself = torch.eye(len(topics), dtype=torch.bool)
        scores, same = (likeness / FINE).masked_fill(itself, -1e4), same & ~itself
        has = same.any(1)
        if has.any():
            near = torch.logsumexp(scores.masked_fill(~same, -1e4), 1) - torch.logsumexp(scores, 1)
            loss = loss - BESIDE * near[has].mean()
        return loss

    def _labels(self, vectors: Tensor, topics: Tensor, labels: list[list[int]]) -> Tensor:
        if not (topics >= 0).any():
            return torch.zeros(())
        x, mask = self._states(labels)
        names = self.senses.vector((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True))
        scores = F.normalize(vectors, dim=-1) @ F.normalize(names - names.mean(0), dim=-1).T
        return BESIDE * F.cross_entropy(scores[topics >= 0] / NAMED, topics[topics >= 0])


def network(work: Path, tokenizer: Tokenizer, settings: Settings) -> Senses:
    """The first layers of the base with new heads; the embedding does not learn."""
    base = Teacher(decode(fetch(work)), tokenizer)
    base.embedding.word.weight.requires_grad = False
    return Senses(base.embedding, base.layers[: settings.layers], settings.drop)


def train_senses(work: Path, settings: Settings) -> Senses:
    """The trained network; goes on from the last epoch where it was stopped."""
    torch.manual_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(work / "tokenizer.json"))
    told = dossiers(tokenizer, settings.held)
    pairs = Pairs(network(work, tokenizer, settings), settings.tones)
    new = [weight for name, weight in pairs.named_parameters() if ".layers." not in name and ".embedding." not in name]
    old = [w for name, w in pairs.named_parameters() if ".layers." in name or ".embedding." in name if w.requires_grad]
    rates = [settings.rate, settings.head_rate]
    steps = -(-len(told) // settings.batch)
    optimizer = torch.optim.AdamW([{"params": old}, {"params": new}], weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, settings.epochs * steps, pct_start=WARM)
    path, log, first = work / "senses.pt", work / "senses.log", 0
    if path.exists():
        kept = torch.load(path, weights_only=True)
        pairs.load_state_dict(kept["pairs"])
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        first = kept["epochs"]
    for epoch in range(first, settings.epochs):
        began, total = time.time(), 0.0
        order = random.Random(settings.seed + epoch).sample(told, len(told))
        for start in range(0, len(order), settings.batch):
            optimizer.zero_grad()
            for dossier in order[start : start + settings.batch]:
                loss = pairs(dossier) / settings.batch
                loss.backward()
                total += loss.item() * settings.batch / len(order)
            nn.utils.clip_grad_norm_(pairs.parameters(), CLIP)
            optimizer.step()
            schedule.step()
        kept = {"pairs": pairs.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save(kept | {"epochs": epoch + 1}, path)
        with log.open("a", encoding="utf-8") as lines:
            lines.write(f"epoch {epoch + 1}: loss {total:.3f}, {time.time() - began:.0f} s\n")
    pairs.centre(told)
    return pairs.senses


def export_senses(senses: Senses, folder: Path) -> None:
    """Write the network as the package reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    senses.embedding.word = nn.Identity()
    length, told = 17, 3
    inputs = (torch.randn(length, WIDTH), torch.rand(told, length), torch.rand(told, length))
    axes = {"pieces": {0: "length"}, "said": {0: "told", 1: "length"}, "before": {0: "told", 1: "length"}}
    write_graph(senses, inputs, axes, ("vectors", "tones"), folder / "senses.onnx")


def senses(work: Path, folder: Path) -> None:
    """Train and write, by `models/senses.toml`."""
    text = (MODELS / "senses.toml").read_text(encoding="utf-8")
    export_senses(train_senses(work, msgspec.convert(tomllib.loads(text), Settings, strict=False)), folder)


def main() -> None:
    """Run this step alone; WORK holds the tokenizer and the base of a training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    senses(options.work, options.folder)


if __name__ == "__main__":
    main()
