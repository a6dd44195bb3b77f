"""What only days tell of: put to the events of those days, or kept as events of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from lesart.events.days import each_day
from lesart.events.group import Group
from lesart.events.mentions import EventMention
from lesart.events.words import SAID


def rows_of(bare: Iterable[EventMention]) -> list[list[EventMention]]:
    """Mentions of days, those of one row of counts together and last, when the other events of their days are known."""
    found: dict[tuple[object, ...], list[EventMention]] = {}
    for mention in bare:
        key = (mention.mention.article, mention.mention.start if mention.row is None else -1, mention.row)
        found.setdefault(key, []).append(mention)
    return sorted(found.values(), key=lambda row: row[0].row is not None)


class ByDay:
    """The events by their days, for what only a day tells of."""

    def __init__(self, groups: list[Group], related: Callable[[Group, Group], bool]) -> None:
        """`groups` are all events, to which new ones are put; `related` tells whether two events' articles are."""
        self._groups, self._related = groups, related
        self._filed: dict[object, list[Group]] = {}
        for group in groups:
            self._file(group)

    def add(self, row: Sequence[EventMention]) -> None:
        """Put mentions to the events of their days that are told of most, or keep them as events of their own.

        The days of a row are days of one kind of event: of what is told of on most of them.
        """
        known = map(self._known, row)
        named = Counter((group.kind, group.family) for group in known if group and group.kind not in SAID)
        for mention in row:
            group = self._known(mention)
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
            self._groups.append(own)
            self._file(own)

    def _known(self, mention: EventMention) -> Group | None:
        """The event of a mention's day that is told of most, one that is no mere saying first."""
        own = Group()
        own.add(mention)
        same = {id(group): group for day in self._keys(own) for group in self._filed.get(day, ())}
        fitting = [group for group in same.values() if self._related(group, own)]
        return max(fitting, key=lambda group: (group.kind not in SAID, len(group.mentions)), default=None)

    def _file(self, group: Group) -> None:
        for key in self._keys(group):
            self._filed.setdefault(key, []).append(group)

    def _keys(self, group: Group) -> list[object]:
        """The days of an event; a whole month is a day of its own, and so is an article of what has no day."""
        return list(each_day(group.days)) or [group.days or article for article in sorted(group.articles)]
