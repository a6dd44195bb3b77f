"""Stretches of an article's text cut where parties are mentioned, to be lit up together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from lesart.model import Party


class Part(Struct, frozen=True):
    """A stretch of text and who is meant by it: numbers of parties, the one with the shortest mention first."""

    text: str
    parties: Sequence[int] = ()


class Mentions:
    """The mentions in one article."""

    def __init__(self, article: str, parties: Iterable[Party], numbers: Mapping[str, int]) -> None:
        """`numbers` are by party id; parties without one are left out."""
        found = (
            (mention.start, mention.end, numbers[party.id])
            for party in parties
            if party.id in numbers
            for mention in party.mentions
            if mention.article == article
        )
        self._mentions = sorted(found, key=lambda one: one[1] - one[0])
        self._cuts = sorted({place for start, end, _ in self._mentions for place in (start, end)})
        self._at: dict[int, list[int]] = {}
        for start, end, number in self._mentions:
            for cut in self._cuts[bisect_left(self._cuts, start) : bisect_left(self._cuts, end)]:
                known = self._at.setdefault(cut, [])
                if number not in known:
                    known.append(number)

    def parts(self, text: str, start: int, end: int) -> list[Part]:
        """The text from `start` to `end` in parts, each under the same mentions."""
        inner = self._cuts[bisect_left(self._cuts, start + 1) : bisect_left(self._cuts, end)]
        found = []
        for first, last in pairwise([start, *inner, end]):
            place = bisect_left(self._cuts, first + 1) - 1
            found.append(Part(text[first:last], self._at.get(self._cuts[place], []) if place >= 0 else []))
        return found
