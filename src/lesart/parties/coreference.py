"""Coreference inside an article: which phrases mean the same party.

Names come first; then phrases with a noun for an office or body are tied to them in order of the text, then, as
statements ask for them, the phrases of speakers.
"""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.layer import WORD, Token
from lesart.parties.cluster import Cluster, Place
from lesart.parties.context import Context
from lesart.parties.hearsay import Hearsay
from lesart.parties.matching import same_name
from lesart.parties.naming import add_names
from lesart.parties.noun_phrases import noun_phrases
from lesart.parties.phrases import Description, describe
from lesart.parties.referents import LATELY, Referents
from lesart.statements.draft import Entity


class Resolver:
    """The parties of one article, found as its phrases are resolved."""

    def __init__(self, context: Context, closed: frozenset[str], entities: Sequence[Entity] | None = None) -> None:
        self._context = context
        self._lexicon, self._registry = context.lexicon, context.registry
        self._referents = Referents(context)
        self._hearsay = Hearsay(context, self._referents)
        context.knows_names = entities is not None
        add_names(context, closed, entities)
        self._add_phrases()

    def speaker(self, first: int, last: int, floor: Cluster | None = None) -> Cluster | None:
        """The party that a speaker's phrase means; None for a phrase that names nobody.

        What is written speaks for whom it is by, else for `floor`, who has spoken last.
        """
        document = self._hearsay.document(first, last)
        cluster = self._hearsay.source(first, last)
        if cluster is None and document:
            cluster = self._context.documents.get(document) or self._study(first, last) or floor
        elif cluster is None and not self.is_hearsay(first, last):
            cluster = self.resolve(first, last)
        if document and cluster is not None:
            self._context.documents[document] = cluster
        if cluster is not None:
            cluster.speaks = cluster.used = True
        return cluster

    def _study(self, first: int, last: int) -> Cluster | None:
        """A study, a law or a new document as its own party, a new one where the text has named none like it."""
        words = self._context.words(first, last)
        noun = next((word for word in words[::-1] if word.capital), None)
        new = any(word.low in self._lexicon.indefinite for word in words)
        if noun is None or not (new or noun.low.endswith(tuple(self._lexicon.studies))):
            return None
        description = Description(kind="organisation", name=noun.text, head=noun.low)
        return self._referents.of(description, first)

    def is_hearsay(self, first: int, last: int) -> bool:
        """Whether a phrase names only what was said: "ersten Angaben"."""
        named = self._hearsay.source(first, last) or self._hearsay.document(first, last)
        return not named and self._hearsay.is_hearsay(first, last)

    def names_nobody(self, first: int, last: int) -> bool:
        """Whether a phrase is an adverb, or a noun for what is done: "die praktische Anwendung der Richtlinie"."""
        words = [word for word in self._context.words(first, last) if word.kind == WORD]
        if len(words) == 1:
            return words[0].low in self._lexicon.openers
        noun = next((word for word in words if word.capital and word is not words[0]), None)
        if noun is None or words[0].low not in self._lexicon.nominatives:
            return False
        said = noun.low in self._context.said or self._lexicon.is_document(noun.low)
        said = said or noun.low.endswith(tuple(self._lexicon.studies))
        body = self._lexicon.is_body(noun.low) or self._lexicon.is_kind(noun.low) or self._lexicon.is_role(noun.low)
        return noun.low.endswith(tuple(self._lexicon.abstract)) and not said and not body

    def named_in(self, first: int, last: int, behind: int = -1) -> Cluster | None:
        """The first party that is named in a frame, behind a token, without hanging on a preposition."""
        tokens, before = self._context.layer.tokens, self._lexicon.prepositions | self._lexicon.joined_articles
        for place in range(max(first, behind + 1), last + 1):
            for _, cluster in self._registry.starting_at(place):
                articled = place > 0 and tokens[place - 1].low in self._lexicon.articles
                if place - articled == 0 or tokens[place - articled - 1].low not in before:
                    return cluster
        return None

    def names_a_thing(self, first: int, last: int) -> bool:
        """Whether a phrase has no noun for a person or body and no name in it: "die jährlichen Synergien"."""
        words, lexicon = self._context.words(first, last), self._lexicon
        nouns = [word.low for word in words[1:] if word.capital]
        if words[0].low not in lexicon.nominatives or len(nouns) != 1:
            return False
        known = lexicon.is_role(nouns[0]) or lexicon.is_body(nouns[0]) or lexicon.is_group(nouns[0])
        known = known or lexicon.is_kind(nouns[0]) or lexicon.is_document(nouns[0]) or nouns[0] in self._context.said
        return not known and not any(self._registry.starting_at(place) for place in range(first, last + 1))

    def known(self, first: int, last: int) -> Cluster | None:
        """The party that a phrase means where it names one or has a noun for an office or body."""
        words = self._context.words(first, last)
        meant = self._registry.meant_at((first, last)) or self._registry.persons_inside(first, last)
        described = any(word.capital and self._describes(word) for word in words)
        return self.speaker(first, last) if meant or described else None

    def _describes(self, word: Token) -> bool:
        named = any(cluster.name.split()[-1] == word.text for cluster in self._registry.named(word.text))
        return named or self._lexicon.is_role(word.low) or self._lexicon.is_body(word.low)

    def resolve(self, first: int, last: int) -> Cluster | None:
        """The party that a phrase means, a new one if none fits."""
        known = self._registry.meant_at((first, last)) or self._registry.around((first, last))
        if known is not None:
            known.used = True
            return known
        last = self._before_object(first, self._before_brackets(first, last))
        inside = self._persons_inside(first, last)
        description = describe(self._with_seat(first, last), self._lexicon, self._context.said)
        if len(inside) == 1 and self._is_named(inside[0], description, first, last):
            cluster: Cluster | None = inside[0]
            if description.role and description.kind == "person":
                self._registry.learn(inside[0], description)
        elif (known := self._beginning(first, last)) is not None and description.role and not description.name:
            cluster = known
            if known.kind in ("person", "group"):
                self._registry.learn(known, description)
        else:
            cluster = self._apposed(description, last) or self._referents.of(description, first)
        if cluster is not None:
            cluster.used = True
            self._registry.mention(cluster, (first, last))
        return cluster

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
            starting = self._registry.starting_at(noun + 1)
            if self._lexicon.is_body(tokens[noun].low) and any(one.kind == "person" for _, one in starting):
                return noun
            named = starting or self._registry.around((noun + 1, noun + 1)) or not self._context.knows_names
            if self._lexicon.is_role(tokens[noun].low) and not named:
                return noun
        return last

    def _persons_inside(self, first: int, last: int) -> list[Cluster]:
        """The persons named in a phrase; where there are several, the one that it ends with."""
        inside = self._registry.persons_inside(first, last)
        ending = [one for one in inside if any(end == last and start > first for start, end in one.places)]
        return ending if len(inside) > 1 and len(ending) == 1 else inside

    def _with_seat(self, first: int, last: int) -> list[Token]:
        """The words of a phrase, and behind a body the place where it sits ("das Ministerium | in Belgart")."""
        tokens = self._context.layer.tokens
        seated = last + 2 < len(tokens) and tokens[last + 1].low in self._lexicon.seated and tokens[last + 2].capital
        more = 2 if seated and self._lexicon.is_body(tokens[last].low) else 0
        return self._context.words(first, last + more)

    def _beginning(self, first: int, last: int) -> Cluster | None:
        """Who is meant by the beginning of a phrase: "der Berater" in "der Berater von Präsident Merkat"."""
        return next((cluster for end, cluster in self._registry.starting_at(first) if end < last), None)

    def _apposed(self, description: Description, last: int) -> Cluster | None:
        """In "dem Gouverneur der Region, Emil Harkan," the person whose name follows the role."""
        tokens = self._context.layer.tokens
        if not description.role or description.name or last + 2 >= len(tokens):
            return None
        comma = tokens[last + 1].text == ","
        for end, cluster in self._registry.starting_at(last + 1 + comma):
            closed = end + 1 < len(tokens) and tokens[end + 1].text in ",.()"
            if cluster.kind == "person" and (closed if comma else tokens[last].capital):
                self._registry.learn(cluster, description)
                return cluster
        return None

    def _is_named(self, inside: Cluster, description: Description, first: int, last: int) -> bool:
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
                return not self._lexicon.is_role(noun) and noun not in self._context.said | self._lexicon.titles
        return False

    def _add_phrases(self) -> None:
        """Tie phrases with a noun for an office or body to whom they mean, in order of the text."""
        tokens = self._context.layer.tokens
        for first, noun, last in noun_phrases(tokens, self._lexicon):
            if first == last:
                self._add_pronoun(first)
            elif self._lexicon.is_document(tokens[noun].low):
                self._add_document(first, noun, last)
            elif not any(self._registry.starting_at(place) for place in range(first, noun + 1)):
                names = (place for place in range(noun + 1, last + 1) if self._is_full_name(place))
                last = next(names, last + 1) - 1
                description = describe(self._with_seat(first, last), self._lexicon)
                before = len(self._registry.clusters)
                cluster = self._apposed(description, last) or self._referents.of(description, first)
                if cluster is not None:
                    cluster.used = cluster.used and len(self._registry.clusters) == before
                    self._registry.mention(cluster, (first, noun))

    def _is_full_name(self, at: int) -> bool:
        """Whether a person's name of several words begins behind a noun: "Chefin der Linken | Gesine Lötzsch"."""
        starting = self._registry.starting_at(at)
        behind = self._context.layer.tokens[at - 1].capital
        return behind and any(end > at and cluster.kind == "person" and cluster.name for end, cluster in starting)

    def _add_pronoun(self, at: int) -> None:
        """Tie a pronoun outside quotations to the person whom it means, if one was named shortly before."""
        gender = self._lexicon.pronouns[self._context.layer.tokens[at].low]
        person = None if self._context.salience.is_quoted(at) else self._referents.person(gender, at)
        if person is not None and at - person.last_before(at) <= LATELY:
            self._registry.mention(person, (at, at))

    def _add_document(self, first: int, noun: int, last: int) -> None:
        """Note whose a document is: "eine Erklärung des Ministeriums"."""
        tokens = self._context.layer.tokens
        description = describe(tokens[noun + 1 : last + 1], self._lexicon)
        owner = self._referents.of(description, first) if description.name or description.role else None
        if owner is not None:
            self._context.documents[tokens[noun].low] = owner
            self._context.written.append((last, owner))

    def standing_out(self, at: int) -> Cluster | None:
        """The party that stands out most before a token, whatever it is."""
        found = self._referents.most_salient(at)
        if found is not None:
            found.used = True
        return found

    def author_before(self, token: int) -> Cluster | None:
        """Whose the document is that was named last before a token: "darin heißt es"."""
        return next((owner for last, owner in reversed(self._context.written) if last < token), None)
