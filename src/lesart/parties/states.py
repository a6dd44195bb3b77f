"""States by any word that means one: names, adjectives, inhabitants, capitals, houses of government.

`data/states.tsv` is made by `tools/states.py`, which tells where each column comes from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from lesart.parties.matching import PLAIN, name_stem

_TABLE = Path(__file__).parent / "data" / "states.tsv"
_ENDINGS = {"de": ("er", "en", "em", "es", "e"), "en": ()}
"""Endings of adjectives."""
_PEOPLE = {"de": ("innen", "in", "n", "s", "en"), "en": ("s",)}
"""Endings of words for inhabitants."""


_WOMEN = {"de": ("innen", "in"), "en": ()}
"""Those of words for women, behind which the last letter of the word for men is gone: "Polin", "Französin"."""


class State(Struct, frozen=True):
    """A state: ISO 3166 code and its usual name in the language that was asked for."""

    code: str
    name: str


class States(Struct, frozen=True):
    """The states as one language names them; all words in lower case."""

    named: dict[str, State]
    """Names and capitals."""
    adjectives: dict[str, State]
    people: dict[str, State]
    houses: dict[str, State]
    """Houses of government, which speak for the state but are parties of their own."""
    language: str

    def of_name(self, text: str) -> State | None:
        """The state of a name or capital, also in the genitive ("Norwegens")."""
        low = text.lower()
        found = self.named.get(low) or (self.named.get(low[:-1]) if low.endswith("s") else None)
        return found or (self.named.get(_stemmed(low)) if " " in low else None)

    def of_adjective(self, low: str) -> State | None:
        """The state of an adjective with any ending ("ukrainischen")."""
        return _without(low, self.adjectives, _ENDINGS[self.language])

    def of_people(self, low: str) -> State | None:
        """The state of a word for its inhabitants."""
        found = _without(low, self.people, _PEOPLE[self.language])
        stems = [low.removesuffix(ending) for ending in _WOMEN[self.language] if low.endswith(ending)]
        women = [form + "e" for stem in stems for form in (stem, stem.translate(PLAIN))]
        return found or next((self.people[form] for form in women if form in self.people), None)

    def name_of(self, code: str) -> str:
        """The usual name of a state by its ISO 3166 code; empty for one that is not known."""
        return next((state.name for state in self.named.values() if state.code == code), "")

    def of_house(self, text: str) -> State | None:
        """The state of a house of government ("Kreml")."""
        return self.houses.get(text.lower())


def _stemmed(low: str) -> str:
    """A name of several words without their endings of case: "Vereinigten Staaten"."""
    return " ".join(name_stem(word) for word in low.split())


def _without(low: str, words: dict[str, State], endings: tuple[str, ...]) -> State | None:
    if low in words:
        return words[low]
    forms = (low.removesuffix(ending) for ending in endings if low.endswith(ending))
    return next((words[form] for form in forms if form in words), None)


@cache
def states(language: str) -> States:
    """The states in German ("de") or English ("en"). Raises KeyError for another language."""
    first = {"de": 1, "en": 6}[language]
    found = States({}, {}, {}, {}, language)
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        row = line.split("\t")
        cells = [cell.split(";") if cell else [] for cell in row[first:]]
        names, adjectives = cells[:2]
        people, capitals, houses = cells[2:5] if language == "de" else ([], *cells[2:4])
        state = State(row[0], names[0])
        for table, words in (
            (found.named, names + capitals),
            (found.adjectives, adjectives),
            (found.people, people),
            (found.houses, houses),
        ):
            for word in words:
                table.setdefault(word.lower(), state)
                if " " in word:
                    table.setdefault(_stemmed(word.lower()), state)
    return found
