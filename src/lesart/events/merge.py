"""One event for all its mentions: first within an article, then over all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import log

from msgspec import Struct, field
from msgspec.structs import replace

from lesart.events.mentions import Days, EventMention
from lesart.events.triggers import MISHAPS
from lesart.model import EventKind, EventStatus

_SPOKEN: frozenset[EventKind] = frozenset(["talks", "meeting"])
"""Kinds that writers take for each other: a round of talks is a meeting."""
SAID: frozenset[EventKind] = frozenset(["announcement", "agreement", "vote", "other"])
"""Kinds that are mostly what was said or done at an event, not one that is told of."""
_NEAR = 3
"""Days by which two reports of an event with one ordinal can be apart."""
_AROUND = 0.3
"""Weight of a party that the article is about, though it is not named beside the event."""
_RECENT = 7
"""Days before a report appears in which an event without a day may lie that it is about."""
FEW = 12
"""Articles up to which all of a comparison have to do with each other."""
_NAMED, _RELATED = 2.0, 1.0
"""The most that a party named beside two events says, and what makes their articles related."""
_SENTENCES = 2
"""Sentences behind an event in which its number can follow."""
_WEEK = 7
"""Days over which a strike can be told to last."""
_STATES: tuple[EventStatus, ...] = ("happened", "planned", "not")
"""What mentions say of an event, what counts most first."""
_PRECISE = 3
"""Days up to which a time tells one event from another."""


class Group(Struct, eq=False):
    """The mentions of one event so far, with what they say of it together: the first family, the last article's day."""

    mentions: list[EventMention] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    days: Days | None = None
    ordinal: int | None = None
    family: str = ""
    published: date | None = None
    parties: dict[str, float] = field(default_factory=dict)
    order: int = 0
    _kinds: dict[EventKind, float] = field(default_factory=dict)
    _states: set[EventStatus] = field(default_factory=set)

    @property
    def kind(self) -> EventKind:
        """The kind that its words name most, words that name an event by themselves three times as much."""
        return max(self._kinds, key=lambda kind: (self._kinds[kind], kind == "talks"))

    @property
    def status(self) -> EventStatus:
        """Planned where it lies ahead of the last report, else happened where any mention says so."""
        if self.days and self.published and self.days[0] > self.published:
            return "planned"
        return next(state for state in _STATES if state in self._states)

    @property
    def is_bare(self) -> bool:
        """Whether only days tell of it, no word for an event."""
        return all(mention.bare for mention in self.mentions)

    def call(self, kind: EventKind, family: str) -> None:
        """Say what kind of event it is, of which only a day tells."""
        self._kinds, self.family = {kind: 1.0}, family

    def take(self, other: Group) -> None:
        """Put another group's mentions in."""
        for mention in other.mentions:
            self.add(mention)

    def _lasts(self, mention: EventMention) -> bool:
        """Whether the days of a mention can be added to those known: of a strike, or the night to the known day."""
        if mention.days is None or not _is_week(mention.days):
            return False
        return mention.kind == "strike" or _width(mention.days) == 1

    def say_again(self, mention: EventMention) -> None:
        """Put a mention in that tells no more than that it is this event."""
        self.mentions.append(mention)
        self.articles.add(mention.mention.article)

    def add(self, mention: EventMention) -> None:
        """Put a mention in."""
        self.say_again(mention)
        self.family = self.family or mention.family
        if mention.published:
            self.published = max(mention.published, self.published or mention.published)
        counts = (3 if mention.own else 1) * (4 if mention.days or mention.ordinal else 1)
        self._kinds[mention.kind] = self._kinds.get(mention.kind, 0) + counts
        self._states.add(mention.status)
        for party, weight in mention.parties:
            self.parties[party] = self.parties.get(party, 0.0) + weight * (1.5 if mention.lead else 1.0)
        for party in mention.around:
            self.parties.setdefault(party, _AROUND)
        if mention.days and (
            self.days is None or (_width(mention.days) < _width(self.days) and not _is_precise(self.days))
        ):
            self.days = mention.days
        elif mention.days and self.days and _overlap(mention.days, self.days) and self._lasts(mention):
            self.days = min(self.days[0], mention.days[0]), max(self.days[1], mention.days[1])
        self.ordinal = self.ordinal if self.ordinal is not None else mention.ordinal


