"""One stage of training: the reader of statements on the annotated articles of a corpus.

Writes WORK/STAGE.pt after each epoch (taken up again after a stop) and WORK/STAGE.log.
"""

from __future__ import annotations

import copy
import math
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from lesart.statements.neural.labels import TAGS
from train import corpora, entities
from train.base import decode, fetch
from train.batches import Cut, Links, Pool, batched
from train.entities import Named
from train.measure import measured, named_by
from train.net import Layer
from train.reader import Linked, Linker, Trunk
from train.settings import Settings, Stage

BETAS, DECAY, CLIP, LOWEST = (0.9, 0.98), 0.02, 1.0, 0.02
"""AdamW's betas and weight decay; the largest norm of a gradient; the share of the rate at which the cosine ends."""
HALF = torch.ops.mkldnn._is_mkldnn_bf16_supported()
"""Whether the processor multiplies bfloat16 fast; weights and optimiser stay float32 in any case."""
WEIGHTS = {"roles": 1 / 12, "form": 0.3, "medium": 0.15, "quality": 0.7}
"""Weights of the losses beside that of the tags; the loss of roles is summed over words and roles, others are means."""


def losses(trunk: Trunk, linker: Linker, cut: Cut, rng: random.Random, stage: Stage) -> dict[str, Tensor]:
    """The parts of the loss on a batch, weighted."""
    states, tags, _ = trunk(*cut.inputs)
    found = {"tags": F.cross_entropy(tags.float().view(-1, TAGS), cut.targets.reshape(-1), label_smoothing=0.02)}
    links = Links(cut, tags, rng, stage.most_links)
    if links.count:
        mask = links.mask[:, None, None, :]
        seen = (states[links.places], cut.signals[links.places], links.marks, links.hints, links.about)
        said = Linked(*(each.float() for each in linker(*seen, mask)))
        real = links.mask.unsqueeze(-1) & (links.roles >= 0)
        roles = F.binary_cross_entropy_with_logits(said.roles, links.roles.clamp(min=0), reduction="none")
        found["roles"] = (roles * real).sum() / links.count
        found["form"] = F.cross_entropy(said.form, links.form)
        found["medium"] = F.cross_entropy(said.medium, links.medium)
        found["quality"] = F.binary_cross_entropy_with_logits(said.quality, links.quality)
    weights = WEIGHTS | {"tags": stage.tags}
    return {name: weights[name] * loss for name, loss in found.items() if torch.isfinite(loss)}


def networks(work: Path, settings: Settings, start: Path | None) -> tuple[Trunk, Linker]:
    """Networks on the base, or as an earlier stage left them."""
    base = decode(fetch(work))
    tokenizer = Tokenizer.from_file(str(work / "tokenizer.json"))
    size = tokenizer.get_vocab_size()
    trunk, linker = Trunk(size, settings.layers, settings.drop, len(entities.LABELS)), Linker(settings.drop)
    place = {piece: number for number, piece in enumerate(base.pieces)}
    trunk.embedding.load_base(base.tensors, [place[tokenizer.id_to_token(n)] for n in range(size)])
    for number, layer in enumerate(trunk.layers):
        layer.load_base(base.tensors, number)
    linker.layer.load_base(base.tensors, settings.layers)
    if start:
        state = torch.load(start, weights_only=True)
        trunk.load_state_dict(state["trunk"])
        linker.load_state_dict(state["linker"])
    trunk.embedding.word.weight.requires_grad_(False)
    return trunk, linker


def optimiser_of(both: nn.ModuleDict, stage: Stage) -> torch.optim.AdamW:
    """AdamW with the base's own layers at a lower rate than what is new."""
    trained = [p for p in both.parameters() if p.requires_grad]
    old = {id(p) for module in both.modules() if isinstance(module, Layer) for p in module.parameters()}
    old |= {id(p) for p in both["trunk"].embedding.parameters()}
    groups = [
        {"params": [p for p in trained if id(p) in old], "base": stage.rate},
        {"params": [p for p in trained if id(p) not in old], "base": stage.head_rate},
    ]
    return torch.optim.AdamW(groups, lr=stage.rate, betas=BETAS, weight_decay=DECAY, fused=True)


