"""Batches as tensors: windows of articles with their tags, and candidates with what the linker should say of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from lesart.statements.neural.candidates import Candidate, f1
from lesart.statements.neural.engine import Words
from lesart.statements.neural.labels import LEVELS, PARTS, ROLES, TAGS
from lesart.statements.neural.signals import COLUMNS
from lesart.statements.neural.tagged import contents
from lesart.statements.neural.views import view_of
from train.examples import Example, Gold, example
from train.vocabulary import UNKNOWN

SPECIALS = (0, 2)
LONGEST = 510
BOLDNESS = 1.5
"""Of a second look of the tagger, whose contents are mostly wrong: the linker learns to tell."""
STYLES = {"„": '"»«“', "“": '"«»”'}
FIRST_RULE = COLUMNS.index("outer_direct")
"""The first of the signals that come from the rules."""


def restyled(document: dict[str, Any], style: int) -> dict[str, Any]:
    """The article with its „…“ in another style: "…", »…«, «…», “…”; all offsets stay."""
    table = str.maketrans({mark: others[style] for mark, others in STYLES.items()})
    return document | {"text": document["text"].translate(table)}


class Pool:
    """The examples of some articles, each as it is and in one other style of quotation marks."""

    def __init__(self, tokenizer: Tokenizer, documents: list[dict[str, Any]], pieces: int, restyle: float) -> None:
        """`pieces` in a batch; `restyle`: the share of articles that an epoch takes in the other style."""
        self.pieces, self.restyle = pieces, restyle
        self.plain = [example(tokenizer, document) for document in documents]
        self.other = (
            [example(tokenizer, restyled(d, n % 4)) for n, d in enumerate(documents)] if restyle else self.plain
        )

    def epoch(self, rng: random.Random) -> list[list[Example]]:
        """Batches of pieces, articles of one length together, in random order."""
        chosen = [self.other[n] if rng.random() < self.restyle else one for n, one in enumerate(self.plain)]
        return batched(chosen, self.pieces, rng)


T = TypeVar("T", bound=Words)


def batched(texts: Sequence[T], pieces: int, rng: random.Random) -> list[list[T]]:
    """Batches of so many pieces, texts of about one length together, in random order."""
    batches: list[list[T]] = [[]]
    for one in sorted(texts, key=lambda one: min(len(one.pieces.ids), LONGEST) * rng.uniform(0.8, 1.25)):
        length = min(len(one.pieces.ids), LONGEST) + 2
        if batches[-1] and length * (len(batches[-1]) + 1) > pieces:
            batches.append([])
        batches[-1].append(one)
    rng.shuffle(batches)
    return batches


class Cut:
    """A batch as tensors: a window of each text, words one after the other; `targets` are those of its texts."""

    def __init__(self, batch: Sequence[Words], rng: random.Random, hidden: float, blanked: float) -> None:
        """`hidden`: the share of articles without the rules' signals, `blanked`: of pieces that are not shown."""
        self.hidden = hidden
        self.parts: list[tuple[Any, int, int]] = []
        ids, owner, first, last, rows, targets = [], [], [], [], [], []
        length = max(min(len(one.pieces.ids), LONGEST) for one in batch) + 2
        base = 0
        for row, one in enumerate(batch):
            start, stop = _window(one, rng)
            low, high = int(one.pieces.first[start]), int(one.pieces.last[stop - 1]) + 1
            table = one.signals[start:stop].copy()
            if rng.random() < hidden:
                table[:, FIRST_RULE:] = 0
            line = np.full(length, 1)
            seen = [UNKNOWN if rng.random() < blanked else piece for piece in one.pieces.ids[low:high]]
            line[0], line[1 : high - low + 1], line[high - low + 1] = SPECIALS[0], seen, SPECIALS[1]
            whose = np.full(length, -1)
            whose[1 : high - low + 1] = np.clip(one.pieces.word[low:high] - start, 0, stop - start - 1) + base
            ids.append(line)
            owner.append(whose)
            first.append(one.pieces.first[start:stop] - low + 1 + row * length)
            last.append(one.pieces.last[start:stop] - low + 1 + row * length)
            rows.append(table)
            targets.append(one.targets[start:stop])
            self.parts.append((one, start, base))
            base += stop - start
        rows.append(np.zeros((1, len(COLUMNS)), np.float32))
        self.ids = torch.from_numpy(np.stack(ids)).long()
        self.word = torch.from_numpy(np.stack(owner)).long()
        self.word[self.word < 0] = base
        self.first, self.last = (torch.from_numpy(np.concatenate(x)).long() for x in (first, last))
        self.signals = torch.from_numpy(np.concatenate(rows)).float()
        self.targets = torch.from_numpy(np.concatenate(targets))
        self.mask = (self.ids != 1)[:, None, None, :]

    @property
    def inputs(self) -> tuple[Tensor, ...]:
        """What the trunk reads."""
        return self.ids, self.word, self.first, self.last, self.signals, self.mask


