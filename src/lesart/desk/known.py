"""Parties that live on: which lasting party a party of an article, or of a comparison, is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from lesart.model import Comparison, Party
from lesart.parties.general import is_general

Place = tuple[int, int, int]
"""Row of an article, first and last code point of a mention."""


def by_name(cursor: sqlite3.Cursor, party: Party, row: int) -> int | None:
    """The lasting party of the name of an article's party, made if it is new; None for names that do not last."""
    if not names_for_good(party):
        return None
    known = _named(cursor, party)
    if known is None:
        known = _made(cursor, party)
    cursor.execute("UPDATE party SET known = ? WHERE id = ?", (known, row))
    return known


def names_for_good(party: Party) -> bool:
    """Whether a name means one party in all articles: of two words, or that of a state or body and no mere noun."""
    if party.kind == "group" or (" " not in party.name and party.kind != "state" and is_general(party.name)):
        return False
    return party.kind != "person" or " " in party.name


def of_comparison(cursor: sqlite3.Cursor, comparison: Comparison, articles: Mapping[str, int]) -> dict[str, int]:
    """Id of a comparison's party -> its lasting party; parties of articles that turn out to be one get the same.

    `articles` are the rows of the comparison's articles. The lasting party of the same name is taken, else the one that
    most of the articles' parties had, if no other party of the comparison or other article has it.
    """
    rows = _rows(cursor, articles.values())
    found: dict[str, int] = {}
    names = {party.name for party in comparison.parties}
    for party in sorted(comparison.parties, key=lambda party: -len(party.mentions)):
        places = ((articles[m.article], m.start, m.end) for m in party.mentions if m.article in articles)
        members = list(dict.fromkeys(row for place in places for row in rows.get(place, ())))
        known = _lasting(cursor, party, members, set(found.values()), articles, names)
        if known is None:
            known = _made(cursor, party)
        found[party.id] = known
        cursor.executemany("UPDATE party SET known = ? WHERE id = ?", [(known, row) for row, _ in members])
        cursor.execute(
            "UPDATE known SET name = ?, role = coalesce(?, role) WHERE id = ?", (party.name, party.role, known)
        )
    for party in comparison.parties:
        above = found.get(party.side or party.affiliation or "")
        if above is not None and above != found[party.id]:
            cursor.execute("UPDATE known SET side = ? WHERE id = ?", (above, found[party.id]))
    return found


def forget_unused(cursor: sqlite3.Cursor) -> None:
    """Take out lasting parties that nothing means any more; those that a correction names can come back."""
    cursor.execute(
        "DELETE FROM known WHERE NOT EXISTS (SELECT 1 FROM party WHERE party.known = known.id) "
        "AND NOT EXISTS (SELECT 1 FROM account WHERE teller = known.id) "
        "AND NOT EXISTS (SELECT 1 FROM participant WHERE participant.known = known.id) "
        "AND NOT EXISTS (SELECT 1 FROM divergence WHERE known.id IN (one, other)) "
        "AND NOT EXISTS (SELECT 1 FROM correction WHERE kind = 'party' AND (value ->> '$.to' = known.name "
        "OR known.name IN (SELECT name.value FROM json_each(correction.value, '$.from') AS name)))"
    )


def _lasting(
    cursor: sqlite3.Cursor,
    party: Party,
    members: Sequence[tuple[int, int | None]],
    taken: set[int],
    articles: Mapping[str, int],
    names: Set[str],
) -> int | None:
    named = _named(cursor, party) if names_for_good(party) else None
    if named is not None and named not in taken:
        return named
    votes = Counter(known for _, known in members if known is not None and known not in taken)
    for known in sorted(votes, key=lambda known: (-votes[known], known)):
        (name,) = cursor.execute("SELECT name FROM known WHERE id = ?", (known,)).fetchone()
        if name == party.name or (name not in names and not _is_meant_elsewhere(cursor, known, articles)):
            return known
    return None


def _is_meant_elsewhere(cursor: sqlite3.Cursor, known: int, articles: Mapping[str, int]) -> bool:
    """Whether an article that is not among some means a lasting party."""
    own = set(articles.values())
    rows = cursor.execute(
        "SELECT DISTINCT article FROM party JOIN article ON article.id = party.article WHERE known = ? AND current = 1",
        (known,),
    ).fetchall()
    return any(article not in own for (article,) in rows)


def _made(cursor: sqlite3.Cursor, party: Party) -> int:
    row = (party.name, party.kind, party.role, party.wikidata)
    cursor.execute("INSERT INTO known (name, kind, role, wikidata) VALUES (?, ?, ?, ?)", row)
    return int(cursor.lastrowid or 0)


def _named(cursor: sqlite3.Cursor, party: Party) -> int | None:
    """The lasting party of a name, one of the same kind first."""
    row = cursor.execute(
        "SELECT id FROM known WHERE name = ? ORDER BY kind = ? DESC, id LIMIT 1", (party.name, party.kind)
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
