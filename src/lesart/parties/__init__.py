"""Parties: who speaks, is spoken to, relays and takes part; one party for all mentions of one person or body."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lesart.language import module
from lesart.language.layer import Layer
from lesart.model import Article, Mention, Party, Span, Statement
from lesart.parties.chains import Attribution, with_chains
from lesart.parties.cluster import Cluster
from lesart.parties.coreference import Resolver
from lesart.parties.lexicon import party_words
from lesart.parties.sides import affiliations, side_of
from lesart.statements.lexicon import Lexicon, lexicon

__all__ = ["find_parties"]


def find_parties(
    article: Article, layer: Layer, statements: Sequence[Statement]
) -> tuple[list[Party], list[Statement]]:
    """The parties of an article, and its statements with `said_by`, `said_to` and `according_to` filled in.

    Statements come in order of the text, parents before what stands inside them.
    """
    language = article.language or ""
    words, cues = party_words(language), lexicon(language)
    resolver = Resolver(layer, words, cues.words["nouns"], module(language).CLOSED)
    at = {token.start: token.index for token in layer.tokens}
    ends = {token.end: token.index for token in layer.tokens}
    said: dict[str, tuple[Cluster | None, Cluster | None, Cluster | None]] = {}
    last: Cluster | None = None
    for statement in statements:
        speaker = _speaker(statement, resolver, at, ends, cues, last)
        relay = _cited(statement, resolver, at, ends, cues)
        if relay is not None and relay is not speaker:
            speaker, relay = relay, speaker
        else:
            relay = None
        spoken_to = _phrase(statement.addressee, resolver, at, ends)
        said[statement.id] = (speaker, spoken_to, relay)
        last = speaker or last
    clusters = [cluster for cluster in resolver.registry.clusters if cluster.name or cluster.roles]
    links = affiliations(layer.tokens, clusters, words)
    ids = {id(cluster): f"{article.id}.p{number}" for number, cluster in enumerate(clusters, 1)}
    found = {
        key: Attribution(
            ids.get(id(speaker)), ids.get(id(spoken_to)), (ids[id(relay)],) if relay and id(relay) in ids else ()
        )
        for key, (speaker, spoken_to, relay) in said.items()
    }
    chained = with_chains(statements, found)
    parties = [_party(article, layer, place, clusters, links, ids) for place in range(len(clusters))]
    return parties, [
        replace(
            statement,
            said_by=chained[statement.id].said_by,
            said_to=chained[statement.id].said_to,
            according_to=chained[statement.id].according_to,
        )
        for statement in statements
    ]


def _speaker(
    statement: Statement,
    resolver: Resolver,
    at: dict[int, int],
    ends: dict[int, int],
    cues: Lexicon,
    last: Cluster | None,
) -> Cluster | None:
    """Whose words a statement is; "demnach" speaks for the last source."""
    if not statement.speaker:
        return None
    span = statement.speaker[0]
    first = at[span.start]
    word = resolver.layer.tokens[first]
    if word.low in cues.words["anaphoric"] or word.low in cues.words["relative"]:
        return last
    return resolver.speaker(first, ends[span.end])


def _phrase(spans: Sequence[Span], resolver: Resolver, at: dict[int, int], ends: dict[int, int]) -> Cluster | None:
    return resolver.resolve(at[spans[0].start], ends[spans[0].end]) if spans else None


def _cited(
    statement: Statement, resolver: Resolver, at: dict[int, int], ends: dict[int, int], cues: Lexicon
) -> Cluster | None:
    """Whom the frame cites: "unter Berufung auf X"."""
    tokens = resolver.layer.tokens
    for span in statement.frame:
        last = ends[span.end]
        for place in range(at[span.start], last - 2):
            if tokens[place].low in cues.words["relay"] and tokens[place + 1].low in cues.words["relay_noun"]:
                start = place + 3
                stop = next(
                    (n for n in range(start, last + 1) if tokens[n].kind == "point" or tokens[n].form), last + 1
                )
                return resolver.speaker(start, stop - 1) if stop > start else None
    return None


def _party(
    article: Article,
    layer: Layer,
    place: int,
    clusters: Sequence[Cluster],
    links: dict[int, int],
    ids: dict[int, str],
) -> Party:
    cluster = clusters[place]
    side = side_of(place, links, clusters)
    return Party(
        id=ids.get(id(cluster), f"{article.id}.p{place + 1}"),
        name=cluster.name or cluster.roles[0],
        kind=cluster.kind,
        role=cluster.roles[0] if cluster.roles and cluster.name else None,
        affiliation=f"{article.id}.p{links[place] + 1}" if place in links else None,
        side=f"{article.id}.p{side + 1}" if side is not None else None,
        mentions=tuple(
            Mention(article.id, layer.tokens[first].start, layer.tokens[last].end)
            for first, last in sorted(cluster.places)
        ),
    )
