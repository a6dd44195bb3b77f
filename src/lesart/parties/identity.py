"""Identity across articles: one party for one person or body.

Persons are one by their full name, or by a surname that only one full name in the comparison has; bodies and states
by their name without endings. Descriptions without a name stay within their article.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lesart.model import Party, Reading, Statement
from lesart.parties.cluster import name_key, same_name, same_stem


def one_party(readings: Sequence[Reading]) -> tuple[list[Party], list[list[Statement]]]:
    """The parties of all readings under common ids (`p1`, `p2` ...), and each reading's statements with these ids."""
    groups: list[list[Party]] = []
    by_key: dict[str, list[list[Party]]] = {}
    for reading in readings:
        for party in reading.parties:
            known = by_key.setdefault(name_key(party.name), [])
            group = _group_of(party, known)
            if group is None:
                group = []
                groups.append(group)
                known.append(group)
            group.append(party)
    ids = {party.id: f"p{number}" for number, group in enumerate(groups, 1) for party in group}
    parties = [_merged(f"p{number}", group, ids) for number, group in enumerate(groups, 1)]
    return parties, [[_renamed(statement, ids) for statement in reading.statements] for reading in readings]


def _group_of(party: Party, groups: Sequence[list[Party]]) -> list[Party] | None:
    if party.role is None and party.kind == "person" and " " not in party.name and not _is_name(party):
        return None
    fitting = [group for group in groups if any(_same(party, other) for other in group)]
    return fitting[0] if len(fitting) == 1 else None


def _is_name(party: Party) -> bool:
    """Whether a person's party of one word is a surname: no article stands before it in its mentions."""
    return any(mention.end - mention.start <= len(party.name) + 1 for mention in party.mentions)


def _same(a: Party, b: Party) -> bool:
    x, y = a.name.split(), b.name.split()
    if "person" in (a.kind, b.kind):
        if len(x) == len(y):
            return all(same_name(one, other) for one, other in zip(x, y, strict=True))
        return min(len(x), len(y)) == 1 and same_name(x[-1], y[-1])
    return len(x) == len(y) and all(same_stem(one, other) for one, other in zip(x, y, strict=True))


def _merged(identifier: str, group: Sequence[Party], ids: dict[str, str]) -> Party:
    """One party out of those of several articles: the fullest name, the first role, all mentions."""
    fullest = max(group, key=lambda party: (party.name.count(" "), -len(party.name)))

    def first(values: list[str | None]) -> str | None:
        found = next((value for value in values if value), None)
        linked = ids.get(found or "")
        return linked if linked != identifier else None

    return Party(
        id=identifier,
        name=fullest.name,
        kind=fullest.kind,
        role=next((party.role for party in group if party.role), None),
        affiliation=first([party.affiliation for party in group]),
        side=first([party.side for party in group]),
        mentions=tuple(mention for party in group for mention in party.mentions),
    )


def _renamed(statement: Statement, ids: dict[str, str]) -> Statement:
    return replace(
        statement,
        said_by=ids.get(statement.said_by or ""),
        said_to=ids.get(statement.said_to or ""),
        according_to=tuple(ids[relay] for relay in statement.according_to if relay in ids),
    )
