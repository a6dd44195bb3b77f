"""English noun phrases, subjects and persons addressed, by the order of words."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.clause import Clause
from lesart.language.en.words import ADVERBS, COORDINATORS, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS
from lesart.language.forms import FINITE
from lesart.language.layer import NUMBER, WORD, Token


def noun_phrase(words: Sequence[Token], at: int, attach: bool = True) -> int:
    """The end (exclusive) of the noun phrase that begins at `at`; `at` itself where none begins."""
    place = at
    if place < len(words) and words[place].low in PRONOUNS and words[place].low not in DETERMINERS:
        return at + 1
    while place < len(words):
        token = words[place]
        joins = token.text in ("’", "'", "&") or (token.kind == WORD and token.low in ("’s", "'s"))
        if token.kind not in (WORD, NUMBER) and not joins:
            break
        if token.low in PREPOSITIONS or token.low in COORDINATORS or token.low in ADVERBS:
            break
        if token.form & FINITE and not token.capital and place > at and words[place - 1].low not in DETERMINERS:
            break
        place += 1
    if attach and at < place < len(words) and words[place].low == "of":
        end = noun_phrase(words, place + 1)
        return end if end > place + 1 else place
    return place


def subject(words: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """First and last word of the subject: before the verb, or behind it where the verb opens the clause."""
    if clause.verb < 0:
        return None
    if clause.verb == clause.first:
        end = min(noun_phrase(words, clause.verb + 1), clause.last + 1)
        return (clause.verb + 1, end - 1) if end > clause.verb + 1 else None
    first = clause.first
    while first < clause.verb and (words[first].low in COORDINATORS or words[first].low in ADVERBS):
        first += 1
    if first < clause.verb and words[first].low in PREPOSITIONS:
        first = noun_phrase(words, first + 1)
    last = clause.verb - 1
    while last >= first and (words[last].low in ADVERBS or words[last].low in DAYS):
        last -= 1
    return (first, last) if first <= last else None


def addressee(words: Sequence[Token], clause: Clause, spoken_to: bool) -> tuple[int, int] | None:
    """The person addressed: the noun phrase right behind a verb of telling."""
    at = clause.main + 1
    if not spoken_to or clause.main < 0 or at > clause.last:
        return None
    end = min(noun_phrase(words, at), clause.last + 1)
    return (at, end - 1) if end > at else None
