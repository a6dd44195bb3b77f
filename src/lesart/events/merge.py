"""One event for all its mentions, over all articles: the same kind on the same days, or of the same ordinal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct, field

from lesart.events.mentions import EventMention
from lesart.model import Event, EventKind, Period

_MOST: dict[EventKind, int] = {"call": 2, "accident": 2}
"""How many take part at most, where that differs from four."""


_PRECISE = 3
"""Days up to which a time tells one event from another; a month named beside an event is often its background."""


class _Group(Struct):
    kind: EventKind
    mentions: list[EventMention] = field(default_factory=list)
    days: tuple[date, date] | None = None
    ordinal: int | None = None


def merge(by_article: Sequence[Sequence[EventMention]]) -> list[Event]:
    """The events in order of time, those without a date last."""
    groups: list[_Group] = []
    for mentions in by_article:
        last: dict[EventKind, _Group] = {}
        for mention in mentions:
            group = _fitting(groups, mention, last.get(mention.kind))
            if group is None:
                group = _Group(mention.kind)
                groups.append(group)
            group.mentions.append(mention)
            group.days = group.days or mention.days
            group.ordinal = group.ordinal or mention.ordinal
            last[mention.kind] = group
    kept = [group for group in groups if group.days or any(m.lead for m in group.mentions)]
    kept.sort(key=lambda group: (group.days is None, group.days or (date.max, date.max)))
    return [_event(f"e{number}", group) for number, group in enumerate(kept, 1)]


def _fitting(groups: Sequence[_Group], mention: EventMention, last: _Group | None) -> _Group | None:
    """The group that a mention belongs to: by its ordinal, its days, else the one named last in the article."""
    same = [group for group in groups if group.kind == mention.kind]
    if mention.days is not None and (mention.days[1] - mention.days[0]).days > _PRECISE and last is not None:
        return last if _same_ordinal(last, mention) else None
    if mention.ordinal is not None:
        for group in same:
            if group.ordinal == mention.ordinal and _compatible(group.days, mention.days):
                return group
    if mention.days is not None:
        for group in same:
            if group.days and _overlap(group.days, mention.days) and _same_ordinal(group, mention):
                return group
        if last is not None and last.days is None and _same_ordinal(last, mention):
            return last
        return None
    return last if last is not None and _same_ordinal(last, mention) else None


def _same_ordinal(group: _Group, mention: EventMention) -> bool:
    return group.ordinal is None or mention.ordinal is None or group.ordinal == mention.ordinal


def _compatible(a: tuple[date, date] | None, b: tuple[date, date] | None) -> bool:
    return a is None or b is None or _overlap(a, b)


def _overlap(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


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
