"""Contents out of tags: the best sequence that the tags allow, level by level."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lesart.statements.neural.candidates import Candidate, Run
from lesart.statements.neural.labels import BEGIN, CONTINUE, INSIDE, OUTSIDE, TAGS

_NEVER = -1e9
_FOLLOWS = np.full((TAGS, TAGS), 0.0, np.float32)
_FOLLOWS[OUTSIDE, INSIDE] = _NEVER
for _tag in (BEGIN, INSIDE, CONTINUE):
    _FOLLOWS[_tag, CONTINUE] = _NEVER


def contents(scores: NDArray[np.float32], boldness: float = 0.0) -> list[Candidate]:
    """The contents that tag scores [levels, words, TAGS] (log-probabilities) speak for.

    `boldness` is taken from the scores of words outside: more and longer contents are found.
    """
    found = []
    for level in scores - np.array([boldness, 0, 0, 0], np.float32):
        found += [Candidate(content) for content in _pieces(best_tags(level))]
    return found


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The likeliest allowed tags for scores [words, TAGS] (Viterbi)."""
    words = len(scores)
    back = np.zeros((words, TAGS), np.int64)
    total = scores[0] + np.array([0, 0, _NEVER, _NEVER], np.float32) if words else scores
    for place in range(1, words):
        ways = total[:, None] + _FOLLOWS
        back[place] = ways.argmax(0)
        total = ways.max(0) + scores[place]
    tags = np.zeros(words, np.int64)
    if words:
        tags[-1] = total.argmax()
        for place in range(words - 1, 0, -1):
            tags[place - 1] = back[place, tags[place]]
    return tags


def _pieces(tags: NDArray[np.int64]) -> list[tuple[Run, ...]]:
    found: list[list[Run]] = []
    for place, tag in enumerate(tags):
        if tag == BEGIN or (tag == CONTINUE and not found):
            found.append([(place, place)])
        elif tag == CONTINUE:
            found[-1].append((place, place))
        elif tag == INSIDE:
            found[-1][-1] = (found[-1][-1][0], place)
    return [tuple(runs) for runs in found]
