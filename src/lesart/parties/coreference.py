"""Coreference inside an article: which phrases mean the same party.

Full names come first; surnames, roles, descriptions and pronouns are tied to them in order of the text. What is said
in a role is the person's who was given that role; a pronoun goes to the nearest party before it that fits in gender,
those who speak before those who do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.layer import WORD, Layer, Token
from lesart.parties.cluster import Cluster, Place, same_name, same_stem
from lesart.parties.lexicon import PartyWords
from lesart.parties.names import full_names
from lesart.parties.phrases import Description, describe

_NEAR = 30
"""Tokens back over which the nearest fitting person is taken, whether he speaks or not."""
_ROLE_WINDOW = 80
"""Tokens back over which a person without a known role can be meant by one."""
_WINDOW = 400
"""Tokens back over which a pronoun or role looks for its party."""


class Resolver:
    """The parties of one article, found as its phrases are resolved."""

    def __init__(self, layer: Layer, lexicon: PartyWords, source_nouns: frozenset[str], closed: frozenset[str]) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.source_nouns = source_nouns
        self.clusters: list[Cluster] = []
        self._by_place: dict[Place, Cluster] = {}
        self._taken: set[int] = set()
        names = list(full_names(layer, lexicon, closed))
        surnames = {layer.tokens[name.last].text for name in names}
        for name in names:
            if layer.tokens[name.first].text in surnames:
                continue
            self._add_person(layer.tokens[name.phrase : name.last + 1], name.first, name.last)
        self._add_appositions()
        self._tie_names()

    def _add_person(self, words: Sequence[Token], first: int, last: int) -> None:
        description = describe(words, self.lexicon)
        name = " ".join(token.text for token in self.layer.tokens[first : last + 1])
        cluster = next((c for c in self.clusters if _one_person(c.name, name)), None)
        if cluster is None:
            gender = self.lexicon.first_names.get(name.partition(" ")[0].lower(), "")
            cluster = Cluster(kind="person", name=name, gender=gender)
            self.clusters.append(cluster)
        elif same_name(cluster.name, name) and len(name) < len(cluster.name):
            cluster.name = name
        if description.role:
            cluster.learn(description)
        self._mention(cluster, (words[0].index, last))

    def _add_appositions(self) -> None:
        """Learn the role from ", der Berater von Präsident Merkat," or ", die das Haus führt" behind a name."""
        tokens = self.layer.tokens
        for cluster in self.clusters:
            for _, last in list(cluster.places):
                if last + 2 >= len(tokens) or tokens[last + 1].text not in ",(":
                    continue
                end = next(
                    (at for at in range(last + 2, min(last + 16, len(tokens))) if tokens[at].text in ',.;:)–“"'), 0
                )
                if end and tokens[end].text in ",)":
                    words = tokens[last + 2 : end]
                    description = describe(words, self.lexicon)
                    opens = (
                        words[0].low in self.lexicon.articles | self.lexicon.possessives or words[0].capital
                        if words
                        else False
                    )
                    if opens and description.role and not description.name:
                        cluster.learn(description)

    def _tie_names(self) -> None:
        """Find every further place where a surname stands."""
        by_surname: dict[str, list[Cluster]] = {}
        for cluster in self.clusters:
            if cluster.kind == "person":
                by_surname.setdefault(cluster.surname, []).append(cluster)
        for token in self.layer.tokens:
            if token.kind != WORD or not token.capital or token.index in self._taken:
                continue
            found = by_surname.get(token.text) or (
                by_surname.get(token.text[:-1]) if token.text.endswith("s") else None
            )
            if found:
                self._mention(_nearest(found, token.index), (token.index, token.index))

    def _mention(self, cluster: Cluster, place: Place) -> None:
        if place not in self._by_place:
            self._by_place[place] = cluster
            cluster.places.append(place)
            self._taken.update(range(place[0], place[1] + 1))

    def speaker(self, first: int, last: int) -> Cluster | None:
        """The party that a speaker's phrase means; None for a phrase that names nobody."""
        cluster = self.resolve(first, last)
        if cluster is not None:
            cluster.speaks = True
        return cluster

    def resolve(self, first: int, last: int) -> Cluster | None:
        """The party that a phrase means, a new one if none fits."""
        known = self._by_place.get((first, last))
        if known is not None:
            return known
        words = self.layer.tokens[first : last + 1]
        inside = self._named_inside(first, last)
        description = describe(words, self.lexicon, self.source_nouns)
        if inside is not None and self._is_named(inside, description, last):
            if description.role and description.kind == "person":
                inside.learn(description)
            self._mention(inside, (first, last))
            return inside
        cluster = self._apposed(description, last) or self._of_description(description, first)
        if cluster is not None:
            self._mention(cluster, (first, last))
        return cluster

    def _named_inside(self, first: int, last: int) -> Cluster | None:
        """The person whose name stands in the phrase, if it is one alone."""
        found = {id(c): c for (a, b), c in self._by_place.items() if first <= a and b <= last}
        persons = [cluster for cluster in found.values() if cluster.kind == "person" and cluster.name]
        return persons[0] if len(persons) == 1 else None

    def _apposed(self, description: Description, last: int) -> Cluster | None:
        """In "dem Gouverneur der Region, Emil Harkan," the person whose name follows the role."""
        tokens = self.layer.tokens
        if not description.role or description.name or last + 2 >= len(tokens) or tokens[last + 1].text != ",":
            return None
        for (first, end), cluster in self._by_place.items():
            if (
                first == last + 2
                and cluster.kind == "person"
                and end + 1 < len(tokens)
                and tokens[end + 1].text in ",."
            ):
                cluster.learn(description)
                return cluster
        return None

    @staticmethod
    def _is_named(inside: Cluster, description: Description, last: int) -> bool:
        """Whether a name in a phrase is that of its party, not of the party's owner ("Kolbs Sprecherin")."""
        if description.owner and same_name(description.owner.split()[-1], inside.surname):
            return False
        return bool(description.name) or not description.role or any(end == last for _, end in inside.places)

    def _of_description(self, description: Description, at: int) -> Cluster | None:
        if description.pronoun:
            return self._antecedent(description, at)
        if description.role and not description.name:
            return self._in_role(description, at)
        if not description.name:
            return None
        for cluster in self.clusters:
            if cluster.name and _one_body(cluster, description):
                cluster.learn(description)
                return cluster
        return self._new(description)

    def _in_role(self, description: Description, at: int) -> Cluster:
        """Who holds a role: the nearest before it with that role; an indefinite phrase is somebody new."""
        if not description.indefinite:
            fitting = [
                cluster
                for cluster in self.clusters
                if any(_one_role(head, description.head) for head in cluster.heads)
                and _fits(cluster.gender, description.gender)
                and (not description.owner or not cluster.owner or same_name(cluster.owner, description.owner))
            ]
            fitting = fitting or self._without_role(description, at)
            if fitting:
                return _nearest(fitting, at)
        return self._new(description)

    def _without_role(self, description: Description, at: int) -> list[Cluster]:
        """Persons named shortly before without a role: "Ada Lorenz ... die Ministerpräsidentin"."""
        if description.kind != "person":
            return []
        return [
            cluster
            for cluster in self.clusters
            if cluster.kind == "person"
            and cluster.name
            and not cluster.heads
            and description.gender
            and cluster.gender in ("", description.gender)
            and at - _ROLE_WINDOW < cluster.last_before(at)
        ]

    def _new(self, description: Description) -> Cluster:
        cluster = Cluster(kind=description.kind, name=description.name)
        cluster.learn(description)
        self.clusters.append(cluster)
        return cluster

    def _antecedent(self, description: Description, at: int) -> Cluster | None:
        if self.lexicon.pronouns.get(description.pronoun) == "n":
            return None
        candidates = [
            cluster
            for cluster in self.clusters
            if at - _WINDOW < cluster.last_before(at)
            and (cluster.kind == "person" or not description.gender)
            and _fits(cluster.gender, description.gender)
        ]
        near = [cluster for cluster in candidates if at - cluster.last_before(at) < _NEAR]
        speaking = [cluster for cluster in near or candidates if cluster.speaks]
        return _nearest(near or speaking or candidates, at) if candidates else None


def _one_person(a: str, b: str) -> bool:
    """Whether two full names are one person's: the same but for a genitive, or one with a middle name more."""
    if same_name(a, b):
        return True
    x, y = a.split(), b.split()
    return x[0] == y[0] and same_name(x[-1], y[-1])


def _one_body(cluster: Cluster, description: Description) -> bool:
    """Whether a named phrase means a party already known."""
    a, b = cluster.name.split(), description.name.split()
    if len(a) == len(b):
        same = same_name if cluster.kind == "person" else same_stem
        return all(same(x, y) for x, y in zip(a, b, strict=True))
    if cluster.kind == "person" and len(b) == 1:
        return same_name(a[-1], b[0])
    return False


def _one_role(a: str, b: str) -> bool:
    """Whether two words name one role: the same, or one the end of the other ("Bahnsprecher", "Sprecher")."""
    a, b = a.lower(), b.lower()
    return a == b or a.endswith(b) or b.endswith(a) or a.rstrip("s") == b.rstrip("s")


def _fits(a: str, b: str) -> bool:
    return not a or not b or a == b


def _nearest(clusters: Sequence[Cluster], at: int) -> Cluster:
    return max(clusters, key=lambda cluster: cluster.last_before(at))
