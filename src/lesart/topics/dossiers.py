"""Which articles belong together: those that tell of one event or series, or name the same parties.

Topics are only sought among articles that have to do with each other. A comparison of a few articles is one dossier,
because whoever puts them beside each other means them to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from lesart.model import Event, Party
from lesart.parties.general import is_general

_FEW = 12
"""Articles up to which a comparison is taken to be one dossier."""
_RARE, _FEWEST = 0.02, 3
"""Share of the articles, and number of them, up to which a party tells what they are about."""
_YEAR = timedelta(days=366)
_TOP = 5
"""Parties of an article that are looked at, the most mentioned first."""


def dossiers(articles: Sequence[str], events: Sequence[Event], parties: Sequence[Party]) -> list[list[str]]:
    """The articles (ids) in groups, in the order of the first of each."""
    if len(articles) <= _FEW:
        return [list(articles)] if articles else []
    groups = _Groups(articles)
    for members in (*_by_event(events), *_by_parties(parties, len(articles))):
        groups.join(members)
    return groups.all()


def _by_event(events: Sequence[Event]) -> Iterable[list[str]]:
    """Articles that tell of one event, or of two of a series, within a year, whose events have two participants in
    common."""
    series: dict[str, list[Event]] = {}
    for event in events:
        yield [mention.article for mention in event.mentions]
        if event.series:
            series.setdefault(event.series, []).append(event)
    for found in series.values():
        if len(set[str].intersection(*(set(event.participants) for event in found))) > 1:
            for one, other in pairwise(found):
                if _within_a_year(one, other):
                    yield [mention.article for event in (one, other) for mention in event.mentions]


def _within_a_year(one: Event, other: Event) -> bool:
    if one.date is None or other.date is None:
        return False
    return abs(date.fromisoformat(other.date.first) - date.fromisoformat(one.date.first)) <= _YEAR


def _by_parties(parties: Sequence[Party], articles: int) -> Iterable[list[str]]:
    """Articles that share two of the parties that they mention most."""
    most = max(_FEWEST, _RARE * articles)
    counts: dict[str, dict[str, int]] = {}
    for party in parties:
        own: dict[str, int] = {}
        for mention in party.mentions:
            own[mention.article] = own.get(mention.article, 0) + 1
        if party.kind != "state" and 1 < len(own) <= most and not is_general(party.name):
            for article, count in own.items():
                counts.setdefault(article, {})[party.id] = count
    pairs: dict[tuple[str, str], list[str]] = {}
    for article, found in counts.items():
        top = sorted(sorted(found, key=lambda party: -found[party])[:_TOP])
        for pair in combinations(top, 2):
            pairs.setdefault(pair, []).append(article)
    return pairs.values()


class _Groups:
    """Articles in disjoint groups."""

    def __init__(self, articles: Sequence[str]) -> None:
        self._above = {article: article for article in articles}

    def join(self, members: Sequence[str]) -> None:
        """Make the groups of some articles one."""
        for other in members[1:]:
            a, b = self._top(members[0]), self._top(other)
            self._above[b] = a

    def _top(self, article: str) -> str:
        while self._above[article] != article:
            self._above[article] = article = self._above[self._above[article]]
        return article

    def all(self) -> list[list[str]]:
        """The groups, each in the order of the articles."""
        found: dict[str, list[str]] = {}
        for article in self._above:
            found.setdefault(self._top(article), []).append(article)
        return list(found.values())
