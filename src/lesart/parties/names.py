"""Full names of persons in an article: capitals side by side that no article stands before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from lesart.language.forms import FINITE
from lesart.language.layer import WORD, Layer, Token
from lesart.parties.lexicon import PartyWords
from lesart.parties.titles import titles_end, titles_start
from lesart.statements.draft import Entity


class FullName(Struct, frozen=True):
    """A person's name of two words or more; indices of tokens, ends included."""

    first: int
    last: int
    phrase: int
    """The first token of the phrase that the name stands in: its role, attributes and article."""


def full_names(layer: Layer, lexicon: PartyWords, closed: frozenset[str]) -> Iterator[FullName]:
    """Every full name in the text, in order; `closed` are words that are no names though they begin a sentence."""
    tokens = layer.tokens
    at = 0
    while at < len(tokens):
        end = capitals_from(tokens, at)
        if end - at < 2:
            at = max(end, at + 1)
            continue
        first = at
        while first < end and tokens[first].low in closed:
            at = first = first + 1
        for place in range(first, end):
            role = lexicon.is_role(tokens[place].low) and not (place > first and lexicon.is_surname(tokens, place))
            if role or tokens[place].low in lexicon.titles:
                first = place + 1
        name = tokens[first:end]
        if 2 <= len(name) <= 3 and _is_person(name, tokens, first, lexicon):
            yield FullName(first, end - 1, _phrase_start(tokens, at, lexicon))
        at = end


def named_persons(
    layer: Layer, lexicon: PartyWords, entities: Sequence[Entity], by_shape: Sequence[FullName]
) -> list[FullName]:
    """The full names among the entities of an article; and of those told by their shape what has a role before it or
    begins with a first name, where it crosses no entity.
    """
    found = list(_of_entities(layer, lexicon, entities))
    taken = {place for entity in entities for place in range(entity.first, entity.last + 1)}
    for name in by_shape:
        sure = name.phrase < name.first or layer.tokens[name.first].low in lexicon.first_names
        if sure and not taken.intersection(range(name.first, name.last + 1)):
            found.append(name)
    return sorted(found, key=lambda name: name.first)


def _of_entities(layer: Layer, lexicon: PartyWords, entities: Sequence[Entity]) -> Iterator[FullName]:
    tokens = layer.tokens
    for entity in entities:
        first = entity.first
        while first < entity.last and _is_before_name(tokens, first, lexicon):
            first = titles_end(tokens, first + 1, lexicon)
        if entity.kind != "PER" or first >= entity.last:
            continue
        start = titles_start(tokens, first, lexicon)
        while start > 0 and tokens[start - 1].capital and lexicon.is_role(tokens[start - 1].low):
            if start < first and lexicon.are_two(tokens[start - 1].low, tokens[start].low):
                break
            start -= 1
        yield FullName(first, entity.last, _phrase_start(tokens, start, lexicon))


def _is_before_name(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> bool:
    """Whether a word of an entity is a role, title or other noun before the first name: "Erbin | Ada von Rahden"."""
    if lexicon.is_role(tokens[at].low) or tokens[at].low in lexicon.titles:
        return True
    return tokens[at + 1].low in lexicon.first_names and tokens[at].low not in lexicon.first_names


def capitals_from(tokens: Sequence[Token], at: int) -> int:
    """The end of the capitals that stand side by side from `at` on."""
    end = at
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].capital:
        if end > at and tokens[end].start - tokens[end - 1].end != 1:
            break
        end += 1
        if end + 1 < len(tokens) and tokens[end].text == "&" and tokens[end + 1].capital:
            end += 1
            while end < len(tokens) and tokens[end].kind == WORD and tokens[end].capital:
                end += 1
    return end


def _is_person(name: Sequence[Token], tokens: Sequence[Token], first: int, lexicon: PartyWords) -> bool:
    roles = [at for at, token in enumerate(name) if lexicon.is_role(token.low) and not lexicon.is_surname(name, at)]
    if roles or any(token.low in lexicon.no_names or lexicon.is_body(token.low) for token in name):
        return False
    if any(token.text.isupper() for token in name) or name[-1].low.endswith(tuple(lexicon.abstract)):
        return False
    before = tokens[first - 1] if first else None
    return before is None or before.low not in lexicon.before_no_person


def _phrase_start(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> int:
    """Back over titles, attributes and a genitive before the role: "Dombreks außenpolitischer Berater Henrik Solling",
    "Oberst a. D. Arne Holt".
    """
    titles = titles_start(tokens, at, lexicon)
    if 0 < titles < at and lexicon.is_role(tokens[titles - 1].low):
        at = titles - 1
    if not lexicon.is_role(tokens[at].low):
        return at
    first = at
    while first > 0 and tokens[first - 1].kind == WORD and not tokens[first - 1].capital:
        low = tokens[first - 1].low
        if tokens[first - 1].form & FINITE:
            break
        if not low.endswith(("e", "er", "en", "es", "em")) or len(low) < 4 or low in lexicon.before_no_person:
            break
        first -= 1
    joined = first > 1 and tokens[first - 1].low in lexicon.joins and tokens[first - 2].capital
    if joined and lexicon.is_role(tokens[first - 2].low):
        return _phrase_start(tokens, first - 2, lexicon)
    if (
        first > 0
        and tokens[first - 1].capital
        and tokens[first - 1].low.endswith("s")
        and tokens[first - 1].kind == WORD
    ):
        first -= 1
    return first