def merge(by_article: Sequence[Sequence[EventMention]], common: Mapping[str, int]) -> list[Group]:
    """The events, in no order, as groups of mentions; `common` is in how many articles each party is named."""
    merged = _Merged(common, len(by_article))
    if len(by_article) <= FEW:
        by_article = _specified(by_article)
    passing: list[Group] = []
    for mentions in by_article:
        groups = _within([mention for mention in mentions if not mention.bare])
        _date(groups, [mention for mention in mentions if mention.bare])
        own = [group for group in groups if _stands(group)]
        passing += [group for group in groups if not _stands(group) and group.status != "not"]
        for group in sorted(own, key=lambda group: -len(group.mentions)):
            merged.add(group)
    for group in passing:
        merged.attach(group)
    by_day = _ByDay(merged)
    for row in _rows(mention for mentions in by_article for mention in mentions if mention.bare):
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


def _within(mentions: Sequence[EventMention]) -> list[Group]:
    """The events of one article."""
    groups: list[Group] = []
    last: dict[str, Group] = {}
    sorts: dict[str, list[Group]] = {}
    for mention in mentions:
        key = same_sort(mention.kind)
        known = sorts.setdefault(key, [])
        group = _fitting(mention, known, last.get(key))
        if group is None:
            group = Group(order=len(groups))
            groups.append(group)
            known.append(group)
        group.add(mention)
        last[key] = group
    return groups


def _date(groups: Sequence[Group], bare: Sequence[EventMention]) -> None:
    """Give the event that an article is about, if it has no day, the first day that its first paragraph tells of."""
    told = [group for group in groups if group.kind not in SAID and group.status == "happened"]
    if any(group.days and any(mention.lead for mention in group.mentions) for group in told):
        return
    first = next((mention for mention in bare if mention.lead and mention.row is None), None)
    undated = [group for group in told if group.days is None and _is_told_of(group)]
    if first is None or not undated:
        return
    group = max(undated, key=lambda group: len(group.mentions))
    group.say_again(first)
    group.days = first.days


def _is_told_of(group: Group) -> bool:
    """Whether an article's event is more than named in passing."""
    plain = [mention for mention in group.mentions if not mention.aside]
    return group.ordinal is not None or len(plain) > 1 or any(mention.lead for mention in plain)


def _rows(bare: Iterable[EventMention]) -> list[list[EventMention]]:
    """Mentions of days, those of one row of counts together and last, when the other events of their days are known."""
    found: dict[tuple[object, ...], list[EventMention]] = {}
    for mention in bare:
        key = (mention.mention.article, mention.mention.start if mention.row is None else -1, mention.row)
        found.setdefault(key, []).append(mention)
    return sorted(found.values(), key=lambda row: row[0].row is not None)


def same_sort(kind: EventKind) -> str:
    """The sort of event: rounds of talks and meetings are one."""
    return "spoken" if kind in _SPOKEN else kind


def _fitting(mention: EventMention, groups: Sequence[Group], last: Group | None) -> Group | None:
    """The event of its sort in the same article that a mention means: by ordinal or day, else the one named last."""
    fitting = [group for group in groups if _one_family(group.family, mention.family)]
    if last not in fitting:
        last = max(fitting, key=lambda group: group.mentions[-1].sentence, default=None)
    if mention.ordinal is not None:
        return _of_ordinal(mention, fitting, last)
    if mention.days is not None and _is_precise(mention.days):
        dated = next((g for g in fitting if g.days and _is_precise(g.days) and _overlap(g.days, mention.days)), None)
        if dated or last is None:
            return dated
        fits = last.days is None and last in fitting and mention.status == last.status and not _is_past(mention)
        return last if fits else None
    if mention.days is not None:
        return next((g for g in fitting if g.days and _overlap(g.days, mention.days)), None)
    if last is None or last not in fitting or (mention.status != last.status and not mention.definite):
        return None
    return last


