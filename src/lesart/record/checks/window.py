"""The days that a claim's scope means: "seit dem Frühjahr", "binnen zwei Jahren", "seit Beginn der Gespräche"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from lesart.language import module
from lesart.language.layer import Layer
from lesart.model import Article, Event, Period, Span
from lesart.record.claims.words import claim_words

_DAYS_OF = {"day": 1.0, "month": 30.44}
"""Days in the units in which quantities of time are read."""


class Window(Struct, frozen=True):
    """First and last day, both included; None where it is open. `known` tells whether the scope could be dated."""

    first: date | None = None
    last: date | None = None
    known: bool = True
    start: date | None = None
    """The last day that the words for its beginning mean, where they name one: "seit Anfang März"."""

    def holds_rival(self, days: tuple[date, date] | None) -> bool:
        """Whether something of these days speaks against the most since then: what happened then is the mark itself."""
        return self.holds(days) and (days is None or self.start is None or days[0] > self.start)

    def holds(self, days: tuple[date, date] | None) -> bool:
        """Whether days lie in it, were it in part."""
        if days is None:
            return self.first is None
        return (self.first is None or days[1] >= self.first) and (self.last is None or days[0] <= self.last)

    @property
    def period(self) -> Period | None:
        """The window as it is printed; None for all time."""
        if self.first is None:
            return None
        return Period(self.first.isoformat(), self.last.isoformat() if self.last else None)


def window_of(
    scope: Span | None,
    article: Article,
    layer: Layer,
    published: date | None,
    happened: date | None,
    first_of: Callable[[str], Event | None],
) -> Window:
    """The days of a scope: up to the day that the article appeared, for nobody knows further.

    `happened` is the day of the event that the claim is about, `first_of` gives the first event that a noun means.
    """
    window = _days(scope, article, layer, published, happened, first_of) if scope else Window()
    last = min((day for day in (window.last, published) if day), default=None)
    return Window(window.first, last, window.known, window.start)


def _days(
    scope: Span,
    article: Article,
    layer: Layer,
    published: date | None,
    happened: date | None,
    first_of: Callable[[str], Event | None],
) -> Window:
    """The days of the words of a scope."""
    language = module(article.language or "")
    words = claim_words(article.language or "")
    said = article.text[scope.start : scope.end]
    since = words.scope_start.match(said)
    if words.after.fullmatch(said):
        return Window(happened, None, known=happened is not None)
    if words.until.fullmatch(said):
        return Window(None, happened, known=happened is not None)
    if published is not None:
        for time in language.dates(article.text, published):
            if time.start < scope.end and scope.start < time.end:
                open_end = bool(since) or time.open
                return Window(time.first, None if open_end else time.last, start=time.begun)
        if words.year_start.search(said):
            return Window(date(published.year, 1, 1), None)
        tokens = [token for token in layer.tokens if scope.start <= token.start and token.end <= scope.end]
        for quantity in language.quantities(tokens):
            if quantity.unit in _DAYS_OF:
                days = quantity.value * quantity.scale * _DAYS_OF[quantity.unit]
                if days >= (published - date.min).days:
                    return Window()
                span = timedelta(days=round(days))
                return Window(published - span, published)
    if words.everything.search(said):
        return Window()
    for word in reversed(said.split()):
        event = first_of(word.strip(',.;:“”"').lower()) if word[:1].isupper() else None
        if event is not None and event.date is not None:
            return Window(date.fromisoformat(event.date.first), None)
    return Window(known=False)
