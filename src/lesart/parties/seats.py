"""Which town speaks for which state in a comparison: "Belgart" is Karsonien where the articles show it.

The package knows the capitals of the world; this is for those that only the articles tell of. They do so where one
calls a capital by its state ("die kardonische Hauptstadt Tjelin"), and where somebody belongs to a town in one article
and to a state in another ("der karsonische Generalstab", "der Generalstab in Belgart").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from lesart.language import SUPPORTED
from lesart.model import Party, Reading
from lesart.parties.lexicon import PartyWords, party_words
from lesart.parties.matching import START, name_stem
from lesart.parties.states import states

_CALLED, _PERSON, _BODY, _BOTH = 5, 2, 1, -3
"""What it says that a town speaks for a state: that it is called its capital, that one person or one body belongs to
the town here and the state there, and that two bodies of one name belong to them in one article."""


def seats(readings: Sequence[Reading]) -> dict[str, str]:
    """Name of a town or state -> name of the state that it speaks for, as both stand among the parties.

    A state stands for itself if the articles make an adjective of it; towns that nothing is known of are not there.
    """
    named = [party.name for reading in readings for party in reading.parties if party.kind == "state"]
    adjectives = _adjectives(readings)
    lands = {name for name in named if name_stem(name)[:START] in adjectives and not _is_known(name)}
    towns = {name for name in named if name not in lands and not _is_known(name)}
    votes: Counter[tuple[str, str]] = Counter()
    for town, land in _called(readings, towns, lands):
        votes[town, land] += _CALLED
    for owners, weight in _owners(readings):
        for (one, first), (other, second) in product(owners, repeat=2):
            if one in towns and other in lands:
                votes[one, other] += _BOTH if first == second else weight
    found = {land: land for land in lands}
    for town in sorted(towns):
        ranked = sorted(((votes[town, land], land) for land in lands), reverse=True)
        if ranked and ranked[0][0] > 0 and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            found[town] = ranked[0][1]
    return found


def _is_known(name: str) -> bool:
    return any(states(language).of_name(name) for language in SUPPORTED)


def _adjectives(readings: Sequence[Reading]) -> set[str]:
    """How the adjectives begin that articles make of names."""
    found: set[str] = set()
    for reading in readings:
        endings = tuple(party_words(reading.article.language or SUPPORTED[0]).adjectives)
        words = reading.article.text.lower().split()
        found |= {word[:START] for word in words if word.endswith(endings)}
    return found


def _called(readings: Sequence[Reading], towns: set[str], lands: set[str]) -> Iterator[tuple[str, str]]:
    """Towns that a text calls the capital of a state, each with the state."""
    for reading in readings:
        words = party_words(reading.article.language or SUPPORTED[0])
        for before, town in re.findall(_CAPITAL.format("|".join(words.capitals)), reading.article.text):
            land = _land_of(before.lower(), lands, words)
            if town in towns and land:
                yield town, land


_CAPITAL = r"(\w+) (?i:{})\s(\w+)"
"""An adjective, a noun for a capital, a name."""


def _land_of(adjective: str, lands: set[str], words: PartyWords) -> str:
    if not adjective.endswith(tuple(words.adjectives)):
        return ""
    return next((land for land in sorted(lands) if name_stem(land)[:START] == adjective[:START]), "")


def _owners(readings: Sequence[Reading]) -> Iterator[tuple[list[tuple[str, str]], int]]:
    """For each person and body the names of whom it belongs to, each with the article, and what that says."""
    found: dict[tuple[str, bool], list[tuple[str, str]]] = {}
    for reading in readings:
        by_id: Mapping[str, Party] = {party.id: party for party in reading.parties}
        for party in reading.parties:
            owner = by_id.get(party.affiliation or "")
            if owner is not None and owner.kind == "state":
                found.setdefault((party.name, party.kind == "person"), []).append((owner.name, reading.article.id))
    for (_, person), owners in found.items():
        yield owners, _PERSON if person else _BODY
