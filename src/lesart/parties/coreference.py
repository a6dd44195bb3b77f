"""Coreference inside an article: which phrases mean the same party.

Full names come first; surnames, roles, descriptions and pronouns are tied to them in order of the text. What is said
in a role is the person's who was given that role; a pronoun goes to the nearest party before it that fits in gender,
those who speak before those who do not.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from lesart.language.layer import WORD, Layer, Token
from lesart.parties.cluster import Cluster, same_name, same_stem
from lesart.parties.lexicon import PartyWords
from lesart.parties.names import full_names
from lesart.parties.phrases import Description, describe
from lesart.parties.registry import Registry

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
        self.registry = Registry()
        names = list(full_names(layer, lexicon, closed))
        surnames = {layer.tokens[name.last].text for name in names}
        taken: set[int] = set()
        for name in names:
            if layer.tokens[name.first].text not in surnames:
                self._add_person(layer.tokens[name.phrase : name.last + 1], name.first, name.last)
                taken.update(range(name.phrase, name.last + 1))
        self._add_appositions()
        self._tie_names(taken)

    def _add_person(self, words: Sequence[Token], first: int, last: int) -> None:
        description = describe(words, self.lexicon)
        name = " ".join(token.text for token in self.layer.tokens[first : last + 1])
        cluster = next((c for c in self.registry.named(name) if _one_person(c.name, name)), None)
        if cluster is None:
            gender = self.lexicon.first_names.get(name.partition(" ")[0].lower(), "")
            cluster = self.registry.add(Cluster(kind="person", name=name, gender=gender))
        elif same_name(cluster.name, name) and len(name) < len(cluster.name):
            cluster.name = name
        if description.role:
            self.registry.learn(cluster, description)
        self.registry.mention(cluster, (words[0].index, last))

    def _add_appositions(self) -> None:
        """Learn the role from ", der Berater von Präsident Merkat," or ", die das Haus führt" behind a name."""
        tokens = self.layer.tokens
        for cluster in self.registry.clusters:
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
                        self.registry.learn(cluster, description)

    def _tie_names(self, taken: Set[int]) -> None:
        """Find every further place where a surname stands."""
        by_surname: dict[str, list[Cluster]] = {}
        for cluster in self.registry.clusters:
            if cluster.kind == "person":
                by_surname.setdefault(cluster.surname, []).append(cluster)
        for token in self.layer.tokens:
            if token.kind != WORD or not token.capital or token.index in taken:
                continue
            found = by_surname.get(token.text) or (
                by_surname.get(token.text[:-1]) if token.text.endswith("s") else None
            )
            if found:
                self.registry.mention(_nearest(found, token.index), (token.index, token.index))

    def speaker(self, first: int, last: int) -> Cluster | None:
        """The party that a speaker's phrase means; None for a phrase that names nobody."""
        cluster = self.resolve(first, last)
        if cluster is not None:
            cluster.speaks = True
        return cluster

    def resolve(self, first: int, last: int) -> Cluster | None:
        """The party that a phrase means, a new one if none fits."""
        known = self.registry.meant_at((first, last))
        if known is not None:
            return known
        inside = self.registry.persons_inside(first, last)
        description = describe(self.layer.tokens[first : last + 1], self.lexicon, self.source_nouns)
        if len(inside) == 1 and self._is_named(inside[0], description, last):
            cluster: Cluster | None = inside[0]
            if description.role and description.kind == "person":
                self.registry.learn(inside[0], description)
        else:
            cluster = self._apposed(description, last) or self._of_description(description, first)
        if cluster is not None:
            self.registry.mention(cluster, (first, last))
        return cluster

    def _apposed(self, description: Description, last: int) -> Cluster | None:
        """In "dem Gouverneur der Region, Emil Harkan," the person whose name follows the role."""
        tokens = self.layer.tokens
        if not description.role or description.name or last + 2 >= len(tokens) or tokens[last + 1].text != ",":
            return None
        for end, cluster in self.registry.starting_at(last + 2):
            closed = end + 1 < len(tokens) and tokens[end + 1].text in ",."
            if cluster.kind == "person" and closed:
                self.registry.learn(cluster, description)
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
        for cluster in self.registry.named(description.name):
            if _one_body(cluster, description):
                self.registry.learn(cluster, description)
                return cluster
        return self._new(description)

    def _in_role(self, description: Description, at: int) -> Cluster:
        """Who holds a role: the nearest before it with that role; an indefinite phrase is somebody new."""
        if not description.indefinite:
            fitting = [
                cluster
                for cluster in self.registry.with_role_like(description.head)
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
            for cluster in self.registry.recent(at, _ROLE_WINDOW)
            if cluster.kind == "person"
            and cluster.name
            and not cluster.heads
            and description.gender
            and cluster.gender in ("", description.gender)
        ]

    def _new(self, description: Description) -> Cluster:
        cluster = Cluster(kind=description.kind, name=description.name)
        cluster.learn(description)
        return self.registry.add(cluster)

    def _antecedent(self, description: Description, at: int) -> Cluster | None:
        if self.lexicon.pronouns.get(description.pronoun) == "n":
            return None
        candidates = [
            cluster
            for cluster in self.registry.recent(at, _WINDOW)
            if (cluster.kind == "person" or not description.gender) and _fits(cluster.gender, description.gender)
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
