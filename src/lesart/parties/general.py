"""Names that all of a kind share: they do not tell one body from another."""

from __future__ import annotations

from functools import cache

from lesart.language import SUPPORTED
from lesart.parties.lexicon import party_words


@cache
def is_general(name: str) -> bool:
    """Whether a party has no name of its own but what all of its kind are called: "Polizei", "Regierung"."""
    low = name.lower()
    return " " not in name and any(
        words.is_body(low) or words.is_role(low) or words.is_group(low) for words in map(party_words, SUPPORTED)
    )


@cache
def is_noun(name: str) -> bool:
    """Whether a party is only called by a noun that fits any of its kind, no compound: "Delegation", "Gewerkschaft"."""
    low = name.lower()
    return any(
        words.is_general(low) or low in words.bodies or low in words.groups for words in map(party_words, SUPPORTED)
    )


@cache
def is_role(low: str) -> bool:
    """Whether a word in lower case is one for an office or trade in any language."""
    return any(words.is_role(low) for words in map(party_words, SUPPORTED))


@cache
def is_title(low: str) -> bool:
    """Whether a word in lower case only addresses or adorns a name in any language: "Herr", "Dr"."""
    return any(low in words.titles for words in map(party_words, SUPPORTED))
