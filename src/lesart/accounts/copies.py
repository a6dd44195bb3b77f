"""Near-identical reports: articles that copy one agency are one voice, however many they are.

Two articles are compared by their stretches of six words, of which one in four is looked at (the same in every
article), so that finding copies among many costs no more than reading them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from zlib import crc32

from lesart.language.layer import WORD
from lesart.language.tokens import tokenize
from lesart.model import Article, Copy

_WORDS, _SAMPLE = 6, 4
_SHARE = 0.6
"""Share of the shorter article's stretches from which it is a copy."""
_FEWEST = 8
"""Stretches of an article from which it can be one."""
_COMMON = 50
"""Articles from which a stretch of words says nothing: a notice that all carry."""


def find_copies(articles: Sequence[Article]) -> list[Copy]:
    """The articles that copy an earlier one (by day, then by order), each with the share of it that is the same."""
    order = sorted(range(len(articles)), key=lambda at: (articles[at].published or "", at))
    holders: dict[int, list[str]] = {}
    sizes: dict[str, int] = {}
    originals: dict[str, str] = {}
    found: list[Copy] = []
    for at in order:
        article = articles[at]
        own = _stretches(article.text)
        sizes[article.id] = len(own)
        counts = Counter(other for stretch in own for other in holders.get(stretch, ()))
        best = max(counts, key=lambda other: counts[other] / max(1, min(len(own), sizes[other])), default=None)
        share = counts[best] / max(1, min(len(own), sizes[best])) if best is not None else 0.0
        if best is not None and share >= _SHARE and min(len(own), sizes[best]) >= _FEWEST:
            originals[article.id] = originals.get(best, best)
            found.append(Copy(article=article.id, of=originals[article.id], share=round(share, 2)))
        for stretch in own:
            known = holders.setdefault(stretch, [])
            if len(known) < _COMMON:
                known.append(article.id)
    return found


def _stretches(text: str) -> frozenset[int]:
    words = [token.low for token in tokenize(text) if token.kind == WORD]
    numbers = (crc32(" ".join(words[at : at + _WORDS]).encode()) for at in range(len(words) - _WORDS + 1))
    return frozenset(number for number in numbers if number % _SAMPLE == 0)
