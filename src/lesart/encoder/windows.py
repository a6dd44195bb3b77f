"""Windows over long articles: each read as a whole, each answering for its middle."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

LONGEST = 510
"""Pieces a window holds beside the two that mark its ends."""
BEFORE, BEHIND = 120, 60
"""Pieces of context that a window shares with its neighbours."""


class Window(NamedTuple):
    """Pieces `first` to `stop` are read; for `answers` to `until` its results count. All are half-open ranges."""

    first: int
    stop: int
    answers: int
    until: int


def windows(pieces: int, breaks: list[int], longest: int = LONGEST) -> list[Window]:
    """Windows over so many pieces, cut at `breaks` (where sentences begin, in order) wherever these are near enough."""
    found: list[Window] = []
    done = 0
    while done < pieces:
        first = max(0, done - BEFORE)
        stop = min(pieces, first + longest)
        until = stop if stop == pieces else _cut(breaks, done, stop - BEHIND)
        found.append(Window(first, stop, done, until))
        done = until
    return found


def _cut(breaks: list[int], after: int, before: int) -> int:
    """The last break in (after, before], or `before` where a sentence is that long."""
    place = bisect_right(breaks, before) - 1
    return breaks[place] if place >= 0 and breaks[place] > after else before
