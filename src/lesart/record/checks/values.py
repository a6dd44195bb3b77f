"""The figures of the articles with the days that they are of: their event's, or those that their sentence names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from lesart.language import module
from lesart.language.dates import TimeExpression
from lesart.language.layer import Layer
from lesart.model import Article
from lesart.record.checks.days import published_on
from lesart.record.checks.occurrence import Days, Occurrence, overlap
from lesart.record.figures import Measured
from lesart.topics.terms import stemmed

_WORD = re.compile(r"[^\W\d_]{4,}")
_TAIL = 5
"""Letters from which the end of a compound can be looked up: "Sitzung" in "Haushaltssitzung"."""


class Value(Struct, frozen=True):
    """A figure with the event that it stands with, and when it was."""

    measured: Measured
    event: str | None
    days: Days | None
    """Days that its sentence names and that are not its event's."""
    when: Days | None
    """The days nearest to it in its sentence, else its event's."""
    sentence: str
    text: str
    """The figure's own words."""

    def occurrence(self, key: str, days: Days | None, source: str) -> Occurrence:
        """The figure as one member of a series."""
        figure = self.measured.figure
        quantity = self.measured.quantity
        low, high = quantity.range
        value = quantity.value * quantity.scale
        ids = (figure.id,) if self.days or not self.event else (self.event, figure.id)
        return Occurrence(
            key=key,
            label=figure.what,
            days=days,
            value=value,
            low=low,
            high=high,
            text=self.text,
            source=source,
            ids=ids,
        )


class Values:
    """All figures of a comparison, by their event and by the words of their sentence; dated only where asked for."""

    def __init__(
        self,
        measured: Sequence[Measured],
        articles: Mapping[str, Article],
        layers: Mapping[str, Layer],
        days_of_event: Callable[[str], Days | None],
    ) -> None:
        self._articles, self._layers, self._days_of_event = articles, layers, days_of_event
        self._measured: dict[str, list[Measured]] = {}
        for one in measured:
            self._measured.setdefault(one.figure.event or "", []).append(one)
        self._by_event: dict[str, list[Value]] = {}
        self._by_word: dict[str, list[Value]] | None = None
        self._times: dict[str, tuple[list[TimeExpression], list[int]]] = {}

    def of(self, event: str) -> Sequence[Value]:
        """The figures that stand with an event, those included whose sentence names other days."""
        if event not in self._by_event:
            self._by_event[event] = [self._dated(one) for one in self._measured.get(event, ())]
        return self._by_event[event]

    def beside(self, stem: str) -> Iterator[Value]:
        """The figures in whose sentence a word, or the end of a compound, has a stem."""
        if self._by_word is None:
            self._by_word = self._words()
        for word, values in self._by_word.items():
            if word == stem or (len(stem) >= _TAIL and word.endswith(stem)):
                yield from values

    def _words(self) -> dict[str, list[Value]]:
        """The stems of the words of all sentences with a figure, with the figures."""
        found: dict[str, list[Value]] = {}
        for event in self._measured:
            for value in self.of(event):
                language = self._articles[value.measured.figure.article].language or ""
                for word in {stemmed(word.lower(), language) for word in _WORD.findall(value.sentence)}:
                    found.setdefault(word, []).append(value)
        return found

    def _dated(self, one: Measured) -> Value:
        """A figure with the days that its sentence names."""
        name, at = one.figure.article, one.figure.span.start
        article, layer = self._articles[name], self._layers[name]
        times, starts = self._of_article(name)
        sentence = layer.sentences[max(0, bisect_right(starts, at) - 1)]
        first, last = layer.tokens[sentence.first].start, layer.tokens[sentence.last].end
        own = self._days_of_event(one.figure.event) if one.figure.event else None
        near = sorted((time for time in times if first <= time.start < last), key=lambda time: abs(time.start - at))
        days = [(time.first, time.last) for time in near]
        other = bool(days) and own is not None and not any(overlap(each, own) for each in days)
        return Value(
            one,
            one.figure.event,
            days[0] if other else None,
            days[0] if days else own,
            article.text[first:last],
            article.text[at : one.figure.span.end],
        )

    def _of_article(self, name: str) -> tuple[list[TimeExpression], list[int]]:
        """The times that an article names, but for open ones, and where its sentences begin."""
        if name not in self._times:
            article, layer, published = self._articles[name], self._layers[name], published_on(self._articles[name])
            found = module(article.language or "").dates(article.text, published) if published else []
            starts = [layer.tokens[sentence.first].start for sentence in layer.sentences]
            self._times[name] = [time for time in found if not time.open], starts
        return self._times[name]
