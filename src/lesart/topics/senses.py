"""The senses of statements: each article's read together, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lesart.encoder.senses import Sense, Told, shipped_senses
from lesart.model import Article, Span, Statement


def senses_of(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, Sense]:
    """The sense of every statement, by its id; `articles` are by id."""
    own: dict[str, list[Statement]] = {}
    for statement in statements:
        own.setdefault(statement.article, []).append(statement)
    for told in own.values():
        told.sort(key=lambda statement: statement.content[0].start)
    read = shipped_senses()([[told_of(one, articles[name]) for one in told] for name, told in own.items()])
    return {
        statement.id: sense
        for told, senses in zip(own.values(), read, strict=True)
        for statement, sense in zip(told, senses, strict=True)
    }


def told_of(statement: Statement, article: Article) -> Told:
    """The words of a statement."""
    return Told(_words(statement.frame, article.text), _words(statement.content, article.text))


def _words(spans: Sequence[Span], text: str) -> str:
    return " ".join(text[span.start : span.end] for span in spans)
