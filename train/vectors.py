"""The vectors of sentences: one vector a piece, whose sum says what the twelve layers of the base say of a sentence.

The base's vectors, with their mean taken off so that cosines spread, are computed once (WORK/sentences.npz). The table
starts from the base's embedding, each piece weighted by how rare it is (Arora et al. 2017, "A Simple but Tough-to-Beat
Baseline for Sentence Embeddings"), and learns the base's directions and, within each batch, which sentences are near
each other. Writes WORK/vectors.pt after each epoch and WORK/vectors.log.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from lesart.language import module
from train.base import Base, decode, fetch
from train.finetune import HALF
from train.net import WIDTH, Embedding, Layer
from train.settings import Settings
from train.vocabulary import free_texts

LAYERS = 12
"""Of the base."""
PREFIX = "query: "
"""What the base wants before a text that is compared with its like."""
SHORTEST, LONGEST = 4, 96
"""Pieces of a sentence to learn from; longer ones are cut."""
HELD, NEAR, RARE = 1024, 0.05, 1e-4
"""Sentences that are held out; the temperature of the likeness within a batch; the share of all pieces from which on a
piece weighs less than half of a rare one."""


class Teacher(nn.Module):
    """The whole base: pieces [batch, length] to vectors [batch, width] of length 1; `mask` is true where a piece is."""

    def __init__(self, base: Base, tokenizer: Tokenizer) -> None:
        super().__init__()
        size = tokenizer.get_vocab_size()
        place = {piece: number for number, piece in enumerate(base.pieces)}
        self.embedding = Embedding(size, 0.0)
        self.embedding.load_base(base.tensors, [place[tokenizer.id_to_token(n)] for n in range(size)])
        self.layers = nn.ModuleList(Layer(0.0) for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            layer.load_base(base.tensors, number)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.embedding(ids)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        mean = (x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        return F.normalize(mean.float(), dim=-1)


class Vectors(nn.Module):
    """Pieces, one row after the other, and where each row begins, to vectors [rows, width] of length 1."""

    def __init__(self, embedding: Tensor, counts: Tensor) -> None:
        """`embedding` of the base [pieces, width], and how often each piece was met."""
        super().__init__()
        share = (counts + 0.5) / (counts + 0.5).sum()
        weight = (RARE / (RARE + share)).unsqueeze(-1)
        seen = share.unsqueeze(-1)
        mean = (embedding * weight * seen).sum(0) / (weight * seen).sum()
        rows = (embedding - mean) * weight
        self.table = nn.EmbeddingBag.from_pretrained(rows / rows.norm(dim=1).mean(), freeze=False, mode="sum")
        self.turn = nn.Linear(WIDTH, WIDTH, bias=False)
        nn.init.eye_(self.turn.weight)

    def forward(self, pieces: Tensor, starts: Tensor) -> Tensor:
        return F.normalize(self.turn(self.table(pieces, starts)), dim=-1)

    @property
    def rows(self) -> Tensor:
        """What is added up for a sentence [pieces, width]."""
        return self.table.weight.detach() @ self.turn.weight.detach().T


def sentences(data: Path, count: int) -> list[str]:
    """Sentences of texts that are free for any use, each once, in an order drawn once."""
    found: dict[str, None] = {}
    for text in free_texts(data):
        layer = module("de").analyse(text)
        for sentence in layer.sentences:
            words = layer.tokens[sentence.first : sentence.last + 1]
            found[" ".join(text[words[0].start : words[-1].end].split())] = None
        if len(found) > 2 * count:
            break
    kept = list(found)
    random.Random(3).shuffle(kept)
    return kept[:count]


def batches(rows: Sequence[list[int]], most: int) -> Iterator[list[int]]:
    """Numbers of rows in batches of at most so many pieces, rows of one length together."""
    batch: list[int] = []
    for number in sorted(range(len(rows)), key=lambda n: len(rows[n])):
        if batch and len(rows[number]) * (len(batch) + 1) > most:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def padded(rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Rows between the marks of the ends, padded, and their mask."""
    width = max(map(len, rows)) + 2
    ids = torch.ones(len(rows), width, dtype=torch.long)
    for n, row in enumerate(rows):
        ids[n, : len(row) + 2] = torch.tensor([0, *row, 2])
    return ids, ids != 1


