"""One event for all its mentions, over all articles: the same kind on the same days, or of the same ordinal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct, field

from lesart.events.mentions import EventMention
from lesart.model import Event, EventKind, Period

_MOST: dict[EventKind, int] = {"call": 2, "accident": 2}
"""How many take part at most, where that differs from four."""


_PRECISE = 3
"""Days up to which a time tells one event from another; a month named beside an event is often its background."""


class _Group(Struct, eq=False):
    """The mentions of one event so far."""

    kind: EventKind
    mentions: list[EventMention] = field(default_factory=list)
    days: tuple[date, date] | None = None
    ordinal: int | None = None
    parties: set[str] = field(default_factory=set)


class _Groups:
    """All events so far, to be found by their days and ordinals."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._by_day: dict[tuple[EventKind, date], list[_Group]] = {}
        self._by_ordinal: dict[tuple[EventKind, int], list[_Group]] = {}

    def add(self, group: _Group | None, mention: EventMention) -> _Group:
        """Put a mention into its group, a new one for None."""
        if group is None:
            group = _Group(mention.kind)
            self.all.append(group)
        group.mentions.append(mention)
        group.parties.update(mention.parties)
        if group.days is None and mention.days is not None:
            group.days = mention.days
            for day in _each_day(mention.days):
                self._by_day.setdefault((group.kind, day), []).append(group)
        if group.ordinal is None and mention.ordinal is not None:
            group.ordinal = mention.ordinal
            self._by_ordinal.setdefault((group.kind, mention.ordinal), []).append(group)
        return group

    def fitting(self, mention: EventMention, last: _Group | None) -> _Group | None:
        """The group that a mention belongs to: by its ordinal, its days, else the one named last in the article."""
        of_last = last is not None and _same_ordinal(last, mention)
        if last is not None and mention.days is not None and not _is_precise(mention.days):
            return last if of_last else None
        for group in self._by_ordinal.get((mention.kind, mention.ordinal or 0), ()):
            if _compatible(group.days, mention.days) and _related(group, mention):
                return group
        if mention.days is None:
            return last if of_last else None
        for day in _each_day(mention.days):
            for group in self._by_day.get((mention.kind, day), ()):
                if _same_ordinal(group, mention) and _related(group, mention):
                    return group
        return last if of_last and last is not None and last.days is None else None


def merge(by_article: Sequence[Sequence[EventMention]]) -> list[Event]:
    """The events in order of time, those without a date last."""
    groups = _Groups()
    for mentions in by_article:
        last: dict[EventKind, _Group] = {}
        for mention in mentions:
            last[mention.kind] = groups.add(groups.fitting(mention, last.get(mention.kind)), mention)
    kept = [group for group in groups.all if group.days or any(m.lead for m in group.mentions)]
    kept.sort(key=lambda group: (group.days is None, group.days or (date.max, date.max)))
    return [_event(f"e{number}", group) for number, group in enumerate(kept, 1)]


def _each_day(days: tuple[date, date]) -> list[date]:
    return [days[0] + timedelta(days=step) for step in range((days[1] - days[0]).days + 1)]


def _is_precise(days: tuple[date, date]) -> bool:
    return (days[1] - days[0]).days <= _PRECISE


def _same_ordinal(group: _Group, mention: EventMention) -> bool:
    return group.ordinal is None or mention.ordinal is None or group.ordinal == mention.ordinal


def _related(group: _Group, mention: EventMention) -> bool:
    """Whether nobody speaks against it that group and mention are one: two articles share a party, if they name any."""
    known = any(other.mention.article == mention.mention.article for other in group.mentions)
    return known or not group.parties or not mention.parties or bool(group.parties & set(mention.parties))


def _compatible(a: tuple[date, date] | None, b: tuple[date, date] | None) -> bool:
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _event(identifier: str, group: _Group) -> Event:
    parties: Counter[str] = Counter()
    for mention in group.mentions:
        parties.update(dict.fromkeys(mention.parties, 3 if mention.lead else 1))
    nouns = [mention.label for mention in group.mentions if mention.label.rpartition(" ")[2][:1].isupper()]
    labels = Counter(nouns or [mention.label for mention in group.mentions])
    days = group.days
    return Event(
        id=identifier,
        kind=group.kind,
        label=labels.most_common(1)[0][0],
        date=Period(days[0].isoformat(), days[1].isoformat() if days[1] != days[0] else None) if days else None,
        participants=tuple(party for party, count in parties.most_common(_MOST.get(group.kind, 4)) if count >= 2),
        ordinal=group.ordinal,
        mentions=tuple(mention.mention for mention in group.mentions),
    )
