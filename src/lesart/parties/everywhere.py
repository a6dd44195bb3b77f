"""Every place of a comparison where the name of a party stands, also in articles in which it says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec.structs import replace

from lesart.language import SUPPORTED
from lesart.language.layer import WORD, Layer, Token
from lesart.model import Mention, Party
from lesart.parties.bodies import looks_short
from lesart.parties.general import is_general
from lesart.parties.lexicon import party_words
from lesart.parties.matching import START, same_name

_Names = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""How a name begins -> names that begin so, the longest first, each with its party."""


def everywhere(parties: Sequence[Party], layers: Mapping[str, Layer]) -> list[Party]:
    """The parties with a mention at each further place of an article that has their name, surname or short form.

    `layers` are by article id. Names that two parties share, and bodies that have no name of their own ("die Polizei"),
    are left where they are.
    """
    names = _names(parties, layers)
    bodies = {party.id for party in parties if party.kind == "organisation"}
    taken: dict[str, set[int]] = {}
    for party in parties:
        for mention in party.mentions:
            taken.setdefault(mention.article, set()).update(range(mention.start, mention.end))
    found: dict[str, list[Mention]] = {}
    for article, layer in layers.items():
        for first, last, party_id in _places(layer.tokens, names, bodies):
            start, end = layer.tokens[first].start, layer.tokens[last].end
            if taken.get(article, set()).isdisjoint(range(start, end)):
                found.setdefault(party_id, []).append(Mention(article, start, end))
    return [
        replace(party, mentions=tuple(sorted((*party.mentions, *found[party.id])))) if party.id in found else party
        for party in parties
    ]


def _names(parties: Sequence[Party], layers: Mapping[str, Layer]) -> _Names:
    owners: dict[tuple[str, ...], set[str]] = {}
    for party in parties:
        for form in _forms(party, layers):
            owners.setdefault(tuple(form.split()), set()).add(party.id)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, own in owners.items():
        if len(own) == 1:
            found.setdefault(words[0][:START].lower(), []).append((words, next(iter(own))))
    return {start: sorted(names, key=lambda name: -len(name[0])) for start, names in found.items()}


def _forms(party: Party, layers: Mapping[str, Layer]) -> Iterator[str]:
    """The forms of a party's name that mean nobody else."""
    words = party.name.split()
    if party.kind == "group" or not words or not words[-1][0].isupper():
        return
    if len(words) > 1 or not is_general(party.name):
        yield party.name
    if party.kind == "person" and len(words) > 1 and not is_general(words[-1]):
        yield words[-1]
    for mention in party.mentions:
        form = layers[mention.article].text[mention.start : mention.end]
        if looks_short(form):
            yield form


def _places(tokens: Sequence[Token], names: _Names, bodies: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Where names stand: first and last token, and whose it is; a body can have its name from a town."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        fitting = names.get(token.low[:START], ()) if token.kind == WORD and token.capital else ()
        words, party = next(((w, p) for w, p in fitting if _stands(tokens, at, w)), ((), ""))
        if words and not (len(words) == 1 and (_is_other(tokens, at) or (party in bodies and _is_place(tokens, at)))):
            yield at, at + len(words) - 1, party
        at += max(1, len(words))


def _is_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is somebody's name stands for a noun here, behind an article ("der Richter")."""
    before = tokens[at - 1].low if at else ""
    return any(before in words.articles for words in map(party_words, SUPPORTED))


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is that of a town here: "in Brennow", "Brennow (dpa) –"."""
    if at == 0:
        return True
    return any(tokens[at - 1].low in words.wherein for words in map(party_words, SUPPORTED))


def _stands(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether the words of a name stand at a place, the last perhaps in the genitive."""
    if at + len(words) > len(tokens):
        return False
    return all(same_name(token.text, word) for token, word in zip(tokens[at : at + len(words)], words, strict=True))
