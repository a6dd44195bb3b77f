"""Where a sentence says who takes part in an event: the subject of its clause, and what hangs on the word for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lesart.events.words import EventWords
from lesart.language.clause import Clause
from lesart.language.layer import WORD, Token
from lesart.statements.grammar import Grammar

Stretch = tuple[int, int]
"""First and last token, by their index in the article."""


def cast_of(
    tokens: Sequence[Token], part: Clause, place: Stretch, grammar: Grammar, words: EventWords
) -> tuple[Stretch, ...]:
    """The stretches of a sentence that name who takes part in what stands at a place (of the sentence's tokens)."""
    found = [
        *_subject(tokens, part, grammar),
        *_before(tokens, place[0], words),
        *_behind(tokens, place[1], part, grammar, words),
    ]
    return tuple((tokens[first].index, tokens[last].index) for first, last in found)


def _subject(tokens: Sequence[Token], part: Clause, grammar: Grammar) -> Iterator[Stretch]:
    """The subject of a clause, with what is joined to it before the verb."""
    found = grammar.subject(tokens, part)
    if found is None:
        return
    first, last = found
    if last < part.verb and any(tokens[at].low in grammar.COORDINATORS for at in range(last + 1, part.verb)):
        last = part.verb - 1
    yield first, last


def _before(tokens: Sequence[Token], first: int, words: EventWords) -> Iterator[Stretch]:
    """What stands before a noun in its phrase: "der velmarische Angriff", "Dombreks Gespräch"."""
    start = first
    while start > 0 and tokens[start - 1].kind == WORD and not tokens[start - 1].capital:
        if tokens[start - 1].low in words.definite | words.indefinite | words.relating | words.at:
            break
        start -= 1
    if start > 0 and tokens[start - 1].capital and tokens[start - 1].low.endswith("s"):
        start -= 1
    if start < first:
        yield start, first


def _behind(tokens: Sequence[Token], last: int, part: Clause, grammar: Grammar, words: EventWords) -> Iterator[Stretch]:
    """The phrases that hang on a noun from behind: genitives, "mit ...", "zwischen ... und ...", "auf ..."."""
    at = last + 1
    while at <= part.last:
        low = tokens[at].low
        joined = low in grammar.COORDINATORS or low in words.taking_part
        start = at + joined
        if not joined and low not in words.genitive and not (tokens[at].capital and at == last + 1):
            return
        end = grammar.noun_phrase(tokens, start) if start <= part.last else start
        if end == start:
            return
        yield start, min(end - 1, part.last)
        at = end
