"""Closed classes of English words, read from `data/words.toml`; all in lower case."""

from __future__ import annotations

import tomllib
from pathlib import Path

DATA = Path(__file__).parent / "data"

_CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(words) for name, words in tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8")).items()
}

DETERMINERS = _CLASSES["determiners"] | _CLASSES["articles"]
PRONOUNS = _CLASSES["pronouns"]
PREPOSITIONS = _CLASSES["prepositions"]
COMPLEMENTIZERS = _CLASSES["complementizers"]
QUESTION_WORDS = _CLASSES["question_words"]
RELATIVES = _CLASSES["relatives"]
SUBORDINATORS = _CLASSES["subordinators"]
COORDINATORS = _CLASSES["coordinators"]
NEGATIONS = _CLASSES["negations"]
ADVERBS = _CLASSES["adverbs"]
AUXILIARIES = _CLASSES["auxiliaries"]
MODALS = _CLASSES["modals"]
DAYS = _CLASSES["days"]
MONTHS = _CLASSES["months"]
BARE_COMPLEMENTS = _CLASSES["bare_complements"]
TOLD = _CLASSES["told"]
CLOSED = frozenset().union(
    *(words for name, words in _CLASSES.items() if name not in ("days", "months", "bare_complements", "told"))
)
"""Every word of a closed class: capital only where it begins a sentence."""
