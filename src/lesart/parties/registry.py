"""All parties of one article so far, to be found by place, name and role without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left, insort

from lesart.parties.cluster import Cluster, Place
from lesart.parties.matching import called_in_short, name_key
from lesart.parties.phrases import Description

_LONGEST = 8
"""Tokens before a word at which a mention that it is part of may begin."""
_HEAD = 4
"""Letters at the end of a role by which it is filed: "Bahnsprecher" and "Sprecher" share them."""


class Registry:
    """Clusters with indexes that follow what is learned of them."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._at: dict[int, list[tuple[int, Cluster]]] = {}
        self._ends: list[tuple[int, int]] = []
        self._by_name: dict[str, list[Cluster]] = {}
        self._by_head: dict[str, list[Cluster]] = {}
        self._numbers: dict[int, int] = {}

    def add(self, cluster: Cluster) -> Cluster:
        """File a new cluster."""
        self._numbers[id(cluster)] = len(self.clusters)
        self.clusters.append(cluster)
        self._file(cluster)
        return cluster

    def learn(self, cluster: Cluster, description: Description) -> None:
        """Take in what a phrase says of a cluster."""
        cluster.learn(description)
        self._file(cluster)

    def _file(self, cluster: Cluster) -> None:
        for name in (cluster.name, *cluster.shorts):
            if name:
                self._into(self._by_name, name_key(name), cluster)
        for head in cluster.heads:
            self._into(self._by_head, _ending(head), cluster)

    @staticmethod
    def _into(index: dict[str, list[Cluster]], key: str, cluster: Cluster) -> None:
        known = index.setdefault(key, [])
        if not any(other is cluster for other in known):
            known.append(cluster)

    def file(self, cluster: Cluster) -> None:
        """Make a cluster found by what has been added to it."""
        self._file(cluster)

    def mention(self, cluster: Cluster, place: Place) -> None:
        """Note that a cluster is meant at a place."""
        if self.meant_at(place) is None:
            self._at.setdefault(place[0], []).append((place[1], cluster))
            insort(self._ends, (place[1], self._numbers[id(cluster)]))
            cluster.add_place(place)

    def meant_at(self, place: Place) -> Cluster | None:
        """Who is meant by exactly this phrase."""
        return next((cluster for last, cluster in self._at.get(place[0], ()) if last == place[1]), None)

    def around(self, place: Place) -> Cluster | None:
        """Who is meant by the shortest mention that a phrase is a part of; None where it is whole or part of none."""
        found = [
            (last - first, cluster)
            for first in range(max(0, place[0] - _LONGEST), place[0] + 1)
            for last, cluster in self._at.get(first, ())
            if last >= place[1]
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def starting_at(self, token: int) -> list[tuple[int, Cluster]]:
        """The mentions that begin with a token, each with its last token."""
        return self._at.get(token, [])

    def persons_inside(self, first: int, last: int) -> list[Cluster]:
        """The named persons meant inside a phrase, each once."""
        found = {
            id(cluster): cluster
            for token in range(first, last + 1)
            for end, cluster in self._at.get(token, ())
            if end <= last and cluster.kind == "person" and cluster.name
        }
        return list(found.values())

    def inside(self, first: int, last: int) -> list[tuple[Place, Cluster]]:
        """The mentions inside a stretch of tokens."""
        return [
            ((token, end), cluster)
            for token in range(first, last + 1)
            for end, cluster in self._at.get(token, ())
            if end <= last
        ]

    def recent(self, at: int, window: int) -> list[Cluster]:
        """Who was meant in the tokens before `at`, nearest first, each once."""
        found: dict[int, Cluster] = {}
        place = bisect_left(self._ends, (at, -1))
        while place > 0 and self._ends[place - 1][0] > at - window:
            place -= 1
            number = self._ends[place][1]
            found.setdefault(number, self.clusters[number])
        return list(found.values())

    def named(self, name: str) -> list[Cluster]:
        """Clusters whose name ends with the same word."""
        return self._by_name.get(name_key(name), [])

    def in_short(self, noun: str) -> Cluster | None:
        """The one body so far that a noun is short for: "das Landesamt" of the "Landesamt für Straßenbau"."""
        bodies = (one for one in self.clusters if one.kind == "organisation")
        called = [one for one in bodies if called_in_short(one.name.lower(), noun)]
        return called[0] if len(called) == 1 else None

    def with_role_like(self, head: str) -> list[Cluster]:
        """Clusters with a role that ends alike."""
        return self._by_head.get(_ending(head), [])


def _ending(head: str) -> str:
    return head.lower().rstrip("s")[-_HEAD:]
