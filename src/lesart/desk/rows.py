"""Readings as rows of the store, and rows as readings again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from msgspec import Struct

from lesart.model import Article, Mention, Party, Reading, Span, Statement


class PartyRow(Struct, frozen=True):
    """A party with its id inside its article."""

    local: str
    party: Party


class StatementRow(Struct, frozen=True):
    """A statement with its id and its parent's inside their article, and its words in one line."""

    local: str
    statement: Statement
    parent: str | None
    words: str


def party_rows(reading: Reading) -> Iterator[PartyRow]:
    """The parties of a reading."""
    return (PartyRow(_local(party.id, reading), party) for party in reading.parties)


def statement_rows(reading: Reading) -> Iterator[StatementRow]:
    """The statements of a reading."""
    text = reading.article.text
    for s in reading.statements:
        words = " … ".join(" ".join(text[span.start : span.end].split()) for span in s.content)
        yield StatementRow(_local(s.id, reading), s, _local(s.parent, reading) if s.parent else None, words)


def _local(identifier: str, reading: Reading) -> str:
    return identifier.removeprefix(reading.article.id)


def reading_of(connection: sqlite3.Connection, article: int) -> Reading:
    """The reading of an article by its row, as it was read: without what people have put right."""
    name, title, outlet, author, published, language, url, text = connection.execute(
        "SELECT name, title, outlet, author, published, language, url, text FROM article WHERE id = ?", (article,)
    ).fetchone()
    parties = _parties(connection, article, name)
    return Reading(
        article=Article(
            id=name,
            title=title,
            outlet=outlet,
            author=author,
            published=published,
            language=language,
            url=url,
            text=text,
        ),
        parties=tuple(party for party in parties.values()),
        statements=tuple(_statements(connection, article, name, {row: party.id for row, party in parties.items()})),
    )


def _parties(connection: sqlite3.Connection, article: int, name: str) -> dict[int, Party]:
    rows = connection.execute(
        "SELECT id, local, name, kind, role, affiliation, side, wikidata FROM party WHERE article = ? "
        "AND local NOT LIKE '.corrected.%' ORDER BY id",
        (article,),
    ).fetchall()
    ids = {row[0]: name + row[1] for row in rows}
    mentions: dict[int, list[Mention]] = {}
    for party, first, last in connection.execute(
        "SELECT party, first, last FROM mention JOIN party ON party.id = mention.party WHERE article = ? "
        "ORDER BY mention.rowid",
        (article,),
    ):
        mentions.setdefault(party, []).append(Mention(name, first, last))
    return {
        row: Party(
            id=ids[row],
            name=own,
            kind=kind,
            role=role,
            affiliation=ids.get(affiliation),
            side=ids.get(side),
            wikidata=wikidata,
            mentions=tuple(mentions.get(row, ())),
        )
        for row, _, own, kind, role, affiliation, side, wikidata in rows
    }


def _statements(
    connection: sqlite3.Connection, article: int, name: str, parties: dict[int, str]
) -> Iterator[Statement]:
    relays: dict[int, list[str]] = {}
    for statement, party in connection.execute(
        "SELECT statement, party FROM relay JOIN statement ON statement.id = relay.statement WHERE article = ? "
        "ORDER BY statement, place",
        (article,),
    ):
        relays.setdefault(statement, []).append(parties[party])
    for row in connection.execute(
        "SELECT id, local, form, medium, modality, confidence, CASE put_right WHEN 1 THEN read_by ELSE said_by END, "
        "said_to, parent, content, speaker, cue, "
        "addressee, frame FROM statement WHERE article = ? ORDER BY id",
        (article,),
    ):
        identifier, local, form, medium, modality, confidence, said_by, said_to, parent, *spans = row
        content, speaker, cue, addressee, frame = map(_spans, spans)
        yield Statement(
            id=name + local,
            article=name,
            form=form,
            medium=medium,
            content=content,
            speaker=speaker,
            cue=cue,
            addressee=addressee,
            frame=frame,
            said_by=parties.get(said_by),
            said_to=parties.get(said_to),
            according_to=tuple(relays.get(identifier, ())),
            parent=name + parent if parent is not None else None,
            modality=modality,
            confidence=confidence,
        )


def _spans(encoded: str) -> Sequence[Span]:
    return tuple(Span(start, end) for start, end in json.loads(encoded))
