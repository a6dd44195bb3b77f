"""Fit, on the held-out articles, which candidates are kept and how sure the reading is; write it beside the weights.

    python -m train.calibrate DATA FOLDER HELD_OUT

FOLDER is an exported model; one article in HELD_OUT of the training part is used. Two logistics over the evidence of
`statements.neural.choose`: `keep` is fitted to the token F1 of each candidate with the nearest annotated content,
`confidence` to content and speaker being right, over the statements that are kept. `least` is the lowest threshold
whose joint F1 is as good as the best. Prints figures with each article left to a calibration fitted on the others (five
folds), so that they are not those of the fit itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec.structs import replace
from scipy.optimize import minimize

from lesart.encoder.model import Encoder
from lesart.evaluation import Marked, is_right, pairs_of, table_of, token_f1
from lesart.language import module
from lesart.statements.neural.candidates import places_of as places_in
from lesart.statements.neural.choose import Scored, chosen, scored, weighed
from lesart.statements.neural.engine import linked_of, words_of
from lesart.statements.neural.labels import ROLES
from train import corpora
from train.examples import places_of

FOLDS, THRESHOLDS, RIDGE, AS_GOOD = 5, np.arange(0.2, 0.75, 0.025), 0.02, 0.005
Article = tuple[list[Marked], list[tuple[Scored, Marked]]]


def article(encoder: Encoder, document: dict[str, Any]) -> Article:
    """What is annotated in an article and what the model says of its candidates, in words."""
    read = words_of(module("de").analyse(document["text"]), "de", encoder.tokenizer)
    offsets = [(word.start, word.end) for word in read.words]
    gold = [
        Marked(
            *(frozenset(places_of(s[part], document["tokens"], offsets)) for part in ("content", *ROLES)),
            form=s["form"],
            medium=s["medium"],
        )
        for s in document["statements"]
    ]
    linked, chances, _ = linked_of(read, encoder)
    found = [scored(one, chances) for one in linked]
    return gold, [(one, _marked(one)) for one in found]


def _marked(one: Scored) -> Marked:
    roles = (frozenset(p for a, b in one.roles[role] for p in range(a, b + 1)) for role in ROLES)
    return Marked(frozenset(places_in(one.content)), *roles, form=one.form, medium=one.medium)


def fitted(rows: list[tuple[float, ...]], targets: list[float]) -> np.ndarray[Any, Any]:
    """The weights of a logistic, by maximum likelihood with a small ridge. Raises ValueError where nothing is given."""
    if not rows:
        raise ValueError("Nothing to fit: the model keeps no candidate of the held-out articles. Train it longer.")
    x, y = np.array(rows), np.array(targets)

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        z = x @ weights
        value = np.mean(np.logaddexp(0, z) - y * z) + RIDGE / 2 * np.sum(weights[1:] ** 2)
        slope = x.T @ (1 / (1 + np.exp(-z)) - y) / len(y)
        slope[1:] += RIDGE * weights[1:]
        return value, slope

    return np.asarray(minimize(loss, np.zeros(x.shape[1]), jac=True).x)


def keep_weights(articles: list[Article]) -> np.ndarray[Any, Any]:
    """How much each piece of evidence counts for a candidate being a statement."""
    rows, targets = [], []
    for gold, found in articles:
        for one, mark in found:
            rows.append(one.evidence)
            targets.append(max((token_f1(mark.content, g.content) for g in gold), default=0.0))
    return fitted(rows, targets)


def confidence_weights(articles: list[Article], keep: np.ndarray[Any, Any], least: float) -> np.ndarray[Any, Any]:
    """How much each piece of evidence counts for content and speaker being right."""
    rows, targets = [], []
    for gold, found in articles:
        marks = {id(one): mark for one, mark in found}
        for one in chosen([each for each, _ in found], keep.tolist(), least):
            rows.append(one.evidence)
            targets.append(float(any(is_right(wanted, marks[id(one)]) for wanted in gold)))
    return fitted(rows, targets)


def table(articles: list[Article], keep: np.ndarray[Any, Any], least: float) -> dict[str, tuple[float, float, float]]:
    """The published measure over articles."""
    pairs = []
    for gold, found in articles:
        marks = {id(one): mark for one, mark in found}
        kept = chosen([each for each, _ in found], keep.tolist(), least)
        pairs += pairs_of(gold, [marks[id(one)] for one in kept])
    return table_of(pairs)


def best_threshold(articles: list[Article], keep: np.ndarray[Any, Any]) -> float:
    """The lowest threshold whose joint F1 is within half a point of the best: what is left out, nobody can check."""
    joint = [table(articles, keep, least)["joint"][2] for least in THRESHOLDS]
    return float(next(least for least, f1 in zip(THRESHOLDS, joint, strict=True) if f1 >= max(joint) - AS_GOOD))


def crossed(articles: list[Article]) -> None:
    """Print figures over all articles, each with weights fitted without it."""
    pairs: list[Any] = []
    sure: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        others = [one for n, one in enumerate(articles) if n % FOLDS != fold]
        keep = keep_weights(others)
        least = best_threshold(others, keep)
        confidence = confidence_weights(others, keep, least)
        for gold, found in articles[fold::FOLDS]:
            marks = {id(one): mark for one, mark in found}
            kept = chosen([each for each, _ in found], keep.tolist(), least)
            pairs += pairs_of(gold, [marks[id(one)] for one in kept])
            sure += [
                (weighed(one, confidence.tolist()), any(is_right(wanted, marks[id(one)]) for wanted in gold))
                for one in kept
            ]
    print(" ".join(f"{name} {100 * row[2]:.1f}" for name, row in table_of(pairs).items()))
    bins = [[pair for pair in sure if int(min(9, pair[0] * 10)) == n] for n in range(10)]
    error = sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins) / max(1, len(sure))
    print(f"expected calibration error {error:.3f} over {len(sure)} statements")


def calibrate(data: Path, folder: Path, held_out: int) -> None:
    """Fit on one article in so many, print the figures, and write the weights into the settings of a model."""
    encoder = Encoder(folder)
    articles = [article(encoder, document) for document in corpora.news(data)[::held_out]]
    crossed(articles)
    keep = keep_weights(articles)
    least = best_threshold(articles, keep)
    confidence = confidence_weights(articles, keep, least)
    found = replace(
        encoder.settings,
        keep=tuple(round(weight, 4) for weight in keep.tolist()),
        confidence=tuple(round(weight, 4) for weight in confidence.tolist()),
        least=round(least, 3),
    )
    print(f"keep {found.keep} from {found.least}, confidence {found.confidence}")
    (folder / "settings.json").write_bytes(msgspec.json.format(msgspec.json.encode(found)) + b"\n")


if __name__ == "__main__":
    calibrate(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
