"""Words for events in one language: kinds, ordinals, signs of what has not happened."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import cast

from msgspec import Struct

from lesart.model import EventKind

_DATA = Path(__file__).parent / "data"
_SHORTEST = 5
"""Letters from which a word can be the end of a compound that names an event."""


class EventWords(Struct, frozen=True):
    """All in lower case."""

    kinds: dict[str, EventKind]
    general: frozenset[str]
    not_yet: frozenset[str]
    ordinals: dict[str, int]
    planned: frozenset[str]
    times: frozenset[str]
    capitals: bool
    """Whether nouns have a capital in this language."""

    def kind_of(self, low: str) -> EventKind | None:
        """The kind of event that a noun names; compounds go by their end."""
        for form in (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("n"), low.removesuffix("e")):
            if form in self.kinds:
                return self.kinds[form]
            for length in range(len(form) - 3, _SHORTEST - 1, -1):
                if form[-length:] in self.kinds:
                    return self.kinds[form[-length:]]
        return None

    def ordinal_of(self, low: str) -> int | None:
        """The number of an ordinal word in any case."""
        for form in (low, low[:-1]):
            if form in self.ordinals:
                return self.ordinals[form]
        return None


@cache
def event_words(language: str) -> EventWords:
    """The words of a language (ISO 639-1)."""
    lines = (_DATA / language / "kinds.tsv").read_text(encoding="utf-8").splitlines()
    kinds = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    data = tomllib.loads((_DATA / language / "words.toml").read_text(encoding="utf-8"))
    return EventWords(
        kinds=cast(dict[str, EventKind], kinds),
        general=frozenset(data["general"]),
        not_yet=frozenset(data["not_yet"]),
        ordinals=data["ordinals"],
        planned=frozenset(data["planned"]),
        times=frozenset(data["times"]),
        capitals=data["capitals"],
    )
