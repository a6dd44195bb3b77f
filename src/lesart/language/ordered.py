"""Things in the order of a text, to be found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class HasBounds(Protocol):
    """A stretch of text."""

    @property
    def start(self) -> int:
        """Its first code point."""
        ...

    @property
    def end(self) -> int:
        """The code point behind it."""
        ...


class Ordered(Generic[T]):
    """Items sorted by a place in the text."""

    def __init__(self, items: Iterable[T], place: Callable[[T], int]) -> None:
        self._items = sorted(items, key=place)
        self._places = [place(item) for item in self._items]

    def between(self, start: int, end: int) -> list[T]:
        """The items whose place is from `start` on and before `end`."""
        return self._items[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def inside(self, spans: Iterable[HasBounds]) -> list[T]:
        """The items whose place is in one of some stretches."""
        return [item for span in spans for item in self.between(span.start, span.end)]
