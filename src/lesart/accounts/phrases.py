"""Expressions of one or more words, each a stem or a whole word: `scheiter`, `gut$`, `keine_red`."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.accounts.sayings import SaidWord


class Phrases:
    """A set of expressions to be looked for in what is said."""

    def __init__(self, expressions: Sequence[str]) -> None:
        self._by_start: dict[str, list[tuple[str, ...]]] = {}
        for expression in expressions:
            parts = tuple(expression.split("_"))
            self._by_start.setdefault(parts[0][:_START], []).append(parts)

    def at(self, words: Sequence[SaidWord], place: int) -> int:
        """The number of words of the longest expression that begins at a place; 0 for none."""
        longest = 0
        for length in range(_START, 0, -1):
            for parts in self._by_start.get(words[place].low[:length], ()):
                if len(parts) > longest and place + len(parts) <= len(words):
                    found = all(fits(words[place + at].low, part) for at, part in enumerate(parts))
                    longest = len(parts) if found else longest
        return longest

    def holds(self, words: Sequence[SaidWord]) -> bool:
        """Whether an expression stands in the words, not negated unless it says so itself."""
        for place in range(len(words)):
            length = self.at(words, place)
            if length > 1 or (length == 1 and not words[place].negated):
                return True
        return False


_START = 4
"""Letters by which expressions are filed."""


def fits(low: str, part: str) -> bool:
    """Whether a word is, or begins with, a part of an expression."""
    return low == part[:-1] if part.endswith("$") else low.startswith(part)
