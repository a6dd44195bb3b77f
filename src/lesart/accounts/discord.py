"""How far the accounts of the events of a series part, and which event stands out.

The discord of an event is the weight of its divergences over the topics that more than one side could have spoken of:
1 for a denial or contradiction, a half for a difference of figures or tone, a quarter for a silence, divided by the
number of topics in its accounts, at most 1. An event that fewer than two sides tell of has none (0) and is not counted.
An event is unusual if its discord is above that of every counted event before it by a quarter; how many those were is
said with it (`told_before`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from lesart.model import Account, Divergence, Series

_WEIGHTS = {"denial": 1.0, "contradiction": 1.0, "figure": 0.5, "tone": 0.5, "silence": 0.25}
_STANDS_OUT = 0.25
_SIDES = 2


def with_discord(
    series: Sequence[Series], accounts: Sequence[Account], divergences: Sequence[Divergence], side: Mapping[str, str]
) -> list[Series]:
    """The series with `discord`, `told_before` and `unusual` filled in; `side` is each party's side."""
    topics: dict[str, set[str]] = {}
    tellers: dict[str, set[str]] = {}
    for account in accounts:
        topics.setdefault(account.event, set()).update(point.topic for point in account.points)
        tellers.setdefault(account.event, set()).add(side[account.teller])
    weight: dict[str, float] = {}
    for divergence in divergences:
        weight[divergence.event] = weight.get(divergence.event, 0.0) + _WEIGHTS[divergence.kind]
    result = []
    for one in series:
        discord = [
            round(min(1.0, weight.get(event, 0.0) / max(1, len(topics.get(event, ())))), 2) for event in one.events
        ]
        told = [len(tellers.get(event, ())) >= _SIDES for event in one.events]
        before = [sum(told[:place]) for place in range(len(told))]
        unusual = [
            event
            for place, event in enumerate(one.events)
            if before[place]
            and discord[place] >= max(d for d, known in zip(discord[:place], told, strict=False) if known) + _STANDS_OUT
        ]
        result.append(replace(one, discord=tuple(discord), told_before=tuple(before), unusual=tuple(unusual)))
    return result
