"""Swiss spelling, which has no ß: its words are looked up as other German texts write them ("heisst": "heißt")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lesart.language.de.words import DATA
from lesart.language.layer import Token

_STEMS = re.compile("|".join((DATA / "swiss.txt").read_text(encoding="utf-8").split()))
"""Parts of words that are written with ß elsewhere, as patterns that leave out words with ss everywhere."""


def look_up_with_eszett(tokens: Sequence[Token], text: str) -> None:
    """Give the words of a text without any ß the lower case that the word lists have; the text stays as it is."""
    if "ß" in text:
        return
    for token in tokens:
        if "ss" in token.low:
            token.low = _STEMS.sub(_with_eszett, token.low)


def _with_eszett(stem: re.Match[str]) -> str:
    return stem.group().replace("ss", "ß")
