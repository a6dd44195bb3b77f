"""How much two sayings have to do with each other, beyond being on one topic."""

from __future__ import annotations

from collections.abc import Collection

from lesart.accounts.sayings import Saying

_LONG = 4
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
    """How many telling stems of `a` the other has too; a stem that begins or ends the other (compounds) counts.

    For a saying that points back, those of what it points to.
    """
    own = frozenset(stem for stem in a.context if len(stem) >= _LONG) if points_back(a) else stems(a)
    told = stems(b)
    return sum(any(_akin(x, y, told) for y in told) for x in own)


def nearest(saying: Saying, others: Collection[Saying]) -> list[Saying]:
    """Other sayings that a saying can be about, those with most words in common first."""
    related = [other for other in others if shared(saying, other)]
    return sorted(related, key=lambda other: -shared(saying, other))


def _akin(a: str, b: str, told: frozenset[str]) -> bool:
    """Whether two stems are of one thing. What is said of a kind of it ("Schwerverletzte") is not said of all of it
    ("Verletzte"), unless the other half is told too ("zwei von ihnen schwer")."""
    if a == b or a.startswith(b) or b.startswith(a) or b.endswith(a):
        return True
    return a.endswith(b) and any(a.removesuffix(b).startswith(stem) for stem in told)
