"""Dossiers: the articles of a store that belong together, compared when one of them is new or was put right."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from lesart.desk.corrections import (
    Correction,
    corrected,
    corrections,
    event_places,
    put_speakers_right,
    with_verdicts,
)
from lesart.desk.kept import keep
from lesart.desk.known import forget_unused
from lesart.desk.related import Related
from lesart.desk.rows import reading_of
from lesart.desk.store import Store
from lesart.model import Comparison, Reading
from lesart.pipeline import compare

_LOG = logging.getLogger("lesart.desk")

_MOST, _LONGEST = 60, 250_000
"""Articles of a dossier that are compared, the newest: a reader of more looks for something; and the code points of an
article up to which it is compared: whole books are only searched."""
_ROUNDS = 5
"""How often it is looked whether something changed while it was compared."""


def refresh(store: Store) -> int:
    """Put new articles to the dossiers they belong to, and compare those that changed; how many these are.

    Each dossier is kept in a transaction of its own, so that a kill loses the one under way; what changes meanwhile is
    compared once more.
    """
    done = 0
    for _ in range(_ROUNDS):
        with store.transaction() as cursor:
            put_speakers_right(cursor)
        groups = _changed(store)
        for articles in groups:
            _compare(store, articles)
        done += len(groups)
        if not groups:
            break
    if done:
        with store.transaction() as cursor:
            forget_unused(cursor)
    return done


def _compare(store: Store, articles: list[int]) -> None:
    """Compare the articles (rows) of a dossier.

    It is left as changed if an article was replaced or something was put right meanwhile.
    """
    made, state = corrections(store.connection), _state(store)
    read = {article: reading_of(store.connection, article) for article in articles[-_MOST:]}
    short = [corrected(reading, made) for reading in read.values() if len(reading.article.text) <= _LONGEST]
    try:
        comparison = compared(short, made)
    except Exception as error:
        # Whatever it is: the other dossiers are compared, and this one is shown as its articles alone.
        names = ", ".join(reading.article.id for reading in short)
        _LOG.error("lesart: %s: could not be compared (%s)", names, error, exc_info=_LOG.isEnabledFor(logging.DEBUG))
        comparison = Comparison(articles=[reading.article for reading in short])
    with store.transaction() as cursor:
        current = {row for (row,) in cursor.execute("SELECT id FROM article WHERE current = 1")}
        kept = _dossiers(store, articles)
        if not current.issuperset(articles):
            cursor.executemany("UPDATE dossier SET stale = 1 WHERE id = ?", [(one,) for one in kept])
            return
        rows = {reading.article.id: article for article, reading in read.items()}
        dossier = keep(cursor, comparison, min(kept, default=None), rows)
        for article in articles:
            cursor.execute(
                "INSERT OR REPLACE INTO dossier_article (article, dossier) VALUES (?, ?)", (article, dossier)
            )
        cursor.executemany("DELETE FROM dossier WHERE id = ?", [(one,) for one in kept if one != dossier])
        cursor.execute("UPDATE dossier SET stale = ? WHERE id = ?", (int(_state(store) != state), dossier))


def compared(readings: Sequence[Reading], made: Sequence[Correction]) -> Comparison:
    """The comparison of some corrected readings, with what people have put right of its events and verdicts."""
    joined, parted = event_places(made, {reading.article.id: reading.article.text for reading in readings})
    return with_verdicts(compare(readings, joined=joined, parted=parted), made)


def _state(store: Store) -> tuple[int, int]:
    """What is another whenever something is put right or taken back."""
    made, undone = store.connection.execute("SELECT coalesce(max(id), 0), count(undone) FROM correction").fetchone()
    return made, undone


def _changed(store: Store) -> list[list[int]]:
    """The articles of every dossier that is new or has changed, in order of their dates."""
    connection = store.connection
    new = connection.execute(
        "SELECT id FROM article WHERE current = 1 AND id NOT IN (SELECT article FROM dossier_article) ORDER BY id"
    ).fetchall()
    groups = _Groups()
    related = Related(connection)
    for (article,) in new:
        groups.join([article, *related.to(article)])
    for (dossier,) in connection.execute("SELECT id FROM dossier WHERE stale = 1").fetchall():
        groups.join(_articles(store, dossier))
    for article in list(groups.of):
        for dossier in _dossiers(store, [article]):
            groups.join([article, *_articles(store, dossier)])
    order = {
        row: place
        for place, (row,) in enumerate(
            connection.execute("SELECT id FROM article ORDER BY coalesce(published, added), id")
        )
    }
    return [sorted(group, key=lambda article: order[article]) for group in groups.all()]


def _articles(store: Store, dossier: int) -> list[int]:
    rows = store.connection.execute("SELECT article FROM dossier_article WHERE dossier = ?", (dossier,))
    return [article for (article,) in rows]


def _dossiers(store: Store, articles: Iterable[int]) -> list[int]:
    found: dict[int, None] = {}
    for article in articles:
        for (dossier,) in store.connection.execute("SELECT dossier FROM dossier_article WHERE article = ?", (article,)):
            found[dossier] = None
    return list(found)


class _Groups:
    """Articles in groups that grow together."""

    def __init__(self) -> None:
        self.of: dict[int, list[int]] = {}

    def join(self, articles: Iterable[int]) -> None:
        """Make the groups of some articles one."""
        together: dict[int, None] = {}
        for article in articles:
            together |= dict.fromkeys(self.of.get(article, [article]))
        group = list(together)
        for article in group:
            self.of[article] = group

    def all(self) -> list[list[int]]:
        """The groups, each once."""
        return list({id(group): group for group in self.of.values()}.values())
