"""What the linker sees of one candidate: the words around it, marked, with the roles that the rules gave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lesart.statements.neural.candidates import Candidate, f1
from lesart.statements.neural.labels import FORMS, ROLES

BEFORE_MARK, FIRST, INNER, GAP, BEHIND_MARK = range(5)
"""Marks of words: before the content, its first, in it, between two pieces of it, behind it."""
MARKS = 5
HINTS = 1 + len(ROLES)
"""Hints of the rules for each word: in their content, in each of their roles."""
ABOUT = 2 + len(FORMS)
"""What is known of a candidate: how near the draft of the rules is to it (token F1), whether it has one, its form."""
SENTENCES_BEFORE, SENTENCES_BEHIND, MOST = 3, 1, 400
"""Sentences of context, and the most words of it."""


class View(NamedTuple):
    """Words `start` to `stop` (half-open) around a candidate."""

    start: int
    stop: int
    marks: NDArray[np.int64]
    """[words]."""
    hints: NDArray[np.float32]
    """[words, HINTS]."""
    about: NDArray[np.float32]
    """[ABOUT]."""


def view_of(candidate: Candidate, sentences: Sequence[int], words: int) -> View:
    """The view of a candidate; `sentences` are the first words of the sentences of an article of so many words."""
    first, last = candidate.content[0][0], candidate.content[-1][1]
    opening = max(0, bisect_right(sentences, first) - 1 - SENTENCES_BEFORE)
    closing = bisect_right(sentences, last) + SENTENCES_BEHIND
    start = sentences[opening]
    stop = sentences[closing] if closing < len(sentences) else words
    start, stop = max(start, first - MOST // 2), min(stop, max(last + 1, first + MOST))
    marks = np.full(stop - start, BEHIND_MARK, np.int64)
    marks[: first - start] = BEFORE_MARK
    marks[first - start : last + 1 - start] = GAP
    for begin, end in candidate.content:
        marks[begin - start : end + 1 - start] = INNER
    marks[first - start] = FIRST
    hints = np.zeros((stop - start, HINTS), np.float32)
    about = np.zeros(ABOUT, np.float32)
    draft = candidate.draft
    if draft is not None:
        own = {place for a, b in draft.content for place in range(a, b + 1)}
        about[:2] = f1(own, candidate.places), 1
        about[2 + FORMS.index(draft.form)] = 1
        for column, ranges in enumerate((draft.content, *(getattr(draft, role) for role in ROLES))):
            for begin, end in ranges:
                hints[max(0, begin - start) : max(0, end + 1 - start), column] = 1
    return View(start, stop, marks, hints, about)
