"""Events put right by a person: places that mean one event, and places that mean another than those around them."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.events.group import Group
from lesart.events.mentions import EventMention
from lesart.model import Mention


def regrouped(
    groups: Sequence[Group], joined: Sequence[tuple[Mention, Mention]], parted: Sequence[Mention]
) -> list[Group]:
    """The events with `parted` places as events of their own, then those of `joined` places as one.

    A place means the event that it touches; one that touches none changes nothing.
    """
    found = list(groups)
    for place in parted:
        group = _at(found, place)
        own = [mention for mention in group.mentions if _is_at(mention, place)] if group else []
        if group is None or len(own) == len(group.mentions):
            continue
        found[found.index(group)] = _of([mention for mention in group.mentions if mention not in own], group)
        found.append(_of(own, group))
    for first, second in joined:
        one, other = _at(found, first), _at(found, second)
        if one is not None and other is not None and one is not other:
            one.take(other)
            found.remove(other)
    return found


def _at(groups: Sequence[Group], place: Mention) -> Group | None:
    return next((g for g in groups if any(_is_at(mention, place) for mention in g.mentions)), None)


def _is_at(mention: EventMention, place: Mention) -> bool:
    """Whether a place is one that a mention shows: its words, or when it was."""
    return any(_touches(shown, place) for shown in (mention.mention, *mention.times))


def _touches(a: Mention, b: Mention) -> bool:
    return a.article == b.article and a.start < b.end and b.start < a.end


def _of(mentions: Sequence[EventMention], group: Group) -> Group:
    made = Group(order=group.order)
    for mention in mentions:
        made.add(mention)
    return made
