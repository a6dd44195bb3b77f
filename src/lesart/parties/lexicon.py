"""Words for persons, offices and bodies of one language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

_DATA = Path(__file__).parent / "data"


class PartyWords(Struct, frozen=True):
    """All in lower case; roles, bodies and media also match as the end of a compound."""

    roles: frozenset[str]
    role_endings: tuple[str, ...]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    media: frozenset[str]
    kinds: frozenset[str]
    groups: frozenset[str]
    no_names: frozenset[str]
    titles: frozenset[str]
    before_no_person: frozenset[str]
    """Articles and prepositions of place: capitals behind them are no person's name."""
    indefinite: frozenset[str]
    possessives: frozenset[str]
    articles: frozenset[str]
    nominatives: frozenset[str]
    owner_signs: frozenset[str]
    genitives: frozenset[str]
    before: frozenset[str]
    inside_names: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    adjectives: frozenset[str]
    pronouns: dict[str, str]
    """Pronoun -> m, f, p (plural), s (the speaker or his side), r (relative or demonstrative), n (nobody)."""
    article_genders: dict[str, str]
    strong: dict[str, str]
    """Article -> the letter that an adjective behind it has only without it."""
    first_names: dict[str, str]
    """First name -> m or f."""

    def is_role(self, low: str) -> bool:
        """Whether a word names an office or role ("Bahnsprecher", "Präsidentin", "Beraters")."""
        return any(form in self.roles or form.endswith(self.role_endings) for form in _forms(low))

    def is_body(self, low: str) -> bool:
        """Whether a word names a body ("Außenministerium")."""
        return any(form in self.bodies or form.endswith(self.body_endings) for form in _forms(low))

    def is_group(self, low: str) -> bool:
        """Whether a word names people in the plural."""
        return low in self.groups


def _forms(low: str) -> tuple[str, ...]:
    """A word without an ending of case."""
    last = low.rpartition("-")[2]
    if len(last) > 4 and last.endswith("s"):
        return last, last[:-1], last[:-2]
    return (last, last[:-2]) if len(last) > 6 and last.endswith("en") else (last,)


@cache
def party_words(language: str) -> PartyWords:
    """The words of a language (ISO 639-1)."""
    data = tomllib.loads((_DATA / language / "words.toml").read_text(encoding="utf-8"))
    first = tomllib.loads((_DATA / language / "first_names.toml").read_text(encoding="utf-8"))
    sets = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    return PartyWords(
        pronouns=data["pronouns"],
        article_genders=data["article_genders"],
        strong=data["strong"],
        first_names={name: gender for gender, names in first.items() for name in names.split()},
        role_endings=tuple(word for word in sets["roles"] if len(word) > 3),
        body_endings=tuple(word for word in sets["bodies"] if len(word) > 3),
        **sets,
    )
