"""Which articles of a store tell of the same affair: they appeared in the same months, name the same parties, rare ones
weighing more, and begin with like words.

The bounds were chosen on 13 annotated dossiers put among 600 unrelated news texts of the same nine days
(`bench/grouping.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from math import log

import numpy as np
from numpy.typing import NDArray

from lesart.encoder.vectors import sentence_vectors

_DAYS = 120
"""Days that articles on one affair can be apart."""
_LEAD = 600
"""Code points of an article's beginning that are held against another's."""
_SMOOTH = 20
"""Articles added to those of a store, so that a shared party says something in a small one too."""
_SHARED, _RAREST = 2, 12
"""The least number of parties in common; parties of an article that are looked for in others, the rarest."""
_PARTIES, _WORDS, _TOGETHER = 0.1, 0.5, 0.6
"""The least share of parties in common, by weight, the least cosine of the beginnings, and the least sum of both."""
_MOST = 2000
"""Articles that are counted for a party: more make it no rarer."""


def related(connection: sqlite3.Connection, article: int) -> list[int]:
    """The rows of the newest articles that tell of what an article tells of, without itself."""
    published, title, text = connection.execute(
        "SELECT published, title, text FROM article WHERE id = ?", (article,)
    ).fetchone()
    own = _weights(connection, _parties(connection, article))
    beginning = _beginning(title, text)
    found = []
    for other, title, text in _candidates(connection, article, published, own):
        theirs = _weights(connection, _parties(connection, other))
        least = min(sum(own.values()), sum(theirs.values()))
        parties = sum(own[known] for known in own.keys() & theirs.keys()) / least if least else 0.0
        words = float(beginning @ _beginning(title, text))
        if parties >= _PARTIES and words >= _WORDS and parties + words >= _TOGETHER:
            found.append(other)
    return found


def _parties(connection: sqlite3.Connection, article: int) -> list[int]:
    rows = connection.execute("SELECT DISTINCT known FROM party WHERE article = ? AND known IS NOT NULL", (article,))
    return [known for (known,) in rows]


def _weights(connection: sqlite3.Connection, parties: Iterable[int]) -> dict[int, float]:
    """What it says that two articles both name a party: much where few do."""
    (articles,) = connection.execute("SELECT count(*) FROM article WHERE current = 1").fetchone()
    found = {}
    for party in parties:
        (named,) = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM party WHERE known = ? LIMIT ?)", (party, _MOST)
        ).fetchone()
        found[party] = log((articles + _SMOOTH) / max(1, named))
    return found


def _candidates(
    connection: sqlite3.Connection, article: int, published: str | None, weights: dict[int, float]
) -> list[tuple[int, str | None, str]]:
    """Newest articles near in time that name enough of some parties: row, title, text."""
    rarest = sorted(weights, key=lambda known: -weights[known])[:_RAREST]
    time, days = "", _around(published)
    if days:
        time = "AND (published IS NULL OR substr(published, 1, 10) BETWEEN ? AND ?)"
    return connection.execute(
        "SELECT article.id, title, text FROM party JOIN article ON article.id = party.article "
        f"WHERE known IN ({', '.join('?' * len(rarest))}) AND current = 1 AND article.id <> ? {time} "
        "GROUP BY article.id HAVING count(DISTINCT known) >= ?",
        (*rarest, article, *days, _SHARED),
    ).fetchall()


def _around(published: str | None) -> tuple[str, ...]:
    """First and last day on which an article on the same affair can have appeared; empty where that is not known."""
    try:
        day = date.fromisoformat((published or "")[:10])
        return (day - timedelta(days=_DAYS)).isoformat(), (day + timedelta(days=_DAYS)).isoformat()
    except (ValueError, OverflowError):
        return ()


def _beginning(title: str | None, text: str) -> NDArray[np.float32]:
    return sentence_vectors()(f"{title or ''}. {text[:_LEAD]}")
