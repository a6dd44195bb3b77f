"""The words around quantities in one language; see `de/data/quantities.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from msgspec import Struct


class QuantityWords(Struct, frozen=True):
    """What stands in a language's file; words are in lower case."""

    language: str
    decimal: str
    thousands: str
    capitals: bool
    """Whether what is counted is written with a capital."""
    times: frozenset[str]
    places: frozenset[str]
    labels: frozenset[str]
    """Nouns that a number behind them only names, though they open a sentence: "Kapitel 4"."""
    attribute_endings: tuple[str, ...]
    no_attributes: frozenset[str]
    uncounted: frozenset[str]
    halves: dict[str, float]
    half: frozenset[str]
    one: frozenset[str]
    joins: frozenset[str]
    negations: frozenset[str]
    percent: frozenset[str]
    ages: frozenset[str]
    age_of: tuple[str, ...]
    of: frozenset[str]
    """Words between a round number and what is counted: "Hunderte von Menschen"."""
    share_of: frozenset[str]
    """Words behind a fraction that tell that it is one: "ein Viertel der Wähler"."""
    share_by: frozenset[str]
    when: frozenset[str]
    when_behind: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    parts: frozenset[str]
    """Words behind a number that make it a part of those just told of: "vier von ihnen"."""
    close: frozenset[str]
    collectives: dict[str, tuple[float, str]]
    """Words that are numbers by themselves, with their bound: "Hunderte"."""
    fractions: dict[str, float]
    """Phrases for shares, in per cent."""
    suffixes: dict[str, tuple[str, float]]
    """Beginnings of what is joined to a number: "12-prozentig", with unit and how many of it."""
    openers: frozenset[str]
    """The first words of round numbers and shares."""
    units: dict[str, tuple[str, float]]
    factors: dict[str, int]
    bounds: dict[str, str]


def quantity_words(language: str, data: Path) -> QuantityWords:
    """The words of a language from its file."""
    words = tomllib.loads(data.read_text(encoding="utf-8"))
    sets = (
        "times places labels no_attributes uncounted half one joins negations percent ages of share_of share_by when "
        "when_behind to between close parts"
    ).split()
    groups = {name: frozenset(words[name]) for name in sets}
    pairs = {
        name: {word: (first, second) for word, (first, second) in words[name].items()}
        for name in ("collectives", "suffixes", "units")
    }
    tuples = {name: tuple(words[name]) for name in ("attribute_endings", "age_of")}
    openers = frozenset(phrase.split()[0] for name in ("collectives", "fractions") for phrase in words[name])
    return QuantityWords(**{**words, **groups, **pairs, **tuples, "openers": openers, "language": language})
