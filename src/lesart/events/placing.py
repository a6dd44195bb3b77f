"""Which event words are about: the one of their sentence, else what their paragraph opens with, else the article's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import timedelta

from lesart.events.group import Group
from lesart.events.mentions import EventMention
from lesart.language.layer import Layer

_LEAD, _ASIDE, _AHEAD, _LONG_AGO, _SHARED = 3.0, 0.3, 0.2, 0.3, 0.5
"""What a mention in the first paragraph counts, one that only stands beside what is told, one of a planned event, one
of an event of long ago; and what each further article adds that names the event."""
_PASSING = 0.5
"""Weight below which all that names an event does so in passing."""
_RECENT = timedelta(days=10)
"""Time before an article appeared within which its event happened."""


class Placed:
    """Tells which event a place of an article is about."""

    def __init__(
        self, groups: Mapping[str, Group], dossiers: Sequence[Sequence[str]], layers: Mapping[str, Layer]
    ) -> None:
        """`groups` are the events by id; an article without one of its own tells of the event that most of its dossier
        is about.
        """
        named: dict[str, list[tuple[EventMention, str]]] = {}
        for event, group in groups.items():
            for mention in group.mentions:
                named.setdefault(mention.mention.article, []).append((mention, event))
        self._scenes: dict[str, _Scene] = {}
        for articles in dossiers:
            common = _common(articles, named, groups)
            for article in articles:
                self._scenes[article] = _Scene(layers[article], named.get(article, []), groups, common)

    def at(self, article: str, place: int) -> str | None:
        """The event that the words at a place (code point) are about, or None where nothing tells."""
        return self._scenes[article].about(place) if article in self._scenes else None


def _weight(mention: EventMention, group: Group) -> float:
    """How much a mention says that its article is about the event."""
    weight = _LEAD if mention.lead else 1.0
    weight *= _ASIDE if mention.aside else 1.0
    weight *= 1 + _SHARED * (len(group.articles) - 1)
    if (group.status == "planned" and group.kind != "strike") or _lies_ahead(mention, group):
        weight *= _AHEAD
    if group.is_said:
        weight *= _ASIDE
    old = group.days is not None and mention.published is not None and group.days[1] < mention.published - _RECENT
    return weight * (_LONG_AGO if old else 1.0)


def _has_accounts(group: Group) -> bool:
    """Whether statements can be about an event that is not their article's own: it happened, and it is known when."""
    if group.is_said or (group.status != "happened" and group.kind != "strike"):
        return False
    return group.days is not None or group.ordinal is not None


def _lies_ahead(mention: EventMention, group: Group) -> bool:
    """Whether an event had not happened when a mention's article appeared; a strike is told of before it begins."""
    if group.kind == "strike" or group.days is None or mention.published is None:
        return False
    return group.days[0] > mention.published


def is_main(group: Group) -> bool:
    """Whether an article can be about an event, by what its mentions weigh."""
    return sum(_weight(mention, group) for mention in group.mentions) >= _PASSING


def _common(
    articles: Sequence[str], named: Mapping[str, Sequence[tuple[EventMention, str]]], groups: Mapping[str, Group]
) -> str | None:
    """The event that a dossier is about."""
    if len(articles) == 1:
        return None
    return _heaviest([place for article in articles for place in named.get(article, ())], groups)


def _heaviest(places: Sequence[tuple[EventMention, str]], groups: Mapping[str, Group]) -> str | None:
    weights: dict[str, float] = {}
    for mention, event in places:
        weights[event] = weights.get(event, 0.0) + _weight(mention, groups[event])
    best = max(weights, key=lambda event: weights[event], default=None)
    return best if best is not None and weights[best] >= _PASSING else None


class _Scene:
    """The events of one article and where its sentences and paragraphs begin."""

    def __init__(
        self,
        layer: Layer,
        named: Sequence[tuple[EventMention, str]],
        groups: Mapping[str, Group],
        common: str | None,
    ) -> None:
        self._starts = [layer.tokens[sentence.first].start for sentence in layer.sentences]
        self._paragraphs = [sentence.paragraph for sentence in layer.sentences]
        self._by_sentence: dict[int, list[str]] = {}
        for mention, event in named:
            if _has_accounts(groups[event]) and not _lies_ahead(mention, groups[event]):
                self._by_sentence.setdefault(self._sentence(mention.mention.start), []).append(event)
        own = _heaviest(named, groups)
        self._main = (common or own) if own is None or self._is_passing(own, groups[own], named) else own

    @staticmethod
    def _is_passing(event: str, group: Group, named: Sequence[tuple[EventMention, str]]) -> bool:
        """Whether an article only touches on an event: it does not open with it, or has only a verb or day for it."""
        here = [mention for mention, other in named if other == event]
        if group.is_deed:
            return False
        if group.kind == "announcement" or all(mention.bare for mention in group.mentions):
            return True
        return all(mention.verb for mention in here) or not any(mention.lead for mention in here)

    def about(self, place: int) -> str | None:
        """The event of a place, or None where nothing tells."""
        at = self._sentence(place)
        own = self._by_sentence.get(at, [])
        if own:
            return self._main if self._main in own else own[0]
        return self._opened(at) or self._main

    def _sentence(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _opened(self, sentence: int) -> str | None:
        """The event that the first sentence of a paragraph names, unless it names another one as well."""
        first = sentence
        while first > 0 and self._paragraphs[first - 1] == self._paragraphs[sentence]:
            first -= 1
        events = dict.fromkeys(self._by_sentence.get(first, ()))
        return next(iter(events)) if len(events) == 1 else None
