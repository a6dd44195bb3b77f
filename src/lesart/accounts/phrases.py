"""Expressions of one or more words with a value: a stem (`scheiter`), a whole word (`gut$`), several (`keine_red`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_START = 4
"""Letters by which expressions are filed."""


class Phrases:
    """Expressions to be looked for in words in lower case."""

    def __init__(self, expressions: Mapping[str, float]) -> None:
        self._by_start: dict[str, list[tuple[tuple[str, ...], float]]] = {}
        for expression, value in expressions.items():
            parts = tuple(expression.split("_"))
            self._by_start.setdefault(parts[0].rstrip("$")[:_START], []).append((parts, value))

    def at(self, lows: Sequence[str], place: int) -> tuple[int, float]:
        """The number of words of the longest expression that begins at a place, and its value; 0 and 0.0 for none."""
        longest, found, letters = 0, 0.0, 0
        for length in range(_START, 0, -1):
            for parts, value in self._by_start.get(lows[place][:length], ()) if length <= len(lows[place]) else ():
                if (len(parts), len(parts[0])) <= (longest, letters) or place + len(parts) > len(lows):
                    continue
                if all(fits(lows[place + at], part) for at, part in enumerate(parts)):
                    longest, found, letters = len(parts), value, len(parts[0])
        return longest, found


def fits(low: str, part: str) -> bool:
    """Whether a word is, or begins with, a part of an expression."""
    return low == part[:-1] if part.endswith("$") else low.startswith(part)
