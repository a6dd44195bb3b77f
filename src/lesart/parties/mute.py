"""Phrases that stand where a speaker does and cannot speak: adverbs, deeds, things."""

from __future__ import annotations

from lesart.language.layer import WORD
from lesart.parties.context import Context


class Mute:
    """Tells such phrases of one article."""

    def __init__(self, context: Context) -> None:
        self._context, self._lexicon = context, context.lexicon

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

    def names_a_thing(self, first: int, last: int) -> bool:
        """Whether a phrase has no noun for a person or body and no name in it: "die jährlichen Synergien"."""
        words, lexicon = self._context.words(first, last), self._lexicon
        nouns = [word.low for word in words[1:] if word.capital]
        if words[0].low not in lexicon.nominatives or len(nouns) != 1:
            return False
        known = lexicon.is_role(nouns[0]) or lexicon.is_body(nouns[0]) or lexicon.is_group(nouns[0])
        known = known or lexicon.is_kind(nouns[0]) or lexicon.is_document(nouns[0]) or nouns[0] in self._context.said
        return not known and not any(self._context.registry.starting_at(place) for place in range(first, last + 1))
