"""Where an event happened: a name behind "in" in its clause, else the place in front of its report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lesart.events.words import EventWords
from lesart.language.layer import WORD, Token

_DATELINE = re.compile(r"\A\s*([^\W\d_][\w\- ]{2,30}?)(?:/[\w\- ]{3,30}?)?(?:\s*\([a-z/]{2,12}\)|\s*[.,–—]|\s+-)\s")
"""A place before the first sentence: "Brackheim.", "TARHOLD, 18. November.", "Lohen (hpa) –"."""
_WORDS = 3
"""Words of the longest place in front of a report."""
_BEHIND = 2
"""Words that a name of a place can have: "Bad Kranz"."""


def place_in(tokens: Sequence[Token], words: EventWords) -> str | None:
    """The name behind a preposition of place among the tokens of a clause; a noun with an article is none."""
    for at in range(len(tokens) - 1):
        if tokens[at].low in words.at and _is_place(tokens[at + 1], words):
            end = at + 2
            while end < len(tokens) and end - at <= _BEHIND and _is_place(tokens[end], words):
                end += 1
            return " ".join(token.text for token in tokens[at + 1 : end])
    return None


def place_in_front(text: str) -> str | None:
    """The place in front of a report, in small letters where it is shouted."""
    found = _DATELINE.match(text)
    name = found[1].strip() if found else ""
    if not name or len(name.split()) > _WORDS or not all(word[0].isupper() for word in name.split()):
        return None
    return name.title() if name.isupper() else name


def _is_place(token: Token, words: EventWords) -> bool:
    low = token.low
    return (
        token.kind == WORD
        and token.capital
        and low not in words.nowhere
        and not low.endswith(tuple(words.abstract))
        and words.noun(low) is None
    )
