"""How much two sayings have to do with each other, beyond being on one topic."""

from __future__ import annotations

from collections.abc import Collection

from lesart.accounts.sayings import Saying

_LONG = 5
"""Letters from which a stem means something."""
_EMPTY = 1
"""Telling stems up to which a saying points to what was said before: "bestreitet das", "Das war kein Thema"."""


def stems(saying: Saying) -> frozenset[str]:
    """The stems of a saying that tell what it is about."""
    return frozenset(word.stem for word in saying.words if len(word.stem) >= _LONG)


def points_back(saying: Saying) -> bool:
    """Whether a saying has hardly a word of its own on its subject."""
    return len(stems(saying)) <= _EMPTY


def shared(a: Saying, b: Saying) -> int:
    """How many telling stems both have; a stem that begins or ends the other (compounds) counts."""
    return sum(any(_akin(x, y) for y in stems(b)) for x in stems(a))


def nearest(saying: Saying, others: Collection[Saying]) -> list[Saying]:
    """Other sayings that a saying can be about, the likeliest first: those with most words in common; for one that
    points back, first what stands last before it in its article."""
    if points_back(saying):
        start = saying.statement.content[0].start
        before = [
            other
            for other in others
            if other.statement.article == saying.statement.article and other.statement.content[0].start < start
        ]
        rest = [other for other in others if other not in before]
        return [*sorted(before, key=lambda other: -other.statement.content[0].start), *rest]
    related = [other for other in others if shared(saying, other)]
    return sorted(related, key=lambda other: -shared(saying, other))


def _akin(a: str, b: str) -> bool:
    return a == b or a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)
