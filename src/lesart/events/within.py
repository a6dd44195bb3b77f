"""One event for all its mentions in one article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lesart.events.days import is_precise, near, overlap, width
from lesart.events.group import Group, one_family, same_sort
from lesart.events.mentions import EventMention
from lesart.events.words import SAID

_LONG_AGO = 14
"""Days before a report from which an event means another one than that of which the report gives no day."""
_MONTH = 31
"""Days within which an event of which only the month is told happened."""
_SENTENCES = 2
"""Sentences behind an event in which its number can follow."""


def within(mentions: Sequence[EventMention]) -> list[Group]:
    """The events of one article."""
    groups: list[Group] = []
    last: dict[str, Group] = {}
    sorts: dict[str, list[Group]] = {}
    for mention in mentions:
        key = same_sort(mention.kind)
        known = sorts.setdefault(key, [])
        opened = _opened(groups) if mention.deed and mention.days is None else None
        if opened is not None:
            opened.say_again(mention)
            opened.ordinal = opened.ordinal if opened.ordinal is not None else mention.ordinal
            continue
        group = _fitting(mention, known, last.get(key))
        if group is None:
            group = Group(order=len(groups))
            groups.append(group)
            known.append(group)
        group.add(mention)
        last[key] = group
    return groups


def _opened(groups: Sequence[Group]) -> Group | None:
    """The event that an article opens with, of which "Es ist die dritte Sperrung" says more."""
    told = [group for group in groups if group.kind not in SAID and group.status == "happened"]
    leading = [group for group in told if any(m.lead and not m.aside for m in group.mentions) and group.ordinal is None]
    return max(leading, key=lambda group: len(group.mentions), default=None)


def date_lead(groups: Sequence[Group], bare: Sequence[EventMention]) -> None:
    """Give the event that an article is about, if it has no day, the first day that its first paragraph tells of."""
    told = [group for group in groups if not group.is_said and group.status == "happened"]
    if any(group.days and any(mention.lead for mention in group.mentions) for group in told):
        return
    first = next((mention for mention in bare if mention.lead and not mention.aside and mention.row is None), None)
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


def stands(group: Group) -> bool:
    """Whether an article's event is told of as one: dated, counted, or named in the lead; not merely wished for.

    What is said or done at events ("ein Gutachten", "der Rücktritt") is mentioned far oftener than told of: without a
    day 16 of 19 such were no events of the 13 dossiers that this was chosen on.
    """
    own = any(mention.own or mention.ordinal is not None for mention in group.mentions)
    if group.status == "not":
        return False
    if group.status == "planned":
        return group.days is not None or group.ordinal is not None
    if any(mention.lead and not mention.aside and (mention.deed or not mention.verb) for mention in group.mentions):
        return True
    if any(_is_dated(mention) for mention in group.mentions) or group.ordinal is not None:
        return True
    return (own and group.kind not in SAID) or (len(group.mentions) > 1 and group.days is not None)


def _is_dated(mention: EventMention) -> bool:
    """Whether a mention tells of an event with its day; announcements are dated like all that is said."""
    if mention.days is None:
        return False
    if not is_precise(mention.days):
        return width(mention.days) <= _MONTH and mention.kind not in ("announcement", "agreement")
    told = mention.status == "happened" and (mention.kind != "announcement" or mention.lead)
    return not mention.verb or mention.own or told


def _fitting(mention: EventMention, groups: Sequence[Group], last: Group | None) -> Group | None:
    """The event of its sort in the same article that a mention means: by ordinal or day, else the one named last."""
    fitting = [group for group in groups if one_family(group.family, mention.family)]
    if last not in fitting:
        last = max(fitting, key=lambda group: group.mentions[-1].sentence, default=None)
    if mention.ordinal is not None:
        return _of_ordinal(mention, fitting, last) or _pointed_at(mention, groups)
    if mention.days is not None and is_precise(mention.days):
        dated = next((g for g in fitting if g.days and is_precise(g.days) and overlap(g.days, mention.days)), None)
        if dated or last is None:
            return dated
        fits = last.days is None and last in fitting and mention.status == last.status and not _is_past(mention)
        return last if fits else None
    if mention.days is not None:
        return next((g for g in fitting if g.days and overlap(g.days, mention.days)), None)
    if last is None or last not in fitting or (mention.status != last.status and not mention.definite):
        return None
    return last


def _is_past(mention: EventMention) -> bool:
    """Whether an event lies well before its report, which means another one where it gives no day."""
    if mention.days is None or mention.published is None:
        return False
    return mention.days[1] < mention.published - timedelta(days=_LONG_AGO)


def _pointed_at(mention: EventMention, groups: Sequence[Group]) -> Group | None:
    """The event that was told of most, which "Es war der dritte Gipfel" says more of, whatever it was called before."""
    if not mention.pointing or mention.days is not None:
        return None
    told = [group for group in groups if group.ordinal is None and group.status != "not"]
    return max(told, key=lambda group: len(group.mentions), default=None)


def _of_ordinal(mention: EventMention, fitting: Sequence[Group], last: Group | None) -> Group | None:
    """The event with the ordinal of a mention, or that of its day, or the one just named: "... telefoniert. Es war
    das fünfte Gespräch"."""
    for group in fitting:
        if group.ordinal == mention.ordinal and near(group.days, mention.days):
            return group
    for group in fitting:
        if group.ordinal is None and group.days and mention.days and overlap(group.days, mention.days):
            return group
    if mention.pointing and mention.days is None:
        return _pointed_at(mention, fitting)
    if last is None or last not in fitting or last.ordinal is not None or mention.days is not None:
        return None
    close = mention.sentence - last.mentions[-1].sentence <= _SENTENCES
    return last if close and (mention.status == last.status or last.days) else None
