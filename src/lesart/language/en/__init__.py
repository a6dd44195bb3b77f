"""English: a first version, for direct quotations, "said that", "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from lesart.language.clock import Clock, TimeOfDay
from lesart.language.dates import Calendar, TimeExpression
from lesart.language.en.clauses import clauses
from lesart.language.en.phrases import addressee, noun_phrase, subject
from lesart.language.en.verbs import look_up
from lesart.language.en.words import CLOSED, COORDINATORS, DATA, DAYS, DETERMINERS, MONTHS, NEGATIONS
from lesart.language.layer import WORD, Layer, Token
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
    final=frozenset(),
    ordinals=False,
)


def analyse(text: str) -> Layer:
    """The tokens, with the verb forms they can be, the sentences and the quotations of an English text."""
    tokens = tokenize(text)
    for token in tokens:
        if token.kind == WORD and not token.capital:
            token.form = look_up(token.low)[0]
    return Layer(text, tokens, _SPLITTER.split(tokens), pair(text, tokens))


@cache
def _calendar() -> Calendar:
    return Calendar(DATA / "dates.toml")


def dates(text: str, published: date) -> list[TimeExpression]:
    """The time expressions of a text that appeared on a day, resolved to days."""
    return _calendar().find(text, published)


@cache
def _quantity_words() -> QuantityWords:
    return quantity_words("en", DATA / "quantities.toml")


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities of an article's tokens, in order."""
    return find_quantities(tokens, _quantity_words())


@cache
def _clock() -> Clock:
    return Clock(DATA / "clock.toml")


def times_of_day(text: str) -> list[TimeOfDay]:
    """The times of day of a text, in order."""
    return _clock().find(text)
