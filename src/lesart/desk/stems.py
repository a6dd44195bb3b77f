"""Words as the full text keeps and is asked for them: stems, in lower case, umlauts and ß folded."""

from __future__ import annotations

import re
from functools import lru_cache

from lesart.topics.terms import stemmed

_WORD = re.compile(r"\w+")
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "á": "a", "ç": "c", "ñ": "n"})
_SPELT = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""Umlauts written out: "Schueler" is found as "Schüler"."""


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of one word."""
    folded = stemmed(word.lower(), language).translate(_FOLDED)
    for spelt, letter in _SPELT:
        folded = folded.replace(spelt, letter)
    return folded


def stems(text: str, language: str) -> str:
    """The stems of a text, in a row."""
    return " ".join(stem(word, language) for word in _WORD.findall(text))
