"""Who takes part in an event: those whom its sentences name for it, as many and of the kinds that its kind has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import log1p

from msgspec import Struct

from lesart.events.group import Group
from lesart.events.words import event_words
from lesart.language import SUPPORTED
from lesart.model import EventKind, Party, PartyKind
from lesart.parties.general import is_noun

_BODIES: tuple[PartyKind, ...] = ("organisation", "state", "office", "group")
_ALL: tuple[PartyKind, ...] = ("person", *_BODIES)
_AROUND = 0.3
"""Weight of a party that the article is about, though no sentence of the event names it."""
_ENOUGH = 0.5
"""Share of the weight of the first from which somebody else takes part."""


class _Cast(Struct, frozen=True):
    """The kinds of party that take part, and how many at least, if so many are named at all, and at most."""

    kinds: tuple[PartyKind, ...]
    least: int
    most: int
    sides: bool = False
    """Whether it is the sides that take part, whoever of them is named."""
    series: float = 0.0
    """What the events of its series say of who takes part in this one."""
    concerned: bool = False
    """Whether those who only count, watch or judge it do not take part."""


_CASTS: dict[EventKind, _Cast] = {
    "call": _Cast(("person",), 2, 2, series=1.0),
    "meeting": _Cast(_ALL, 1, 3),
    "talks": _Cast(("organisation", "state"), 2, 3, sides=True, series=0.5),
    "attack": _Cast(("state",), 2, 2, sides=True, series=0.5),
    "strike": _Cast(("organisation", "group"), 1, 2, series=0.5),
    "vote": _Cast(("organisation", "group", "state"), 1, 4),
    "accident": _Cast(("organisation", "office"), 0, 2, concerned=True),
    "protest": _Cast(("organisation", "group"), 1, 2, sides=True, series=0.5, concerned=True),
    "agreement": _Cast(("state", "organisation", "person"), 1, 3),
    "announcement": _Cast(_ALL, 1, 2),
    "other": _Cast(_ALL, 0, 2),
}


def participants(group: Group, series: Sequence[Group], parties: Mapping[str, Party]) -> tuple[str, ...]:
    """The parties of an event; the other events of its `series` tell of them too.

    `parties` are those that can take part, by id: an article's outlet does not.
    """
    cast = _CASTS[group.kind]
    weights = dict(group.cast)
    for other in series if cast.series else ():
        for name, weight in other.cast.items():
            weights[name] = weights.get(name, 0.0) + cast.series * weight
    for name in group.parties if cast.least else ():
        weights[name] = weights.get(name, 0.0) + _AROUND
    weights = _fitting(weights, cast, parties)
    if not weights:
        return ()
    most = max(weights.values())
    chosen = sorted(weights, key=lambda name: -weights[name])[: cast.most]
    return tuple(name for at, name in enumerate(chosen) if at < cast.least or weights[name] >= most * _ENOUGH)


def _fitting(weights: Mapping[str, float], cast: _Cast, parties: Mapping[str, Party]) -> dict[str, float]:
    known = {name: weight for name, weight in weights.items() if name in parties}
    found: dict[str, float] = {}
    for name, weight in known.items():
        party = parties[name]
        if cast.sides and party.side in parties and parties[party.side or ""].kind in cast.kinds:
            party = parties[party.side or ""]
        if party.kind in cast.kinds and not (cast.concerned and _stands_by(party.name)):
            found[party.id] = found.get(party.id, 0.0) + weight
    if cast.sides:
        found = {name: weight * log1p(len(parties[name].mentions)) for name, weight in found.items()}
    if len(found) < cast.least and not cast.concerned:
        found = {name: weight for name, weight in known.items() if parties[name].kind in _ALL}
    own = {name: weight for name, weight in found.items() if not is_noun(parties[name].name)}
    return own if len(own) >= max(1, cast.least) else found


def _stands_by(name: str) -> bool:
    """Whether a body is one that counts, watches or judges what others do: "Polizei", "Innenministerium"."""
    return any(word.endswith(_bystanders()) for word in name.lower().split())


@cache
def _bystanders() -> tuple[str, ...]:
    return tuple(ending for language in SUPPORTED for ending in event_words(language).bystanders)
