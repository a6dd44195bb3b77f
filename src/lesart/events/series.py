"""Series: events of one kind that share participants, in order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec.structs import replace

from lesart.events.group import Group, same_sort
from lesart.model import Event, Series

_NAMED = 2.0
"""Weight from which a party is named beside an event, not merely in its article."""


def in_rows(groups: Sequence[Group], general: Set[str]) -> Mapping[int, Sequence[Group]]:
    """Each event's (by identity) other events of its sort that share somebody who is named beside both.

    `general` are the parties that share their name with all of their kind.
    """
    by_party: dict[tuple[str, str, str], list[Group]] = {}
    for group in groups:
        for party, weight in group.parties.items():
            if weight >= _NAMED and party not in general:
                by_party.setdefault((same_sort(group.kind), group.family, party), []).append(group)
    found: dict[int, list[Group]] = {}
    for group in groups:
        near: dict[int, Group] = {}
        for party, weight in group.parties.items():
            if weight > 0:
                near |= {id(g): g for g in by_party.get((same_sort(group.kind), group.family, party), [])[:_MOST]}
        near.pop(id(group), None)
        found[id(group)] = list(near.values())
    return found


_MOST = 12
"""Events of one sort and party that are looked at for who takes part."""


def find_series(
    events: Sequence[Event], general: Set[str], common: Set[str] = frozenset()
) -> tuple[list[Event], list[Series]]:
    """The events with their series, and the series of two events and more; discord is not yet filled in.

    `general` are the parties that share their name with all of their kind: they make no series. One of `common` makes
    none by itself either, as a state in the news of many days: it takes part in much that has nothing to do with each
    other.
    """
    groups: list[list[Event]] = []
    by_party: dict[str, list[list[Event]]] = {}
    for event in events:
        near = [group for party in event.participants if party not in general for group in by_party.get(party, ())]
        group = next((group for group in near if _continues(group[-1], event, common)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(event)
        for party in event.participants:
            known = by_party.setdefault(party, [])
            if not any(other is group for other in known):
                known.append(group)
    series: list[Series] = []
    of_event: dict[str, str] = {}
    for group in groups:
        if len(group) < 2:
            continue
        identifier = f"r{len(series) + 1}"
        of_event |= {event.id: identifier for event in group}
        participants = [p for p in group[0].participants if all(p in event.participants for event in group)]
        series.append(
            Series(
                id=identifier,
                label=group[0].label,
                kind=group[0].kind,
                participants=tuple(participants),
                events=tuple(event.id for event in group),
            )
        )
    return [replace(event, series=of_event.get(event.id)) for event in events], series


def _continues(last: Event, event: Event, common: Set[str]) -> bool:
    """Whether an event is one of the same series: two of its participants are the same, or all that it has."""
    shared = set(last.participants) & set(event.participants)
    few = 2 if shared <= common else min(len(last.participants), len(event.participants), 2)
    return same_sort(last.kind) == same_sort(event.kind) and bool(shared) and len(shared) >= few
