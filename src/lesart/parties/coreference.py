"""Coreference inside an article: which phrases mean the same party.

Names come first; then phrases with a noun for an office or body are tied to them in order of the text, then, as
statements ask for them, the phrases of speakers.
"""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.layer import MARK, NUMBER, WORD, Token
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context
from lesart.parties.hearsay import Hearsay
from lesart.parties.limits import Limits
from lesart.parties.matching import fits
from lesart.parties.naming import add_names
from lesart.parties.noun_phrases import noun_phrases
from lesart.parties.phrases import LONGEST_QUOTED, Description, describe
from lesart.parties.referents import LATELY, Referents
from lesart.statements.draft import Entity

_AGED = 3
"""Tokens from the article to the noun of an age: "die 58-Jährige"."""
_ATTRIBUTES = 5
"""Words up to the name in "ihr Gegenüber, der frühere Minister Viktor Halm,"."""


class Resolver:
    """The parties of one article, found as its phrases are resolved."""

    def __init__(self, context: Context, closed: frozenset[str], entities: Sequence[Entity] | None = None) -> None:
        self._context = context
        self._lexicon, self._registry = context.lexicon, context.registry
        self._referents = Referents(context)
        self._hearsay = Hearsay(context, self._referents)
        self._limits = Limits(context)
        context.knows_names = entities is not None
        context.named = {place for one in entities or () for place in range(one.first, one.last + 1)}
        add_names(context, closed, entities)
        self._add_phrases()

    def speaker(self, first: int, last: int, floor: Cluster | None = None) -> Cluster | None:
        """The party that a speaker's phrase means; None for a phrase that names nobody.

        What is written speaks for whom it is by, else for `floor`, who has spoken last.
        """
        document = self._hearsay.document(first, last)
        cluster = self._hearsay.source(first, last)
        if cluster is None and document:
            cluster = self._context.documents.get(document) or self._study(first, last, floor) or floor
        elif cluster is None and self._hearsay.points_back(first, last):
            cluster = floor
        elif cluster is None and not self.is_hearsay(first, last):
            cluster = self.resolve(first, last)
        if document and cluster is not None:
            self._context.documents[document] = cluster
        if cluster is not None:
            cluster.speaks = cluster.used = True
        return cluster

    def _study(self, first: int, last: int, floor: Cluster | None) -> Cluster | None:
        """A study or a law as its own party, or a new document where nobody has spoken whose it can be."""
        words = self._context.words(first, last)
        noun = next((word for word in words[::-1] if word.capital), None)
        new = any(word.low in self._lexicon.indefinite for word in words)
        if noun is None or not ((new and floor is None) or noun.low.endswith(tuple(self._lexicon.studies))):
            return None
        description = Description(kind="organisation", name=noun.text, head=noun.low)
        return self._referents.of(description, first)

    def is_hearsay(self, first: int, last: int) -> bool:
        """Whether a phrase names only what was said: "ersten Angaben"."""
        named = self._hearsay.source(first, last) or self._hearsay.document(first, last)
        back = self._hearsay.points_back(first, last)
        return not named and not back and self._hearsay.is_hearsay(first, last)

    def named_in(self, first: int, last: int, behind: int = -1) -> Cluster | None:
        """The first party that is named in a frame, behind a token, without hanging on a preposition."""
        tokens, before = self._context.layer.tokens, self._lexicon.prepositions | self._lexicon.joined_articles
        for place in range(max(first, behind + 1), last + 1):
            for _, cluster in self._registry.starting_at(place):
                articled = place > 0 and tokens[place - 1].low in self._lexicon.articles
                if place - articled == 0 or tokens[place - articled - 1].low not in before:
                    return cluster
        return None

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
        aged = self._aged(first)
        if aged is not None:
            self._registry.mention(aged, (first, first + _AGED))
            return aged
        known = self._registry.meant_at((first, last)) or self._registry.around((first, last))
        if known is not None:
            known.used = True
            return known
        last = self._closing(first, self._limits.end(first, last))
        inside = self._limits.persons(first, last)
        description = describe(self._with_seat(first, last), self._lexicon, self._context.said)
        if self._lexicon.is_circle(description.head):
            cluster: Cluster | None = self._referents.of(description, first)
        elif len(inside) == 1 and self._limits.is_named(inside[0], description, first, last):
            cluster = inside[0]
            if description.role and description.kind == "person":
                self._registry.learn(inside[0], description)
        elif (known := self._beginning(first, last)) is not None and description.role and not description.name:
            cluster = known
            if known.kind in ("person", "group"):
                self._registry.learn(known, description)
        else:
            cluster = self._apposed(description, last) or self._ending_with(description, first, last)
            cluster = cluster or self._referents.of(description, first)
        if cluster is not None:
            cluster.used = True
            self._registry.mention(cluster, (first, last))
        return cluster

    def _ending_with(self, description: Description, first: int, last: int) -> Cluster | None:
        """The body whose name goes on behind its noun ("nach Darstellung des Amts für Landesschutz"), or who is meant
        where the phrase ends: "nach Darstellung | einer Zeugin".
        """
        inside = self._registry.inside(first, last)
        ending = (one for (start, end), one in inside if start > first and end == last and not one.name)
        person = next((one for one in ending if description.head in one.heads), None)
        bodies = (one for _, one in inside if one.kind == "organisation" and one.name)
        return person or next((one for one in bodies if one.name.lower().partition(" ")[0] == description.head), None)

    def _aged(self, first: int) -> Cluster | None:
        """Who is called by his age: "die 58-Jährige"."""
        tokens, lexicon = self._context.layer.tokens, self._lexicon
        if first + _AGED >= len(tokens) or tokens[first + 1].kind != NUMBER:
            return None
        gender = lexicon.article_genders.get(tokens[first].low, "f" if tokens[first].low in lexicon.nominatives else "")
        if tokens[first + 2].low not in lexicon.ages or not gender or not tokens[first + _AGED].capital:
            return None
        recent = (
            one for one in self._registry.recent(first, LATELY) if one.kind == "person" and fits(one.gender, gender)
        )
        found = self._referents.person(gender, first) or next(recent, None)
        if found is not None:
            found.used = True
        return found

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
        start = last + 1 + comma
        while comma and start + 1 < len(tokens) and not tokens[start].capital and start < last + _ATTRIBUTES:
            if self._registry.starting_at(start):
                break
            start += 1
        if (
            not comma
            and self._lexicon.is_role(tokens[start].low)
            and self._lexicon.are_two(tokens[last].low, tokens[start].low)
        ):
            return None
        for end, cluster in self._registry.starting_at(start):
            closed = end + 1 < len(tokens) and tokens[end + 1].text in ",.()"
            if cluster.kind == "person" and (closed if comma else tokens[last].capital):
                self._registry.learn(cluster, description)
                return cluster
        return None

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
                quoted = self._quoted_end(noun)
                last = quoted or next(names, last + 1) - 1
                description = describe(self._with_seat(first, last), self._lexicon)
                before = len(self._registry.clusters)
                cluster = self._quoted(noun) or self._apposed(description, self._quoted_owner_end(last))
                cluster = cluster or self._referents.of(description, first)
                kind = self._lexicon.kind_of_body(tokens[noun].low) if quoted else ""
                if cluster is not None:
                    cluster.kinds += [kind] if kind and kind not in cluster.kinds else []
                    cluster.used = cluster.used and len(self._registry.clusters) == before
                    self._registry.mention(cluster, (first, noun))

    def _closing(self, first: int, last: int) -> int:
        """The end of a phrase, behind the closing mark where it stops inside a name in quotation marks."""
        tokens = self._context.layer.tokens
        marks = [at for at in range(first, last + 1) if tokens[at].kind == MARK]
        return max(last, self._quoted_end(marks[0] - 1)) if len(marks) == 1 and marks[0] > first else last

    def _quoted_end(self, noun: int) -> int:
        """The closing mark of the name behind a noun for a body, 0 where none follows."""
        return self._closing_mark(noun + 1) if self._lexicon.is_body(self._context.layer.tokens[noun].low) else 0

    def _quoted_owner_end(self, last: int) -> int:
        """The closing mark of the body behind a role ("die Sprecherin von | „Stadt Neu“"), or the last token."""
        tokens = self._context.layer.tokens
        owned = last + 1 < len(tokens) and tokens[last + 1].low in self._lexicon.owner_signs
        return (self._closing_mark(last + 2) if owned else 0) or last

    def _closing_mark(self, opening: int) -> int:
        """Where the quotation marks close around a name that opens at a token, 0 where no name stands in such."""
        tokens = self._context.layer.tokens
        if opening + 1 >= len(tokens) or tokens[opening].kind != MARK or not tokens[opening + 1].capital:
            return 0
        behind = range(opening + 2, min(len(tokens), opening + 2 + LONGEST_QUOTED))
        end = next((at for at in behind if tokens[at].kind != WORD), 0)
        return end if end and tokens[end].kind == MARK else 0

    def _quoted(self, noun: int) -> Cluster | None:
        """The body that is named in quotation marks right behind a noun: "der Bürgerinitiative „Saubere Lauter“"."""
        tokens = self._context.layer.tokens
        if noun + 2 >= len(tokens) or tokens[noun + 1].kind != MARK:
            return None
        named = (cluster for _, cluster in self._registry.starting_at(noun + 2) if cluster.name)
        return next((cluster for cluster in named if cluster.kind != "person"), None)

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
        places = range(noun + 1, last + 1)
        owner = next((one for at in places for _, one in self._registry.starting_at(at) if one.kind != "person"), None)
        if owner is None and (description.name or description.role):
            owner = self._referents.of(description, first)
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
