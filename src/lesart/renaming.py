"""Ids of readings that were read apart from each other, made unique for a comparison."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from lesart.model import Reading


def with_own_ids(readings: Iterable[Reading]) -> list[Reading]:
    """The readings in order; of two articles with one id the later gets "-2" behind it, and so on."""
    taken: set[str] = set()
    found = []
    for reading in readings:
        name, number = reading.article.id, 1
        while name in taken:
            number += 1
            name = f"{reading.article.id}-{number}"
        taken.add(name)
        found.append(reading if number == 1 else _renamed(reading, name))
    return found


def _renamed(reading: Reading, name: str) -> Reading:
    """The reading under another article id; ids of statements and parties begin with it."""
    old = len(reading.article.id)

    def moved(identifier: str | None) -> str | None:
        return identifier and name + identifier[old:]

    return replace(
        reading,
        article=replace(reading.article, id=name),
        parties=tuple(
            replace(
                party,
                id=name + party.id[old:],
                affiliation=moved(party.affiliation),
                side=moved(party.side),
                mentions=tuple(replace(mention, article=name) for mention in party.mentions),
            )
            for party in reading.parties
        ),
        statements=tuple(
            replace(
                statement,
                id=name + statement.id[old:],
                article=name,
                said_by=moved(statement.said_by),
                said_to=moved(statement.said_to),
                according_to=tuple(name + relay[old:] for relay in statement.according_to),
                parent=moved(statement.parent),
            )
            for statement in reading.statements
        ),
    )
