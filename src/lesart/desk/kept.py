"""A comparison in the tables of a store: dossier, events, topics, accounts, divergences."""

from __future__ import annotations

import sqlite3
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

import msgspec

from lesart.desk.clock import now
from lesart.desk.known import of_comparison
from lesart.model import Comparison, Event


def comparison_of(connection: sqlite3.Connection, dossier: int) -> Comparison | None:
    """The comparison of a dossier, or None where there is no such."""
    row = connection.execute("SELECT comparison FROM dossier WHERE id = ?", (dossier,)).fetchone()
    return msgspec.json.decode(zlib.decompress(row[0]), type=Comparison) if row else None


def keep(cursor: sqlite3.Cursor, comparison: Comparison, dossier: int | None, articles: Mapping[str, int]) -> int:
    """Keep a comparison, in place of the one of a dossier if that is given; the dossier's id.

    `articles` are the rows of its articles by their names. Events have the id of the kept event that one of their
    places meant; what is new gets a new one.
    """
    packed = zlib.compress(msgspec.json.encode(comparison), 6)
    before = _events_of(cursor, articles)
    if dossier is None:
        cursor.execute("INSERT INTO dossier (compared, comparison) VALUES (?, ?)", (now(), packed))
        dossier = int(cursor.lastrowid or 0)
    else:
        cursor.execute("UPDATE dossier SET compared = ?, comparison = ? WHERE id = ?", (now(), packed, dossier))
    known = of_comparison(cursor, comparison, articles)
    taken = {event for events in before.values() for event in events}
    cursor.executemany("DELETE FROM event WHERE id = ?", [(event,) for event in taken])
    cursor.execute("DELETE FROM event WHERE dossier = ?", (dossier,))
    cursor.execute("DELETE FROM topic WHERE dossier = ?", (dossier,))
    events = _keep_events(cursor, comparison, dossier, articles, known, before)
    topics = {}
    for topic in comparison.topics:
        row_of = (dossier, topic.id, topic.label)
        cursor.execute("INSERT INTO topic (dossier, local, label) VALUES (?, ?, ?)", row_of)
        topics[topic.id] = int(cursor.lastrowid or 0)
    _keep_accounts(cursor, comparison, events, topics, known)
    _place(cursor, comparison, articles, events, topics)
    _keep_phrases(cursor, comparison, dossier, articles, known)
    return dossier


def _events_of(cursor: sqlite3.Cursor, articles: Mapping[str, int]) -> dict[tuple[int, int], list[int]]:
    """Article and first code point of a place -> the kept events that it means."""
    found: dict[tuple[int, int], list[int]] = {}
    for row in articles.values():
        for event, first in cursor.execute("SELECT event, first FROM event_mention WHERE article = ?", (row,)):
            found.setdefault((row, first), []).append(event)
    return found


def _keep_events(
    cursor: sqlite3.Cursor,
    comparison: Comparison,
    dossier: int,
    articles: Mapping[str, int],
    known: Mapping[str, int],
    before: Mapping[tuple[int, int], list[int]],
) -> dict[str, int]:
    series = {event: series.label for series in comparison.series for event in series.events}
    found: dict[str, int] = {}
    for event in sorted(comparison.events, key=lambda event: -len(event.mentions)):
        identifier = _lasting(event, articles, before, set(found.values()))
        cursor.execute(
            "INSERT INTO event (id, dossier, local, kind, label, first, last, place, ordinal, status, series) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (identifier, dossier, event.id, event.kind, event.label, event.date.first if event.date else None,
             (event.date.last or event.date.first) if event.date else None, event.place, event.ordinal, event.status,
             series.get(event.id)),
        )  # fmt: skip
        found[event.id] = int(cursor.lastrowid or 0)
        places = [(found[event.id], articles[m.article], m.start, m.end) for m in event.mentions]
        cursor.executemany("INSERT INTO event_mention (event, article, first, last) VALUES (?, ?, ?, ?)", places)
        parties = dict.fromkeys(known[party] for party in event.participants)
        rows = [(found[event.id], party) for party in parties]
        cursor.executemany("INSERT INTO participant (event, known) VALUES (?, ?)", rows)
    return found


def _lasting(
    event: Event, articles: Mapping[str, int], before: Mapping[tuple[int, int], list[int]], taken: set[int]
) -> int | None:
    """The id of the kept event that most of an event's places meant, if no other has it yet."""
    places = ((articles[m.article], m.start) for m in event.mentions)
    votes = Counter(kept for place in places for kept in before.get(place, ()) if kept not in taken)
    return min(votes, key=lambda kept: (-votes[kept], kept), default=None)


def _keep_accounts(
    cursor: sqlite3.Cursor,
    comparison: Comparison,
    events: Mapping[str, int],
    topics: Mapping[str, int],
    known: Mapping[str, int],
) -> None:
    for account in comparison.accounts:
        row = events[account.event], known[account.teller], account.tone
        cursor.execute("INSERT INTO account (event, teller, tone) VALUES (?, ?, ?)", row)
        identifier = cursor.lastrowid
        points = [(identifier, place, topics[p.topic], p.status) for place, p in enumerate(account.points)]
        cursor.executemany("INSERT INTO point (account, place, topic, status) VALUES (?, ?, ?, ?)", points)
    for one in comparison.divergences:
        first, second = one.between
        cursor.execute(
            "INSERT INTO divergence (event, kind, topic, one, other, score, summary) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (events[one.event], one.kind, topics.get(one.topic or ""), known[first], known[second], one.score,
             one.summary),
        )  # fmt: skip


def _place(
    cursor: sqlite3.Cursor,
    comparison: Comparison,
    articles: Mapping[str, int],
    events: Mapping[str, int],
    topics: Mapping[str, int],
) -> None:
    """Say of each kept statement what its first piece is about."""
    pieces: dict[int, list[tuple[int, int | None, int | None]]] = {}
    for piece in comparison.statements:
        topic = topics.get(piece.topics[0]) if piece.topics else None
        about = (piece.content[0].start, events.get(piece.event or ""), topic)
        pieces.setdefault(articles[piece.article], []).append(about)
    for article, found in pieces.items():
        found.sort(key=lambda piece: piece[0])
        starts = [start for start, _, _ in found]
        rows = cursor.execute("SELECT id, content FROM statement WHERE article = ?", (article,)).fetchall()
        for statement, content in rows:
            start = msgspec.json.decode(content)[0][0]
            at = bisect_right(starts, start) - 1
            if at >= 0 and starts[at] == start:
                cursor.execute(
                    "INSERT OR REPLACE INTO placed (statement, event, topic) VALUES (?, ?, ?)",
                    (statement, *found[at][1:]),
                )


def _keep_phrases(
    cursor: sqlite3.Cursor,
    comparison: Comparison,
    dossier: int,
    articles: Mapping[str, int],
    known: Mapping[str, int],
) -> None:
    texts = {article.id: article.text for article in comparison.articles}
    cursor.execute("DELETE FROM phrase WHERE dossier = ?", (dossier,))
    for formula in comparison.formulas:
        gloss = " ".join(texts[formula.article][formula.gloss.start : formula.gloss.end].split())
        by = known.get(formula.glossed_by or "")
        row = dossier, articles[formula.article], formula.phrase, gloss, by
        cursor.execute("INSERT INTO phrase (dossier, article, phrase, gloss, known) VALUES (?, ?, ?, ?, ?)", row)
