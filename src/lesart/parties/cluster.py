"""A party in the making: the names, roles and places of one person or body in one article."""

from __future__ import annotations

from bisect import bisect_left, insort

from msgspec import Struct, field

from lesart.model import PartyKind
from lesart.parties.phrases import Description

Place = tuple[int, int]
"""First and last token of a mention, both included."""


class Cluster(Struct, gc=False, eq=False):
    """What the article says of one party so far."""

    kind: PartyKind
    name: str = ""
    roles: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    """The deciding words of its roles, in lower case."""
    owner: str = ""
    gender: str = ""
    voice: str = ""
    """The gender of the unnamed person who spoke for it last."""
    places: list[Place] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """The last tokens of its places, in order."""
    starts: dict[int, int] = field(default_factory=dict)
    """Last token of a place -> its first."""
    used: bool = True
    """Whether anything hangs on it; one that is only mentioned in passing is no party."""
    speaks: bool = False
    shorts: list[str] = field(default_factory=list)
    """Short forms of its name."""
    state: str = ""
    """The code of the state that it is, or that it is a house of."""
    kinds: list[str] = field(default_factory=list)
    """What kind of body it is, as far as the text says."""
    nominative: bool = False
    """Whether the name was seen in its basic form."""

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]

    def learn(self, description: Description) -> None:
        """Take in what a phrase says of it."""
        if description.role and description.role not in self.roles:
            self.roles.append(description.role)
            self.heads.append(description.head)
        self.owner = self.owner or description.owner
        self.gender = self.gender or description.gender
        if description.nominative and not self.nominative and self.kind != "person":
            self.name, self.nominative = description.name, True
        elif len(description.name) > len(self.name):
            self.name = description.name

    def last_before(self, token: int) -> int:
        """The last token before `token` where the party is meant; -1 for none."""
        place = bisect_left(self.ends, token)
        return self.ends[place - 1] if place else -1

    def add_place(self, place: Place) -> None:
        """Note a place where it is meant."""
        self.places.append(place)
        self.starts[place[1]] = place[0]
        insort(self.ends, place[1])
