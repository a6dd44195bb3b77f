"""States that an article names though nobody speaks for them: they can take part in what happens.

A state is one that the package knows by its name (no capital: towns are mostly only where something happens), or a
place of which the article makes an adjective ("Karsonien", "karsonische").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lesart.language.layer import WORD, Layer
from lesart.parties.cluster import Cluster
from lesart.parties.lexicon import PartyWords
from lesart.parties.matching import name_stem, same_name
from lesart.parties.phrases import without_case
from lesart.parties.settling import has_adjective
from lesart.parties.states import states
from lesart.statements.draft import Entity


def named_states(
    clusters: Sequence[Cluster], layer: Layer, lexicon: PartyWords, entities: Sequence[Entity] | None
) -> Iterator[Cluster]:
    """The states of an article that are no party yet, each with its places; `entities` are in tokens."""
    known = states(lexicon.language)
    codes = {cluster.state for cluster in clusters if cluster.kind == "state" and cluster.state}
    taken = {token for cluster in clusters for first, last in cluster.places for token in range(first, last + 1)}
    places = {entity.first for entity in entities or () if entity.kind == "LOC" and entity.first == entity.last}
    found: dict[str, Cluster] = {}
    for token in layer.tokens:
        if token.kind != WORD or not token.capital or token.index in taken:
            continue
        state = known.of_name(token.text)
        if state is not None and same_name(token.text, state.name):
            if state.code not in codes:
                cluster = found.setdefault(state.code, Cluster(kind="state", name=state.name, state=state.code))
                cluster.add_place((token.index, token.index))
        elif (
            state is None
            and token.index in places
            and not token.low.endswith(tuple(lexicon.adjectives))
            and has_adjective(name_stem(token.text), layer, lexicon)
        ):
            name = without_case(token.text)
            if not any(same_name(cluster.name, name) for cluster in clusters):
                found.setdefault(name, Cluster(kind="state", name=name)).add_place((token.index, token.index))
    yield from found.values()
