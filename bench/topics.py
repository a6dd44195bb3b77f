"""The weights of the likeness of statements, fitted on annotated dossiers, and how they do on those left out.

    python bench/topics.py SHARED

Prints for each dossier the F1 of pairs of statements on one topic, and the weights. They are fitted on the six German
cases that were worked on, on those of our own that were looked at, and on those to learn from that the network of
senses has not seen (`train/models/senses.toml`), each left out when it is scored; the others are only scored. So are
the sheets (`sheets.py`): with them in the fit, left-out dossiers did no better.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

import dossiers
import logistic
from given import entry_of, readings
from lesart.language import module
from lesart.topics import affinity, clusters, senses_of
from logistic import Floats
from senses import held
from sheets import Sheet, read_sheets

NAMES = ("worked on", "own", "own apart", "fresh", "apart")
LEARNT = {"worked on": 3, "own": 1, "held": 1}
"""What the weights are fitted on, and how many times each counts: the German cases, of which there are few, thrice."""
_RIDGE = 5.0


class Case:
    """A case's pieces with their features and annotated topics."""

    def __init__(self, name: str, pieces: Sequence[clusters.Piece], topics: Sequence[str | None]) -> None:
        self.name, self.pieces = name, pieces
        self.features = affinity.features(pieces)
        self.hidden = affinity.features([replace(piece, fields={}) for piece in pieces])
        self.same = np.array([[a is not None and a == b for b in topics] for a in topics])
        self.upper = np.triu_indices(len(topics), 1)

    @classmethod
    def of_dossier(cls, folder: Path) -> Case:
        """An annotated dossier."""
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        read = readings(sorted(folder.glob("*.md")), expected)
        statements = [statement for reading in read for statement in reading.statements]
        articles = {reading.article.id: reading.article for reading in read}
        layers = {name: module("de").analyse(article.text) for name, article in articles.items()}
        forms = [form for party in expected["parties"] for form in (party["name"], *party["aliases"])]
        stop = {word.lower() for form in forms for word in form.split()}
        topics = [entry_of(expected, statement)["topic"] for reading in read for statement in reading.statements]
        return cls(
            folder.name, clusters.pieces_of(statements, articles, layers, stop, senses_of(statements, articles)), topics
        )

    @classmethod
    def of_sheet(cls, sheet: Sheet) -> Case:
        """A sheet of statements."""
        layers = {name: module("de").analyse(article.text) for name, article in sheet.articles.items()}
        senses = senses_of(sheet.statements, sheet.articles)
        pieces = clusters.pieces_of(sheet.statements, sheet.articles, layers, sheet.speakers, senses)
        return cls(sheet.name, pieces, sheet.topics)

    @property
    def pairs(self) -> tuple[Floats, NDArray[np.bool_]]:
        """The features and answers of all pairs, once as they are and once with their fields hidden.

        The fields were written by people who know news; where those of a dossier are not among them, the rest must do.
        """
        same = self.same[self.upper]
        return np.concatenate([self.features[self.upper], self.hidden[self.upper]]), np.concatenate([same, same])


def fit(cases: Sequence[Case]) -> Floats:
    """The weights from the pairs of some cases; one that stands there several times counts as often."""
    pairs = [case.pairs for case in cases]
    return logistic.fit(
        np.concatenate([x for x, _ in pairs]), np.concatenate([y for _, y in pairs]).astype(float), _RIDGE
    )


def score(case: Case, features: Floats, weights: Floats) -> tuple[int, int, int]:
    """Pairs found right, found, wanted."""
    found = clusters.clusters_of(features @ weights)
    pairs = {pair for cluster in found for pair in combinations(cluster, 2)}
    wanted = {(int(a), int(b)) for a, b in zip(*case.upper, strict=True) if case.same[a, b]}
    return len(pairs & wanted), len(pairs), len(wanted)


def f1(counts: Floats) -> Floats:
    """F1 in per cent of rows of right, found, wanted."""
    return 200 * counts[:, 0] / (counts[:, 1] + counts[:, 2])


def report(group: str, members: Sequence[Case], others: Sequence[Case]) -> None:
    """Print how the weights fitted on others do on the members of a group."""
    total = np.zeros((2, 3))
    weights = fit(others)
    for case in members:
        own = fit([other for other in others if other is not case]) if case in others else weights
        counts = np.array([score(case, features, own) for features in (case.features, case.hidden)])
        total += counts
        print(f"{case.name:28}" + "".join(f"{value:6.1f}" for value in f1(counts)))
    print(f"{group + ', all':28}" + "".join(f"{value:6.1f}" for value in f1(total)))


def main() -> None:
    """Fit and print."""
    sets = dossiers.sets()
    found = {name: [Case.of_dossier(case.reports[0].parent) for case in sets[name]] for name in NAMES}
    found["held"] = [Case.of_dossier(case.reports[0].parent) for case in held(sets["learn"])]
    learnt = [case for name, times in LEARNT.items() for case in found[name] * times]
    print("pairs of statements on one topic, F1; without fields")
    for group, members in (found | {"sheets": [*map(Case.of_sheet, read_sheets())]}).items():
        report(group, members, learnt)
    for name, weight in zip(affinity.FEATURES, fit(learnt), strict=True):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
