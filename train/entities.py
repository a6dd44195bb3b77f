"""Sentences with named entities: GermEval 2014 (its test part: the training part is not to be had) and SmartData.

SmartData marks fewer kinds of names than GermEval: where it marks none, every label that it does not know may be
right, and the loss counts the chance of all labels that may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from lesart.language import module
from lesart.statements.neural.engine import Words, words_of
from lesart.statements.neural.entities import entities_of
from train import corpora

KINDS = tuple(kind + form for kind in ("PER", "LOC", "ORG", "OTH") for form in ("", "deriv", "part"))
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
HELD_OUT = 20
"""One sentence of GermEval in so many is held out."""
OF_SMART_DATA = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
    "location-street": "LOC",
}
DOUBTFUL = ("location-stop", "location-route", "org-position")
"""Marks of SmartData for what GermEval would mark otherwise: nothing is learned from these words."""

Span = tuple[int, int, str]
"""Offsets (half-open) and kind."""


class Named(Words, frozen=True):
    """A text with its entities."""

    targets: np.ndarray[Any, Any]
    """Which labels may be right, [words, LABELS]."""
    spans: list[Span]


def germeval(data: Path, part: str) -> Iterator[tuple[str, list[Span]]]:
    """The sentences of a part as text with outer entities."""
    for rows in corpora.germeval_sentences(data, part):
        glued = list(corpora.placed([row[1] for row in rows]))
        spans: list[Span] = []
        for row, (_, start, end) in zip(rows, glued, strict=True):
            if row[2].startswith("B-"):
                spans.append((start, end, row[2][2:]))
            elif row[2].startswith("I-"):
                spans[-1] = (spans[-1][0], end, spans[-1][2])
        yield "".join(word for word, _, _ in glued), spans


def smart_data(data: Path) -> Iterator[tuple[str, list[Span]]]:
    """SmartData's documents with their entities; the kind of a doubtful one is empty."""
    for document in corpora.smart_data(data):
        spans = []
        for mention in document["conceptMentions"]["array"]:
            kind = "" if mention["type"] in DOUBTFUL else OF_SMART_DATA.get(mention["type"])
            if kind is not None:
                spans.append((mention["span"]["start"], mention["span"]["end"], kind))
        yield document["text"]["string"], spans


def named(tokenizer: Tokenizer, text: str, spans: Sequence[Span], others: Sequence[str]) -> Named:
    """A text with the labels that may be right; `others` are those for words in no span."""
    words = words_of(module("de").analyse(text), "de", tokenizer)
    allowed = np.zeros((len(words.words), len(LABELS)), bool)
    allowed[:, [LABELS.index(label) for label in others]] = True
    for start, end, kind in spans:
        for place, word in enumerate(words.words):
            if word.start < end and word.end > start:
                inside = kind and word.start >= start and word.end <= end
                allowed[place] = not inside
                if inside:
                    allowed[place, LABELS.index(("B-" if word.start == start else "I-") + kind)] = True
    return Named(*(getattr(words, name) for name in Words.__struct_fields__), allowed, list(spans))


def examples(tokenizer: Tokenizer, data: Path) -> tuple[list[Named], list[Named]]:
    """What is trained on, and what is held out."""
    sentences = [named(tokenizer, text, spans, ("O",)) for text, spans in germeval(data, "test")]
    known = {f"{place}-{kind}" for kind in OF_SMART_DATA.values() for place in "BI"}
    others = [label for label in LABELS if label not in known]
    smart = [named(tokenizer, text, spans, others) for text, spans in smart_data(data)]
    kept = [one for n, one in enumerate(sentences) if n % HELD_OUT]
    return [one for one in kept + smart if len(one.pieces.ids)], sentences[::HELD_OUT]


def loss_of(scores: Tensor, allowed: Tensor) -> Tensor:
    """The mean negative logarithm of the chance of all labels that may be right."""
    scores = scores.float()
    right = torch.logsumexp(scores.masked_fill(~allowed, -1e4), -1)
    return (torch.logsumexp(scores, -1) - right).mean()


def strict_f1(pairs: Sequence[tuple[Named, np.ndarray[Any, Any]]]) -> float:
    """Strict F1 of spans and kinds, in hundredths; each sentence with the scores of its words."""
    right = found = wanted = 0
    for one, scores in pairs:
        own = {(one.words[e.first].start, one.words[e.last].end, e.kind) for e in entities_of(scores, LABELS)}
        right, found, wanted = right + len(own & set(one.spans)), found + len(own), wanted + len(one.spans)
    return 200 * right / max(1, found + wanted)
