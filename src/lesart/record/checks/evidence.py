"""What the articles of a comparison give to check claims by: events of one sort in order of time, and their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lesart.events.group import Group, same_sort
from lesart.events.mentions import EventMention
from lesart.events.merge import FEW
from lesart.events.words import event_words
from lesart.language.layer import Layer
from lesart.model import Article, Event
from lesart.record.checks.days import days_of
from lesart.record.checks.occurrence import Days
from lesart.record.checks.values import Value, Values
from lesart.record.figures import Measured


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
        self._values: Values | None = None
        self._mentions: dict[str, list[tuple[EventMention, str]]] = {}
        self._sorts: dict[tuple[str, str], list[Event]] = {}
        for event in events:
            for party in ("", *event.participants):
                self._sorts.setdefault((same_sort(event.kind), party), []).append(event)
        for identifier, group in groups.items():
            for mention in group.mentions:
                self._mentions.setdefault(mention.mention.article, []).append((mention, identifier))

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
        return self._all_values().of(event)

    def beside(self, stems: Iterable[str]) -> list[Value]:
        """In a small comparison the figures in whose sentence one of some stems stands, each once."""
        if not self.few:
            return []
        found = {value.measured.figure.id: value for stem in stems for value in self._all_values().beside(stem)}
        return list(found.values())

    def _all_values(self) -> Values:
        if self._values is None:
            self._values = Values(self._measured, self.articles, self.layers, self.days)
        return self._values

    def first_of(self, noun: str, language: str) -> Event | None:
        """The first event that a noun (lower case) means: "seit Beginn der Gespräche"."""
        word = event_words(language).noun(noun)
        if word is None:
            return None
        dated = [event for event in self._sorts.get((same_sort(word.kind), ""), ()) if event.date is not None]
        return min(dated, key=lambda event: event.date.first if event.date else "", default=None)