def _window(one: Words, rng: random.Random) -> tuple[int, int]:
    """Words of an article that fit, from the beginning of a sentence; a random stretch of a long article."""
    ids, words = len(one.pieces.ids), len(one.pieces.first)
    if ids <= LONGEST:
        return 0, words
    options = [s for s in one.sentences if ids - one.pieces.first[s] >= LONGEST // 2]
    start = rng.choice(options or [0])
    stop = int(np.searchsorted(one.pieces.last, one.pieces.first[start] + LONGEST - 1, "right"))
    return start, max(start + 1, stop)


def jittered(gold: Gold, one: Example, rng: random.Random) -> Candidate:
    """A content near a gold one: an end moved by some words or to the end of a sentence, or as it is."""
    runs: list[list[int]] = []
    for place in gold.content:
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    words = len(one.pieces.first)
    if rng.random() < 0.5:
        side = rng.random() < 0.5
        if rng.random() < 0.5:
            by = rng.choice([-4, -3, -2, -1, 1, 2, 3, 4, 6])
            at = runs[0][0] + by if side else runs[-1][1] + by
        else:
            near = [s for s in one.sentences if runs[0][0] - 40 <= s <= runs[-1][1] + 40]
            at = rng.choice(near) - (0 if side else 1) if near else runs[0][0]
        if side and 0 <= at <= runs[0][1]:
            runs[0][0] = at
        elif not side and runs[-1][0] <= at < words:
            runs[-1][1] = at
    return nearest(tuple((a, b) for a, b in runs), one.ruled)


def nearest(content: tuple[tuple[int, int], ...], drafts: list[Candidate]) -> Candidate:
    """A candidate with the draft of the rules that is nearest to it."""
    own = Candidate(content)
    best = max(drafts, key=lambda other: f1(own.places, other.places), default=None)
    if best is None or f1(own.places, best.places) < 0.3:
        return own
    return Candidate(content, best.draft)


class Links:
    """Candidates of a batch as tensors, with what the linker should say."""

    def __init__(self, cut: Cut, tags: Tensor, rng: random.Random, most: int) -> None:
        rows: list[tuple[Any, int, Candidate, Example]] = []
        scores = torch.log_softmax(tags.detach().float().view(-1, LEVELS, TAGS), -1).permute(1, 0, 2).numpy()
        for one, start, base in cut.parts:
            stop = start + _words_of(cut, base)
            own = scores[:, base : base + stop - start]
            guessed = {guess.content for boldness in (0.0, BOLDNESS) for guess in contents(own, boldness)}
            moved = [tuple((a + start, b + start) for a, b in content) for content in sorted(guessed)]
            drawn = _drawn(one, rng) + [nearest(content, one.ruled) for content in moved]
            for candidate in drawn:
                a, b = candidate.content[0][0], candidate.content[-1][1]
                if a < start or b >= stop:
                    continue
                view = view_of(candidate, one.sentences, len(one.pieces.first))
                low, high = max(view.start, start), min(view.stop, stop)
                inner = slice(low - view.start, high - view.start)
                rows.append(((view, low, high, inner), base - start, candidate, one))
        rng.shuffle(rows)
        del rows[most:]
        self.count = len(rows)
        if not rows:
            return
        width = max(row[0][2] - row[0][1] for row in rows)
        self.places = torch.zeros(len(rows), width, dtype=torch.long)
        self.marks = torch.zeros(len(rows), width, dtype=torch.long)
        self.hints = torch.zeros(len(rows), width, rows[0][0][0].hints.shape[1])
        self.about = torch.from_numpy(np.stack([row[0][0].about for row in rows]))
        self.mask = torch.zeros(len(rows), width, dtype=torch.bool)
        self.roles = torch.zeros(len(rows), width, len(PARTS))
        self.form = torch.full((len(rows),), -100)
        self.medium = torch.full((len(rows),), -100)
        self.quality = torch.zeros(len(rows))
        for n, ((view, low, high, inner), shift, candidate, one) in enumerate(rows):
            size = high - low
            self.places[n, :size] = torch.arange(low + shift, high + shift)
            self.marks[n, :size] = torch.from_numpy(view.marks[inner])
            if rng.random() >= cut.hidden:
                self.hints[n, :size] = torch.from_numpy(view.hints[inner])
            else:
                self.about[n] = 0
            self.mask[n, :size] = True
            best = max(one.gold, key=lambda gold: f1(candidate.places, set(gold.content)), default=None)
            score = f1(candidate.places, set(best.content)) if best else 0.0
            self.quality[n] = score
            if best and score >= 0.5:
                if best.form is not None:
                    self.form[n], self.medium[n] = best.form, best.medium
                for column, part in enumerate(PARTS):
                    places = best.roles[part] if part in ROLES else best.content
                    if places is None:
                        self.roles[n, :, column] = -1
                    else:
                        self.roles[n, [place - low for place in places if low <= place < high], column] = 1
            else:
                self.roles[n] = -1


def _words_of(cut: Cut, base: int) -> int:
    bases = [part[2] for part in cut.parts] + [len(cut.first)]
    return bases[bases.index(base) + 1] - base


def _drawn(one: Example, rng: random.Random) -> list[Candidate]:
    """Gold contents, some of them shifted; what the rules found; now and then a sentence that is nothing."""
    found = [jittered(gold, one, rng) for gold in one.gold]
    found += [candidate for candidate in one.ruled if rng.random() < 0.4]
    if rng.random() < 0.5 and len(one.sentences) > 2:
        n = rng.randrange(len(one.sentences) - 1)
        found.append(nearest(((one.sentences[n], max(one.sentences[n], one.sentences[n + 1] - 2)),), one.ruled))
    return found
