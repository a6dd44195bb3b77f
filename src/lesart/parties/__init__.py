"""Parties: who speaks, is spoken to, relays and takes part; one party for all mentions of one person or body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from msgspec.structs import replace

from lesart.language import module
from lesart.language.layer import Layer
from lesart.model import Article, Mention, Party, Statement
from lesart.parties.chains import Attribution, with_chains
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context
from lesart.parties.coreference import Resolver
from lesart.parties.identified import identified
from lesart.parties.known import Known, known_parties
from lesart.parties.leaders import state_of_leader
from lesart.parties.lexicon import party_words
from lesart.parties.named_states import named_states
from lesart.parties.saying import who_says
from lesart.parties.scenes import Scenes
from lesart.parties.settling import settle_kinds
from lesart.parties.sides import affiliations, side_of
from lesart.parties.states import states
from lesart.statements.draft import Entity
from lesart.statements.grammar import Grammar
from lesart.statements.lexicon import lexicon

__all__ = ["find_parties"]


def find_parties(
    article: Article, layer: Layer, statements: Sequence[Statement], entities: Sequence[Entity] | None = None
) -> tuple[list[Party], list[Statement]]:
    """The parties of an article, and its statements with `said_by`, `said_to` and `according_to` filled in.

    Statements come in order of the text, parents before what stands inside them. Where the `entities` of the text are
    known (in tokens), persons and bodies are those; else names are found by their shape.
    """
    language = article.language or ""
    words, cues = party_words(language), lexicon(language)
    context = Context(layer, words, cues, statements)
    resolver = Resolver(context, module(language).CLOSED, entities)
    scenes = Scenes(layer, cast(Grammar, module(language)), cues)
    said = who_says(statements, resolver, scenes, context)
    clusters = [one for one in context.registry.clusters if one.used and (one.name or one.roles)]
    clusters, stands, lines = identified(clusters, known_parties(), (article.published or "")[:10])
    _put_to_states(clusters, (article.published or "")[:10], language)
    clusters += named_states(clusters, layer, words, entities)
    links = affiliations(layer.tokens, clusters, words)
    settle_kinds(clusters, layer, words, entities)
    ids = {id(cluster): f"{article.id}.p{number}" for number, cluster in enumerate(clusters, 1)}
    ids |= {double: ids[id(cluster)] for double, cluster in stands.items()}
    found = {
        key: Attribution(
            ids.get(id(one.speaker)),
            ids.get(id(one.spoken_to)),
            tuple(dict.fromkeys(ids[id(relay)] for relay in one.relays if id(relay) in ids)),
        )
        for key, one in said.items()
    }
    chained = with_chains(statements, found)
    parties = [_party(article, layer, place, clusters, links, lines) for place in range(len(clusters))]
    return parties, [
        replace(
            statement,
            said_by=chained[statement.id].said_by,
            said_to=chained[statement.id].said_to,
            according_to=chained[statement.id].according_to,
        )
        for statement in statements
    ]


def _put_to_states(clusters: Sequence[Cluster], day: str, language: str) -> None:
    """Give heads of state and of government to whom the text gives no owner their state."""
    for cluster in clusters:
        if cluster.kind == "person" and not cluster.owner:
            code = state_of_leader(cluster.name, day)
            cluster.owner = states(language).name_of(code) if code else ""


def _party(
    article: Article,
    layer: Layer,
    place: int,
    clusters: Sequence[Cluster],
    links: dict[int, int],
    lines: Mapping[int, Known],
) -> Party:
    cluster = clusters[place]
    side = side_of(place, links, clusters)
    return Party(
        id=f"{article.id}.p{place + 1}",
        name=cluster.name or cluster.roles[0],
        kind=cluster.kind,
        role=cluster.roles[0] if cluster.roles and cluster.name else None,
        affiliation=f"{article.id}.p{links[place] + 1}" if place in links else None,
        side=f"{article.id}.p{side + 1}" if side is not None else None,
        wikidata=lines[id(cluster)].wikidata or None if id(cluster) in lines else None,
        mentions=tuple(
            Mention(article.id, layer.tokens[first].start, layer.tokens[last].end)
            for first, last in sorted(cluster.places)
        ),
    )
