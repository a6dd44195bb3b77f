"""The published measure over held-out examples, in words; a quick look while training."""

from __future__ import annotations

import numpy as np
import torch

from lesart.encoder.windows import windows
from lesart.evaluation import Marked, pairs_of, table_of
from lesart.statements.neural.choose import BY_QUALITY, Linked, Scored, chosen, scored
from lesart.statements.neural.labels import FORMS, LEVELS, ROLES, TAGS
from lesart.statements.neural.merge import merged
from lesart.statements.neural.tagged import contents
from lesart.statements.neural.views import view_of
from train.examples import Example
from train.net import WIDTH
from train.reader import Linker, Trunk


@torch.no_grad()
def read(trunk: Trunk, linker: Linker, one: Example) -> list[Scored]:
    """All candidates of an example, scored."""
    words = len(one.pieces.first)
    states, tags = torch.zeros(words, WIDTH), torch.zeros(words, LEVELS * TAGS)
    breaks = [int(one.pieces.first[s]) for s in one.sentences]
    for window in windows(len(one.pieces.ids), breaks):
        low, high = (int(np.searchsorted(one.pieces.first, place)) for place in (window.first, window.stop))
        table = np.concatenate([one.signals[low:high], np.zeros((1, one.signals.shape[1]), np.float32)])
        ids = np.concatenate([[0], one.pieces.ids[window.first : window.stop], [2]])
        inner = np.clip(one.pieces.word[window.first : window.stop] - low, 0, high - low - 1)
        word = np.concatenate([[high - low], inner, [high - low]])
        first = one.pieces.first[low:high] - window.first + 1
        last = np.minimum(one.pieces.last[low:high], window.stop - 1) - window.first + 1
        inputs = [torch.from_numpy(each) for each in (ids[None], word[None], first, last, table)]
        own, labels = trunk(*inputs)
        begin, stop = (int(np.searchsorted(one.pieces.first, place)) for place in (window.answers, window.until))
        states[begin:stop], tags[begin:stop] = own[begin - low : stop - low], labels[begin - low : stop - low]
    scores = torch.log_softmax(tags.view(words, LEVELS, TAGS), -1).permute(1, 0, 2).numpy()
    found = []
    for candidate in merged(contents(scores), one.candidates):
        view = view_of(candidate, one.sentences, words)
        seen = (one.signals[view.start : view.stop], view.marks, view.hints, view.about)
        said = linker(states[None, view.start : view.stop], *(torch.from_numpy(each)[None] for each in seen))
        roles, form, medium, quality = (each[0].numpy() for each in said)
        found.append(scored(Linked(candidate, view.start, roles, form, medium, float(quality)), np.exp(scores)))
    return found


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
                frozenset(s.candidate.places),
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
