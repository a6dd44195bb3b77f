"""Events: what happened, when, for the how-manieth time; one event for all its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lesart.events.mentions import event_mentions, named_parties
from lesart.events.merge import merge
from lesart.events.series import find_series
from lesart.language.layer import Layer
from lesart.model import Event, Party, Reading, Series, Statement

__all__ = ["find_events", "place_statements"]


def find_events(
    readings: Sequence[Reading], layers: Mapping[str, Layer], parties: Sequence[Party]
) -> tuple[list[Event], list[Series]]:
    """The events and series of several readings; `layers` by article id, `parties` of the whole comparison."""
    named = named_parties(parties)
    by_article = [
        event_mentions(reading, layers[reading.article.id], named.get(reading.article.id, ())) for reading in readings
    ]
    return find_series(merge(by_article))


def place_statements(statements: Sequence[Statement], events: Sequence[Event]) -> dict[str, str]:
    """Statement id -> id of the event it is about: the one it names, else the one its article is about."""
    main = _main_events(events)
    places: dict[str, list[tuple[int, str]]] = {}
    for event in events:
        for mention in event.mentions:
            places.setdefault(mention.article, []).append((mention.start, event.id))
    found = {}
    for statement in statements:
        start, end = statement.content[0].start, statement.content[-1].end
        named = next((event for at, event in places.get(statement.article, ()) if start <= at < end), None)
        about = named or main.get(statement.article)
        if about is not None:
            found[statement.id] = about
    return found


def _main_events(events: Sequence[Event]) -> dict[str, str]:
    """Article -> the event it is about: the one it names most, of equals the one it names first."""
    counts: dict[str, dict[str, tuple[int, int]]] = {}
    for event in events:
        for mention in event.mentions:
            known = counts.setdefault(mention.article, {}).get(event.id, (0, -mention.start))
            counts[mention.article][event.id] = (known[0] + 1, max(known[1], -mention.start))
    return {article: max(found, key=lambda event: found[event]) for article, found in counts.items()}
