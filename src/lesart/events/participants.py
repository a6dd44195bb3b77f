"""Who takes part in an event: those named beside it, as many and of the kinds that its kind of event has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from lesart.events.group import Group
from lesart.model import EventKind, Party, PartyKind

_BODIES: tuple[PartyKind, ...] = ("organisation", "state", "office", "group")
_ALL: tuple[PartyKind, ...] = ("person", *_BODIES)
_OF_SERIES = 0.5
_ENOUGH = 0.34
"""Share of the weight of the first from which somebody else takes part."""


class _Cast(Struct, frozen=True):
    """The kinds of party that take part, and how many at least, if so many are named at all, and at most."""

    kinds: tuple[PartyKind, ...]
    least: int
    most: int


_CASTS: dict[EventKind, _Cast] = {
    "call": _Cast(("person",), 2, 2),
    "meeting": _Cast(_ALL, 2, 3),
    "talks": _Cast(("organisation", "state"), 2, 3),
    "attack": _Cast(("state", "organisation", "group"), 2, 2),
    "strike": _Cast(("organisation", "group"), 2, 2),
    "vote": _Cast(("organisation", "group", "state"), 1, 4),
    "accident": _Cast(("organisation", "office"), 1, 2),
    "protest": _Cast(("organisation", "group", "person"), 1, 3),
    "agreement": _Cast(("state", "organisation", "person"), 2, 3),
    "announcement": _Cast(_ALL, 1, 2),
    "other": _Cast(_ALL, 1, 3),
}


def participants(group: Group, series: Sequence[Group], parties: Mapping[str, Party]) -> tuple[str, ...]:
    """The parties of an event; the other events of its `series` tell of them too, half as surely.

    `parties` are those that can take part, by id: an article's outlet does not.
    """
    cast = _CASTS[group.kind]
    weights = {name: weight for name, weight in group.parties.items() if name in parties}
    for other in series:
        for name, weight in other.parties.items():
            if name in parties:
                weights[name] = weights.get(name, 0.0) + _OF_SERIES * weight
    fitting = {name: weight for name, weight in weights.items() if parties[name].kind in cast.kinds}
    if len(fitting) < cast.least:
        fitting = {name: weight for name, weight in weights.items() if parties[name].kind in _ALL}
    if not fitting:
        return ()
    most = max(fitting.values())
    chosen = sorted(fitting, key=lambda name: -fitting[name])[: cast.most]
    kept = [name for at, name in enumerate(chosen) if at < cast.least or fitting[name] >= most * _ENOUGH]
    return tuple(kept)
