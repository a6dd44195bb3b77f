"""Figures: quantities with whose figure it is and of which event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lesart.accounts import is_people
from lesart.events import Placed
from lesart.language import module
from lesart.language.layer import NUMBER, Layer, Token
from lesart.language.ordered import Ordered
from lesart.language.quantities import Quantity
from lesart.model import Article, Figure, PlacedStatement, Span
from lesart.record.sources import FigureSources, Place

_FEW, _SMALL = 10, 5
"""Where figures begin: a number that nothing is counted by ("sprach von 450") from ten on, one in words ("drei
Parteien", "zwei Wochen") from five on, unless it counts people or is a measure. Of those below five 53 of 113 were
figures in the dossiers that this was chosen on, of those that are kept 36 of 48."""
_MEASURES = frozenset(["percent", "minute", "euro", "dollar"])
_HOUR, _HOURS = 60, 2
"""Durations under two hours are told in minutes."""


class Measured(Struct, frozen=True):
    """A figure with the quantity that it was read from, whose range and unit can be compared."""

    figure: Figure
    quantity: Quantity


def find_figures(
    article: Article,
    layer: Layer,
    statements: Sequence[PlacedStatement],
    about: Placed,
    mentions: Sequence[Place] = (),
) -> list[Measured]:
    """The figures of an article in order; `statements` are its own, `about` tells which event a place is about,
    `mentions` where the article means which party.

    A figure inside a statement is its speaker's; another one that of a source that its sentence names.
    """
    spans = Ordered[tuple[Span, PlacedStatement]](
        ((span, statement) for statement in statements for span in statement.content), lambda one: one[0].start
    )
    longest = max((span.end - span.start for statement in statements for span in statement.content), default=0)
    sources = FigureSources(layer, article.language or "", mentions)
    found = []
    for quantity in module(article.language or "").quantities(layer.tokens):
        start, stop = layer.tokens[quantity.first].start, layer.tokens[quantity.last].end
        inside = [one for span, one in spans.between(start - longest, start + 1) if start < span.end]
        statement = inside[-1] if inside else None
        if quantity.when or not _counts(quantity, layer.tokens[quantity.number], statement, article.language or ""):
            continue
        value = quantity.value
        if quantity.scale == _HOUR and value < _HOURS:
            value *= _HOUR
        figure = Figure(
            id=f"{article.id}:{start}",
            article=article.id,
            span=Span(start, stop),
            what=_what(article.text, layer, quantity),
            value=value,
            bound=quantity.bound,
            according_to=statement.said_by if statement else sources.of(Span(start, stop)),
            event=about.at(article.id, start),
        )
        found.append(Measured(figure, quantity))
    return found


def _counts(quantity: Quantity, number: Token, statement: PlacedStatement | None, language: str) -> bool:
    """Whether a quantity is one that a reader of several reports would compare."""
    if not quantity.unit:
        return quantity.value >= _FEW and (number.kind == NUMBER or statement is not None)
    if number.kind == NUMBER or quantity.value >= _SMALL:
        return True
    return quantity.unit in _MEASURES or is_people(quantity.unit, language)


def _what(text: str, layer: Layer, quantity: Quantity) -> str:
    """The words behind the number, or the number itself where nothing is named."""
    tokens = layer.tokens
    if quantity.last == quantity.number:
        return text[tokens[quantity.number].start : tokens[quantity.number].end]
    return text[tokens[quantity.number + 1].start : tokens[quantity.last].end]
