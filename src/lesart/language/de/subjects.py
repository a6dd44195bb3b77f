"""The subject and the person addressed in a German clause, by place and case."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.clause import MAIN, Clause
from lesart.language.de.phrases import noun_phrase
from lesart.language.de.words import (
    ADDRESSES,
    ADVERBS,
    COORDINATORS,
    DATIVE,
    DAYS,
    DEED_BODIES,
    DEEDS,
    DETERMINERS,
    FEMININE,
    INDEFINITE,
    MASCULINE,
    NEUTERS,
    OBLIQUE,
    PERSONAL,
    POSTPOSITIONS,
    PREPOSITIONS,
    SEVERAL,
    SUBJECT_PRONOUNS,
    TOWARD,
)
from lesart.language.forms import Form
from lesart.language.layer import NUMBER, WORD, Token


def subject(words: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """First and last word of the subject of a clause with a finite verb; None where none is to be seen."""
    if clause.verb < 0:
        return None
    if clause.verb >= clause.last - 1 and clause.verb > clause.first + 1 and clause.kind != MAIN:
        return _phrase_from(words, clause.first + 1, clause.verb)
    front = clause.first
    while front + 1 < clause.verb and words[front].low in COORDINATORS | ADVERBS:
        front += 1
    participle = words[front].form & Form.PARTICIPLE and words[front].capital
    if (
        front < clause.verb
        and not _is_dative(words, front, clause.verb)
        and not participle
        and words[front].low not in PREPOSITIONS
        and words[front].low not in OBLIQUE
    ):
        end = noun_phrase(words, front)
        source = end < clause.verb and words[end].low in POSTPOSITIONS
        if end > front and not _is_time(words, front, end) and end <= clause.verb and not source:
            behind = _behind_thing(words, clause, front, end) or _behind_many(words, clause, front)
            if behind is not None:
                return behind
            if words[front].low in INDEFINITE and _bare_name(words, clause.verb + 1, clause.last):
                return clause.verb + 1, clause.verb + 1
            in_place = end == clause.verb or words[front].low in PERSONAL or end >= clause.verb - 2
            return (front, end - 1) if in_place else (front, clause.verb - 1)
    start = clause.verb + 1 + (_opens_with_so(words, clause) and words[clause.verb + 1].low == _OBJECT)
    return _phrase_from(words, start, clause.last + 1)


_OBJECT = "es"
"""What "so berichtete es der Bote" tells is no subject."""


def _opens_with_so(words: Sequence[Token], clause: Clause) -> bool:
    return words[clause.first].low == "so" and clause.verb <= clause.first + 2 and clause.verb < clause.last - 1


_CLEARLY = frozenset(("er", "wir", "ich", "man"))
"""Pronouns that can only be subjects; "sie" can where the phrase before the verb is no person or body."""


_WOMEN = ("rin", "tin", "gin")
"""Endings of nouns for women in an office or trade."""


def _behind_thing(words: Sequence[Token], clause: Clause, front: int, end: int) -> tuple[int, int] | None:
    """The subject right behind the verb where the phrase before the verb is a thing, which nobody says: "Die Forderung
    lehnte der Vorstand ab", "Forderungen nach ihrem Rücktritt wies sie zurück", "Letzteres bestritt die Pilotin". None
    where that is not to be seen.
    """
    at = clause.verb + 1
    if at > clause.last:
        return None
    token = words[at]
    if token.low in _CLEARLY and words[front].low not in PERSONAL:
        return at, at
    if words[front].low in NEUTERS:
        return _phrase_from(words, at, clause.last + 1)
    nouns = [word.low for word in words[front:end] if word.capital and word.low not in DETERMINERS]
    if not nouns or not (_is_thing(nouns[0]) or _is_several(words, front, nouns[0], clause)):
        return None
    if token.low == "sie" or (token.capital and _bare_name(words, at, clause.last)):
        return at, max(at, noun_phrase(words, at) - 1)
    stop = noun_phrase(words, at)
    heads = [word.low for word in words[at:stop] if word.capital]
    if not heads:
        return None
    named = token.capital and (len(heads) > 1 or token.low in ADDRESSES)
    masculine = token.low == "der" and not _is_feminine(heads[0])
    woman = token.low == "die" and heads[0].endswith(_WOMEN) and not heads[0].endswith(DEEDS)
    return (at, min(stop, clause.last + 1) - 1) if named or masculine or woman else None


def _is_several(words: Sequence[Token], front: int, noun: str, clause: Clause) -> bool:
    """Whether a plural stands before a verb in the singular: "Die Angaben hält sie für falsch"."""
    form = words[clause.verb].form
    one = bool(form & Form.SINGULAR) and not form & Form.PLURAL
    return one and words[front].low in _PLURAL_ARTICLES and noun.endswith("en")


_PLURAL_ARTICLES = frozenset(("die", "diese", "beide"))
"""Articles with which a noun in -en is a plural."""


def _behind_many(words: Sequence[Token], clause: Clause, front: int) -> tuple[int, int] | None:
    """The subject behind a verb in the singular where several stand before it: "Zehn Batterien habe er zugesagt"."""
    form = words[clause.verb].form
    one = bool(form & Form.SINGULAR) and not form & Form.PLURAL
    return _phrase_from(words, clause.verb + 1, clause.last + 1) if one and words[front].low in SEVERAL else None


def _is_feminine(noun: str) -> bool:
    return noun.endswith(FEMININE) and not noun.endswith(MASCULINE)


def _is_dative(words: Sequence[Token], front: int, verb: int) -> bool:
    """Whether a phrase before the verb shows by its noun that "der" is a dative: "Der Mission wirft er vor"."""
    end = noun_phrase(words, front) if words[front].low == "der" else front
    noun = next((word.low for word in words[front + 1 : min(end, verb)] if word.capital), "")
    return _is_feminine(noun)


def _is_thing(noun: str) -> bool:
    """Whether a noun means a deed or state and no body: "Forderung", but not "Regierung"."""
    return noun.endswith(DEEDS) and not noun.endswith(DEED_BODIES)


def _bare_name(words: Sequence[Token], at: int, last: int) -> bool:
    """Whether a pronoun, or a single capital without an article that is no plural, stands behind the verb.

    Then the indefinite phrase before the verb is its object: "Ein weiteres Treffen schloss Solling nicht aus".
    """
    if at > last:
        return False
    token = words[at]
    alone = at == last or not words[at + 1].capital
    return token.low in SUBJECT_PRONOUNS or (
        token.capital and alone and not token.low.endswith(("e", "en", "n", "ung"))
    )


def _phrase_from(words: Sequence[Token], at: int, stop: int) -> tuple[int, int] | None:
    """The first noun phrase from `at` that can be a subject: not oblique, not behind a preposition, no time."""
    while at < stop:
        token = words[at]
        if token.low in PREPOSITIONS:
            end = noun_phrase(words, at + 1)
            at = end if end > at + 1 else at + 1
            continue
        if token.kind != WORD and token.kind != NUMBER:
            at += 1
            continue
        if token.low in ADVERBS and not token.capital:
            at += 1
            continue
        end = noun_phrase(words, at)
        if end == at:
            at += 1
            continue
        if token.low in OBLIQUE or _is_time(words, at, end):
            at = end
            continue
        if any(word.low in DAYS for word in words[at:end]):
            end = noun_phrase(words, at, attach=False)
        return at, min(end, stop) - 1
    return None


def addressee(words: Sequence[Token], clause: Clause, spoken_to: bool) -> tuple[int, int] | None:
    """The person addressed: a dative behind the verb, or with `spoken_to` (auffordern) an accusative."""
    if clause.verb < 0:
        return None
    at = clause.verb + 1
    while at <= clause.last:
        token = words[at]
        if token.low in TOWARD and at < clause.last:
            end = noun_phrase(words, at + 1)
            return (at + 1, end - 1) if end > at + 1 else None
        if token.low in PREPOSITIONS:
            at = max(noun_phrase(words, at + 1), at + 1)
            continue
        end = noun_phrase(words, at)
        if end > at:
            marked = token.low in DATIVE if not spoken_to else token.low not in DATIVE
            if marked and not _is_time(words, at, end) and token.low not in PERSONAL:
                return at, min(end, clause.last + 1) - 1
            at = end
        else:
            at += 1
    return None


def _is_time(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether a phrase tells when; "die Luftwaffe für die Nacht" does not."""
    end = min(end, noun_phrase(words, at, attach=False))
    return any(words[place].low in DAYS for place in range(at, end)) and words[at].low not in PERSONAL
