"""What the pages and the API ask a store: events, parties, articles, phrases; each question is a function."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from lesart.desk.stems import stems
from lesart.language import SUPPORTED


class EventLine(Struct, frozen=True, kw_only=True):
    """An event in a list: what, when, who; how many sides tell of it, how often they part, and the widest gap."""

    id: int
    dossier: int
    local: str
    kind: str
    label: str
    first: str | None
    last: str | None
    place: str | None
    ordinal: int | None
    status: str
    series: str | None
    participants: str | None
    sides: int
    gaps: int
    widest: str | None


class PartyLine(Struct, frozen=True, kw_only=True):
    """A lasting party in a list, with the number of its statements."""

    id: int
    name: str
    kind: str
    role: str | None
    side: str | None
    statements: int


class ArticleLine(Struct, frozen=True, kw_only=True):
    """An article in a list; `dossier` is null until it has been compared."""

    name: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    version: int
    dossier: int | None


Line = TypeVar("Line", EventLine, PartyLine, ArticleLine)


class Count(Struct, frozen=True):
    """How often something occurs; `id` is its row, if it has one."""

    name: str
    count: int
    id: int | None = None


class Gloss(Struct, frozen=True, kw_only=True):
    """What an article says that a phrase stands for."""

    gloss: str
    by: str | None
    outlet: str | None
    article: str
    published: str | None


class Use(Struct, frozen=True, kw_only=True):
    """A use of a phrase with the words around it; `who` says it, or nobody: the article's own words."""

    article: str
    outlet: str | None
    published: str | None
    who: str | None
    before: str
    words: str
    after: str


_EVENTS = """
SELECT event.id, event.dossier, event.local, event.kind, event.label, event.first, event.last, event.place,
    event.ordinal, event.status, event.series,
    (SELECT group_concat(known.name, ', ') FROM participant JOIN known ON known.id = participant.known
     WHERE participant.event = event.id) AS participants,
    (SELECT count(DISTINCT coalesce(known.side, known.id)) FROM account JOIN known ON known.id = account.teller
     WHERE account.event = event.id) AS sides,
    (SELECT count(*) FROM divergence WHERE divergence.event = event.id) AS gaps,
    (SELECT summary FROM divergence WHERE divergence.event = event.id ORDER BY score DESC LIMIT 1) AS widest
FROM event
"""


def newest_events(connection: sqlite3.Connection, most: int = 30, skip: int = 0) -> list[EventLine]:
    """The events of which somebody tells: those where accounts part first, the newest first."""
    return _lines(
        EventLine,
        connection,
        f"{_EVENTS} WHERE event.id IN (SELECT event FROM account) AND event.status = 'happened' "
        "ORDER BY event.id IN (SELECT event FROM divergence) DESC, event.first DESC, gaps DESC, event.id "
        "LIMIT ? OFFSET ?",
        (most, skip),
    )


def event(connection: sqlite3.Connection, identifier: int) -> EventLine | None:
    """One event."""
    found = _lines(EventLine, connection, f"{_EVENTS} WHERE event.id = ?", (identifier,))
    return found[0] if found else None


def events_of(connection: sqlite3.Connection, dossier: int) -> list[EventLine]:
    """The events of a dossier in order of time."""
    query = f"{_EVENTS} WHERE event.dossier = ? ORDER BY event.first, event.id"
    return _lines(EventLine, connection, query, (dossier,))


def events_told_by(connection: sqlite3.Connection, party: int) -> list[EventLine]:
    """The events that a party tells of or takes part in, the newest first."""
    return _lines(
        EventLine,
        connection,
        f"{_EVENTS} WHERE event.id IN (SELECT event FROM account WHERE teller = ? "
        "UNION SELECT event FROM participant WHERE known = ?) ORDER BY event.first DESC LIMIT 50",
        (party, party),
    )


_PARTIES = """
SELECT known.id, known.name, known.kind, known.role, side.name,
    (SELECT count(*) FROM party JOIN statement ON statement.said_by = party.id
     JOIN said ON said.statement = statement.id WHERE party.known = known.id) AS statements
FROM known LEFT JOIN known AS side ON side.id = known.side
WHERE EXISTS (SELECT 1 FROM party JOIN article ON article.id = party.article AND current = 1
    WHERE party.known = known.id)
"""


def party(connection: sqlite3.Connection, identifier: int) -> PartyLine | None:
    """One lasting party."""
    found = _lines(PartyLine, connection, f"{_PARTIES} AND known.id = ?", (identifier,))
    return found[0] if found else None


def parties(connection: sqlite3.Connection, name: str = "", most: int = 50) -> list[PartyLine]:
    """Parties by a part of their names, those who say most first."""
    return _lines(
        PartyLine,
        connection,
        f"{_PARTIES} AND instr(folded(known.name), folded(?)) > 0 ORDER BY statements DESC, known.id LIMIT ?",
        (name, most),
    )


def months_of(connection: sqlite3.Connection, party: int) -> list[Count]:
    """Statements of a party a month ("2031-05"), in order."""
    return _counts(
        connection,
        "SELECT substr(published, 1, 7), count(*), NULL FROM party JOIN statement ON statement.said_by = party.id "
        "JOIN article ON article.id = party.article AND current = 1 "
        "WHERE known = ? AND published IS NOT NULL GROUP BY 1 ORDER BY 1",
        party,
    )


def topics_of(connection: sqlite3.Connection, party: int) -> list[Count]:
    """The topics on which a party speaks, by their labels."""
    return _counts(
        connection,
        "SELECT label, count(*), NULL FROM party JOIN article ON article.id = party.article AND current = 1 "
        "JOIN statement ON statement.said_by = party.id "
        "JOIN placed ON placed.statement = statement.id JOIN topic ON topic.id = placed.topic "
        "WHERE known = ? GROUP BY label ORDER BY 2 DESC, 1 LIMIT 20",
        party,
    )


