"""The store: one SQLite file that is whole after every article, whatever happens in between."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from lesart.desk.clock import now
from lesart.desk.corrections import corrected, corrections
from lesart.desk.faults import fault_of
from lesart.desk.known import by_name
from lesart.desk.packing import packed
from lesart.desk.rows import party_rows, reading_of, statement_rows
from lesart.desk.stems import stems
from lesart.model import Party, Reading

Added = Literal["new", "changed", "same"]
"""What came of an article: a new one, a new version of one, or one that was there already."""

_WAIT = 60.0
"""Seconds that one writer waits for another."""
_AGAIN = 0.05
"""Seconds until it is tried again."""
_APPLICATION = 0x4C455341
"""What marks a SQLite file as a store ("LESA")."""


class StoreError(Exception):
    """A store that cannot be opened or written, with a sentence for people."""


class Store:
    """A store of readings; each article is added in one transaction, so that a kill loses none that was there."""

    def __init__(self, path: Path, create: bool = False) -> None:
        """Open a store, or make one. Raises StoreError for what is none."""
        self.path = path
        if not create and (not path.is_file() or path.stat().st_size == 0):
            raise StoreError(f"{path}: no such store; `lesart desk add {path} REPORT...` makes one")
        try:
            self._connection = _opened(path)
            self._connection.create_function("folded", 1, lambda text: (text or "").casefold(), deterministic=True)
            self._refuse_others()
            self._use_wal()
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._migrate()
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be opened as a store ({error})") from None

    def _use_wal(self) -> None:
        """Turn to write-ahead logging; SQLite does not wait by itself while another does so for the first time."""
        until = time.monotonic() + _WAIT
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_READONLY:
                    return
                busy = error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                if not busy or time.monotonic() > until:
                    raise
                time.sleep(_AGAIN)

    def _refuse_others(self) -> None:
        """Leave another program's file as it is."""
        (known,) = self._connection.execute("PRAGMA application_id").fetchone()
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and known != _APPLICATION:
            raise sqlite3.DatabaseError("it is another program's SQLite file")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Cursor]:
        """One writer at a time; all or nothing. Raises StoreError where it cannot be written."""
        cursor = self._connection.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
            except BaseException:
                if self._connection.in_transaction:
                    cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: cannot be written ({error})") from error

    def _migrate(self) -> None:
        """Bring the tables to the newest version."""
        steps = sorted(
            step.name for step in (files("lesart.desk") / "migrations").iterdir() if step.name.endswith(".sql")
        )
        if self._connection.execute("PRAGMA user_version").fetchone()[0] == len(steps):
            return
        with self.transaction() as cursor:
            (done,) = cursor.execute("PRAGMA user_version").fetchone()
            if done > len(steps):
                raise sqlite3.DatabaseError("a newer Lesart made it")
            for number, step in enumerate(steps[done:], done + 1):
                script = (files("lesart.desk") / "migrations" / step).read_text(encoding="utf-8")
                for command in _commands(script):
                    cursor.execute(command)
                if step in _FILLED and done:
                    _FILLED[step](cursor)
                cursor.execute(f"PRAGMA user_version = {number}")
            cursor.execute(f"PRAGMA application_id = {_APPLICATION}")

    def add(self, reading: Reading, source: str) -> Added:
        """Keep a reading: once for the same text, as a new version where a known source has another text.

        Raises StoreError where it cannot be written (a full disk) or is no whole reading; the store stays as it was.
        """
        fault = fault_of(reading)
        if fault is not None:
            raise StoreError(f"{reading.article.id}: {fault}")
        text_hash = hashlib.sha256(reading.article.text.encode()).hexdigest()
        with self.transaction() as cursor:
            return self._add(cursor, reading, reading.article.url or source, text_hash)

    def _add(self, cursor: sqlite3.Cursor, reading: Reading, source: str, text_hash: str) -> Added:
        if cursor.execute("SELECT 1 FROM article WHERE text_hash = ? AND current = 1", (text_hash,)).fetchone():
            return "same"
        before = cursor.execute(
            "SELECT name, version, id FROM article WHERE source = ? AND current = 1", (source,)
        ).fetchone()
        if before is not None:
            cursor.execute("UPDATE article SET current = 0 WHERE name = ?", (before[0],))
        name, version = (before[0], before[1] + 1) if before else (_free(cursor, reading.article.id), 1)
        a = reading.article
        cursor.execute(
            "INSERT INTO article (name, source, version, current, text_hash, title, outlet, author, published, "
            "language, url, text, added) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                name,
                source,
                version,
                text_hash,
                a.title,
                a.outlet,
                a.author,
                a.published,
                a.language,
                a.url,
                a.text,
                now(),
            ),
        )
        row = int(cursor.lastrowid or 0)
        _insert(cursor, row, reading)
        if before is not None:
            _replace(cursor, before[2], row)
        return "changed" if before else "new"

    def readings(self, names: Sequence[str] | None = None) -> Iterator[Reading]:
        """The newest readings with what people have put right, in the order in which they were added.

        Of some articles by their names, or of all.
        """
        made = corrections(self._connection)
        rows = self._connection.execute("SELECT id, name FROM article WHERE current = 1 ORDER BY id").fetchall()
        for identifier, name in rows:
            if names is None or name in names:
                yield corrected(reading_of(self._connection, identifier), made)

    def reading(self, name: str) -> Reading | None:
        """The newest reading of one article with what people have put right; None where there is no such."""
        query = "SELECT id FROM article WHERE name = ? AND current = 1"
        row = self._connection.execute(query, (name,)).fetchone()
        return corrected(reading_of(self._connection, row[0]), corrections(self._connection)) if row else None

    def counts(self) -> dict[str, int]:
        """How much is in the store."""
        asked = {
            "articles": "SELECT count(*) FROM article WHERE current = 1",
            "versions": "SELECT count(*) FROM article",
            "statements": "SELECT count(*) FROM said",
            "parties": "SELECT count(*) FROM party JOIN article ON article.id = party.article WHERE current = 1",
        }
        return {name: int(self._connection.execute(query).fetchone()[0]) for name, query in asked.items()}

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file, for queries."""
        return self._connection


def _fill_lasting(cursor: sqlite3.Cursor) -> None:
    """Give an older store its lasting parties and the vectors of its statements."""
    for row, local, name, kind, role, wikidata in cursor.execute(
        "SELECT id, local, name, kind, role, wikidata FROM party ORDER BY id"
    ).fetchall():
        by_name(cursor, Party(id=local, name=name, kind=kind, role=role, wikidata=wikidata), row)
    for statement, words in cursor.execute("SELECT id, words FROM statement").fetchall():
        cursor.execute("INSERT INTO vector (statement, numbers) VALUES (?, ?)", (statement, packed(words)))


_FILLED = {"002.sql": _fill_lasting}
"""What has to be worked out for the articles of an older store."""


def _opened(path: Path) -> sqlite3.Connection:
    """The file, to be read only where it may not be written."""
    folder = path.resolve().parent
    if path.is_file() and not (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
        address = f"file:{quote(str(path.resolve()))}?mode=ro"
        if not path.with_name(path.name + "-wal").exists():
            address += "&immutable=1"
        return sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    return sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)


def _commands(script: str) -> Iterator[str]:
    """The commands of a script, one by one, so that they stand in one transaction."""
    command = ""
    for line in script.splitlines(keepends=True):
        command += line
        if sqlite3.complete_statement(command):
            yield command
            command = ""


def _free(cursor: sqlite3.Cursor, name: str) -> str:
    """A name that no article has: the given one, or with a number behind it."""
    number, free = 1, name
    while cursor.execute("SELECT 1 FROM article WHERE name = ?", (free,)).fetchone():
        number += 1
        free = f"{name}-{number}"
    return free


def _replace(cursor: sqlite3.Cursor, before: int, after: int) -> None:
    """Put a new version of an article in the place of the old one; its dossier has to be compared anew."""
    cursor.execute("UPDATE dossier_article SET article = ? WHERE article = ?", (after, before))
    cursor.execute(
        "UPDATE dossier SET stale = 1 WHERE id IN (SELECT dossier FROM dossier_article WHERE article = ?)", (after,)
    )


def _insert(cursor: sqlite3.Cursor, article: int, reading: Reading) -> None:
    """The parties, mentions, statements, relays and stems of a reading."""
    language = reading.article.language or ""
    parties: dict[str, int] = {}
    for row in party_rows(reading):
        cursor.execute(
            "INSERT INTO party (article, local, name, kind, role, wikidata) VALUES (?, ?, ?, ?, ?, ?)",
            (article, row.local, row.party.name, row.party.kind, row.party.role, row.party.wikidata),
        )
        parties[row.party.id] = int(cursor.lastrowid or 0)
        by_name(cursor, row.party, parties[row.party.id])
        spans = [(parties[row.party.id], mention.start, mention.end) for mention in row.party.mentions]
        cursor.executemany("INSERT INTO mention (party, first, last) VALUES (?, ?, ?)", spans)
    for party in reading.parties:
        ends = parties.get(party.affiliation or ""), parties.get(party.side or ""), parties[party.id]
        cursor.execute("UPDATE party SET affiliation = ?, side = ? WHERE id = ?", ends)
    for one in statement_rows(reading):
        s = one.statement
        spans_of = [
            json.dumps([[x.start, x.end] for x in part]) for part in (s.content, s.speaker, s.cue, s.addressee, s.frame)
        ]
        cursor.execute(
            "INSERT INTO statement (article, local, form, medium, modality, confidence, said_by, said_to, parent, "
            "content, speaker, cue, addressee, frame, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article, one.local, s.form, s.medium, s.modality, s.confidence, parties.get(s.said_by or ""),
             parties.get(s.said_to or ""), one.parent, *spans_of, one.words),
        )  # fmt: skip
        identifier = int(cursor.lastrowid or 0)
        relays = [(identifier, place, parties[party]) for place, party in enumerate(s.according_to)]
        cursor.executemany("INSERT INTO relay (statement, place, party) VALUES (?, ?, ?)", relays)
        cursor.execute(
            "INSERT INTO statement_stems (rowid, stems) VALUES (?, ?)", (identifier, stems(one.words, language))
        )
        cursor.execute("INSERT INTO vector (statement, numbers) VALUES (?, ?)", (identifier, packed(one.words)))
    cursor.execute(
        "INSERT INTO article_stems (rowid, stems) VALUES (?, ?)",
        (article, stems(f"{reading.article.title or ''}\n{reading.article.text}", language)),
    )
