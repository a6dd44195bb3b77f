"""Words for events in one language: kinds, ordinals, signs of what has not happened."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct

from lesart.model import EventKind

_DATA = Path(__file__).parent / "data"
_SHORTEST, _LONG = 5, 7
"""Letters from which a word that names an event by itself, or one that does not, can be the end of a compound."""


SAID: frozenset[EventKind] = frozenset(["announcement", "agreement", "vote", "other"])
"""Kinds that are mostly what was said or done at an event, not one that is told of."""
Strength = Literal["own", "weak", "placed", "general", "none"]
"""How surely a word names an event (`kinds.tsv` tells)."""


class EventWord(Struct, frozen=True):
    """What a word says of an event; `family` is the type of event within its kind.

    `own` words name an event by themselves, `weak` ones where something tells which, `general` ones mean the event that
    the article has named, `none` ones only look like such a word.
    """

    kind: EventKind
    strength: Strength
    family: str


class EventWords(Struct, frozen=True):
    """All in lower case."""

    nouns: dict[str, EventWord]
    verbs: dict[str, EventWord]
    deeds: dict[str, EventKind]
    """Verbs by the kind of what a clause tells by them, if it tells of an event at all."""
    ordinals: dict[str, int]
    next: frozenset[str]
    not_taking_place: frozenset[str]
    planned: frozenset[str]
    hoped: frozenset[str]
    relating: frozenset[str]
    """Prepositions that set something else beside an event: "nach der Explosion"."""
    amid: frozenset[str]
    """Those of them whose event is what the clause tells: "bei einem Angriff wurden drei Menschen verletzt"."""
    definite: frozenset[str]
    indefinite: frozenset[str]
    genitive: frozenset[str]
    times: frozenset[str]
    kept: frozenset[str]
    """What is done with weapons that are not used (infinitives)."""
    uncounted: frozenset[str]
    """What does not follow an ordinal that counts events and stands without a noun."""
    uncountable: frozenset[str]
    """Nouns that an ordinal counts and that name no event: "das dritte Mal"."""
    done: frozenset[str]
    """Auxiliaries of what was done."""
    participles: tuple[str, ...]
    """Endings of participles."""
    joining: frozenset[str]
    """What joins two days in a row."""
    meant_for: frozenset[str]
    """What stands before the day of what is announced: "für Sonntag"."""
    dating: frozenset[str]
    """What stands between a noun and its day."""
    papers: tuple[str, ...]
    """Ends of nouns for what only bears a day: "Brief"."""
    weapons: frozenset[str]
    at: frozenset[str]
    """Prepositions of place."""
    nowhere: frozenset[str]
    """Nouns that stand behind them without an article and are no place; their endings are `abstract`."""
    abstract: frozenset[str]
    nights: frozenset[str]
    """Beginnings of words for what happens at night."""
    states: frozenset[str]
    """Verbs that tell of no happening: "er wohnte dort"."""
    measures: frozenset[str]
    """Units of which a row of days is no row of events: "am 3. Mai 12 Euro, am 4. Mai 14"."""
    being: frozenset[str]
    """Verbs that say what something was."""
    pointing: frozenset[str]
    """Words that mean what was just told: "Es war ..."."""
    limits: frozenset[str]
    """Words that make a time a limit: "bis Sonntag"."""
    taking_part: frozenset[str]
    """Words behind a noun for an event that lead to who takes part: "das Treffen mit ..."."""
    bystanders: frozenset[str]
    """Ends of nouns for bodies that count, watch or judge what others do."""
    relatives: frozenset[str]
    """Words that open a relative clause."""
    apart: frozenset[str]
    """Words that open a clause of another time than its sentence's: "drei Tage, bevor ..."."""
    day_adjectives: dict[str, int]
    """Beginnings of adjectives that tell the day, with days from that of the report: "das heutige Treffen"."""
    placing: frozenset[str]
    """Words between which and a noun only an article stands where something happened on the phone or in a committee."""
    capitals: bool
    """Whether nouns have a capital in this language."""

    def noun(self, low: str) -> EventWord | None:
        """What a noun in any case names; compounds go by their end."""
        for ending in ("", "s", "es", "n", "en", "e"):
            form = low.removesuffix(ending)
            if form in self.nouns and (not ending or form != low):
                return _named(self.nouns[form])
        for ending in ("", "s", "es", "n", "en", "e"):
            form = low.removesuffix(ending)
            for length in range(len(form) - 3, _SHORTEST - 1, -1):
                word = self.nouns.get(form[-length:]) if not ending or form != low else None
                if word and length >= (_SHORTEST if word.strength == "own" else _LONG):
                    return _named(word)
        return None

    def deed(self, lemma: str) -> EventWord | None:
        """What a clause tells by its verb (an infinitive), if it tells of an event at all."""
        kind = self.deeds.get(lemma)
        return EventWord(kind, "weak", "") if kind else None

    def opening(self, low: str) -> EventWord | None:
        """What a compound is about that begins with a word for an event: "Streikwelle"."""
        for length in range(len(low) - 3, _SHORTEST - 1, -1):
            word = self.nouns.get(low[:length])
            if word is not None and word.strength == "own":
                return EventWord(word.kind, "weak", word.family)
        return None

    def ordinal_of(self, low: str) -> int | None:
        """The number of an ordinal word in any case."""
        for form in (low, low[:-1]):
            if form in self.ordinals:
                return self.ordinals[form]
        return None

    def is_night(self, low: str) -> bool:
        """Whether a phrase names something that happens at night: "einer Nachtsitzung"."""
        return low.split()[-1].startswith(tuple(self.nights))

    def day_of_adjective(self, low: str) -> int | None:
        """The days from that of the report that an adjective tells; None for one that tells no day."""
        return next((days for start, days in self.day_adjectives.items() if low.startswith(start)), None)

    def is_weapon(self, low: str) -> bool:
        """Whether a noun means something that is fired or sent."""
        return any(low.removesuffix(ending) in self.weapons for ending in ("", "n", "en", "s"))


def _named(word: EventWord) -> EventWord | None:
    return word if word.strength != "none" else None


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def event_words(language: str) -> EventWords:
    """The words of a language (ISO 639-1)."""
    found: dict[str, dict[str, EventWord]] = {"noun": {}, "verb": {}}
    for word, kind, part, strength, family in _rows(_DATA / language / "kinds.tsv"):
        found[part][word] = EventWord(cast(EventKind, kind), cast(Strength, strength), family)
    data = tomllib.loads((_DATA / language / "words.toml").read_text(encoding="utf-8"))
    lists = (
        "next",
        "not_taking_place",
        "planned",
        "hoped",
        "relating",
        "amid",
        "definite",
        "indefinite",
        "genitive",
        "times",
        "weapons",
        "kept",
        "placing",
        "taking_part",
        "bystanders",
        "apart",
        "relatives",
        "uncounted",
        "uncountable",
        "joining",
        "meant_for",
        "done",
        "dating",
        "nights",
        "at",
        "nowhere",
        "abstract",
        "limits",
        "being",
        "measures",
        "states",
        "pointing",
    )
    return EventWords(
        nouns=found["noun"],
        verbs=found["verb"],
        deeds={verb: cast(EventKind, kind) for verb, kind in _rows(_DATA / language / "deeds.tsv")},
        ordinals=data["ordinals"],
        capitals=data["capitals"],
        participles=tuple(data["participles"]),
        papers=tuple(data["papers"]),
        day_adjectives=data["day_adjectives"],
        **{name: frozenset(data[name]) for name in lists},
    )
