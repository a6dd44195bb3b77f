"""Where a phrase ends, and which of the persons named in it is the one that it means."""

from __future__ import annotations

from lesart.parties.cluster import Cluster, Place
from lesart.parties.context import Context
from lesart.parties.matching import same_name
from lesart.parties.phrases import Description


class Limits:
    """The limits of the phrases of one article."""

    def __init__(self, context: Context) -> None:
        self._context, self._lexicon, self._registry = context, context.lexicon, context.registry

    def end(self, first: int, last: int) -> int:
        """The last token of a phrase itself: without brackets, a relative clause or the object of a verb behind it."""
        return self._before_object(first, self._before_brackets(first, last))

    def _before_brackets(self, first: int, last: int) -> int:
        """The end of a phrase without brackets or a relative clause behind it: "Renate Künast (Grüne)"."""
        tokens, pronouns = self._context.layer.tokens, self._lexicon.pronouns
        for at in range(first + 1, last):
            if tokens[at].text == "," and pronouns.get(tokens[at + 1].low) == "r" and not tokens[last].capital:
                return at - 1
        if tokens[last].text != ")":
            return last
        return next((at - 1 for at in range(last, first, -1) if tokens[at].text == "("), last)

    def _before_object(self, first: int, last: int) -> int:
        """The end of a phrase without a capital that only stands beside it, as the object of the verb before them.

        "wirft die Staatsanwaltschaft | Ertel vor", "wies der Minister | Vorwürfe zurück".
        """
        tokens = self._context.layer.tokens
        for noun in range(first + 1, last):
            if tokens[first].low not in self._lexicon.nominatives or not tokens[noun + 1].capital:
                continue
            low, behind = tokens[noun].low, tokens[noun + 1].low
            if self._lexicon.is_role(low) and self._lexicon.is_role(behind) and self._lexicon.are_two(low, behind):
                return noun
            starting = self._registry.starting_at(noun + 1)
            person = any(one.kind == "person" for _, one in starting)
            if self._lexicon.is_body(low) and person and not self._lexicon.is_somebody(tokens[first].low, low):
                return noun
            named = starting or self._registry.around((noun + 1, noun + 1)) or not self._context.knows_names
            if self._lexicon.is_role(tokens[noun].low) and not self._lexicon.is_kind(tokens[noun].low) and not named:
                return noun
        return last

    def persons(self, first: int, last: int) -> list[Cluster]:
        """The persons named in a phrase; where there are several, the one that it ends with."""
        inside = self._registry.persons_inside(first, last)
        ending = [one for one in inside if any(end == last and start > first for start, end in one.places)]
        return ending if len(inside) > 1 and len(ending) == 1 else inside

    def is_named(self, inside: Cluster, description: Description, first: int, last: int) -> bool:
        """Whether a name in a phrase is that of its party, not of the party's owner ("Kolbs Sprecherin")."""
        if description.owner and same_name(description.owner.split()[-1], inside.surname):
            return False
        if self._is_genitive(inside, first, last):
            return False
        apposed = any(self._is_apposed_to(place, first, last) for place in inside.places)
        ends = any(end == last for _, end in inside.places)
        return bool(description.name) or not description.role or ends or apposed

    def _is_apposed_to(self, place: Place, first: int, last: int) -> bool:
        """Whether a name opens a phrase and what he is follows it: "Mike Downey, Manager für Technik"."""
        tokens = self._context.layer.tokens
        before = tokens[place[0] - 1].low if place[0] > first else ""
        opens = place[0] == first or before in self._lexicon.owner_signs
        return first <= place[0] and place[1] < last and opens and tokens[place[1] + 1].text == ","

    def _is_genitive(self, person: Cluster, first: int, last: int) -> bool:
        """Whether a person is only whose a group or body is: "einige Anhänger Saddam Husseins"."""
        tokens = self._context.layer.tokens
        for start, end in person.places:
            if first < start and end == last and tokens[end].low.endswith("s") and tokens[start - 1].capital:
                noun = tokens[start - 1].low
                if start == first + 1 and not self._lexicon.is_group(noun):
                    return False
                return not self._lexicon.is_role(noun) and noun not in self._context.said | self._lexicon.titles
        return False
