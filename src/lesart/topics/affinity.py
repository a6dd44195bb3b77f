"""How likely two pieces of speech are on one topic: words, fields and vectors they share, and how near they stand.

A logistic model of few features; its weights were fitted on annotated dossiers (`bench/topics.py` says which, and how
it does on others).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_DATA = Path(__file__).parent / "data"
_MOST = 2.5
"""The most that words in common can weigh; a rare word says as much as several common ones."""
_SMOOTH = 4
"""Pieces added to those of a dossier, so that a word in common says something in a small one too."""
_SEVERAL = 8
"""Pieces of a dossier from which what they have in common is rather of the dossier than of them."""
_UNLIKE = 0.05
"""Cosine of the fields of two pieces below which they are on different ones."""


class Seen(Struct, frozen=True):
    """What the model looks at in one piece."""

    article: str
    paragraph: int
    place: int
    """Its number among the pieces of its article."""
    speaker: str | None
    nouns: frozenset[str]
    """Stems of what can be a topic."""
    words: frozenset[str]
    """Stems of all other words that mean something."""
    fields: dict[int, float]
    sure: frozenset[int]
    """The fields that it surely speaks of and that are always one topic."""
    units: frozenset[str]
    """What it counts: "euro", "minute"."""
    vector: NDArray[np.float32]
    around: NDArray[np.float32]
    """The vector of its words and those that introduce them."""
    sense: NDArray[np.float32]
    """What it is about, as the network of senses has it."""
    goes_on: bool
    """Whether it begins with a word that goes on to the next subject: "danach"."""
    points_back: bool
    """Whether it begins with a word that points to what was said before: "das", "darüber"."""


@cache
def _weights() -> Floats:
    weights = tomllib.loads((_DATA / "weights.toml").read_text(encoding="utf-8"))["weights"]
    return np.array([float(weights[name]) for name in FEATURES])


def affinities(seen: Sequence[Seen]) -> Floats:
    """Log-odds [pieces, pieces] that two pieces are on one topic."""
    table: Floats = features(seen) @ _weights()
    return table


FEATURES = (
    "nouns",
    "words",
    "vector",
    "around",
    "paragraphs",
    "fields",
    "other_fields",
    "no_fields",
    "nouns_without_fields",
    "around_without_fields",
    "senses",
    "senses_without_fields",
    "near_senses",
    "units",
    "next",
    "next_same_speaker",
    "second",
    "paragraph",
    "next_in_paragraph",
    "goes_on",
    "points_back",
    "bias",
)


def features(seen: Sequence[Seen]) -> Floats:
    """The features [pieces, pieces, features], in the order of `FEATURES`."""
    count = len(seen)
    vectors = np.array([piece.vector for piece in seen], float)
    around = np.array([piece.around for piece in seen], float)
    article = _equal([piece.article for piece in seen])
    paragraph = _equal([(piece.article, piece.paragraph) for piece in seen])
    speaker = _equal([piece.speaker or f"-{n}" for n, piece in enumerate(seen)]) & article
    places = np.array([piece.place for piece in seen])
    apart = np.where(article, np.abs(places[:, None] - places[None, :]), count + 9)
    fields, has = _fields(seen)
    without = (~(has[:, None] & has[None, :])).astype(float)
    nouns, like = _shared([piece.nouns for piece in seen]), around @ around.T
    senses = _senses(np.array([piece.sense for piece in seen], float))
    return np.stack(
        [
            nouns,
            _shared([piece.words for piece in seen]),
            vectors @ vectors.T,
            like,
            _paragraphs(vectors, paragraph),
            fields,
            (has[:, None] & has[None, :] & (fields < _UNLIKE)).astype(float),
            without,
            nouns * without,
            like * without,
            senses,
            senses * without,
            np.maximum(senses, 0) ** 2,
            (_shared([piece.units for piece in seen]) > 0).astype(float),
            (apart == 1).astype(float),
            ((apart == 1) & speaker).astype(float),
            (apart == 2).astype(float),
            paragraph.astype(float),
            ((apart == 1) & paragraph).astype(float),
            _later((apart == 1) & paragraph, [piece.goes_on for piece in seen]),
            _later((apart == 1) & paragraph, [piece.points_back for piece in seen]),
            np.ones((count, count)),
        ],
        axis=-1,
    )


def _later(pairs: NDArray[np.bool_], marked: Sequence[bool]) -> Floats:
    """Pairs of which the later piece is marked."""
    later = np.triu(pairs) & np.array(marked)[None, :]
    marks: Floats = (later | later.T).astype(float)
    return marks


def _equal(values: Sequence[object]) -> NDArray[np.bool_]:
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    codes = np.array([numbers[value] for value in values])
    return np.asarray(codes[:, None] == codes[None, :])


def _shared(sets: Sequence[frozenset[str]]) -> Floats:
    """For each pair the weight of what both sets have: a word that few pieces have weighs more."""
    count = len(sets)
    holders: dict[str, list[int]] = {}
    for place, words in enumerate(sets):
        for word in words:
            holders.setdefault(word, []).append(place)
    table = np.zeros((count, count))
    for places in holders.values():
        if len(places) > 1:
            table[np.ix_(places, places)] += np.log((count + _SMOOTH) / len(places))
    return np.minimum(table, _MOST)


def _senses(vectors: Floats) -> Floats:
    """Cosines of the pieces' senses, what all have in common taken off; of few pieces, only some of it."""
    count = len(vectors)
    own = vectors - vectors.mean(axis=0) * count**2 / (count**2 + _SEVERAL**2)
    own /= np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
    cosines: Floats = own @ own.T
    return cosines


def _fields(seen: Sequence[Seen]) -> tuple[Floats, NDArray[np.bool_]]:
    """Cosines of the pieces' fields, rarer fields weighing more, and which pieces have any."""
    names = sorted({field for piece in seen for field in piece.fields})
    table = np.zeros((len(seen), max(1, len(names))))
    for row, piece in enumerate(seen):
        for field, weight in piece.fields.items():
            table[row, names.index(field)] = weight
    table *= np.log((len(seen) + 1) / ((table >= 1).sum(axis=0) + 1))[None, :]
    length = np.linalg.norm(table, axis=1)
    table /= np.maximum(length, 1e-9)[:, None]
    return table @ table.T, length > 0


def _paragraphs(vectors: Floats, paragraph: NDArray[np.bool_]) -> Floats:
    """Cosines of the paragraphs that two pieces stand in; 0 within one."""
    means = (paragraph.astype(float) @ vectors) / paragraph.sum(axis=1, keepdims=True)
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return np.where(paragraph, 0.0, means @ means.T)
