"""Phrases whose noun is what was said or written, not who said it: "ukrainischen Angaben", "der Mitteilung"."""

from __future__ import annotations

from lesart.language.layer import WORD
from lesart.model import PartyKind
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context
from lesart.parties.phrases import Description
from lesart.parties.referents import Referents


class Hearsay:
    """Finds whose words such a phrase stands for."""

    def __init__(self, context: Context, referents: Referents) -> None:
        self._context, self._referents = context, referents
        self._lexicon, self._registry = context.lexicon, context.registry
        self._nouns, self._endings = context.said, context.cues.noun_endings

    def source(self, first: int, last: int) -> Cluster | None:
        """Whose words a phrase stands for that names him by an adjective, a possessive or the half of a compound."""
        found = self._of_compound(first, last) or self._of_adjective(first, last) or self._of_possessive(first, last)
        if found is not None:
            self._registry.mention(found, (first, last))
        return found

    def _of_adjective(self, first: int, last: int) -> Cluster | None:
        """The state in "nach ukrainischen Angaben"."""
        words = [token for token in self._context.words(first, last) if token.kind == WORD]
        if len(words) < 2 or (words[-1].low not in self._nouns and words[-1].low not in self._lexicon.parts_of_talks):
            return None
        adjectives = [word.low for word in words[:-1] if not word.capital]
        return next(filter(None, map(self._referents.state_of_adjective, adjectives)), None)

    def _of_compound(self, first: int, last: int) -> Cluster | None:
        """Whose words are told in "Polizeiangaben"."""
        low = self._context.layer.tokens[last].low
        for ending in self._endings:
            owner = low.removesuffix(ending).rstrip("-")
            for form in (owner.removesuffix("s"), owner):
                if owner != low and (self._lexicon.is_body(form) or self._lexicon.is_group(form)):
                    kind: PartyKind = "organisation" if self._lexicon.is_body(form) else "group"
                    any_paper = self._lexicon.is_medium(form)
                    description = Description(kind=kind, name=form.capitalize(), head=form, indefinite=any_paper)
                    return self._referents.of(description, first)
        return None

    def _of_possessive(self, first: int, last: int) -> Cluster | None:
        """Whose words are told in "nach seinen Angaben", "nach deren Angaben", "laut ihrem Gutachten", "ihr Büro"."""
        words = [token for token in self._context.words(first, last) if token.kind == WORD]
        low = words[-1].low if len(words) > 1 else ""
        written = self._lexicon.is_document(low) or low.endswith(tuple(self._lexicon.studies))
        if low not in self._nouns | self._lexicon.personal and not written:
            return None
        gender = self._lexicon.gender_of_owner(words[0].low)
        if words[0].low in self._lexicon.relative_owners:
            return self._referents.before_comma(first) or self._referents.latest(gender, first)
        pronoun = next((word for word, sign in self._lexicon.pronouns.items() if gender and sign == gender), "")
        description = Description(kind="person", pronoun=pronoun, gender=gender, head=pronoun)
        return self._referents.of(description, first) if pronoun else None

    def is_hearsay(self, first: int, last: int) -> bool:
        """Whether a phrase names only what was said and nobody who said it: "ersten Erkenntnissen"."""
        opens = self._lexicon.articles | self._lexicon.possessives | self._lexicon.joined_articles
        words = self._context.words(first, last)
        if len(words) > 1 and words[0].low.endswith(self._lexicon.attribute_endings):
            words = words[1:]
        if any(token.text in self._lexicon.known_bodies for token in words):
            return False
        nouns = [token.low for token in words if token.capital and token.low not in opens]
        return bool(nouns) and all(noun in self._nouns or noun.endswith(self._endings) for noun in nouns)

    def points_back(self, first: int, last: int) -> bool:
        """Whether a phrase names only what was said, and that it is what somebody has just said: "den Angaben"."""
        opens = self._context.layer.tokens[first].low in self._lexicon.pointing_back
        return opens and last == first + 1 and self.is_hearsay(first, last)

    def document(self, first: int, last: int) -> str:
        """The noun of a phrase that names something written and nobody besides; else nothing."""
        opens = self._lexicon.articles | self._lexicon.possessives
        words = self._context.words(first, last)
        capitals = [token for token in words if token.capital and token.low not in opens]
        nouns = [token for token in capitals if self._lexicon.is_document(token.low)]
        return nouns[0].low if nouns and capitals == nouns else ""
