"""Set phrases: what an article says they stand for, and who uses them anywhere in a comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lesart.language.layer import Layer
from lesart.language.ordered import Ordered
from lesart.model import Article, Formula, PhraseUse, PlacedStatement, Span
from lesart.record.glosses import QUOTES, find_glosses, impersonal

_WORD = re.compile(r"\w+")


def find_formulas(
    articles: Sequence[Article], layers: Mapping[str, Layer], statements: Sequence[PlacedStatement]
) -> list[Formula]:
    """The set phrases that articles spell out, in the articles' order, each with all its uses in all of them."""
    glossed = [
        (article, one)
        for article in articles
        if article.language
        for one in find_glosses(layers[article.id], article.language)
    ]
    by_article: dict[str, list[tuple[Span, PlacedStatement]]] = {}
    for statement in statements if glossed else ():
        by_article.setdefault(statement.article, []).extend((span, statement) for span in statement.content)
    said = {article.id: _Said(by_article.get(article.id, ())) for article in articles} if glossed else {}
    holding = _holding({_rarest(article.text[one.phrase.start : one.phrase.end]) for article, one in glossed}, articles)
    found = []
    for article, one in glossed:
        phrase = article.text[one.phrase.start : one.phrase.end]
        uses = [
            PhraseUse(article=other.id, span=span, said_by=said[other.id].by(span))
            for other in holding[_rarest(phrase)]
            for span in _places(phrase, other.text)
            if other.id != article.id or not _overlap(span, one.gloss)
        ]
        found.append(
            Formula(
                article=article.id,
                span=one.phrase,
                phrase=phrase,
                used_by=list(dict.fromkeys(use.said_by for use in uses if use.said_by)),
                gloss=one.gloss,
                glossed_by=said[article.id].glossing(one.gloss, article),
                uses=uses,
            )
        )
    return found


def _rarest(phrase: str) -> str:
    """The word by which a phrase is looked up: its longest, in lower case."""
    return max(_WORD.findall(phrase.lower()), key=len, default="")


def _holding(words: set[str], articles: Sequence[Article]) -> dict[str, list[Article]]:
    """Word -> the articles in which it stands; one pass over all texts."""
    found: dict[str, list[Article]] = {word: [] for word in words}
    for article in articles if words else ():
        for word in words.intersection(_WORD.findall(article.text.lower())):
            found[word].append(article)
    return found


class _Said:
    """Whose words stand where in an article."""

    def __init__(self, spans: Sequence[tuple[Span, PlacedStatement]]) -> None:
        self._spans = Ordered[tuple[Span, PlacedStatement]](spans, lambda one: one[0].start)
        self._longest = max((span.end - span.start for span, _ in spans), default=0)

    def by(self, span: Span) -> str | None:
        """The party whose statement a stretch stands in, the innermost one; None for the article's own words."""
        statement = self._around(span)
        return statement.said_by if statement else None

    def _around(self, span: Span) -> PlacedStatement | None:
        around = [
            one for one in self._spans.between(span.start - self._longest, span.start + 1) if span.end <= one[0].end
        ]
        return min(around, key=lambda one: one[0].end - one[0].start)[1] if around else None

    def glossing(self, gloss: Span, article: Article) -> str | None:
        """The party that says what a phrase stands for; None where the article does, if by a word that names nobody
        ("gemeint ist in Veilsund, ...")."""
        statement = self._around(gloss)
        if statement is None:
            return None
        cue = {article.text[span.start : span.end].lower() for span in statement.cue}
        inside = all(gloss.start <= span.start and span.end <= gloss.end for span in statement.content)
        return None if inside and cue & impersonal(article.language or "") else statement.said_by


def _places(phrase: str, text: str) -> list[Span]:
    """Where a phrase stands in a text as whole words, in capitals or not; a single word only in quotation marks."""
    before = r"(?<!\w)" if " " in phrase else f"(?<=[{QUOTES}])"
    pattern = re.compile(rf"{before}{re.escape(phrase)}(?!\w)", re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
