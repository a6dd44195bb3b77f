"""Phrases that stand where a speaker does and cannot speak: adverbs, deeds, things."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language import module
from lesart.language.layer import MARK, NUMBER, WORD, Token
from lesart.parties.context import Context
from lesart.parties.matching import name_stem
from lesart.parties.noun_phrases import behind_age
from lesart.parties.settling import stands_as_noun


class Mute:
    """Tells such phrases of one article."""

    def __init__(self, context: Context) -> None:
        self._context, self._lexicon = context, context.lexicon
        self._closed = module(context.lexicon.language).CLOSED
        self._coordinators = module(context.lexicon.language).COORDINATORS

    def names_nobody(self, first: int, last: int) -> bool:
        """Whether a phrase is an adverb, or a noun for what is done: "die praktische Anwendung der Richtlinie"."""
        if behind_age(self._context.layer.tokens, first + 1, self._lexicon) > first + 1:
            return False
        words = [word for word in self._context.words(first, last) if word.kind in (WORD, NUMBER)]
        if len(words) == 1 and words[0].low in self._lexicon.openers:
            return True
        if self._is_unknown(words):
            return True
        noun = next((word for word in words if word.capital and word is not words[0]), None)
        if noun is None or words[0].low not in self._lexicon.nominatives:
            return False
        said = noun.low in self._context.said or self._lexicon.is_document(noun.low)
        said = said or noun.low.endswith(tuple(self._lexicon.studies)) or self._lexicon.is_circle(noun.low)
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

    def _is_unknown(self, words: Sequence[Token]) -> bool:
        """Whether a phrase has one noun, which is none for people or bodies, and no name: "viele Drohnen".

        Where the names of the article are not known, only what no name can be: with a number, or with a phrase that
        hangs on it.
        """
        lexicon, context = self._lexicon, self._context
        nouns = [word for word in words if word.capital and word.low not in lexicon.articles]
        if not nouns or nouns[0].low in self._closed or not self._is_head(nouns, words):
            return False
        if context.layer.tokens[nouns[0].index - 1].kind == MARK:
            return False
        noun = nouns[0]
        before = context.layer.tokens[words[0].index - 1].low if words[0].index else ""
        if lexicon.circling & {before, words[0].low} or noun.index in context.named:
            return False
        if context.registry.around((noun.index, noun.index)) is not None or context.registry.named(noun.text):
            return False
        if self._can_speak(noun):
            return False
        behind = context.layer.tokens[noun.index + 1].low if noun.index + 1 < len(context.layer.tokens) else ""
        if behind in lexicon.prepositions or words[0].low in lexicon.several:
            return True
        noun_elsewhere = len(words) > 1 or stands_as_noun(name_stem(noun.text), context.layer, lexicon)
        return context.knows_names and noun_elsewhere

    def _is_head(self, nouns: Sequence[Token], words: Sequence[Token]) -> bool:
        """Whether all other nouns hang on the first ("die Übergabe der Gefallenen"), or are counted with it."""
        between = words[words.index(nouns[0]) + 1] if len(nouns) > 1 else None
        owned = between is None or between.low in self._lexicon.owner_signs | self._lexicon.prepositions
        owned = owned or (words[0].kind == NUMBER and between is not None and between.low in self._coordinators)
        return owned and not any(noun.index in self._context.named for noun in nouns)

    def _can_speak(self, noun: Token) -> bool:
        """Whether a noun is one for people, bodies or what they say, by itself or by its ending."""
        low, lexicon, context = noun.low, self._lexicon, self._context
        if lexicon.is_role(low) or lexicon.is_body(low) or lexicon.is_group(low) or lexicon.kind_of_body(low):
            return True
        if lexicon.is_kind(low) or lexicon.is_document(low) or lexicon.is_circle(low) or low in context.said:
            return True
        if lexicon.kind_of_known(noun.text):
            return True
        if low.endswith((*lexicon.studies, *lexicon.reports)) or context.states.of_people(low):
            return True
        if low.endswith(tuple(lexicon.plural_bodies)) or context.states.of_name(noun.text):
            return True
        stem = name_stem(low)
        return low.endswith((*lexicon.masculine, *lexicon.feminine)) or stem.endswith(
            (*lexicon.masculine, *lexicon.feminine, *lexicon.made_of_verbs)
        )