def _is_past(mention: EventMention) -> bool:
    """Whether an event lies well before its report, which means another one where it gives no day."""
    if mention.days is None or mention.published is None:
        return False
    return mention.days[1] < mention.published - timedelta(days=2 * _RECENT)


def _of_ordinal(mention: EventMention, fitting: Sequence[Group], last: Group | None) -> Group | None:
    """The event with the ordinal of a mention, or that of its day, or the one just named: "... telefoniert. Es war
    das fünfte Gespräch"."""
    for group in fitting:
        if group.ordinal == mention.ordinal and _near(group.days, mention.days):
            return group
    for group in fitting:
        if group.ordinal is None and group.days and mention.days and _overlap(group.days, mention.days):
            return group
    if mention.pointing and mention.days is None:
        told = [group for group in fitting if group.ordinal is None and group.status != "not"]
        return max(told, key=lambda group: len(group.mentions), default=None)
    if last is None or last not in fitting or last.ordinal is not None or mention.days is not None:
        return None
    close = mention.sentence - last.mentions[-1].sentence <= _SENTENCES
    return last if close and (mention.status == last.status or last.days) else None


def _stands(group: Group) -> bool:
    """Whether an article's event is told of as one: dated, counted, or named in the lead; not merely wished for.

    What is said or done at events ("ein Gutachten", "der Rücktritt") is mentioned far oftener than told of: without a
    day 16 of 19 such were no events of the 13 dossiers that this was chosen on.
    """
    own = any((mention.own and not mention.verb) or mention.ordinal is not None for mention in group.mentions)
    if group.status == "not":
        return False
    if group.status == "planned":
        return group.days is not None or group.ordinal is not None
    if any(mention.lead and not mention.aside and not mention.verb for mention in group.mentions):
        return True
    if any(_is_dated(mention) for mention in group.mentions) or group.ordinal is not None:
        return True
    return (own and group.kind not in SAID) or (len(group.mentions) > 1 and group.days is not None)


def _is_dated(mention: EventMention) -> bool:
    """Whether a mention tells of an event with its day; announcements are dated like all that is said."""
    if mention.days is None or not _is_precise(mention.days):
        return False
    told = mention.status == "happened" and (mention.kind != "announcement" or mention.lead)
    return not mention.verb or mention.own or told


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
        for key in (*_keys(known), *((same_sort(known.kind), _ANYBODY, day) for day in _each(known.days))):
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
        if self._articles <= FEW or not a.parties or not b.parties:
            return True
        weight = 0.0
        for party in a.parties.keys() & b.parties.keys():
            rare = log(self._articles / max(1, self._common.get(party, 1))) / log(self._articles)
            weight += rare * min(a.parties[party], b.parties[party], _NAMED)
        return weight >= (_RELATED if a.days and b.days else 2 * _RELATED)

    def _candidates(self, group: Group) -> Iterator[Group]:
        seen: set[int] = set()
        kind = same_sort(group.kind)
        own = [*_keys(group), *((kind, _NOBODY if group.parties else _ANYBODY, day) for day in _each(group.days))]
        for key in own:
            for other in self._index.get(key, ()):
                if id(other) not in seen:
                    seen.add(id(other))
                    yield other


def _keys(group: Group) -> Iterator[object]:
    """What an event is filed under, the surest first."""
    kind = same_sort(group.kind)
    if not group.parties:
        for day in _each(group.days):
            yield kind, _NOBODY, day
    for party in group.parties:
        if group.ordinal is not None:
            yield kind, party, group.ordinal
        for day in _each(group.days):
            yield kind, party, day
        yield kind, party


