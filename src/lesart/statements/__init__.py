"""Statements: what an article does not say in its own voice, with speaker, cue, addressee and frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from lesart.language import module
from lesart.language.layer import Layer
from lesart.model import Article, Medium, Span, Statement, StatementForm
from lesart.statements.adding import with_acts
from lesart.statements.confidence import confidence_of
from lesart.statements.counting import with_counts
from lesart.statements.draft import Entity, Found, Range
from lesart.statements.grammar import Grammar
from lesart.statements.modality import modality_of
from lesart.statements.rules import find_drafts

__all__ = ["DEFAULT", "ENGINES", "LONGEST", "find_statements"]

Engine = Callable[[Layer, str], Found]
"""From an article's language layer and its language to what it finds, each draft with its parent's place."""


LONGEST = 250_000
"""Code points up to which a text is read with the model (half a minute); whole books are read by rules."""


def _rules(layer: Layer, language: str) -> Found:
    """The rules, which know no names."""
    return Found(find_drafts(layer, language))


def _neural(layer: Layer, language: str) -> Found:
    """The neural engine, loaded when it is first asked for."""
    if len(layer.text) > LONGEST:
        return _rules(layer, language)
    from lesart.statements import neural

    found = neural.find(layer, language)
    return Found(with_acts(found.drafts, find_drafts(layer, language)), found.entities)


ENGINES: dict[str, Engine] = {"neural": _neural, "rules": _rules}
DEFAULT = "neural"


def find_statements(
    article: Article, layer: Layer, engine: str = DEFAULT
) -> tuple[list[Statement], list[Entity] | None]:
    """The statements of an article, in order of the text, without parties yet; and the names that the engine saw.

    The article's language must be known and supported. Raises KeyError for an engine that does not exist.
    """
    language = article.language or ""
    grammar = cast(Grammar, module(language))
    found = ENGINES[engine](layer, language)
    drafts = with_counts(found.drafts, layer, language)
    ids = [f"{article.id}.s{number}" for number in range(1, len(drafts) + 1)]
    statements = [
        Statement(
            id=identifier,
            article=article.id,
            form=cast(StatementForm, draft.form),
            medium=cast(Medium | None, draft.medium),
            content=_spans(layer, draft.content),
            speaker=_spans(layer, draft.speaker),
            cue=_spans(layer, draft.cue),
            addressee=_spans(layer, draft.addressee),
            frame=_spans(layer, draft.frame),
            parent=ids[draft.parent] if draft.parent >= 0 else None,
            modality=modality_of(draft, layer.tokens, grammar, language),
            confidence=confidence_of(draft.rule, language) if draft.confidence is None else round(draft.confidence, 3),
        )
        for identifier, draft in zip(ids, drafts, strict=True)
    ]
    return statements, found.entities


def _spans(layer: Layer, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(layer.tokens[first].start, layer.tokens[last].end) for first, last in ranges)
