"""What the articles of a comparison give to check claims by: events of one sort in order of time, and their values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from lesart.events.mentions import EventMention
from lesart.events.merge import FEW, Group, same_sort
from lesart.events.words import event_words
from lesart.language import module
from lesart.language.dates import TimeExpression
from lesart.language.layer import Layer
from lesart.model import Article, Event
from lesart.record.checks.occurrence import Days
from lesart.record.figures import Measured


class Value(Struct, frozen=True):
    """A figure with the event that it belongs to and the days that its own sentence names, if they are others."""

    measured: Measured
    event: str | None
    days: Days | None
    sentence: str
    text: str
    """The figure's own words."""


class Evidence:
    """Events by sort, values by event, mentions by article."""

    def __init__(
        self,
        articles: Sequence[Article],
        layers: Mapping[str, Layer],
        events: Sequence[Event],
        groups: Mapping[str, Group],
        measured: Sequence[Measured],
    ) -> None:
        self.articles = {article.id: article for article in articles}
        self.layers = layers
        self.events = {event.id: event for event in events}
        self.groups = groups
        self.few = len(articles) <= FEW
        self._measured = measured
        self._values: dict[str, list[Value]] | None = None
        self._mentions: dict[str, list[tuple[EventMention, str]]] = {}
        self._sorts: dict[tuple[str, str], list[Event]] = {}
        for event in events:
            for party in ("", *event.participants):
                self._sorts.setdefault((same_sort(event.kind), party), []).append(event)
        for identifier, group in groups.items():
            for mention in group.mentions:
                self._mentions.setdefault(mention.mention.article, []).append((mention, identifier))

    def published(self, article: str) -> date | None:
        """The day an article appeared."""
        try:
            return date.fromisoformat((self.articles[article].published or "")[:10])
        except ValueError:
            return None

    def mentions(self, article: str) -> Sequence[tuple[EventMention, str]]:
        """The mentions of events in an article, with the events' ids."""
        return self._mentions.get(article, ())

    def days(self, event: str) -> Days | None:
        """The days of an event."""
        return days_of(self.events[event])

    def like(self, event: str, loosely: bool = False) -> list[Event]:
        """The events of an event's sort that share a participant with it, itself included, in order of time.

        `loosely`: in a small comparison all of its sort, whoever takes part; figures are compared between those, but
        only what is surely of one series is counted.
        """
        own = self.events[event]
        sort = same_sort(own.kind)
        near = {e.id: e for party in own.participants for e in self._sorts.get((sort, party), ())}
        if self.few:
            family = self.groups[event].family
            every = self._sorts.get((sort, ""), ())
            near |= {e.id: e for e in every if loosely or self.groups[e.id].family == family}
        near[event] = own
        happened = [e for e in near.values() if e.id == event or e.status == "happened"]
        return sorted(happened, key=lambda e: days_of(e) or (date.max, date.max))

    def values(self, event: str) -> Sequence[Value]:
        """The figures that stand with an event, those included whose sentence names other days."""
        if self._values is None:
            self._values = {}
            for value in self._dated():
                self._values.setdefault(value.event or "", []).append(value)
        return self._values.get(event, ())

    def _dated(self) -> Iterator[Value]:
        """The figures with the days that their sentences name."""
        times: dict[str, list[TimeExpression]] = {}
        starts: dict[str, list[int]] = {}
        for one in self._measured:
            name = one.figure.article
            article, layer, published = self.articles[name], self.layers[name], self.published(name)
            if name not in times:
                found = module(article.language or "").dates(article.text, published) if published else []
                times[name] = [time for time in found if not time.open]
                starts[name] = [layer.tokens[sentence.first].start for sentence in layer.sentences]
            place = max(0, bisect_right(starts[name], one.figure.span.start) - 1)
            sentence = layer.sentences[place]
            first, last = layer.tokens[sentence.first].start, layer.tokens[sentence.last].end
            own = self.days(one.figure.event) if one.figure.event else None
            near = [time for time in times[name] if first <= time.start < last]
            other = near[0] if near and own and not any(_overlap((t.first, t.last), own) for t in near) else None
            yield Value(
                one,
                one.figure.event,
                (other.first, other.last) if other else None,
                article.text[first:last],
                article.text[one.figure.span.start : one.figure.span.end],
            )

    def first_of(self, noun: str, language: str) -> Event | None:
        """The first event that a noun (lower case) means: "seit Beginn der Gespräche"."""
        word = event_words(language).noun(noun)
        if word is None:
            return None
        dated = [event for event in self._sorts.get((same_sort(word.kind), ""), ()) if event.date is not None]
        return min(dated, key=lambda event: event.date.first if event.date else "", default=None)


def days_of(event: Event) -> Days | None:
    """The days of an event."""
    if event.date is None:
        return None
    return date.fromisoformat(event.date.first), date.fromisoformat(event.date.last or event.date.first)


def _overlap(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