@torch.no_grad()
def taught(work: Path, data: Path, tokenizer: Tokenizer, count: int) -> tuple[list[Tensor], Tensor]:
    """Sentences in pieces, and what the base says of each, centred, of length 1 [sentences, width]."""
    path = work / "sentences.npz"
    if not path.exists():
        chosen = sentences(data, count)
        plain = [e.ids[:LONGEST] for e in tokenizer.encode_batch_fast(chosen, add_special_tokens=False)]
        chosen = [text for text, row in zip(chosen, plain, strict=True) if len(row) >= SHORTEST]
        plain = [row for row in plain if len(row) >= SHORTEST]
        asked = tokenizer.encode_batch_fast([PREFIX + text for text in chosen], add_special_tokens=False)
        rows = [e.ids[: LONGEST + 4] for e in asked]
        base = Teacher(decode(fetch(work)), tokenizer).eval()
        said = np.zeros((len(rows), WIDTH), np.float16)
        for batch in batches(rows, 4000):
            with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
                said[batch] = base(*padded([rows[n] for n in batch])).numpy()
        np.savez(path, said=said, pieces=np.concatenate(plain), lengths=[len(row) for row in plain])
    stored = np.load(path)
    said = torch.from_numpy(stored["said"]).float()
    rows = torch.from_numpy(stored["pieces"]).long().split(stored["lengths"].tolist())
    return list(rows), F.normalize(said - said.mean(0), dim=-1)


def in_a_row(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Rows one after the other, and where each begins."""
    lengths = torch.tensor([0, *(len(row) for row in rows[:-1])])
    return torch.cat(list(rows)), lengths.cumsum(0)


def loss_of(own: Tensor, said: Tensor) -> Tensor:
    """How far the directions are apart, and how far the likeness of the sentences of a batch to each other is."""
    apart = 1 - (own * said).sum(-1).mean()
    itself = torch.eye(len(own), dtype=torch.bool)
    wanted, given = ((x @ x.T / NEAR).masked_fill(itself, -1e4) for x in (said, own))
    return apart + F.kl_div(F.log_softmax(given, -1), F.softmax(wanted, -1), reduction="batchmean")


def train_vectors(work: Path, data: Path, settings: Settings) -> Path:
    """Train to the end, from the last checkpoint if there is one; the path of the checkpoint."""
    chosen = settings.vectors
    torch.manual_seed(chosen.seed)
    tokenizer = Tokenizer.from_file(str(work / "tokenizer.json"))
    rows, said = taught(work, data, tokenizer, chosen.sentences)
    teacher = Teacher(decode(fetch(work)), tokenizer)
    counts = torch.bincount(torch.cat(rows), minlength=tokenizer.get_vocab_size())
    vectors = Vectors(teacher.embedding.word.weight.detach(), counts.float())
    optimiser = torch.optim.Adam(
        [{"params": vectors.table.parameters()}, {"params": vectors.turn.parameters(), "lr": chosen.rate / 2}],
        lr=chosen.rate,
    )
    path, epoch = work / "vectors.pt", 0
    if path.exists():
        state = torch.load(path, weights_only=True)
        vectors.load_state_dict(state["vectors"])
        optimiser.load_state_dict(state["optimiser"])
        epoch = state["epoch"]
    with (work / "vectors.log").open("a") as log:
        while epoch < chosen.epochs:
            clock, losses = time.time(), []
            order = torch.randperm(len(rows) - HELD, generator=torch.Generator().manual_seed(epoch)) + HELD
            for numbers in order.split(chosen.batch):
                loss = loss_of(vectors(*in_a_row([rows[n] for n in numbers])), said[numbers])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                losses.append(loss.item())
            epoch += 1
            with torch.no_grad():
                held = (vectors(*in_a_row(rows[:HELD])) * said[:HELD]).sum(-1).mean()
            line = f"epoch {epoch} loss {np.mean(losses):.3f} {time.time() - clock:.0f}s held out: cosine {held:.3f}"
            print(line, file=log, flush=True)
            state = {"vectors": vectors.state_dict(), "optimiser": optimiser.state_dict()}
            torch.save(state | {"epoch": epoch, "rows": vectors.rows}, path)
    return path
