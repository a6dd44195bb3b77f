"""Phrases with a noun for an office or a body: "der Landesvorsitzende", "zwei Diplomaten", "das Ministerium"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lesart.language.layer import NUMBER, WORD, Token
from lesart.parties.lexicon import PartyWords
from lesart.parties.names import capitals_from
from lesart.parties.number import number_of

_ATTRIBUTES = 3
"""Adjectives between the article and the noun, at the most."""


def noun_phrases(tokens: Sequence[Token], lexicon: PartyWords) -> Iterator[tuple[int, int, int]]:
    """First token, noun and last token of each, in order of the text; whom it belongs to is part of the phrase.

    Phrases with a name behind the noun are left out: who they mean is known. A pronoun for one person is all three.
    """
    opens = lexicon.articles | lexicon.joined_articles | lexicon.possessives | lexicon.indefinite
    for at, token in enumerate(tokens):
        if _is_singular(tokens, at, lexicon):
            yield at, at, at
        if token.low not in opens:
            continue
        noun = behind_age(tokens, at + 1, lexicon)
        end = noun + _ATTRIBUTES
        while noun < min(end, len(tokens)) and _is_attribute(tokens[noun], lexicon):
            noun += 1
        if noun >= len(tokens) or not tokens[noun].capital or tokens[noun].kind != WORD:
            continue
        if noun + 1 < len(tokens) and tokens[noun + 1].capital and tokens[noun + 1].kind == WORD:
            continue
        if tokens[noun].low in lexicon.posts:
            continue
        if lexicon.is_role(tokens[noun].low) or lexicon.is_body(tokens[noun].low):
            yield at, noun, _with_owner(tokens, noun, lexicon)
        elif lexicon.is_document(tokens[noun].low):
            end = _with_owner(tokens, noun, lexicon)
            if end > noun:
                yield at, noun, end


def _is_singular(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> bool:
    """Whether a word is a pronoun for one person: one of several forms ("sie") only beside a verb in the singular."""
    low = tokens[at].low
    if low not in lexicon.ambiguous:
        return lexicon.pronouns.get(low, "") in ("m", "f") and low not in lexicon.latest | lexicon.possessives
    return number_of(tokens, at) == "s"


def behind_age(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> int:
    """Behind the number in "39-jähriger Landwirt", "37 Jahre alte Frau"; the place itself where there is none."""
    if at + 2 < len(tokens) and tokens[at].kind == NUMBER and tokens[at + 1].low in lexicon.ages:
        return at + 2
    return at


def _with_owner(tokens: Sequence[Token], noun: int, lexicon: PartyWords) -> int:
    """The last token of a phrase: the noun, or the end of the owner behind it ("der Region Sool")."""
    at = noun + 1
    if at >= len(tokens) or tokens[at].low not in lexicon.owner_signs | lexicon.fields:
        return noun
    at += 1
    while at < len(tokens) and _is_attribute(tokens[at], lexicon):
        at += 1
    end = capitals_from(tokens, at)
    return _with_owner(tokens, end - 1, lexicon) if end > at else noun


def _is_attribute(token: Token, lexicon: PartyWords) -> bool:
    return token.kind == WORD and not token.capital and token.low.endswith(lexicon.attribute_endings)
