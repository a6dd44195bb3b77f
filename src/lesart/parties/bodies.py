"""Names of bodies in an article: long form and short form, and the noun that says what kind of body it is.

Found where the text shows that a name is one: "Christliche Landespartei (CLP)", "die Gewerkschaft Nordlicht",
"Corvenna SE", "der Soziale Bund".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from lesart.language.layer import WORD, Layer, Token
from lesart.parties.lexicon import PartyWords
from lesart.parties.matching import base, name_stem
from lesart.parties.names import capitals_from
from lesart.parties.states import states
from lesart.statements.draft import Entity

_LONGEST = 8
"""Tokens of a long form before its short form in brackets."""


class Body(Struct, frozen=True):
    """The tokens of a name (ends included), and what they are: "gewerkschaft", or nothing where the text is silent."""

    first: int
    last: int
    noun: str = ""
    short: int = -1
    """The token of the short form that stands in brackets behind it."""
    long: bool = False
    """Whether it goes on behind its noun: "Amt für Landesschutz"."""


def bodies(layer: Layer, lexicon: PartyWords, closed: frozenset[str]) -> Iterator[Body]:
    """Every name that the text shows to be that of a body, in order of the text."""
    tokens = layer.tokens
    pairs = Counter(
        (name_stem(a.text), name_stem(b.text))
        for a, b in pairwise(tokens)
        if a.capital and b.capital and len(a.text) > 4
    )
    at = 0
    while at < len(tokens):
        end = capitals_from(tokens, at)
        if end == at:
            at += 1
            continue
        field = _field_end(tokens, at, end, lexicon)
        if field > end and _in_brackets(tokens, field) < 0:
            yield Body(end - 1, field - 1, tokens[end - 1].low, long=True)
            at = field
            continue
        first = at
        while first < end and (tokens[first].low in closed or lexicon.is_role(tokens[first].low)):
            first += 1
        if first < end:
            twice = end - first == 2 and pairs[name_stem(tokens[first].text), name_stem(tokens[first + 1].text)] > 1
            found = _body(tokens, first, end, lexicon, twice)
            if found:
                yield found
        at = end


def with_entities(
    layer: Layer, lexicon: PartyWords, found: Iterable[Body], entities: Sequence[Entity]
) -> Iterator[Body]:
    """Bodies by their shape that no entity contradicts, and the organisations among the entities besides."""
    persons, places = (
        {at for e in entities if e.kind == kind for at in range(e.first, e.last + 1)} for kind in ("PER", "LOC")
    )
    named = {at for entity in entities for at in range(entity.first, entity.last + 1)}
    organisations = _organisations(layer.tokens, entities)
    taken: set[int] = set()
    for body in found:
        inside = range(body.first, body.last + 1)
        seated = lexicon.is_body(layer.tokens[body.first].low) and body.first not in places
        bare = seated and body.short < 0 and not body.long and not lexicon.is_kind(layer.tokens[body.first].low)
        if bare and not named.intersection(range(body.first + 1, body.last + 1)):
            continue
        if body.short >= 0 or not (persons if seated else persons | places).intersection(inside):
            taken.update(inside)
            yield body
    for first, last in sorted(organisations):
        noun = layer.tokens[last]
        lone = first == last and _is_no_name(noun, lexicon)
        if not lone and not _opens(layer.tokens, last) and not taken.intersection(range(first, last + 1)):
            yield Body(first, last)


def _opens(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name is the town that a report begins with: "Vesna (nkd) –"."""
    return (
        last < _LONGEST
        and last + 1 < len(tokens)
        and tokens[last + 1].text in _AFTER_TOWN
        and not any(token.text in ".–" for token in tokens[: last + 1])
    )


_AFTER_TOWN = "(–/"
"""Signs behind a town at the head of a report."""


def _is_no_name(noun: Token, lexicon: PartyWords) -> bool:
    """Whether a word alone is no name of a body, or found as one elsewhere: a state, a short form, an adjective."""
    if states(lexicon.language).of_name(noun.text) or is_short(noun) or lexicon.is_general(noun.low):
        return True
    return not noun.capital or len(noun.text) == 1 or _names_people(noun, lexicon)


def _names_people(noun: Token, lexicon: PartyWords) -> bool:
    """Whether a word that looks like a body's name is for people or a quality ("FDP-Politikern", "FDP-nahen")."""
    low, part = noun.low, noun.text.rpartition("-")[2]
    people = lexicon.is_role(low) or lexicon.is_group(part.lower()) or bool(states(lexicon.language).of_people(low))
    return people or ("-" in noun.text and part.islower())


