"""Which articles of a store tell of the same affair: they appeared in the same months, name the same parties, rare ones
weighing more and states alone being too few, and begin with like words.

The bounds were chosen on 13 annotated dossiers put among 600 unrelated news texts of the same nine days
(`bench/grouping.py`).
"""

from __future__ import annotations

import sqlite3
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


class Related:
    """Finds the articles of a store that belong to another; what it has looked up it remembers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (self._articles,) = connection.execute("SELECT count(*) FROM article WHERE current = 1").fetchone()
        self._weights: dict[int, float] = {}
        self._parties: dict[int, list[int]] = {}
        self._states: set[int] = set()
        self._beginnings: dict[int, NDArray[np.float32]] = {}

    def to(self, article: int) -> list[int]:
        """The rows of the newest articles that tell of what an article tells of, without itself."""
        own = self._weighed(article)
        found = []
        for other in self._candidates(article, own):
            theirs = self._weighed(other)
            least = min(sum(own.values()), sum(theirs.values()))
            shared = own.keys() & theirs.keys()
            parties = sum(own[known] for known in shared) / least if least else 0.0
            if parties < _PARTIES or shared <= self._states:
                continue
            words = float(self._beginning(article) @ self._beginning(other))
            if words >= _WORDS and parties + words >= _TOGETHER:
                found.append(other)
        return found

    def _weighed(self, article: int) -> dict[int, float]:
        """The parties of an article, and what it says that another names one of them too: much where few do."""
        parties = self._parties.get(article)
        if parties is None:
            rows = self._connection.execute(
                "SELECT DISTINCT known, kind FROM party WHERE article = ? AND known IS NOT NULL", (article,)
            ).fetchall()
            parties = self._parties[article] = list(dict.fromkeys(known for known, _ in rows))
            self._states |= {known for known, kind in rows if kind == "state"}
        return {party: self._weight(party) for party in parties}

    def _weight(self, party: int) -> float:
        weight = self._weights.get(party)
        if weight is None:
            (named,) = self._connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM party WHERE known = ? LIMIT ?)", (party, _MOST)
            ).fetchone()
            weight = self._weights[party] = log((self._articles + _SMOOTH) / max(1, named))
        return weight

    def _candidates(self, article: int, weights: dict[int, float]) -> list[int]:
        """Newest articles near in time that name enough of some parties."""
        (published,) = self._connection.execute("SELECT published FROM article WHERE id = ?", (article,)).fetchone()
        rarest = sorted(weights, key=lambda known: -weights[known])[:_RAREST]
        time, days = "", _around(published)
        if days:
            time = "AND (published IS NULL OR substr(published, 1, 10) BETWEEN ? AND ?)"
        rows = self._connection.execute(
            "SELECT article.id FROM party JOIN article ON article.id = party.article "
            f"WHERE known IN ({', '.join('?' * len(rarest))}) AND current = 1 AND article.id <> ? {time} "
            "GROUP BY article.id HAVING count(DISTINCT known) >= ?",
            (*rarest, article, *days, _SHARED),
        )
        return [row for (row,) in rows]

    def _beginning(self, article: int) -> NDArray[np.float32]:
        vector = self._beginnings.get(article)
        if vector is None:
            title, text = self._connection.execute(
                "SELECT title, substr(text, 1, ?) FROM article WHERE id = ?", (_LEAD, article)
            ).fetchone()
            vector = self._beginnings[article] = sentence_vectors()(f"{title or ''}. {text}")
        return vector


def _around(published: str | None) -> tuple[str, ...]:
    """First and last day on which an article on the same affair can have appeared; empty where that is not known."""
    try:
        day = date.fromisoformat((published or "")[:10])
        return (day - timedelta(days=_DAYS)).isoformat(), (day + timedelta(days=_DAYS)).isoformat()
    except (ValueError, OverflowError):
        return ()
