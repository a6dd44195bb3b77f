"""Named entities out of the encoder's scores: the best sequence of labels that "begin" and "inside" allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lesart.statements.draft import Entity

_NEVER = -1e9


def entities_of(scores: NDArray[np.float32], labels: Sequence[str]) -> list[Entity]:
    """The entities that scores [words, labels] speak for (Viterbi); labels are "O", "B-KIND" and "I-KIND"."""
    found: list[Entity] = []
    for place, number in enumerate(_best(scores, labels)):
        where, _, kind = labels[number].partition("-")
        if where == "B":
            found.append(Entity(place, place, kind))
        elif where == "I":
            found[-1] = Entity(found[-1].first, place, kind)
    return found


def _best(scores: NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    """The best row of labels in which "I-KIND" only follows "B-KIND" or "I-KIND"."""
    if not len(scores):
        return []
    inside = np.array([n for n, label in enumerate(labels) if label.startswith("I-")], np.int64)
    begins = np.array([labels.index("B-" + labels[n][2:]) for n in inside], np.int64)
    total = scores[0].copy()
    total[inside] = _NEVER
    back = np.zeros(scores.shape, np.int64)
    for place in range(1, len(scores)):
        best = int(total.argmax())
        back[place] = best
        following = np.full(len(labels), total[best], np.float32)
        begun, gone_on = total[begins], total[inside]
        back[place, inside] = np.where(gone_on > begun, inside, begins)
        following[inside] = np.maximum(begun, gone_on)
        total = following + scores[place]
    row = [int(total.argmax())]
    for place in range(len(scores) - 1, 0, -1):
        row.append(int(back[place, row[-1]]))
    return row[::-1]
