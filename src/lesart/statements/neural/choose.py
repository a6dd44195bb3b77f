"""From scored candidates to statements: which are kept, and the words of their roles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from lesart.statements.neural.candidates import Candidate, Run, f1, places_of
from lesart.statements.neural.labels import BEGIN, FORMS, MEDIA, OUTSIDE, PARTS, ROLES

_SAME = 0.5
"""Token F1 from which two candidates are the same statement."""
_ONE_STRETCH = ("speaker", "addressee")
"""Roles whose words stand side by side (97 of 100 speakers do)."""
_SPEAKER, _CONTENT = PARTS.index("speaker"), PARTS.index("content")
_CERTAIN = 1e-4
"""Chances nearer than this to 0 or 1 count as this near."""


BY_QUALITY = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0)
"""Weights of the evidence by which the linker's quality alone decides: those of a model that is not calibrated yet."""


class Scored(Struct, frozen=True):
    """A candidate with what the model says of it; words are those of the article."""

    candidate: Candidate
    content: tuple[Run, ...]
    """The candidate's words as the linker puts them right."""
    form: str
    medium: str | None
    roles: dict[str, list[Run]]
    evidence: tuple[float, ...]
    """What speaks for it, as `weighed` weighs it: a constant; log-odds of the linker's quality, of its words lying in
    a content and of its first word beginning one (tagger), of its speaker; whether the rules found the same."""


class Linked(Struct, frozen=True):
    """The linker's outputs for a candidate, from word `start` of the article on."""

    candidate: Candidate
    start: int
    roles: NDArray[np.float32]
    """Log-odds [words, PARTS]."""
    form: NDArray[np.float32]
    medium: NDArray[np.float32]
    quality: float


def scored(linked: Linked, chances: NDArray[np.float32]) -> Scored:
    """Read the scores of a candidate; `chances` [levels, words, tags] are the tagger's over the whole article."""
    candidate, start, roles = linked.candidate, linked.start, linked.roles
    found: dict[str, list[Run]] = {}
    for column, role in enumerate(ROLES):
        runs = [_best_stretch(roles[:, column])] if role in _ONE_STRETCH else _runs(roles[:, column])
        found[role] = [(first + start, last + start) for first, last in runs if last >= first]
    places = sorted(candidate.places)
    inside = (1 - chances[:, places, OUTSIDE]).max(axis=0).mean()
    begins = chances[:, places[0], BEGIN].max()
    said = roles[:, _SPEAKER]
    own = found["speaker"]
    spoken = said[own[0][0] - start : own[0][1] + 1 - start].mean() if own else -said.max()
    found["speaker"] = found["speaker"] or _carried(candidate)
    best = int(linked.medium.argmax())
    return Scored(
        candidate,
        _put_right(candidate, roles[:, _CONTENT], start),
        FORMS[int(linked.form.argmax())],
        MEDIA[best] if best < len(MEDIA) else None,
        found,
        (
            1.0,
            linked.quality,
            _log_odds(float(inside)),
            _log_odds(float(begins)),
            float(spoken),
            float(candidate.by_rules),
        ),
    )


def _put_right(candidate: Candidate, log_odds: NDArray[np.float32], start: int) -> tuple[Run, ...]:
    """The content that the linker sees where it was shown a candidate; the candidate where it sees another."""
    seen = tuple((first + start, last + start) for first, last in _runs(log_odds))
    return seen if f1(places_of(seen), candidate.places) >= _SAME else candidate.content


def _carried(candidate: Candidate) -> list[Run]:
    """The speaker that the rules give the same statement: they carry one on over any number of sentences."""
    draft = candidate.draft
    return list(draft.speaker) if draft and f1(places_of(draft.content), candidate.places) >= _SAME else []


def weighed(one: Scored, weights: Sequence[float]) -> float:
    """A chance from 0 to 1: the logistic of the evidence under weights that were fitted on held-out articles."""
    return float(1 / (1 + np.exp(-np.dot(weights, one.evidence))))


def chosen(found: Sequence[Scored], weights: Sequence[float], least: float) -> list[Scored]:
    """The best candidates that do not say the same or cross each other, in order of the text.

    `weights` give the chance that a candidate is a statement; from `least` on it is kept.
    """
    kept: list[Scored] = []
    for chance, one in sorted(((weighed(one, weights), one) for one in found), key=lambda pair: -pair[0]):
        if chance >= least and all(_fits(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: (each.content[0][0], -each.content[-1][1]))


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _CERTAIN), 1 - _CERTAIN)
    return float(np.log(chance / (1 - chance)))


def _runs(log_odds: NDArray[np.float32]) -> list[Run]:
    """Stretches of words that are likelier inside than not."""
    runs: list[Run] = []
    for place in np.flatnonzero(log_odds > 0).tolist():
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _best_stretch(log_odds: NDArray[np.float32]) -> Run:
    """The stretch with the largest sum of log-odds; (0, -1) where no word is likelier inside than not."""
    best, run, total, begin = 0.0, (0, -1), 0.0, 0
    for place, value in enumerate(log_odds.tolist()):
        if total <= 0:
            total, begin = 0.0, place
        total += value
        if total > best:
            best, run = total, (begin, place)
    return run


def _fits(one: Scored, other: Scored) -> bool:
    """Whether two candidates can both be statements: apart, one well inside the other, or as the rules nest them."""
    a, b = places_of(one.content), places_of(other.content)
    if not a & b:
        return True
    if one.candidate.around == other.candidate.content or other.candidate.around == one.candidate.content:
        return True
    return (a <= b or b <= a) and f1(a, b) < _SAME
