"""What a lone capital is that was taken for a state only because no article stands before it: "viele Drohnen"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lesart.language.layer import Layer
from lesart.model import PartyKind
from lesart.parties.cluster import Cluster
from lesart.parties.lexicon import PartyWords
from lesart.parties.matching import START, name_stem
from lesart.parties.states import states
from lesart.statements.draft import Entity


def settle_kinds(
    clusters: Sequence[Cluster], layer: Layer, lexicon: PartyWords, entities: Sequence[Entity] | None
) -> None:
    """Make bodies, roles and nouns of states that are none by what the article says of their names elsewhere.

    `entities` are the named entities of the article in tokens; None where nothing tells names from nouns.
    """
    kinds: Counter[tuple[str, str]] = Counter()
    for entity in entities or ():
        kinds[name_stem(layer.tokens[entity.last].text), entity.kind] += 1
    for cluster in clusters:
        if cluster.kind == "state" and not cluster.state and " " not in cluster.name:
            cluster.kind = _kind(cluster.name, layer, lexicon, kinds if entities is not None else None)


def _kind(name: str, layer: Layer, lexicon: PartyWords, kinds: Counter[tuple[str, str]] | None) -> PartyKind:
    low, stem = name.lower(), name_stem(name)
    if lexicon.is_role(low):
        return "person"
    if lexicon.is_body(low) or lexicon.is_kind(low):
        return "organisation"
    if kinds is None or states(lexicon.language).of_name(name) or kinds[stem, "LOC"]:
        return "state"
    if kinds[stem, "ORG"]:
        return "organisation"
    return "state" if has_adjective(stem, layer, lexicon) or not stands_as_noun(stem, layer, lexicon) else "group"


def has_adjective(stem: str, layer: Layer, lexicon: PartyWords) -> bool:
    """Whether the article has an adjective that is made from a name: "karsonische" from "Karsonien"."""
    endings = tuple(lexicon.adjectives)
    start = stem[:START]
    return any(token.low.startswith(start) and token.low.endswith(endings) for token in layer.tokens)


def stands_as_noun(stem: str, layer: Layer, lexicon: PartyWords) -> bool:
    """Whether a word stands anywhere behind an article, a possessive or an attribute, as names do not."""
    before = lexicon.articles | lexicon.possessives | lexicon.several | lexicon.joined_articles
    for token in layer.tokens[1:]:
        if token.capital and name_stem(token.text) == stem:
            previous = layer.tokens[token.index - 1]
            attribute = not previous.capital and previous.low.endswith(lexicon.attribute_endings)
            if previous.low in before or attribute:
                return True
    return False
