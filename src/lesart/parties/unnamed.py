"""Persons whom one article only calls by their office or trade, and another by name: "Landrat" is "Torben Heitkamp".

In the comparison of a few articles, which tell of one matter, an office that only one named person has is his.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lesart.model import Party
from lesart.parties.general import is_role
from lesart.parties.matching import one_role


class Called(Struct, frozen=True):
    """The parties that are one so far, and the nouns that they are called by, in lower case."""

    parties: Sequence[Party]
    nouns: frozenset[str]
    sides: frozenset[int]
    """For whom they speak, each as the number that it has among all."""

    @property
    def office(self) -> str:
        """What a person is called by who has no name; empty for anybody else."""
        names = {party.name for party in self.parties}
        lows = {name.rpartition(" ")[2].lower() for name in names}
        if any(party.kind != "person" for party in self.parties) or len(lows) != 1:
            return ""
        low = next(iter(lows))
        return low if is_role(low) else ""

    @property
    def named(self) -> bool:
        """Whether it is a person with first name and surname."""
        return any(party.kind == "person" and " " in party.name for party in self.parties) and not self.office

    def holds(self, office: str) -> int:
        """How surely they have an office: 3 as their role, 2 as what they are called, 1 as part of either, else 0."""
        roles = {party.role.split()[-1].lower() for party in self.parties if party.role and party.role.split()}
        if office in roles:
            return 3
        if office in self.nouns:
            return 2
        return int(any(_says_more(office, noun) for noun in roles | self.nouns))


def _says_more(office: str, noun: str) -> bool:
    """Whether a noun says the same as an office and more exactly: "Personalvorstand", "Vorstand"."""
    return is_role(noun) and noun.endswith(office) and one_role(office, noun)


def person_of(one: Called, others: Sequence[Called]) -> int | None:
    """The place of the one named person whose office somebody without a name has; None where two or none have it."""
    office = one.office
    if not office:
        return None
    held = {place: other.holds(office) for place, other in enumerate(others) if other.named and _fits(one, other)}
    most = max(held.values(), default=0)
    found = [place for place, surety in held.items() if surety == most]
    return found[0] if most and len(found) == 1 else None


def _fits(one: Called, other: Called) -> bool:
    """Whether they can belong to the same side, as far as both are known."""
    return not (one.sides and other.sides) or bool(one.sides & other.sides)
