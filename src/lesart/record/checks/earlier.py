"""Earlier members of a series that another report lists in a sentence: "zuvor am 14. Mai und am 20. November"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from lesart.language import module
from lesart.language.dates import TimeExpression
from lesart.record.checks.claim import Placed
from lesart.record.checks.days import published_on
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.occurrence import Days, Occurrence
from lesart.record.claims.words import claim_words
from lesart.topics.terms import stemmed

_FEWEST = 2
"""Days that make a list."""
_LONGEST = timedelta(days=31)
"""The longest time that can stand for a member: a month."""


def earlier(placed: Placed, evidence: Evidence) -> tuple[str, list[Occurrence]] | None:
    """The article and the days of a list of just as many earlier members as the claim needs; None where there is none.

    A list is a sentence of another article of a small comparison with a word for what was before ("zuvor", "bereits",
    "im laufenden Jahr") and two days or more, all before the event and in the claim's scope; where the claim counts
    nothing that is known as an event, it has to share a word with it.
    """
    wanted = (placed.claim.number or 0) - 1
    if not evidence.few or wanted < _FEWEST or placed.days is None:
        return None
    for name, article in evidence.articles.items():
        published = published_on(article)
        if name == placed.article or published is None or not article.language:
            continue
        layer = evidence.layers[name]
        before = claim_words(article.language).before
        times = [time for time in module(article.language).dates(article.text, published) if not time.open]
        for sentence in layer.sentences:
            first, last = layer.tokens[sentence.first].start, layer.tokens[sentence.last].end
            own = [time for time in times if first <= time.start < last]
            listed = len(own) >= _FEWEST and before.search(article.text[first:last])
            if listed and (placed.event is not None or _shared(placed, article.text[first:last])):
                members = _members(own, placed)
                if len(members) == wanted:
                    return name, [_occurrence(name, days) for days in members]
    return None


def _shared(placed: Placed, sentence: str) -> bool:
    """Whether a sentence and a claim have a word in common that means something."""
    words = [
        {stemmed(word.lower(), placed.language) for word in _WORD.findall(text)} for text in (placed.clause, sentence)
    ]
    return bool(words[0] & words[1])


_WORD = re.compile(r"[^\W\d_]{6,}")


def _members(times: Sequence[TimeExpression], placed: Placed) -> list[Days]:
    """The days before the event and in the scope, days in a row as one."""
    found: list[Days] = []
    for first, last in sorted((time.first, time.last) for time in times):
        inside = placed.days is not None and last < placed.days[0] and placed.window.holds((first, last))
        if not inside or last - first > _LONGEST:
            continue
        if found and first - found[-1][1] <= timedelta(days=1):
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found


def _occurrence(article: str, days: Days) -> Occurrence:
    return Occurrence(key=f"{article}/{days[0]}", label="", days=days, value=1, low=1, high=1)
