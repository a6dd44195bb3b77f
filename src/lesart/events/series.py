"""Series: events of one kind that share participants, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lesart.model import Event, Series


def find_series(events: Sequence[Event]) -> tuple[list[Event], list[Series]]:
    """The events with their series, and the series of two events and more; discord is not yet filled in."""
    groups: list[list[Event]] = []
    for event in events:
        for group in groups:
            shared = set(group[-1].participants) & set(event.participants)
            if group[-1].kind == event.kind and (len(shared) >= 2 or (shared and event.kind == "strike")):
                group.append(event)
                break
        else:
            groups.append([event])
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
