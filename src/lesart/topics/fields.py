"""Lexical fields: words that news use of one subject, so that two statements can be on one topic without a word in
common ("sechs Mitarbeiter ambulant behandelt", "14 Menschen verletzt")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

_DATA = Path(__file__).parent / "data"
_STRONG, _WEAK = 1.0, 0.35
_NAMES, _SURE = "*", "**"
"""Stand behind the name of a field that is often told of without a noun, and of one of which all is one topic."""
_START = 3
"""Letters by which words are filed."""
_LONG = 5
"""Letters from which a word of a field is looked for at the end of compounds."""
_ENDINGS = ("", "s", "es", "n", "en", "e", "er")


class Field(Struct, frozen=True):
    """A field with the name that a reader would give it."""

    key: str
    label: str
    names: bool = False
    """Whether its name is that of a topic where the texts have no noun for it: "knapp eine Stunde"."""
    sure: bool = False
    """Whether all that is said of it is on one topic: how long the talks took."""


class Fields:
    """The fields of one language. A word of a field is a stem, with `$` a whole word; `_` joins several words."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self.all = [Field(row[0], row[1].rstrip(_NAMES), _NAMES in row[1], row[1].endswith(_SURE)) for row in rows]
        self._starts: dict[str, list[tuple[tuple[str, ...], int, float]]] = {}
        self._ends: dict[str, list[tuple[int, float]]] = {}
        for place, row in enumerate(rows):
            for words, weight in zip(row[2:4], (_STRONG, _WEAK), strict=True):
                for word in words.split():
                    parts = tuple(word.split("_"))
                    self._starts.setdefault(parts[0][:_START].rstrip("$"), []).append((parts, place, weight))
                    if len(parts) == 1 and len(word) >= _LONG and word[-1] != "$":
                        self._ends.setdefault(word, []).append((place, weight))

    def of(self, lows: Sequence[str]) -> dict[int, float]:
        """Place of a field -> how much some words (in lower case) speak for it; a word counts twice at the most."""
        found: dict[int, float] = {}
        counts: dict[tuple[int, str], int] = {}
        for at in range(len(lows)):
            for place, word, weight in self._at(lows, at):
                counts[place, word] = counts.get((place, word), 0) + 1
                if counts[place, word] <= _TWICE:
                    found[place] = found.get(place, 0.0) + weight
        return found

    def _at(self, lows: Sequence[str], at: int) -> list[tuple[int, str, float]]:
        low = lows[at]
        found = []
        for length in range(1, _START + 1):
            for parts, place, weight in self._starts.get(low[:length], ()) if length <= len(low) else ():
                if length < _START and len(parts[0].rstrip("$")) >= _START:
                    continue
                if at + len(parts) <= len(lows) and all(_fits(lows[at + n], part) for n, part in enumerate(parts)):
                    found.append((place, "_".join(parts), weight * len(parts) ** 0.5))
        for ending in _ENDINGS:
            stem = low.removesuffix(ending)
            if ending and stem == low:
                continue
            for length in range(_LONG, len(stem) - 2):
                for place, weight in self._ends.get(stem[-length:], ()):
                    found.append((place, stem[-length:], weight))
        return found


_TWICE = 2


def _fits(low: str, part: str) -> bool:
    return low == part[:-1] if part[-1] == "$" else low.startswith(part)


@cache
def fields(language: str) -> Fields:
    """The fields of a language (ISO 639-1); none where it has no file."""
    path = _DATA / language / "fields.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return Fields([line.split("\t") for line in lines if line and not line.startswith("#")])
