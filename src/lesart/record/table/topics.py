"""Which kinds of event words of a table mean: "telefonate.csv", a column "Drohnen", rows of kind "Streik"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lesart.events.words import event_words
from lesart.language import SUPPORTED


def kinds_of(texts: Sequence[str]) -> frozenset[str]:
    """The kinds of event that any word of some texts names, in any language."""
    found: set[str] = set()
    for text in texts:
        for word in re.split(r"[\W_\d]+", text.lower()):
            for language in SUPPORTED:
                words = event_words(language)
                noun = words.noun(word) if word else None
                if noun is not None:
                    found.add(noun.kind)
                elif word and words.is_weapon(word):
                    found.add("attack")
    return frozenset(found)