def relayed_by(connection: sqlite3.Connection, party: int) -> list[Count]:
    """Whose words a party relays."""
    return _counts(
        connection,
        "SELECT who.name, count(*), who.id FROM relay JOIN party ON party.id = relay.party "
        "JOIN article ON article.id = party.article AND current = 1 "
        "JOIN statement ON statement.id = relay.statement JOIN party AS own ON own.id = statement.said_by "
        "JOIN known AS who ON who.id = own.known WHERE party.known = ? GROUP BY who.id ORDER BY 2 DESC LIMIT 20",
        party,
    )


def relaying(connection: sqlite3.Connection, party: int) -> list[Count]:
    """Who relays a party's words."""
    return _counts(
        connection,
        "SELECT who.name, count(*), who.id FROM party JOIN article ON article.id = party.article AND current = 1 "
        "JOIN statement ON statement.said_by = party.id "
        "JOIN relay ON relay.statement = statement.id JOIN party AS through ON through.id = relay.party "
        "JOIN known AS who ON who.id = through.known WHERE party.known = ? GROUP BY who.id ORDER BY 2 DESC LIMIT 20",
        party,
    )


def names_of(connection: sqlite3.Connection, party: int) -> list[Count]:
    """What articles call a party."""
    return _counts(
        connection,
        "SELECT party.name, count(*), NULL FROM party JOIN article ON article.id = party.article AND current = 1 "
        "WHERE known = ? GROUP BY party.name ORDER BY 2 DESC",
        party,
    )


def _counts(connection: sqlite3.Connection, query: str, value: int) -> list[Count]:
    return [Count(*row) for row in connection.execute(query, (value,))]


_ARTICLES = """
SELECT name, title, outlet, published, language, url, version, dossier FROM article
LEFT JOIN dossier_article ON dossier_article.article = article.id WHERE current = 1
"""


def article(connection: sqlite3.Connection, name: str) -> ArticleLine | None:
    """One article, its newest version."""
    found = _lines(ArticleLine, connection, f"{_ARTICLES} AND name = ?", (name,))
    return found[0] if found else None


def newest_articles(connection: sqlite3.Connection, most: int = 30, skip: int = 0) -> list[ArticleLine]:
    """The articles that appeared last."""
    query = f"{_ARTICLES} ORDER BY coalesce(published, added) DESC, article.id DESC LIMIT ? OFFSET ?"
    return _lines(ArticleLine, connection, query, (most, skip))


def _lines(kind: type[Line], connection: sqlite3.Connection, query: str, values: Sequence[object]) -> list[Line]:
    """The rows of a query, whose columns are a kind of line's fields in order."""
    rows = connection.execute(query, values)
    return [kind(**dict(zip(kind.__struct_fields__, row, strict=True))) for row in rows]


def phrases(connection: sqlite3.Connection) -> dict[str, list[Gloss]]:
    """The set phrases of which some article says what they stand for, with these glosses, the oldest first."""
    found: dict[str, list[Gloss]] = {}
    for phrase, gloss, by, outlet, name, published in connection.execute(
        "SELECT phrase, gloss, known.name, outlet, article.name, published FROM phrase "
        "JOIN article ON article.id = phrase.article LEFT JOIN known ON known.id = phrase.known ORDER BY published"
    ):
        one = Gloss(gloss=gloss, by=by, outlet=outlet, article=name, published=published)
        found.setdefault(phrase, []).append(one)
    return found


_AROUND, _USES = 60, 500
"""Code points on both sides of a use of a phrase; uses of one phrase that are looked for."""


def uses_of(connection: sqlite3.Connection, phrase: str) -> list[Use]:
    """Every use of a phrase in the newest articles, in any inflection of its last word, the oldest first."""
    words = re.findall(r"\w+", phrase)
    if not words:
        return []
    pattern = re.compile(r"\W+".join([*map(re.escape, words[:-1]), re.escape(words[-1]) + r"\w{0,2}\b"]), re.IGNORECASE)
    matches = dict.fromkeys('"' + stems(phrase, language) + '"' for language in SUPPORTED)
    rows = connection.execute(
        "SELECT article.id, name, outlet, published, text FROM article_stems "
        "JOIN article ON article.id = article_stems.rowid "
        "WHERE article_stems MATCH ? AND current = 1 ORDER BY published LIMIT ?",
        (" OR ".join(matches), _USES),
    ).fetchall()
    found = []
    for row, name, outlet, published, text in rows:
        for match in pattern.finditer(text):
            first, last = match.span()
            found.append(
                Use(
                    article=name,
                    outlet=outlet,
                    published=published,
                    who=_speaker(connection, row, first, last),
                    before=_line(text[max(0, first - _AROUND) : first].partition(" ")[2]),
                    words=_line(text[first:last]),
                    after=_line(text[last : last + _AROUND].rpartition(" ")[0]),
                )
            )
    return found


def _line(text: str) -> str:
    """A stretch of text in one line; a space at its end stays."""
    return re.sub(r"\s+", " ", text)


def _speaker(connection: sqlite3.Connection, article: int, first: int, last: int) -> str | None:
    """Who says the words from one code point of an article to another."""
    row = connection.execute(
        "SELECT coalesce(known.name, party.name) FROM statement JOIN party ON party.id = statement.said_by "
        "LEFT JOIN known ON known.id = party.known, "
        "json_each(statement.content) AS span WHERE statement.article = ? AND span.value ->> 0 <= ? "
        "AND span.value ->> 1 >= ? ORDER BY statement.id DESC LIMIT 1",
        (article, first, last),
    ).fetchone()
    return str(row[0]) if row else None
