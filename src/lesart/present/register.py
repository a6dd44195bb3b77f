"""The register of set phrases: what each stands for by whom, and every use with speaker, day and context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from lesart.model import Article, Comparison, Formula, Party, Span
from lesart.present.words import Words

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)", re.ASCII)
_AROUND = 70
"""Code points around a use that are shown."""


class GlossView(Struct, frozen=True):
    """What a phrase stands for, by whom, when."""

    words: str
    by: str
    day: str


class UseView(Struct, frozen=True):
    """One use in its context; `id` is its anchor in the article."""

    id: str
    article: str
    start: int
    end: int
    before: str
    words: str
    after: str
    who: str
    day: str
    iso: str
    outlet: str


class Month(Struct, frozen=True):
    """How often a phrase was used in a month; `share` of the month in which it was used most."""

    label: str
    count: int
    share: float


class PhraseView(Struct, frozen=True):
    """One set phrase with its glosses side by side, its uses in order of time, and the uses a month."""

    phrase: str
    glosses: Sequence[GlossView]
    uses: Sequence[UseView]
    months: Sequence[Month]


def phrase_views(comparison: Comparison, words: Words, parties: Mapping[str, Party]) -> list[PhraseView]:
    """The phrases that any article spells out, the most used first; one that two articles spell out is one."""
    articles = {article.id: article for article in comparison.articles}
    together: dict[str, list[Formula]] = {}
    for formula in comparison.formulas:
        together.setdefault(formula.phrase.lower(), []).append(formula)
    views = [_view(number, same, articles, words, parties) for number, same in enumerate(together.values(), 1)]
    return sorted(views, key=lambda view: (-len(view.uses), view.phrase.lower()))


def _view(
    number: int, same: Sequence[Formula], articles: Mapping[str, Article], words: Words, parties: Mapping[str, Party]
) -> PhraseView:
    places = dict.fromkeys((use.article, use.span, use.said_by) for formula in same for use in formula.uses)
    ordered = sorted(places, key=lambda place: (articles[place[0]].published or "", place[0], place[1]))
    uses = [
        _use(f"use-{number}-{place}", articles[name], span, said_by, words, parties)
        for place, (name, span, said_by) in enumerate(ordered, 1)
    ]
    return PhraseView(
        phrase=same[0].phrase,
        glosses=[_gloss(formula, articles[formula.article], words, parties) for formula in same],
        uses=uses,
        months=months_of([use.iso for use in uses], words),
    )


def _gloss(formula: Formula, article: Article, words: Words, parties: Mapping[str, Party]) -> GlossView:
    by = parties.get(formula.glossed_by or "")
    return GlossView(
        words=" ".join(article.text[formula.gloss.start : formula.gloss.end].split()),
        by=by.name if by else article.outlet or article.title or article.id,
        day=words.day(article.published) if article.published else "",
    )


def _use(
    identifier: str, article: Article, span: Span, said_by: str | None, words: Words, parties: Mapping[str, Party]
) -> UseView:
    text = article.text
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    who = parties.get(said_by or "")
    return UseView(
        id=identifier,
        article=article.id,
        start=span.start,
        end=span.end,
        before=before if len(before) < _AROUND else "…" + before.partition(" ")[2],
        words=text[span.start : span.end],
        after=after if len(after) < _AROUND else after.rpartition(" ")[0] + " …",
        who=who.name if who else words["the_article"],
        day=words.day(article.published) if article.published else "",
        iso=(article.published or "")[:10],
        outlet=article.outlet or article.title or article.id,
    )


def months_of(days: Sequence[str], words: Words) -> list[Month]:
    """The uses of each month from the first to the last; nothing where no article has a day."""
    counts = Counter(day[:7] for day in days if _MONTH.match(day))
    if not counts:
        return []
    first, last = min(counts), max(counts)
    found = [first]
    while found[-1] < last and len(found) < _MOST:
        year, month = map(int, found[-1].split("-"))
        found.append(f"{year + month // 12}-{month % 12 + 1:02}")
    most = max(counts.values())
    return [Month(words.month_of(month), counts[month], counts[month] / most) for month in found]


_MOST = 120
"""Months that are shown."""
