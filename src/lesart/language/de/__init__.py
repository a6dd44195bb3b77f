"""German."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from lesart.language.clock import Clock, TimeOfDay
from lesart.language.dates import Calendar, TimeExpression
from lesart.language.de.clauses import clauses
from lesart.language.de.phrases import noun_phrase
from lesart.language.de.subjects import addressee, subject
from lesart.language.de.swiss import look_up_with_eszett
from lesart.language.de.verbs import look_up
from lesart.language.de.words import (
    AUXILIARIES,
    CLOSED,
    COORDINATORS,
    DATA,
    DAYS,
    DETERMINERS,
    MODALS,
    MONTHS,
    NEGATIONS,
    PERSONAL,
)
from lesart.language.forms import Form
from lesart.language.layer import WORD, Layer, Sentence, Token
from lesart.language.quantities import Quantity, find_quantities
from lesart.language.quantity_words import QuantityWords, quantity_words
from lesart.language.quotations import pair
from lesart.language.sentences import Splitter
from lesart.language.tokens import tokenize

__all__ = [
    "CLOSED",
    "COORDINATORS",
    "DAYS",
    "DETERMINERS",
    "NEGATIONS",
    "addressee",
    "analyse",
    "clauses",
    "dates",
    "look_up",
    "noun_phrase",
    "quantities",
    "subject",
    "times_of_day",
]

_SPLITTER = Splitter(
    abbreviations=frozenset((DATA / "abbreviations.txt").read_text(encoding="utf-8").split()),
    after_ordinal=MONTHS,
    openers=CLOSED,
    final=frozenset((DATA / "final_abbreviations.txt").read_text(encoding="utf-8").split()),
    ordinals=True,
)


def analyse(text: str) -> Layer:
    """The tokens, with the verb forms they can be, the sentences and the quotations of a German text."""
    tokens = tokenize(text)
    look_up_with_eszett(tokens, text)
    sentences = _SPLITTER.split(tokens)
    _mark_verbs(tokens, sentences)
    return Layer(text, tokens, sentences, pair(text, tokens))


def _mark_verbs(tokens: list[Token], sentences: list[Sentence]) -> None:
    """Set the verb forms of the words that can be verbs: those without a capital, or first in their sentence."""
    for token in tokens:
        if token.kind == WORD and not token.capital:
            token.form = look_up(token.low)[0]
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            if token.kind == WORD:
                if token.capital:
                    token.form = _opening_form(token.low, tokens[index + 1].low)
                break


def _opening_form(low: str, following: str) -> int:
    """The forms of a word that begins its sentence: a noun, unless an auxiliary, a participle ("Telefoniert hatten
    beide") or before a pronoun.
    """
    form, lemma = look_up(low)
    if form & Form.PARTICIPLE and look_up(following)[1] in AUXILIARIES:
        return Form.PARTICIPLE
    if lemma in AUXILIARIES or lemma in MODALS or following in PERSONAL or form & ~Form.JOINED == Form.PARTICIPLE:
        return form
    return 0


@cache
def _calendar() -> Calendar:
    return Calendar(DATA / "dates.toml")


def dates(text: str, published: date) -> list[TimeExpression]:
    """The time expressions of a text that appeared on a day, resolved to days."""
    return _calendar().find(text, published)


@cache
def _quantity_words() -> QuantityWords:
    return quantity_words("de", DATA / "quantities.toml")


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities of an article's tokens, in order."""
    return find_quantities(tokens, _quantity_words())


@cache
def _clock() -> Clock:
    return Clock(DATA / "clock.toml")


def times_of_day(text: str) -> list[TimeOfDay]:
    """The times of day of a text, in order."""
    return _clock().find(text)
