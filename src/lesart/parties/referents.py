"""Whom a phrase means, by its description: a name, a general noun, an office, a pronoun.

What is said in a role is the person's who was given that role; a pronoun goes to the most salient person before it
that fits in gender.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from lesart.parties.alike import STEM, is_owner, makes_adjective, one_body
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context, nearest
from lesart.parties.matching import called_in_short, fits, one_role, same_name, same_words
from lesart.parties.number import number_of
from lesart.parties.phrases import SEATED, Description, without_case
from lesart.parties.states import State

_NEAR = 30
"""Tokens back over which whoever was meant last is taken, whether he speaks or not."""
LATELY = 80
"""Tokens back over which a person without a known role can be meant by one, and anybody by a pronoun."""
_NO_PERSON = 1.5
"""Points that a body has fewer than a person for a pronoun."""
_WINDOW = 400
"""Tokens back over which a pronoun or role looks for its party."""


class Referents:
    """Finds the party of a description, or makes a new one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lexicon, self._registry = context.lexicon, context.registry

    def of(self, description: Description, at: int) -> Cluster | None:
        """The party that a description at token `at` means; None where it means nobody."""
        if description.pronoun:
            return self._antecedent(description, at)
        if description.role and not description.name:
            return self._in_role(description, at)
        if not description.name or description.name.lower() in self._lexicon.no_names:
            return None
        house, state = self._context.states.of_house(description.name), self._context.states.of_name(description.name)
        meant = self._sent_by(description) or self._possessed(description, at) or self._inhabitant(description, at)
        if meant is not None:
            return meant
        if house is not None or state is not None:
            return self.state(state) if house is None else self._house(house, description)
        for cluster in self._registry.named(description.name):
            if description.name in cluster.shorts:
                return cluster
            if one_body(cluster, description) or self._names_with_noun(cluster, description):
                self._registry.learn(cluster, description)
                return cluster
        return self._of_kind(description, at) or self._new(description)

    def _names_with_noun(self, cluster: Cluster, description: Description) -> bool:
        """Whether one names a body with the noun for what it is and the other without: "Institut Metrum", "Metrum"."""
        if cluster.kind == "person":
            return False
        short, long = sorted((cluster.name.split(), description.name.split()), key=len)
        noun = long[0].lower()
        return bool(short) and long[1:] == short and self._lexicon.is_body(noun)

    def _with_office_like(self, head: str) -> list[Cluster]:
        """Clusters with a role that ends alike, or for whoever heads a body as any word for its head."""
        found = self._registry.with_role_like(head)
        if self._lexicon.parts_of_role(head)[1] not in self._lexicon.leaders:
            return found
        others = [one for word in sorted(self._lexicon.leaders) for one in self._registry.with_role_like(word)]
        return list({id(one): one for one in (*found, *others)}.values())

    def _is_often_unnamed(self, head: str) -> bool:
        """Whether a role is mostly that of somebody new without a name."""
        return self._lexicon.is_spokesperson(head) or head.endswith(tuple(self._lexicon.unnamed))

    def _just_named(self, gender: str, at: int) -> Cluster | None:
        """The person by name who stands out just before a token."""
        salient = self.person(gender, at)
        near = salient is not None and at - salient.last_before(at) < LATELY // 2
        return salient if near and salient and salient.name else None

    def state(self, state: State | None) -> Cluster | None:
        """The party of a state."""
        if state is None:
            return None
        known = next((c for c in self._registry.clusters if c.state == state.code and c.kind == "state"), None)
        return known or self._registry.add(Cluster(kind="state", name=state.name, state=state.code, nominative=True))

    def state_of_adjective(self, adjective: str) -> Cluster | None:
        """The party of the state that an adjective (in lower case) is made from, known or named in the text."""
        known = self._context.states.of_adjective(adjective)
        if known is not None:
            return self.state(known)
        ending = max((end for end in self._lexicon.adjectives if adjective.endswith(end)), key=len, default="")
        stem = adjective.removesuffix(ending)
        if not ending or len(stem) < STEM - 1:
            return None
        name = next((name for name in self._capitals if makes_adjective(name.lower(), stem)), "")
        known_party = next((c for c in self._registry.named(name) if c.name == name), None) if name else None
        return known_party or (self._registry.add(Cluster(kind="state", name=name, nominative=True)) if name else None)

    @cached_property
    def _capitals(self) -> tuple[str, ...]:
        """The words with a capital of the article, each once, in their order."""
        return tuple(dict.fromkeys(token.text for token in self._context.layer.tokens if token.capital))

    def _sent_by(self, description: Description) -> Cluster | None:
        """The state whose government, delegation or side a phrase names: "die lusanische Delegation"."""
        speaks = description.head in self._lexicon.governments or description.head.endswith(tuple(self._lexicon.envoys))
        if not description.owner.islower() or not speaks:
            return None
        sender = self.state_of_adjective(description.owner)
        if sender is not None:
            sender.voice = self._lexicon.gender_of_body(description.head)
        return sender

    def _possessed(self, description: Description, at: int) -> Cluster | None:
        """The body of the person whom a possessive goes back to: "ihre Partei", "sein Haus"."""
        gender = self._lexicon.gender_of_owner(description.owner) if description.owner.islower() else ""
        if not gender or not self._lexicon.is_general(description.head):
            return None
        person = self.person(gender, at)
        owner = person.owner if person is not None and person.owner[:1].isupper() else ""
        first, _, rest = owner.partition(" ")
        owner = rest if rest and self._lexicon.is_kind(first.lower()) else owner
        if not owner:
            return None
        known = next((c for c in self._registry.named(owner) if c.kind in ("organisation", "group")), None)
        if known is not None:
            return known
        low = owner.rpartition(" ")[2].lower()
        kind = self._lexicon.kind_of_body(low)
        other = self._context.states.of_name(owner) or self._lexicon.is_role(low) or self._lexicon.is_document(low)
        if other or kind not in ("", self._lexicon.kind_of_body(description.head)):
            return None
        return self.of(Description(kind="organisation", name=owner, head=low), at)

    def _inhabitant(self, description: Description, at: int) -> Cluster | None:
        """The person just told of whom the word for where he comes from means: "der Norweger", "die Mongolin"."""
        gender = "f" if description.head.endswith(tuple(self._lexicon.feminine)) else "m"
        several = description.indefinite or (description.plural and gender == "m")
        if several or self._context.states.of_people(description.head) is None or " " in description.name:
            return None
        person = self.person(gender, at)
        return person if person is not None and at - person.last_before(at) < LATELY else None

    def _house(self, state: State, description: Description) -> Cluster:
        """The party of a house of government."""
        named = self._registry.named(description.name)
        known = next((c for c in named if same_words(c.name, description.name)), None)
        cluster = known or self._new(description)
        cluster.kind, cluster.state = "organisation", state.code
        return cluster

    def _of_kind(self, description: Description, at: int) -> Cluster | None:
        """The body that a general noun means: "die Bahn", "die Gewerkschaft", "der Konzern"."""
        if description.head in self._lexicon.wide and not (description.indefinite or description.plural):
            just_named = self._just_before(self._lexicon.wide[description.head], at)
            if just_named is not None or not self._lexicon.is_general(description.head):
                return just_named
        alone = not (description.indefinite or description.plural or description.owner)
        in_short = (
            self._registry.in_short(description.head) if alone and self._lexicon.is_body(description.head) else None
        )
        if in_short is not None and in_short.last_before(at) >= 0:
            return in_short
        kind = self._lexicon.kind_of_body(description.head)
        if not kind or description.indefinite or description.plural or not self._lexicon.is_general(description.head):
            return None
        before = [c for c in self._registry.clusters if c.kind != "person" and c.name and c.last_before(at) >= 0]
        called = [c for c in before if called_in_short(c.name.lower(), description.head)]
        like = [c for c in before if kind in c.kinds]
        owned = description.owner and not description.owner.startswith(SEATED + " ")
        can_be = kind in self._lexicon.open_kinds and not owned
        named = (c for c in before if not self._says_its_kind(c.name.lower().split()))
        open_kind = [c for c in named if not c.kinds and c.kind == "organisation" and can_be]
        fitting = called or like or open_kind
        if not fitting:
            return None
        found = max(fitting, key=lambda cluster: self._context.salience.of(cluster, at, ""))
        if kind not in found.kinds:
            found.kinds.append(kind)
        return found

    def _says_its_kind(self, name: Sequence[str]) -> bool:
        """Whether a name is a noun for a body, or begins with one of which it is: "Institut Hallmann"."""
        return name[0] in self._lexicon.bodies or (len(name) > 1 and self._lexicon.is_body(name[0]))

    def _just_before(self, kinds: Sequence[str], at: int) -> Cluster | None:
        """The body of some kind that was named last, not long ago: "das Haus"."""
        bodies = (c for c in self._registry.recent(at, LATELY) if c.kind != "person" and c.name)
        return next((body for body in bodies if not set(kinds).isdisjoint(body.kinds)), None)

    def _in_role(self, description: Description, at: int) -> Cluster:
        """Who holds a role: the nearest before it with that role; an indefinite phrase is somebody new."""
        spoken_for = self._spoken_for(description, at)
        if spoken_for is not None:
            spoken_for.voice = description.gender
            return spoken_for
        if not description.indefinite:
            fitting = [
                cluster
                for cluster in self._with_office_like(description.head)
                if any(self._one_office(head, description.head) for head in cluster.heads)
                and fits(cluster.gender, description.gender)
                and (description.kind != "group" or cluster.kind == "group")
                and (not description.owner or not cluster.owner or same_name(cluster.owner, description.owner))
            ]
            if fitting:
                return nearest(fitting, at)
            fitting = self._without_role(description, at)
            if fitting:
                found = nearest(fitting, at)
                self._registry.learn(found, description)
                return found
            salient = self._salient_in(description, at)
            if salient is not None:
                return salient
        return self._new(description)

    def _spoken_for(self, description: Description, at: int) -> Cluster | None:
        """Whom an unnamed spokesperson speaks for: the owner, or the body named last in the sentence or just before."""
        if not self._lexicon.is_spokesperson(description.head):
            return None
        owner = description.owner or self._of_compound(description.head)
        if owner and owner.lower() not in self._lexicon.possessives:
            known = next((c for c in self._registry.named(owner) if is_owner(c, owner)), None)
            named = description.owner and (" " in owner or not owner.endswith("s"))
            if known is not None or not (named or self._lexicon.is_body(owner.split()[-1].lower())):
                return known
            name = without_case(owner) if description.owner or self._lexicon.is_kind(owner.lower()) else owner
            return self.of(Description(kind="organisation", name=name, head=name.lower()), at)
        if not description.indefinite:
            voices = [c for c in self._registry.recent(at, _WINDOW) if c.kind != "person" and c.voice]
            return next((c for c in voices if fits(c.voice, description.gender)), None)
        bodies = [c for c in self._registry.recent(at, LATELY) if c.kind == "organisation" and c.name]
        near = (c for c in bodies if at - c.last_before(at) < _NEAR)
        return next(near, next((c for c in bodies if c.speaks), None))

    def _of_compound(self, head: str) -> str:
        """The body in a word for who speaks for it: "Regierungssprecher", "Bahnsprecherin"."""
        first = self._lexicon.parts_of_role(head)[0]
        return (first[:-1] if first.endswith("s") and self._lexicon.is_body(first[:-1]) else first).capitalize()

    def _one_office(self, a: str, b: str) -> bool:
        """Whether two words name one office: one the end of the other, or alike but for parts that say little."""
        if one_role(a, b):
            return True
        (first, one), (second, other) = self._lexicon.parts_of_role(a), self._lexicon.parts_of_role(b)
        if first and first == second and self._lexicon.heads_alike(one, other):
            return True
        same = bool(one) and one.rstrip("rn") == other.rstrip("rn")
        return same and all(part in self._lexicon.neutral or part.endswith("-") for part in (first, second))

    def _without_role(self, description: Description, at: int) -> list[Cluster]:
        """Persons named shortly before without a role: "Ada Lorenz ... die Ministerpräsidentin"."""
        if (
            description.kind != "person"
            or self._lexicon.parts_of_role(description.head)[1] not in self._lexicon.offices
        ):
            return []
        return [
            cluster
            for cluster in self._registry.recent(at, LATELY)
            if cluster.kind == "person"
            and cluster.name
            and not cluster.heads
            and description.gender
            and cluster.gender in ("", description.gender)
        ]

    def _salient_in(self, description: Description, at: int) -> Cluster | None:
        """The person who stands out and can be called so ("der Präsidentenberater" of somebody without an office)."""
        if description.kind != "person":
            return None
        salient = self.person(description.gender, at)
        if (
            salient is None
            or self._lexicon.is_generic(description.head)
            or description.head in self._lexicon.counterparts
        ):
            return salient
        offices = [self._lexicon.parts_of_role(head)[1] in self._lexicon.offices for head in salient.heads]
        known = salient.name and not any(offices) and not description.owner
        if not description.owner and self._context.speaks(at):
            if not self._is_often_unnamed(description.head):
                return self._just_named(description.gender, at)
            if self._has_spoken(salient, at) and salient.gender == description.gender:
                return salient
        near = at - salient.last_before(at) < LATELY
        holds = self._lexicon.parts_of_role(description.head)[1] in self._lexicon.offices
        return salient if known and near and holds else None

    def _has_spoken(self, cluster: Cluster, at: int) -> bool:
        """Whether somebody was named as a speaker just before."""
        named = (start for start, end in cluster.places if end < at and at - end < LATELY)
        return any(self._context.speaks(start) for start in named)

    def _new(self, description: Description) -> Cluster:
        body = description.kind != "person"
        kind = (
            self._lexicon.kind_of_known(description.name) or self._lexicon.kind_of_body(description.head)
            if body
            else ""
        )
        cluster = Cluster(kind=description.kind, name=description.name, kinds=[kind] if kind else [])
        cluster.learn(description)
        return self._registry.add(cluster)

    def _antecedent(self, description: Description, at: int) -> Cluster | None:
        if self._lexicon.pronouns.get(description.pronoun) == "n":
            return None
        if description.gender and description.pronoun in self._lexicon.latest:
            persons = [c for c in self._registry.recent(at, _WINDOW) if c.kind == "person"]
            return next((c for c in persons if fits(c.gender, description.gender)), None)
        if description.gender:
            return self._one_of(description, at)
        antecedent = self.before_comma(at) if self._lexicon.pronouns.get(description.pronoun) == "r" else None
        if antecedent is not None:
            return antecedent
        recent = self._registry.recent(at, _WINDOW)
        if self._lexicon.pronouns.get(description.pronoun) == "p":
            recent = [cluster for cluster in recent if cluster.kind == "group"] or recent
        speaking = [cluster for cluster in recent if cluster.speaks]
        near = [cluster for cluster in recent if at - cluster.last_before(at) < _NEAR]
        candidates = near or speaking or recent
        return nearest(candidates, at) if candidates else None

    def before_comma(self, at: int) -> Cluster | None:
        """Whom the noun before a relative clause means: "die Sprecherin, die ...", "das Gericht, nach dem ..."."""
        tokens = self._context.layer.tokens
        comma = next((place for place in range(at - 1, max(0, at - 3), -1) if tokens[place].text == ","), 0)
        return self._registry.around((comma - 1, comma - 1)) if comma else None

    def latest(self, gender: str, at: int) -> Cluster | None:
        """Whom "deren" or "dessen" means outside a relative clause: whoever was named last and has its gender."""
        for cluster in self._registry.recent(at, _WINDOW):
            if cluster.kind == "person" and fits(cluster.gender, gender):
                return cluster
            bodies = ("m", "n") if gender == "m" else (gender,)
            if cluster.kind == "organisation" and any(self._has_gender(cluster, own, at) for own in bodies):
                return cluster
        return None

    def _one_of(self, description: Description, at: int) -> Cluster | None:
        """The person whom "er" or "sie" means, or the body of that gender, or those several."""
        number = number_of(self._context.layer.tokens, at) if description.pronoun in self._lexicon.ambiguous else "s"
        fitting = {
            "person": number != "p",
            "organisation": number != "p",
            "state": number != "p",
            "group": number == "p" or (number == "" and description.pronoun in self._lexicon.ambiguous),
        }
        recent = [
            cluster
            for cluster in self._registry.recent(at, _WINDOW)
            if fitting.get(cluster.kind, False) and self._has_gender(cluster, description.gender, at)
        ]
        if not recent:
            return self.person(description.gender, at)

        def points(cluster: Cluster) -> float:
            gender = description.gender if cluster.kind == "person" else ""
            speaks = cluster.kind != "organisation" or self._voice(cluster, at) == description.gender
            return self._context.salience.of(cluster, at, gender) - (0 if speaks else _NO_PERSON)

        return max(recent, key=points)

    @staticmethod
    def _voice(cluster: Cluster, at: int) -> str:
        """The gender of the unnamed person, or of the delegation, who has just spoken for a body or state."""
        return cluster.voice if at - cluster.last_before(at) < _NEAR else ""

    def _has_gender(self, cluster: Cluster, gender: str, at: int) -> bool:
        if cluster.kind == "state":
            return gender == self._voice(cluster, at)
        if cluster.kind == "organisation":
            noun = cluster.name.rpartition(" ")[2].lower()
            return gender in (self._voice(cluster, at), self._lexicon.gender_of_body(noun))
        return cluster.kind == "group" or fits(cluster.gender, gender)

    def most_salient(self, at: int) -> Cluster | None:
        """The party that stands out most before a token, whatever it is."""
        recent = self._registry.recent(at, LATELY)
        return max(recent, key=lambda cluster: self._context.salience.of(cluster, at, ""), default=None)

    def person(self, gender: str, at: int) -> Cluster | None:
        """The person whom a pronoun or general noun at a place means best."""
        told_of = self._context.told_of(at)
        persons = [
            cluster
            for cluster in self._registry.recent(at, _WINDOW)
            if cluster.kind == "person"
            and fits(cluster.gender, gender)
            and not any(cluster is other for other in told_of)
        ]
        return max(persons, key=lambda cluster: self._context.salience.of(cluster, at, gender), default=None)
