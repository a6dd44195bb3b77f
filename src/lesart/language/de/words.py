"""Closed classes of German words, read from `data/words.toml`; all in lower case."""

from __future__ import annotations

import tomllib
from pathlib import Path

DATA = Path(__file__).parent / "data"

_CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(words) for name, words in tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8")).items()
}

ARTICLES = _CLASSES["articles"]
DETERMINERS = _CLASSES["determiners"] | ARTICLES
PRONOUNS = _CLASSES["pronouns"]
PERSONAL = _CLASSES["personal"]
PREPOSITIONS = _CLASSES["prepositions"]
SUBORDINATORS = _CLASSES["subordinators"]
COMPLEMENTIZERS = _CLASSES["complementizers"]
QUESTION_WORDS = _CLASSES["question_words"]
RELATIVES = _CLASSES["relatives"]
COORDINATORS = _CLASSES["coordinators"]
APPRAISALS = _CLASSES["appraisals"]
NEGATIONS = _CLASSES["negations"]
ADVERBS = _CLASSES["adverbs"]
DAYS = _CLASSES["days"]
AUXILIARIES = _CLASSES["auxiliaries"]
MODALS = _CLASSES["modals"]
OBLIQUE = _CLASSES["oblique"]
DATIVE = _CLASSES["dative"]
INDEFINITE = _CLASSES["indefinite"]
SEVERAL = _CLASSES["several"]
SUBJECT_PRONOUNS = _CLASSES["subject_pronouns"]
NEUTERS = _CLASSES["neuters"]
ADDRESSES = _CLASSES["addresses"]
DEEDS = tuple(_CLASSES["deeds"])
DEED_BODIES = tuple(_CLASSES["deed_bodies"])
FEMININE = tuple(_CLASSES["feminine"])
MASCULINE = tuple(_CLASSES["masculine"])
ATTACHED = _CLASSES["attached"]
GENITIVES = _CLASSES["genitives"]
JOINING = _CLASSES["joining"]
TOWARD = _CLASSES["toward"]
PURPOSES = _CLASSES["purposes"]
INFINITIVE_MARKS = _CLASSES["infinitive_marks"]
POSTPOSITIONS = _CLASSES["postpositions"]
COMPARISONS = _CLASSES["comparisons"]
FIRST_PERSON = _CLASSES["first_person"]
MONTHS = _CLASSES["months"]
_OPEN = frozenset(("days", "months", "addresses", "deeds", "deed_bodies", "feminine", "masculine"))
"""Names of lists that hold nouns, or endings of nouns."""
CLOSED = frozenset().union(*(words for name, words in _CLASSES.items() if name not in _OPEN))
"""Every word of a closed class: capital only where it begins a sentence."""