def _organisations(tokens: Sequence[Token], entities: Sequence[Entity]) -> set[tuple[int, int]]:
    """The entities that are organisations wherever they stand: not now and then a place, nor anybody's surname."""
    kinds: Counter[tuple[str, str]] = Counter()
    for entity in entities:
        words = [name_stem(token.text) for token in tokens[entity.first : entity.last + 1]]
        kinds[" ".join(words), entity.kind] += 1
        if entity.kind == "PER":
            kinds[words[-1], "PER"] += 1
    found = set()
    for entity in entities:
        name = " ".join(name_stem(token.text) for token in tokens[entity.first : entity.last + 1])
        if entity.kind == "ORG" and not kinds[name, "PER"] and kinds[name, "ORG"] >= kinds[name, "LOC"]:
            found.add((entity.first, entity.last))
    return found


def _body(tokens: Sequence[Token], first: int, end: int, lexicon: PartyWords, twice: bool) -> Body | None:
    words = tokens[first:end]
    noun = words[0].low if len(words) > 1 and lexicon.kind_of_body(words[0].low) else ""
    start = first + 1 if noun and lexicon.is_kind(noun) else first
    short = _in_brackets(tokens, end)
    if short >= 0 and tokens[end - 1].text != tokens[short].text:
        long_form = _long_form(tokens, end, tokens[short].text)
        if long_form < end or noun or lexicon.is_body(tokens[end - 1].low):
            return Body(min(start, long_form), end - 1, noun, short)
    if len(words) > 1 and words[-1].low in lexicon.legal_forms:
        return Body(first, end - 2)
    if noun and not lexicon.is_role(words[1].low) and not words[-1].low.endswith(tuple(lexicon.abstract)):
        return Body(start, end - 1, noun)
    if any(word.text == "&" for word in words):
        return Body(start, end - 1, noun)
    if twice and _is_attribute(words[0], tokens[first - 1] if first else None, lexicon):
        return Body(first, end - 1)
    return None


def _field_end(tokens: Sequence[Token], at: int, end: int, lexicon: PartyWords) -> int:
    """The end of what a body is for, or of whom, which is part of its name: "Landesamt | für Straßenbau und Verkehr",
    "Verband | der Hauseigentümer".
    """
    noun, articles = tokens[end - 1].low, lexicon.articles | lexicon.joined_articles
    first = at + (tokens[at].low in articles)
    if first != end - 1 or first == 0 or tokens[first - 1].low not in articles or not lexicon.is_body(noun):
        return end
    if end + 1 >= len(tokens):
        return end
    of_people = lexicon.kind_of_body(noun) in lexicon.of_people and tokens[end].low in lexicon.owner_signs
    if not tokens[end + 1].capital or not (tokens[end].low in lexicon.purposes or of_people):
        return end
    more = end + 2
    if more + 1 < len(tokens) and tokens[more].low in lexicon.joins and tokens[more + 1].capital:
        more += 2
    return more


def _long_form(tokens: Sequence[Token], end: int, short: str) -> int:
    """Where the name before a place begins that a short form stands for ("Institut für Seuchen"), or the place."""
    for start in range(max(0, end - _LONGEST), end):
        words = [token.text for token in tokens[start:end]]
        names = (" ".join(words), " ".join(token.text for token in tokens[start:end] if token.capital))
        plain = all(token.kind == WORD for token in tokens[start:end])
        if plain and tokens[start].capital and any(shortens(short, name) for name in names):
            return start
    return end


def _in_brackets(tokens: Sequence[Token], at: int) -> int:
    """The token of a short form in brackets at a place, or -1."""
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and is_short(tokens[at + 1]):
        return at + 1
    return -1


def is_short(token: Token) -> bool:
    """Whether a word looks like the short form of a name."""
    return token.kind == WORD and looks_short(token.text)


@lru_cache(maxsize=65_536)
def looks_short(text: str) -> bool:
    """Whether a text looks like the short form of a name: two to six letters, most of them capitals."""
    capitals = sum(letter.isupper() for letter in text)
    return text.isalpha() and 1 < len(text) < 7 and capitals > len(text) / 2 and capitals > 1


def _is_attribute(word: Token, before: Token | None, lexicon: PartyWords) -> bool:
    """Whether a capital word behind an article is an adjective, which makes it part of a name ("der Soziale Bund")."""
    articled = before is not None and before.low in lexicon.articles | lexicon.joined_articles
    return articled and len(word.text) > 4 and word.low.endswith(lexicon.attribute_endings)


def shortens(short: str, name: str) -> bool:
    """Whether a short form can stand for a name: the initials of its words, and letters out of the last of them."""
    words, low = base(name).split(), short.lower()
    if len(low) < len(words) or not words:
        return False
    for place, word in enumerate(words[:-1]):
        if not word.lower().startswith(low[place]):
            return False
    rest, last = low[len(words) - 1 :], words[-1].lower()
    if not last.startswith(rest[0]):
        return False
    at = 0
    for letter in rest[1:]:
        at = last.find(letter, at + 1)
        if at < 0:
            return False
    return True
