"""The measure published with the German news quotations (Petersen-Frey & Biemann 2024).

Statements are paired one to one for the best total token F1 of their content; for every pair, and every statement left
over, precision and recall are taken over tokens of the content and of each role; the figures are means over these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

ROLES = ("speaker", "cue", "addressee", "frame")
PARTS = ("content", *ROLES)
Tokens = frozenset[int]


class Marked(Struct, frozen=True):
    """A statement as sets of tokens."""

    content: Tokens = frozenset()
    speaker: Tokens = frozenset()
    cue: Tokens = frozenset()
    addressee: Tokens = frozenset()
    frame: Tokens = frozenset()
    form: str | None = None
    medium: str | None = None


NOTHING = Marked()
Pair = tuple[Marked, Marked]
"""Gold and system; one of them NOTHING where a statement has no partner."""
Table = dict[str, tuple[float, float, float]]
"""Row -> precision, recall, F1, each from 0 to 1."""


def token_f1(gold: Tokens, system: Tokens) -> float:
    """Token F1 of two sets; 0 where they share nothing."""
    both = len(gold & system)
    return 2 * both / (len(gold) + len(system)) if both else 0.0


FOUND = 0.5
"""Token F1 of content from which a statement counts as found, and of a speaker as right."""


def is_right(gold: Marked, system: Marked) -> bool:
    """Whether content and, where there is one, speaker are found; what `confidence` is the chance of."""
    spoken = not gold.speaker or token_f1(gold.speaker, system.speaker) >= FOUND
    return spoken and token_f1(gold.content, system.content) >= FOUND


def pairs_of(gold: Sequence[Marked], system: Sequence[Marked]) -> list[Pair]:
    """One to one for the best total F1 of content; ties go to the same form, then the same medium."""
    from scipy.optimize import linear_sum_assignment

    scores = np.zeros((len(gold), len(system)))
    for i, wanted in enumerate(gold):
        for j, found in enumerate(system):
            overlap = token_f1(wanted.content, found.content)
            if overlap:
                scores[i, j] = overlap + 0.01 * (wanted.form == found.form) + 0.001 * (wanted.medium == found.medium)
    rows, columns = linear_sum_assignment(scores, maximize=True)
    paired = [(gold[i], system[j]) for i, j in zip(rows, columns, strict=True)]
    paired += [(gold[i], NOTHING) for i in sorted(set(range(len(gold))) - set(rows))]
    return paired + [(NOTHING, system[j]) for j in sorted(set(range(len(system))) - set(columns))]


def table_of(pairs: Iterable[Pair]) -> Table:
    """Precision, recall and F1 of all parts together (`joint`), of content, of all roles, of each; form and medium."""
    precisions: dict[str, list[float]] = {part: [] for part in PARTS}
    recalls: dict[str, list[float]] = {part: [] for part in PARTS}
    labels: dict[str, list[tuple[Any, Any]]] = {"form": [], "medium": []}
    for gold, system in pairs:
        for part in PARTS:
            wanted, found = getattr(gold, part), getattr(system, part)
            if found:
                precisions[part].append(len(wanted & found) / len(found))
            if wanted:
                recalls[part].append(len(wanted & found) / len(wanted))
        for label, seen in labels.items():
            seen.append((getattr(gold, label), getattr(system, label)))

    def row(parts: Sequence[str]) -> tuple[float, float, float]:
        precision = _mean([value for part in parts for value in precisions[part]])
        recall = _mean([value for part in parts for value in recalls[part]])
        return precision, recall, _f1(precision, recall)

    table = {"joint": row(PARTS), "content": row(("content",)), "roles": row(ROLES)}
    table |= {role: row((role,)) for role in ROLES}
    return table | {label: _label_row(seen) for label, seen in labels.items()}


def _label_row(seen: Sequence[tuple[Any, Any]]) -> tuple[float, float, float]:
    hits = sum(wanted == found for wanted, found in seen)
    false = sum(wanted != found and found is not None for wanted, found in seen)
    missed = sum(wanted != found and wanted is not None for wanted, found in seen)
    precision = hits / (hits + false) if hits + false else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    return precision, recall, _f1(precision, recall)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
