"""The weights of the signs that a content denies, fitted on annotated dossiers, and how they do on those left out.

    python bench/denials.py SHARED

The dossiers are the six German cases that were worked on and those of our own that were looked at, as read with the
model; `stadionbau`, `grenzzwischenfall` and our own that are kept apart are only scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

import dossiers
import logistic
from lesart import Reading
from lesart.language import module
from lesart.model import Statement
from lesart.statements.denying import SIGNS, signs
from lesart.statements.modality import DENIES, modality_of_words
from lesart.topics.pieces import cut
from logistic import Floats

_RIDGE = 0.3
_SAME = 0.3
"""Overlap from which a piece is an annotated statement."""


class Piece(Struct):
    """A piece that was found, and whether its annotation denies."""

    signs: list[float]
    by_cue: bool
    """Whether it is the cue that denies: such pieces are in neither the fit nor the figures."""
    found: bool
    denied: bool


def pieces(case: Any) -> Iterable[Piece]:  # noqa: ANN401 - the scorer has no types
    """The pieces of a case that are annotated."""
    for reading in dossiers.as_read(case, "neural"):
        layer = module("de").analyse(reading.article.text)
        shift = reading.article.text.find(case.bodies[reading.article.id].strip()[:40])
        shift -= case.bodies[reading.article.id].find(case.bodies[reading.article.id].strip()[:40])
        own = [entry for entry in case.expected["statements"] if entry["article"] == reading.article.id]
        wanted = [(case.places(entry["article"], entry["content"]), entry["modality"]) for entry in own]
        for statement in cut(reading, layer):
            places = _places(statement, reading, shift)
            overlap, modality = max(
                ((dossiers.dossier.overlap(gold, places), said) for gold, said in wanted), default=(0, "")
            )
            if overlap < _SAME:
                continue
            tokens = [
                t for s in statement.content for t in layer.tokens if s.start <= t.start < s.end and t.kind != "break"
            ]
            said = modality_of_words(tokens, module("de"), "de")
            yield Piece(
                signs=list(signs(tokens, module("de"), "de").values()),
                by_cue=statement.modality != said and "denied" in (statement.modality, said),
                found=statement.modality == "denied",
                denied=modality == "denied",
            )


def _places(statement: Statement, reading: Reading, shift: int) -> set[tuple[str, int]]:
    text, name = reading.article.text, reading.article.id
    return {
        (name, at - shift) for span in statement.content for at in range(span.start, span.end) if not text[at].isspace()
    }


def fit(groups: Sequence[Sequence[Piece]]) -> Floats:
    """The weights from the pieces of some dossiers."""
    own = [piece for group in groups for piece in group if not piece.by_cue]
    return logistic.fit(
        np.array([piece.signs for piece in own]), np.array([float(piece.denied) for piece in own]), _RIDGE
    )


def report(name: str, found: Sequence[bool], wanted: Sequence[bool]) -> None:
    """Print how often what is said to deny does, and how much of it is found."""
    right = sum(a and b for a, b in zip(found, wanted, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(wanted))
    print(f"{name:24} precision {100 * precision:5.1f}  recall {100 * recall:5.1f}  of {sum(wanted)}")


def main() -> None:
    """Fit and print."""
    sets = {
        name: [list(pieces(case)) for case in cases] for name, cases in dossiers.sets().items() if name != "English"
    }
    for name, groups in sets.items():
        everything = [piece for group in groups for piece in group]
        report(f"{name}, as it is", [p.found for p in everything], [p.denied for p in everything])
    learnt = [*sets["worked on"], *sets["own"]]
    for name in ("worked on", "own"):
        found: list[bool] = []
        wanted: list[bool] = []
        for group in sets[name]:
            weights = fit([other for other in learnt if other is not group])
            own = [piece for piece in group if not piece.by_cue]
            found += [float(np.array(piece.signs) @ weights) > DENIES for piece in own]
            wanted += [piece.denied for piece in own]
        report(f"{name}, left out, words", found, wanted)
    for sign, weight in zip(SIGNS, fit(learnt), strict=True):
        print(f"{sign} = {weight:.2f}")


if __name__ == "__main__":
    main()
