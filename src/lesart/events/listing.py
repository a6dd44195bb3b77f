"""Which of the events that reports name a comparison lists: signs of one, weighed by a logistic model.

Reports name far more than happened ("ein Gutachten", "der Rücktritt", "am Montag"). A careful reader lists what has a
day, a number, somebody who takes part; not what only somebody's speech names beside another event of its day. The
weights were fitted on annotated dossiers (`bench/listing.py`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from math import log
from pathlib import Path

from lesart.events.days import is_precise, overlap
from lesart.events.group import Group
from lesart.logistic import chance

_DATA = Path(__file__).parent / "data"
LEAST = 0.25
"""The chance from which an event is listed. Where it is missed all that is told of it is lost, so it is low."""
_TAKES_PART = 1.5
"""Weight from which a party takes part: it stands in the clause."""
_MOST = 3
"""Parties that are counted at most."""
_OLD, _VERY_OLD = timedelta(days=7), timedelta(days=400)
"""Time before the last report from which an event is one of those before, and one that is only recalled."""


def listed(groups: Sequence[Group]) -> list[Group]:
    """The events of a comparison that a reader would list; all where that would be none."""
    near = zip(groups, neighbours(groups), strict=True)
    found = [group for group, others in near if chance(signs(group, others), _weights()) >= LEAST]
    return found or list(groups)


def neighbours(groups: Sequence[Group]) -> list[list[Group]]:
    """For each event the others that its articles name."""
    by_article: dict[str, list[Group]] = {}
    for group in groups:
        for article in group.articles:
            by_article.setdefault(article, []).append(group)
    found = []
    for group in groups:
        near = {id(other): other for article in group.articles for other in by_article[article]}
        found.append([other for other in near.values() if other is not group])
    return found


def signs(group: Group, others: Sequence[Group]) -> dict[str, float]:
    """The signs of an event, by name; `others` are the other events that its articles name."""
    mentions = group.mentions
    same_day = [other for other in others if other.days and group.days and overlap(other.days, group.days)]
    leads = {mention.mention.article for mention in mentions if mention.lead and not mention.aside}
    ago = group.published - group.days[1] if group.published and group.days else timedelta(0)
    takes_part = sum(weight >= _TAKES_PART for weight in group.cast.values())
    return {
        "dated": float(any(mention.days and not mention.guessed for mention in mentions)),
        "precise": float(group.days is not None and is_precise(group.days)),
        "ahead": float(ago < timedelta(0)),
        "old": float(ago > _OLD),
        "very_old": float(ago > _VERY_OLD),
        "counted": float(group.ordinal is not None),
        "row": float(any(mention.row is not None for mention in mentions)),
        "pointing": float(any(mention.pointing for mention in mentions)),
        "deed": float(group.is_deed),
        "own_word": float(any(mention.own for mention in mentions)),
        "call": float(group.kind == "call"),
        "meeting": float(group.kind == "meeting"),
        "talks": float(group.kind == "talks"),
        "attack": float(group.kind == "attack"),
        "takes_part": float(min(_MOST, takes_part)),
        "said": float(all(mention.said for mention in mentions)),
        "direct": sum(mention.direct for mention in mentions) / len(mentions),
        "leads": len(leads) / len(group.articles),
        "articles": log(len(group.articles)),
        "same_day": float(bool(same_day)),
        "beside_larger": float(any(len(other.mentions) > len(mentions) for other in same_day)),
        "others": log(1 + len(others)),
        "bias": 1.0,
    }


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = tomllib.loads((_DATA / "listing.toml").read_text(encoding="utf-8"))["weights"]
    return weights