class Run:
    """The state of a stage: networks, their average, optimiser, how far it is."""

    def __init__(self, work: Path, settings: Settings, stage: Stage, start: Path | None, steps: int) -> None:
        self.settings, self.stage, self.steps = settings, stage, steps
        trunk, linker = networks(work, settings, start)
        self.both = nn.ModuleDict({"trunk": trunk, "linker": linker})
        self.average = copy.deepcopy(self.both)
        self.optimiser = optimiser_of(self.both, stage)
        self.epoch = self.step = 0
        self.file = work / f"{stage.name}.pt"
        if self.file.exists():
            state = torch.load(self.file, weights_only=True)
            self.both.load_state_dict(state["raw"])
            self.average["trunk"].load_state_dict(state["trunk"])
            self.average["linker"].load_state_dict(state["linker"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.step = state["epoch"], state["step"]

    def update(self, parts: dict[str, Tensor]) -> None:
        """One step of the optimiser and of the average: warm-up, then a cosine."""
        total = torch.stack(list(parts.values())).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.both.parameters(), CLIP)
        warm = self.stage.warm
        cosine = 0.5 * (1 + math.cos(math.pi * min(1, self.step / self.steps)))
        share = (self.step + 1) / warm if self.step < warm else max(LOWEST, cosine)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * share
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        keep = min(self.settings.average, 1 - 1 / (self.step + 1))
        with torch.no_grad():
            for mean, own in zip(self.average.parameters(), self.both.parameters(), strict=True):
                if own.requires_grad:
                    mean.lerp_(own, 1 - keep)

    def save(self) -> None:
        """Write the checkpoint in one move."""
        state = {
            "trunk": self.average["trunk"].state_dict(),
            "linker": self.average["linker"].state_dict(),
            "raw": self.both.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
        }
        part = self.file.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.file)


def train(work: Path, data: Path, settings: Settings, stage: Stage, start: Path | None) -> Path:
    """Train a stage to its end, from its last checkpoint if there is one; the path of the last checkpoint."""
    torch.manual_seed(stage.seed)
    tokenizer = Tokenizer.from_file(str(work / "tokenizer.json"))
    documents = corpora.documents(data, stage.corpus)[:: stage.share]
    news = stage.corpus == "news"
    held = documents[:: settings.held_out] if news else []
    rest = [one for n, one in enumerate(documents) if not news or n % settings.held_out]
    pool = Pool(tokenizer, rest, stage.pieces, settings.restyled if news else 0.0)
    held_pool = Pool(tokenizer, held, stage.pieces, 0.0)
    names, held_names = entities.examples(tokenizer, data) if stage.names else ([], [])

    def epoch(rng: random.Random) -> list[list[Any]]:
        """The batches of articles, and those of texts with entities among them."""
        some = rng.sample(names, len(names) // stage.names) if stage.names else []
        both = [*pool.epoch(rng), *(batched(some, stage.pieces, rng) if some else [])]
        rng.shuffle(both)
        return both

    steps = stage.epochs * len(epoch(random.Random(stage.seed)))
    run = Run(work, settings, stage, start, steps)
    with (work / f"{stage.name}.log").open("a") as log:
        while run.epoch < stage.epochs:
            rng = random.Random(1000 * stage.seed + run.epoch)
            run.both.train()
            clock, sums = time.time(), {}
            for batch in epoch(rng):
                cut = Cut(batch, rng, settings.rules_hidden, settings.blanked)
                with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
                    if isinstance(batch[0], Named):
                        parts = {"names": entities.loss_of(run.both["trunk"](*cut.inputs)[2], cut.targets)}
                    else:
                        parts = losses(run.both["trunk"], run.both["linker"], cut, rng, stage)
                run.update(parts)
                for name, loss in parts.items():
                    sums.setdefault(name, []).append(loss.item())
            run.epoch += 1
            run.average.eval()
            shown = " ".join(f"{name} {np.mean(values):.3f}" for name, values in sums.items())
            figures = measured(run.average["trunk"], run.average["linker"], held_pool.plain) if held else ""
            if held_names:
                scores = [(one, named_by(run.average["trunk"], one)) for one in held_names]
                figures += f"\n   names {entities.strict_f1(scores):.1f}"
            print(f"epoch {run.epoch} {shown} {time.time() - clock:.0f}s\n   {figures}", file=log, flush=True)
            run.save()
    return run.file
