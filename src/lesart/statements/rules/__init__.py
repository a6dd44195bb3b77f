"""The rules engine: one file a rule, each a function from a sentence to drafts of statements."""

from __future__ import annotations

from lesart.language import module
from lesart.language.layer import Layer
from lesart.statements.draft import Draft
from lesart.statements.lexicon import lexicon
from lesart.statements.rules.engine import drafts_of

__all__ = ["find_drafts"]


def find_drafts(layer: Layer, language: str) -> list[Draft]:
    """The statements that the rules of a language find in an article."""
    return drafts_of(layer, module(language), lexicon(language))
