"""Candidates: stretches of words that may be the content of a statement, from the rules and from the tagger."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from lesart.statements.draft import Draft
from lesart.statements.neural.labels import ROLES

Run = tuple[int, int]
"""First and last word, both included."""


class Candidate(Struct, frozen=True):
    """Content in words, and the draft of the rules that it is or, for the tagger's, the one nearest to it."""

    content: tuple[Run, ...]
    draft: Draft | None = None
    by_rules: bool = False
    """Whether the rules found just this content."""

    around: tuple[Run, ...] = ()
    """The content inside which the rules found it."""

    @property
    def places(self) -> set[int]:
        """The words of the content."""
        return places_of(self.content)


def places_of(runs: Sequence[Run]) -> set[int]:
    """The words of some runs."""
    return {place for first, last in runs for place in range(first, last + 1)}


def rule_candidates(drafts: Sequence[Draft], places: dict[int, int]) -> list[Candidate]:
    """The drafts of the rules as candidates, their roles in words, too; `places` maps tokens to words."""
    found = []
    for draft in drafts:
        moved = {part: _moved(getattr(draft, part), places) for part in ("content", *ROLES)}
        around = _moved(drafts[draft.parent].content, places) if draft.parent >= 0 else []
        found.append(Candidate(tuple(moved["content"]), replace(draft, **moved), True, tuple(around)))
    return found


def _moved(ranges: Sequence[Run], places: dict[int, int]) -> list[Run]:
    return [(places[first], places[last]) for first, last in ranges]


def f1(a: set[int], b: set[int]) -> float:
    """The token F1 of two sets of words."""
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both else 0.0
