"""Parties that live on: which lasting party a party of an article, or of a comparison, is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from lesart.model import Comparison, Party
from lesart.parties.general import is_general

Place = tuple[int, int, int]
"""Row of an article, first and last code point of a mention."""


def by_name(cursor: sqlite3.Cursor, party: Party, row: int) -> int | None:
    """The lasting party of the name of an article's party, made if it is new; None for names that name nobody for good.

    A name is one for good where it has two words or more (a person), or is that of a state or body, not a mere noun.
    """
    if party.kind == "group" or (" " not in party.name and (party.kind != "state" and is_general(party.name))):
        return None
    if party.kind == "person" and " " not in party.name:
        return None
    known = _named(cursor, party)
    if known is None:
        cursor.execute(
            "INSERT INTO known (name, kind, role, wikidata) VALUES (?, ?, ?, ?)",
            (party.name, party.kind, party.role, party.wikidata),
        )
        known = int(cursor.lastrowid or 0)
    cursor.execute("UPDATE party SET known = ? WHERE id = ?", (known, row))
    return known


def of_comparison(cursor: sqlite3.Cursor, comparison: Comparison, articles: Mapping[str, int]) -> dict[str, int]:
    """Id of a comparison's party -> its lasting party; parties of articles that turn out to be one get the same.

    `articles` are the rows of the comparison's articles.
    """
    rows = _rows(cursor, articles.values())
    found: dict[str, int] = {}
    for party in comparison.parties:
        places = ((articles[m.article], m.start, m.end) for m in party.mentions if m.article in articles)
        members = list(dict.fromkeys(row for place in places for row in rows.get(place, ())))
        votes = Counter(known for _, known in members if known is not None)
        if votes:
            known = min(votes, key=lambda one: (-votes[one], one))
        else:
            cursor.execute(
                "INSERT INTO known (name, kind, role, wikidata) VALUES (?, ?, ?, ?)",
                (party.name, party.kind, party.role, party.wikidata),
            )
            known = int(cursor.lastrowid or 0)
        found[party.id] = known
        cursor.executemany("UPDATE party SET known = ? WHERE id = ?", [(known, row) for row, _ in members])
        cursor.execute(
            "UPDATE known SET name = ?, kind = ?, role = coalesce(?, role) WHERE id = ?",
            (party.name, party.kind, party.role, known),
        )
    for party in comparison.parties:
        above = found.get(party.side or party.affiliation or "")
        if above is not None and above != found[party.id]:
            cursor.execute("UPDATE known SET side = ? WHERE id = ?", (above, found[party.id]))
    return found


def forget_unused(cursor: sqlite3.Cursor) -> None:
    """Take out lasting parties that no article means any more."""
    cursor.execute("DELETE FROM known WHERE NOT EXISTS (SELECT 1 FROM party WHERE party.known = known.id)")


def _named(cursor: sqlite3.Cursor, party: Party) -> int | None:
    row = cursor.execute(
        "SELECT id FROM known WHERE name = ? AND kind = ? ORDER BY id LIMIT 1", (party.name, party.kind)
    ).fetchone()
    return int(row[0]) if row else None


def _rows(cursor: sqlite3.Cursor, articles: Iterable[int]) -> dict[Place, list[tuple[int, int | None]]]:
    """Where articles mean a party -> the party's row with its lasting party."""
    found: dict[Place, list[tuple[int, int | None]]] = {}
    for article in articles:
        for row, known, first, last in cursor.execute(
            "SELECT party.id, known, first, last FROM mention JOIN party ON party.id = mention.party "
            "WHERE party.article = ?",
            (article,),
        ):
            found.setdefault((article, first, last), []).append((row, known))
    return found
