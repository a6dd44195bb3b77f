"""Events: what happened, when, for the how-manieth time; one event for all its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from lesart.events.affair import affair
from lesart.events.group import Group
from lesart.events.listing import listed
from lesart.events.mentions import event_mentions, named_parties
from lesart.events.merge import FEW, merge
from lesart.events.participants import participants
from lesart.events.placing import Placed, is_main
from lesart.events.regroup import regrouped
from lesart.events.series import find_series, in_rows
from lesart.language.layer import Layer
from lesart.model import Event, Mention, Party, Period, Reading, Series
from lesart.parties.general import is_general

__all__ = ["Placed", "find_events", "named_events"]


def named_events(readings: Sequence[Reading], layers: Mapping[str, Layer], parties: Sequence[Party]) -> list[Group]:
    """All events that several readings name, in no order, as groups of mentions; arguments as of `find_events`."""
    places = named_parties(parties)
    common = {party.id: len({mention.article for mention in party.mentions}) for party in parties}
    return merge(
        [
            event_mentions(reading, layers[reading.article.id], places.get(reading.article.id, ()))
            for reading in readings
        ],
        common,
    )


def find_events(
    readings: Sequence[Reading],
    layers: Mapping[str, Layer],
    parties: Sequence[Party],
    joined: Sequence[tuple[Mention, Mention]] = (),
    parted: Sequence[Mention] = (),
) -> tuple[list[Event], list[Series], dict[str, Group]]:
    """The events and series of several readings, and the mentions of each event by its id.

    `layers` are by article id, `parties` those of the whole comparison; `joined` and `parted` are places that a person
    has put right.
    """
    groups = listed(named_events(readings, layers, parties))
    if len(readings) <= FEW and not any(is_main(group) for group in groups):
        names = {word.lower() for party in parties for word in party.name.split()}
        about = affair([reading for reading in readings if reading.article.language], layers, names)
        groups += [about] if about else []
    groups = regrouped(groups, joined, parted)
    groups.sort(key=lambda group: (group.days is None, group.days or (date.max, date.max)))
    # The sign of an agency ("hpa") is an outlet too.
    outlets = {(reading.article.outlet or "").lower() for reading in readings}
    by_id = {party.id: party for party in parties if party.name.lower() not in outlets and not party.name.islower()}
    few = len(readings) <= FEW
    general = set() if few else {party.id for party in parties if is_general(party.name)}
    states = set() if few else {party.id for party in parties if party.kind == "state"}
    rows = in_rows(groups, general)
    named = {f"e{number}": group for number, group in enumerate(groups, 1)}
    events = [_event(identifier, group, rows[id(group)], by_id) for identifier, group in named.items()]
    return *find_series(events, general, states), named


def _place(group: Group) -> str | None:
    """Where an event happened, as most of its mentions say; a call has no place."""
    places = Counter(mention.place for mention in group.mentions if mention.place)
    return max(places, key=lambda place: places[place]) if places and group.kind != "call" else None


def _event(identifier: str, group: Group, row: Sequence[Group], parties: Mapping[str, Party]) -> Event:
    nouns = [mention.label for mention in group.mentions if not mention.verb]
    labels = Counter(nouns or [mention.label for mention in group.mentions])
    days = group.days
    places: list[Mention] = []
    for mention in group.mentions:
        places += [mention.mention, *mention.times]
    return Event(
        id=identifier,
        kind=group.kind,
        label=labels.most_common(1)[0][0],
        date=Period(days[0].isoformat(), days[1].isoformat() if days[1] != days[0] else None) if days else None,
        place=_place(group),
        participants=participants(group, row, parties),
        ordinal=group.ordinal,
        status=group.status,
        mentions=tuple(dict.fromkeys(places)),
    )
