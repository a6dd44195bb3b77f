"""How far the accounts of the events of a series part, and which event stands out.

The discord of an event is the weight of its divergences over the topics that more than one side could have spoken of:
1 for a denial or contradiction, a half for a difference of figures or tone, a quarter for a silence, divided by the
number of topics in its accounts, at most 1. An event is unusual if its discord is above that of every event before it
in the series by a quarter and there are at least two of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lesart.model import Account, Divergence, Series

_WEIGHTS = {"denial": 1.0, "contradiction": 1.0, "figure": 0.5, "tone": 0.5, "silence": 0.25}
_STANDS_OUT = 0.25
_FEWEST_BEFORE = 2


def with_discord(
    series: Sequence[Series], accounts: Sequence[Account], divergences: Sequence[Divergence]
) -> list[Series]:
    """The series with `discord` and `unusual` filled in."""
    topics: dict[str, set[str]] = {}
    for account in accounts:
        topics.setdefault(account.event, set()).update(point.topic for point in account.points)
    weight: dict[str, float] = {}
    for divergence in divergences:
        weight[divergence.event] = weight.get(divergence.event, 0.0) + _WEIGHTS[divergence.kind]
    result = []
    for one in series:
        discord = [
            round(min(1.0, weight.get(event, 0.0) / max(1, len(topics.get(event, ())))), 2) for event in one.events
        ]
        unusual = [
            event
            for place, event in enumerate(one.events)
            if place >= _FEWEST_BEFORE and discord[place] >= max(discord[:place]) + _STANDS_OUT
        ]
        result.append(replace(one, discord=tuple(discord), unusual=tuple(unusual)))
    return result
