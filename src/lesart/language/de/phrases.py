"""German noun phrases by their shape: article, adjectives, nouns, and what hangs on them to the right."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.de.words import (
    ADVERBS,
    ATTACHED,
    CLOSED,
    COORDINATORS,
    DAYS,
    DETERMINERS,
    GENITIVES,
    JOINING,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
)
from lesart.language.forms import FINITE
from lesart.language.layer import NUMBER, WORD, Token

_ENDINGS = ("e", "en", "er", "es", "em")


def is_noun(token: Token, begins: bool = False) -> bool:
    """Whether a word is a noun or name by its capital; `begins`: it stands first in its sentence."""
    return token.kind == WORD and token.capital and not (begins and token.low in CLOSED)


def is_attribute(words: Sequence[Token], at: int) -> bool:
    """Whether the word can be an adjective or participle before a noun."""
    token = words[at]
    if token.kind == NUMBER:
        return True
    if token.kind != WORD or token.capital or not token.low.endswith(_ENDINGS):
        return False
    if token.low in PREPOSITIONS or token.low in COORDINATORS or token.low in PERSONAL:
        return False
    return not token.form & FINITE or (at > 0 and _can_stand_before(words[at - 1]))


def _can_stand_before(token: Token) -> bool:
    """Whether a word can stand before an adjective: an article, a preposition, a number."""
    return token.low in DETERMINERS or token.low in PREPOSITIONS or token.kind == NUMBER


def noun_phrase(words: Sequence[Token], at: int, attach: bool = True) -> int:
    """The end (exclusive) of the noun phrase that begins at `at`; `at` itself where none begins.

    With `attach`, genitives, "von ..." and brackets to the right belong to it.
    """
    end = _core(words, at)
    if end == at:
        return at
    while attach and end < len(words) and words[at].low not in PERSONAL:
        longer = _attachment(words, end)
        if longer == end:
            break
        end = longer
    return end


def _core(words: Sequence[Token], at: int) -> int:
    """The end of a pronoun, or of an article with attributes and nouns."""
    if at >= len(words):
        return at
    first = words[at]
    place = at
    if first.low in DETERMINERS:
        place += 1
    elif first.low in PRONOUNS and (first.low in PERSONAL or at + 1 >= len(words) or not words[at + 1].capital):
        return at + 1
    elif first.low in PRONOUNS:
        place += 1
    while place < len(words) and (
        is_attribute(words, place)
        or (words[place].low in ADVERBS and place + 1 < len(words) and is_attribute(words, place + 1))
    ):
        place += 1
    nouns = place
    while nouns < len(words):
        token = words[nouns]
        if token.kind == NUMBER and nouns > place and not _counts(words, nouns):
            nouns += 1
        elif token.kind == WORD and token.capital and not (nouns == 0 and token.low in CLOSED):
            nouns += 1
        elif token.text in ("&", "/") and nouns > place:
            nouns += 1
        elif token.text == "." and nouns > place and len(words[nouns - 1].text) <= 2:
            nouns += 1
        elif _quoted_name(words, nouns):
            nouns = _quoted_name(words, nouns)
        elif nouns > place and words[nouns - 1].low.endswith("s") and _attributes_before_noun(words, nouns):
            nouns += 1
        else:
            break
    if nouns > place:
        return nouns
    return at + 1 if first.low in PRONOUNS and first.low in DETERMINERS else at


def _counts(words: Sequence[Token], at: int) -> bool:
    """Whether a number counts what follows it and so belongs to no name: "nach Angaben der Polizei 14 Beamte"."""
    place = at + 1
    while place < len(words) and words[place].kind == WORD and is_attribute(words, place):
        place += 1
    return place < len(words) and words[place].kind == WORD and words[place].capital


def _attributes_before_noun(words: Sequence[Token], at: int) -> bool:
    """Whether adjectives and a noun follow here: what stands before is a genitive ("Dombreks neuer Berater")."""
    end = at
    while end < len(words) and is_attribute(words, end) and words[end].kind == WORD:
        if words[end].low in DETERMINERS:
            return False
        end += 1
    return at < end < len(words) and words[end].capital and words[end].kind == WORD


def _quoted_name(words: Sequence[Token], at: int) -> int:
    """The end of a short quoted name at this place ("der „Berliner Zeitung“"), or 0."""
    if words[at].text not in '„»"«“' or at + 1 >= len(words) or not words[at + 1].capital:
        return 0
    for end in range(at + 1, min(at + 7, len(words))):
        if words[end].text in '“”«»"':
            return end + 1 if end > at + 1 else 0
    return 0


def _attachment(words: Sequence[Token], at: int) -> int:
    """The end of what hangs on the noun before `at`: a genitive, a phrase with "von", a bracket."""
    token = words[at]
    if token.text == "(":
        for end in range(at + 1, min(at + 9, len(words))):
            if words[end].text == ")":
                return end + 1
        return at
    if token.low in GENITIVES or (token.low in ATTACHED and not _is_time(words, at + 1)):
        start = at if token.low in GENITIVES else at + 1
        end = _core(words, start)
        return end if end > start + (token.low in GENITIVES) or (end > start and start > at) else at
    if token.low in JOINING and at + 1 < len(words):
        end = _core(words, at + 1)
        return end if end > at + 1 and words[at + 1].low not in PERSONAL else at
    return at


def _is_time(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and (words[at].low in DAYS or words[at].kind == NUMBER)
