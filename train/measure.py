"""The published measure over held-out examples, in words; a quick look while training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from lesart.encoder.model import Seen, read_windows
from lesart.encoder.pieces import Pieces
from lesart.evaluation import Marked, pairs_of, table_of
from lesart.statements.neural.candidates import places_of
from lesart.statements.neural.choose import BY_QUALITY, Scored, chosen, scored
from lesart.statements.neural.engine import Words, linked_of
from lesart.statements.neural.labels import FORMS, LEVELS, ROLES, TAGS
from lesart.statements.neural.signals import Signals
from train.entities import LABELS
from train.examples import Example
from train.net import WIDTH
from train.reader import Linker, Trunk


class Training:
    """The network in torch, read as the package reads the encoder."""

    def __init__(self, trunk: Trunk, linker: Linker) -> None:
        self.trunk, self.linker = trunk, linker

    def read(self, pieces: Pieces, signals: Signals, sentences: Sequence[int]) -> Seen:
        """States and scores of an article's words."""
        return read_windows(pieces, signals, sentences, (WIDTH, LEVELS * TAGS, len(LABELS)), self._run)

    @torch.no_grad()
    def _run(self, inputs: Mapping[str, Any]) -> list[Any]:
        given = {name: torch.from_numpy(value) for name, value in inputs.items()}
        given |= {name: given[name][None] for name in ("ids", "word")}
        return [each.numpy() for each in self.trunk(**given)]

    @torch.no_grad()
    def link(self, *seen: Any) -> list[Any]:  # noqa: ANN401 - arrays
        """Roles, form, medium and quality of one candidate."""
        return [each[0].numpy() for each in self.linker(*(torch.from_numpy(one)[None] for one in seen))]


def read(trunk: Trunk, linker: Linker, one: Example) -> list[Scored]:
    """All candidates of an example, scored."""
    linked, chances, _ = linked_of(one, Training(trunk, linker))
    return [scored(each, chances) for each in linked]


def named_by(trunk: Trunk, one: Words) -> Signals:
    """Scores of the labels of entities for each word [words, labels]."""
    return Training(trunk, Linker(0.0)).read(one.pieces, one.signals, one.sentences).entities


def figures(pairs: list[tuple[Example, list[Scored]]], least: float) -> dict[str, float]:
    """F1 of each part, in hundredths, keeping what has at least this quality."""
    matched = []
    for one, found in pairs:
        gold = [
            Marked(frozenset(g.content), *(frozenset(g.roles[role] or ()) for role in ROLES), form=FORMS[g.form])
            for g in one.gold
        ]
        system = [
            Marked(
                frozenset(places_of(s.content)),
                *(frozenset(place for a, b in s.roles[role] for place in range(a, b + 1)) for role in ROLES),
                form=s.form,
            )
            for s in chosen(found, BY_QUALITY, least)
        ]
        matched += pairs_of(gold, system)
    return {name: 100 * row[2] for name, row in table_of(matched).items() if name != "medium"}


def measured(trunk: Trunk, linker: Linker, examples: list[Example]) -> str:
    """The figures at several thresholds, as lines for the log."""
    pairs = [(one, read(trunk, linker, one)) for one in examples]
    lines = []
    for least in (0.3, 0.4, 0.5, 0.6):
        found = figures(pairs, least)
        lines.append(f"[{least}] " + " ".join(f"{name} {value:.1f}" for name, value in found.items()))
    return "\n   ".join(lines)
