"""An event in the making: its mentions, with what they say of it together."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from lesart.events.days import Days, is_precise, is_week, overlap, width
from lesart.events.mentions import EventMention
from lesart.events.words import SAID
from lesart.model import EventKind, EventStatus

_SPOKEN: frozenset[EventKind] = frozenset(["talks", "meeting"])
"""Kinds that writers take for each other: a round of talks is a meeting."""
_AROUND = 0.3
"""Weight of a party that the article is about, though it is not named beside the event."""
_STATES: tuple[EventStatus, ...] = ("happened", "planned", "not")
"""What mentions say of an event, what counts most first."""


class Group(Struct, eq=False):
    """The mentions of one event so far, with what they say of it together: the first family, the last article's day."""

    mentions: list[EventMention] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    days: Days | None = None
    ordinal: int | None = None
    family: str = ""
    published: date | None = None
    parties: dict[str, float] = field(default_factory=dict)
    cast: dict[str, float] = field(default_factory=dict)
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

    @property
    def is_deed(self) -> bool:
        """Whether a report opens with it, without a word for an event."""
        return any(mention.deed for mention in self.mentions)

    @property
    def is_said(self) -> bool:
        """Whether it is rather what was said or done at an event than one that reports are about."""
        return self.kind in SAID and not self.is_deed

    @property
    def sure_days(self) -> Days | None:
        """Its days, if any of its mentions has one of them in its clause."""
        told = [mention.days for mention in self.mentions if mention.days and not mention.guessed]
        return self.days if self.days and any(overlap(days, self.days) for days in told) else None

    def call(self, kind: EventKind, family: str) -> None:
        """Say what kind of event it is, of which only a day tells."""
        self._kinds, self.family = {kind: 1.0}, family

    def take(self, other: Group) -> None:
        """Put another group's mentions in."""
        for mention in other.mentions:
            self.add(mention)

    def _lasts(self, mention: EventMention) -> bool:
        """Whether the days of a mention can be added to those known: of a strike, or the night to the known day."""
        if mention.days is None or not is_week(mention.days):
            return False
        return mention.kind == "strike" or width(mention.days) == 1

    @staticmethod
    def _says_better(mention: EventMention, days: Days, known: Days, sure: bool) -> bool:
        """Whether a mention's days are to be believed more than those known, which are sure or only guessed."""
        if not sure and not mention.guessed and is_precise(days) and not overlap(days, known):
            return True
        return width(days) < width(known) and not is_precise(known)

    def say_again(self, mention: EventMention) -> None:
        """Put a mention in that tells no more than that it is this event."""
        self.mentions.append(mention)
        self.articles.add(mention.mention.article)

    def add(self, mention: EventMention) -> None:
        """Put a mention in."""
        sure = self.sure_days is not None
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
        for party, weight in mention.cast:
            self.cast[party] = self.cast.get(party, 0.0) + weight
        if mention.days and (self.days is None or self._says_better(mention, mention.days, self.days, sure)):
            self.days = mention.days
        elif mention.days and self.days and overlap(mention.days, self.days) and self._lasts(mention):
            self.days = min(self.days[0], mention.days[0]), max(self.days[1], mention.days[1])
        self.ordinal = self.ordinal if self.ordinal is not None else mention.ordinal


def same_sort(kind: EventKind) -> str:
    """The sort of event: rounds of talks and meetings are one."""
    return "spoken" if kind in _SPOKEN else kind


def one_family(a: str, b: str) -> bool:
    """Whether two types of event can be one: they are, or one of them is not known."""
    return not a or not b or a == b
