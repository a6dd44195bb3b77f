"""The words that introduce what somebody says: cue verbs, cue nouns, source phrases. Data, one folder a language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

_DATA = Path(__file__).parent / "data"


class CueVerb(Struct, frozen=True):
    """A verb of saying or thinking: which medium it tells of, what it takes, what it makes of its content."""

    medium: str
    takes: str
    """c a clause, i an infinitive, q a quotation, n a noun, p an accusative person, w only sure complements."""
    modality: str = "asserted"
    beside: str = ""
    """Words of which one must stand in the clause when the verb sums up a speech act; empty for none."""


class Lexicon(Struct, frozen=True):
    """All cue words of one language, in lower case."""

    verbs: dict[str, CueVerb]
    nouns: dict[str, str]
    """Noun form -> medium."""
    words: dict[str, frozenset[str]]
    """What `words.toml` lists, by the name of the list."""
    noun_endings: tuple[str, ...]

    def is_source_noun(self, low: str) -> bool:
        """Whether "nach" and this noun make a source phrase."""
        return low in self.words["nouns"] or low.endswith(self.noun_endings)


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def lexicon(language: str) -> Lexicon:
    """The cue words of a language (ISO 639-1)."""
    folder = _DATA / language
    words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    return Lexicon(
        verbs={row[0]: CueVerb(*row[1:]) for row in _rows(folder / "verbs.tsv")},
        nouns={row[0]: row[1] for row in _rows(folder / "nouns.tsv")},
        words={name: frozenset(group) for name, group in words.items()},
        noun_endings=tuple(words["noun_endings"]),
    )
