"""What people have put right: kept as such, with its date, and applied whenever an article is read or compared anew."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from lesart.desk.clock import now
from lesart.desk.known import by_name
from lesart.desk.rows import reading_of
from lesart.model import Check, Claim, Comparison, Mention, Party, Reading, Span, Statement

CorrectionKind = Literal["speaker", "party", "join", "part", "verdict"]
"""Who says a statement; what a party is called (two of one name are one, one under two names is two); two places of one
event; a place of another event; the verdict on a claim."""


class Correction(Struct, frozen=True, kw_only=True):
    """One correction. `quote` are the words of `article` from `first` to `last` that it is about, if any.

    `value`: `{"name": ...}` of a speaker (null: nobody in particular); `{"from": [names], "to": ...}` of a party, in
    `article` alone if that is given; `{"article": ..., "first": ..., "last": ..., "quote": ...}` of the other place of
    an event; `{"verdict": ..., "why": ...}`.
    """

    id: int = 0
    made: str = ""
    kind: CorrectionKind
    article: str | None = None
    first: int | None = None
    last: int | None = None
    quote: str | None = None
    value: dict[str, Any]
    undone: str | None = None

    @property
    def place(self) -> Mention | None:
        """Where it is about words of an article."""
        if self.article is None or self.first is None or self.last is None:
            return None
        return Mention(self.article, self.first, self.last)


def correct(cursor: sqlite3.Cursor, correction: Correction) -> int:
    """Keep a correction and mark the dossiers that it touches; its id."""
    cursor.execute(
        "INSERT INTO correction (made, kind, article, first, last, quote, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now(), correction.kind, correction.article, correction.first, correction.last, correction.quote,
         json.dumps(correction.value, ensure_ascii=False)),
    )  # fmt: skip
    identifier = int(cursor.lastrowid or 0)
    _touch(cursor, correction)
    return identifier


def undo(cursor: sqlite3.Cursor, identifier: int) -> bool:
    """Take a correction back; it stays in the list as undone. False where there is none to undo."""
    found = [one for one in corrections(cursor.connection) if one.id == identifier]
    if not found:
        return False
    cursor.execute("UPDATE correction SET undone = ? WHERE id = ?", (now(), identifier))
    _touch(cursor, found[0])
    return True


def corrections(connection: sqlite3.Connection, undone: bool = False) -> list[Correction]:
    """The corrections in the order in which they were made; those that were undone only where asked for."""
    rows = connection.execute(
        "SELECT id, made, kind, article, first, last, quote, value, undone FROM correction "
        f"{'' if undone else 'WHERE undone IS NULL'} ORDER BY id"
    )
    return [
        Correction(
            id=identifier, made=made, kind=kind, article=article, first=first, last=last, quote=quote,
            value=json.loads(value), undone=gone,
        )
        for identifier, made, kind, article, first, last, quote, value, gone in rows
    ]  # fmt: skip


def corrected(reading: Reading, made: Sequence[Correction]) -> Reading:
    """A reading with what people have put right of its speakers and parties."""
    parties = list(reading.parties)
    statements = list(reading.statements)
    for one in made:
        if one.kind == "party" and one.article in (None, reading.article.id):
            parties = [_renamed(party, one.value) for party in parties]
        if one.kind == "speaker" and one.article == reading.article.id:
            for at in _meant(one, statements, reading.article.text):
                party = _party_of(one.value.get("name"), parties, reading.article.id)
                statements[at] = replace(statements[at], said_by=party, confidence=1.0)
    return replace(reading, parties=tuple(parties), statements=tuple(statements))


def put_speakers_right(cursor: sqlite3.Cursor) -> None:
    """Write the speakers that people gave in place of those that were read, so that search and counts know them."""
    every = corrections(cursor.connection, undone=True)
    made = [one for one in every if one.undone is None]
    for name in dict.fromkeys(one.article for one in every if one.kind == "speaker"):
        row = cursor.execute("SELECT id FROM article WHERE name = ? AND current = 1", (name,)).fetchone()
        if row is None:
            continue
        cursor.execute(
            "UPDATE statement SET said_by = read_by, read_by = NULL, put_right = 0 WHERE article = ? AND put_right = 1",
            row,
        )
        reading = reading_of(cursor.connection, row[0])
        right = corrected(reading, made)
        parties = {party.id: party for party in right.parties}
        for before, after in zip(reading.statements, right.statements, strict=True):
            if before.said_by != after.said_by:
                party = _row_of(cursor, row[0], parties.get(after.said_by or ""))
                cursor.execute(
                    "UPDATE statement SET read_by = said_by, said_by = ?, put_right = 1 "
                    "WHERE article = ? AND local = ?",
                    (party, row[0], after.id.removeprefix(reading.article.id)),
                )
    cursor.execute(_ORPHANS)


_ORPHANS = """
DELETE FROM party WHERE local LIKE '.corrected.%'
AND NOT EXISTS (SELECT 1 FROM statement WHERE party.id IN (said_by, read_by))
"""
"""Takes out parties that only a correction named which was undone."""


def event_places(
    made: Sequence[Correction], texts: Mapping[str, str]
) -> tuple[list[tuple[Mention, Mention]], list[Mention]]:
    """Places of one event in pairs, and places of events of their own, as `compare` takes them, in some texts."""
    joined, parted = [], []
    for one in made:
        place = _found(one.place, one.quote, texts) if one.kind in ("join", "part") else None
        if place is not None and one.kind == "join":
            value = one.value
            other = Mention(value["article"], value["first"], value["last"])
            second = _found(other, value.get("quote"), texts)
            joined += [(place, second)] if second is not None else []
        elif place is not None:
            parted.append(place)
    return joined, parted


def with_verdicts(comparison: Comparison, made: Sequence[Correction]) -> Comparison:
    """A comparison with the verdicts that people gave."""
    texts = {article.id: article.text for article in comparison.articles}
    given = [(_found(one.place, one.quote, texts), one) for one in made if one.kind == "verdict"]
    places = [(place, one) for place, one in given if place is not None]
    if not places:
        return comparison
    return replace(comparison, claims=tuple(_judged(claim, places) for claim in comparison.claims))


def lines(connection: sqlite3.Connection) -> Iterator[bytes]:
    """All corrections as JSON lines, each with the text around its words: what a model can learn from."""
    for one in corrections(connection, undone=True):
        row = connection.execute("SELECT text FROM article WHERE name = ? AND current = 1", (one.article,)).fetchone()
        place = _found(one.place, one.quote, {one.article or "": row[0]}) if row else None
        around = row[0][max(0, place.start - _AROUND) : place.end + _AROUND] if place else None
        fields = {name: getattr(one, name) for name in one.__struct_fields__}
        yield json.dumps({**fields, "around": around}, ensure_ascii=False).encode()


_AROUND = 300
"""Code points of text on both sides of the words that a correction is about."""


def _judged(claim: Claim, given: Sequence[tuple[Mention, Correction]]) -> Claim:
    for place, one in reversed(given):
        if place.article == claim.article and claim.span.start < place.end and place.start < claim.span.end:
            verdict = one.value["verdict"]
            check = Check(against="desk", verdict=verdict, finding=one.value.get("why") or "", rule=one.made[:10])
            return replace(claim, verdict=verdict, checks=(check, *claim.checks))
    return claim


def _renamed(party: Party, value: dict[str, Any]) -> Party:
    return replace(party, name=value["to"]) if party.name in value["from"] else party


def _found(place: Mention | None, quote: str | None, texts: Mapping[str, str]) -> Mention | None:
    """Where the words of a correction stand now: in their place, else where the text has them nearest to it."""
    text = texts.get(place.article) if place else None
    if place is None or text is None:
        return None
    if not quote or text[place.start : place.end] == quote:
        return place
    places = [match.start() for match in re.finditer(re.escape(quote), text)]
    if not places:
        return None
    at = min(places, key=lambda at: abs(at - place.start))
    return Mention(place.article, at, at + len(quote))


def _meant(one: Correction, statements: Sequence[Statement], text: str) -> list[int]:
    """The statements that a correction is about: those that begin with just its words, else those that share some."""
    place = _found(one.place, one.quote, {one.article or "": text})
    if place is None:
        return []
    span = Span(place.start, place.end)
    exact = [at for at, statement in enumerate(statements) if statement.content[0] == span]
    return exact or [at for at, statement in enumerate(statements) if _touches(statement, place)]


def _touches(statement: Statement, place: Mention) -> bool:
    return any(span.start < place.end and place.start < span.end for span in statement.content)


def _party_of(name: str | None, parties: list[Party], article: str) -> str | None:
    """The party of a name, put to the list where it is new."""
    if name is None:
        return None
    known = next((party.id for party in parties if party.name == name), None)
    if known is None:
        known = f"{article}.c{len(parties)}"
        parties.append(Party(id=known, name=name, kind="person" if " " in name else "organisation"))
    return known


def _row_of(cursor: sqlite3.Cursor, article: int, party: Party | None) -> int | None:
    """The row of a party of an article, made where only a correction names it."""
    if party is None:
        return None
    query = "SELECT id FROM party WHERE article = ? AND name = ? ORDER BY id LIMIT 1"
    row = cursor.execute(query, (article, party.name)).fetchone()
    if row is not None:
        return int(row[0])
    local = f".corrected.{party.name}"
    values = article, local, party.name, party.kind
    cursor.execute("INSERT INTO party (article, local, name, kind) VALUES (?, ?, ?, ?)", values)
    identifier = int(cursor.lastrowid or 0)
    by_name(cursor, party, identifier)
    return identifier


def _touch(cursor: sqlite3.Cursor, one: Correction) -> None:
    """Mark the dossiers that a correction changes."""
    names = [name for name in (one.article, one.value.get("article")) if name]
    for name in names:
        cursor.execute(
            "UPDATE dossier SET stale = 1 WHERE id IN (SELECT dossier FROM dossier_article JOIN article "
            "ON article.id = dossier_article.article WHERE article.name = ?)",
            (name,),
        )
    for name in one.value["from"] if not names and one.kind == "party" else ():
        cursor.execute(
            "UPDATE dossier SET stale = 1 WHERE id IN (SELECT dossier FROM dossier_article JOIN party "
            "ON party.article = dossier_article.article WHERE party.name IN (?, ?))",
            (name, one.value["to"]),
        )