class _ByDay:
    """The events by their days, for what only a day tells of."""

    def __init__(self, merged: _Merged) -> None:
        self._merged = merged
        self._filed: dict[object, list[Group]] = {}
        for group in merged.groups:
            self._file(group)

    def add(self, row: Sequence[EventMention]) -> None:
        """Put mentions to the events of their days that are told of most, or keep them as events of their own.

        The days of a row are days of one kind of event: of what is told of on most of them.
        """
        known = [self._known(mention) for mention in row]
        named = Counter((group.kind, group.family) for group in known if group and group.kind not in SAID)
        for mention, group in zip(row, known, strict=True):
            if group is not None:
                if mention.row is not None and named and group.is_bare:
                    group.call(*named.most_common(1)[0][0])
                group.say_again(mention)
                continue
            own = Group()
            if mention.row is not None and named:
                kind, family = named.most_common(1)[0][0]
                own.add(replace(mention, kind=kind, family=family))
            else:
                own.add(mention)
            self._merged.groups.append(own)
            self._file(own)

    def _known(self, mention: EventMention) -> Group | None:
        """The event of a mention's day that is told of most, one that is no mere saying first."""
        own = Group()
        own.add(mention)
        same = {id(group): group for day in self._keys(own) for group in self._filed.get(day, ())}
        fitting = [group for group in same.values() if self._merged.related(group, own)]
        return max(fitting, key=lambda group: (group.kind not in SAID, len(group.mentions)), default=None)

    def _file(self, group: Group) -> None:
        for key in self._keys(group):
            self._filed.setdefault(key, []).append(group)

    def _keys(self, group: Group) -> list[object]:
        """The days of an event; a whole month is a day of its own."""
        return list(_each(group.days)) or [group.days]


def _is_one(a: Group, b: Group) -> bool:
    """Whether two articles' events are one. They share a party already, or one of them names none."""
    if not _one_family(a.family, b.family):
        return False
    if a.ordinal is not None and b.ordinal is not None:
        return a.ordinal == b.ordinal and _near(a.days, b.days)
    if a.days is not None and b.days is not None:
        both = _is_precise(a.days) and _is_precise(b.days)
        return _overlap(a.days, b.days) and (both or a.ordinal == b.ordinal)
    if a.days is None and b.days is None and a.ordinal == b.ordinal and a.status == b.status and _one_name(a, b):
        return True
    lead = [any(mention.lead or mention.pointing for mention in group.mentions) for group in (a, b)]
    undated, other = (a, b) if a.days is None else (b, a)
    if not (all(lead) or (any(lead) and undated.ordinal is None)) or a.status != b.status:
        return False
    return _recent(undated, other)


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
    if passing.days is not None and (other.days is None or not _overlap(passing.days, other.days)):
        return False
    known = other.status == "happened" and _one_family(passing.family, other.family) and _recent(passing, other)
    return known and any(mention.definite or mention.verb for mention in passing.mentions)


def _one_family(a: str, b: str) -> bool:
    return not a or not b or a == b


def _near(a: Days | None, b: Days | None) -> bool:
    if a is None or b is None:
        return True
    return a[0] - timedelta(days=_NEAR) <= b[1] and b[0] - timedelta(days=_NEAR) <= a[1]


def _overlap(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _width(days: Days) -> int:
    return (days[1] - days[0]).days


def _is_week(days: Days) -> bool:
    return _width(days) <= _WEEK


def _is_precise(days: Days) -> bool:
    return _width(days) <= _PRECISE


def _each(days: Days | None) -> Iterator[object]:
    if days is None or not _is_precise(days):
        return
    for step in range(_width(days) + 1):
        yield days[0] + timedelta(days=step)
