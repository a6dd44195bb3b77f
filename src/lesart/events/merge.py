"""One event for all its mentions, over all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from math import log

from msgspec.structs import replace

from lesart.events.by_day import ByDay, rows_of
from lesart.events.days import each_day, is_precise, near, overlap
from lesart.events.group import Group, one_family, same_sort
from lesart.events.mentions import EventMention
from lesart.events.triggers import MISHAPS
from lesart.events.within import date_lead, stands, within

_RECENT = 7
"""Days before a report appears in which an event without a day may lie that it is about."""
FEW = 12
"""Articles up to which all of a comparison have to do with each other."""
_NAMED, _RELATED = 2.0, 1.0
"""The most that a party named beside two events says, and what makes their articles related."""


def merge(by_article: Sequence[Sequence[EventMention]], common: Mapping[str, int]) -> list[Group]:
    """The events, in no order, as groups of mentions; `common` is in how many articles each party is named."""
    merged = _Merged(common, len(by_article))
    if len(by_article) <= FEW:
        by_article = _specified(by_article)
    passing: list[Group] = []
    for mentions in by_article:
        groups = within([mention for mention in mentions if not mention.bare])
        date_lead(groups, [mention for mention in mentions if mention.bare])
        own = [group for group in groups if stands(group)]
        passing += [group for group in groups if not stands(group) and group.status != "not"]
        for group in sorted(own, key=lambda group: -len(group.mentions)):
            merged.add(group)
    for group in passing:
        merged.attach(group)
    by_day = ByDay(merged.groups, merged.related)
    for row in rows_of(mention for mentions in by_article for mention in mentions if mention.bare):
        by_day.add(row)
    return merged.groups


def _specified(by_article: Sequence[Sequence[EventMention]]) -> list[list[EventMention]]:
    """The mentions with what incidents ("der dritte Zwischenfall") are by the other articles of a small comparison."""
    named = Counter(
        (mention.kind, mention.family)
        for mentions in by_article
        for mention in mentions
        if mention.kind in MISHAPS and not mention.general
    )
    if not named:
        return [list(mentions) for mentions in by_article]
    kind, family = named.most_common(1)[0][0]
    return [
        [replace(mention, kind=kind, family=family) if mention.general else mention for mention in mentions]
        for mentions in by_article
    ]


_NOBODY, _ANYBODY = "", "*"
"""Keys of events beside which nobody is named, and of all on a day."""


class _Merged:
    """The events of all articles, to be found by kind and day, ordinal or party."""

    def __init__(self, common: Mapping[str, int], articles: int) -> None:
        self.groups: list[Group] = []
        self._common, self._articles = common, articles
        self._index: dict[object, list[Group]] = {}

    def add(self, group: Group) -> None:
        """Put an article's event to the one it is, or keep it as a new one."""
        known = next((o for o in self._candidates(group) if _is_one(group, o) and self.related(group, o)), None)
        if known is None:
            self.groups.append(group)
            known = group
        else:
            known.take(group)
        for key in (*_keys(known), *((same_sort(known.kind), _ANYBODY, day) for day in each_day(known.days))):
            filed = self._index.setdefault(key, [])
            if not any(other is known for other in filed):
                filed.append(known)

    def attach(self, group: Group) -> None:
        """Put what an article names in passing ("die Sitzung") to the event that it can only mean, if there is one."""
        fitting = [o for o in self._candidates(group) if _can_mean(group, o) and self.related(group, o)]
        if fitting:
            max(fitting, key=lambda other: len(other.mentions)).take(group)

    def related(self, a: Group, b: Group) -> bool:
        """Whether two events' articles have to do with each other: they name the same parties, rare ones weighing more.

        The articles of a small comparison were put together by somebody.
        """
        if self._articles <= FEW:
            return True
        if not a.parties or not b.parties:
            return bool(a.articles & b.articles)
        weight = 0.0
        for party in a.parties.keys() & b.parties.keys():
            rare = log(self._articles / max(1, self._common.get(party, 1))) / log(self._articles)
            weight += rare * min(a.parties[party], b.parties[party], _NAMED)
        return weight >= (_RELATED if a.days and b.days else 2 * _RELATED)

    def _candidates(self, group: Group) -> Iterator[Group]:
        seen: set[int] = set()
        kind = same_sort(group.kind)
        own = [*_keys(group), *((kind, _NOBODY if group.parties else _ANYBODY, day) for day in each_day(group.days))]
        for key in own:
            for other in self._index.get(key, ()):
                if id(other) not in seen:
                    seen.add(id(other))
                    yield other


def _keys(group: Group) -> Iterator[object]:
    """What an event is filed under, the surest first."""
    kind = same_sort(group.kind)
    if not group.parties:
        for day in each_day(group.days):
            yield kind, _NOBODY, day
    for party in group.parties:
        if group.ordinal is not None:
            yield kind, party, group.ordinal
        for day in each_day(group.days):
            yield kind, party, day
        yield kind, party


def _is_one(a: Group, b: Group) -> bool:
    """Whether two articles' events are one. They share a party already, or one of them names none."""
    if not one_family(a.family, b.family):
        return False
    if a.ordinal is not None and b.ordinal is not None:
        return a.ordinal == b.ordinal and near(a.days, b.days)
    if a.days is not None and b.days is not None:
        both = is_precise(a.days) and is_precise(b.days)
        if overlap(a.days, b.days):
            return both or a.ordinal == b.ordinal
        return both and _is_guessed(a, b) and _both_lead(a, b) and _recent(*_by_surety(a, b))
    if a.days is None and b.days is None and a.ordinal == b.ordinal and a.status == b.status and _one_name(a, b):
        return True
    lead = [any(mention.lead or mention.pointing for mention in group.mentions) for group in (a, b)]
    undated, other = (a, b) if a.days is None else (b, a)
    if not (all(lead) or (any(lead) and undated.ordinal is None)) or a.status != b.status:
        return False
    return _recent(undated, other)


def _is_guessed(a: Group, b: Group) -> bool:
    """Whether one of two days is not told of its event, so that the other may be its day."""
    return a.sure_days is None or b.sure_days is None


def _by_surety(a: Group, b: Group) -> tuple[Group, Group]:
    """The one whose day is guessed first."""
    return (a, b) if a.sure_days is None else (b, a)


def _both_lead(a: Group, b: Group) -> bool:
    """Whether two articles are both about these events, which happened just before."""
    lead = all(any(mention.lead or mention.pointing for mention in group.mentions) for group in (a, b))
    return lead and a.status == b.status and a.kind != "announcement"


def _one_name(a: Group, b: Group) -> bool:
    """Whether two events are called by one word."""
    words = [{mention.label.split()[-1].lower() for mention in group.mentions if mention.own} for group in (a, b)]
    return bool(words[0] & words[1])


def _recent(undated: Group, other: Group) -> bool:
    """Whether an event without a day can be another one: that happened just before the report on the first appeared."""
    days = other.days or (other.published, other.published)
    if undated.published is None or days[1] is None or days[0] is None:
        return True
    return days[0] <= undated.published + timedelta(days=_RECENT) and days[1] >= undated.published - timedelta(
        days=_RECENT
    )


def _can_mean(passing: Group, other: Group) -> bool:
    """Whether words in passing mean an event: it happened just before their article appeared."""
    if passing.days is not None and (other.days is None or not overlap(passing.days, other.days)):
        return False
    known = other.status == "happened" and one_family(passing.family, other.family) and _recent(passing, other)
    return known and any(mention.definite or mention.verb for mention in passing.mentions)
