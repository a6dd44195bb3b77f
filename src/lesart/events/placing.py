"""Which event a statement is about: the one it names, else the one its paragraph goes on with, else its article's."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.model import Event, Statement


def place_statements(statements: Sequence[Statement], events: Sequence[Event]) -> dict[str, str]:
    """Statement id -> id of the event it is about."""
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
