"""The neural engine: statements by a small model that also sees what the rules found."""

from __future__ import annotations

from lesart.encoder.settings import settings_of
from lesart.language.layer import Layer
from lesart.statements.draft import Draft
from lesart.statements.rules import find_drafts as find_by_rules

__all__ = ["find_drafts"]


def find_drafts(layer: Layer, language: str) -> list[Draft]:
    """The statements that the shipped model finds in an article; by rules in a language that it was not trained on."""
    if language not in settings_of().languages:
        return find_by_rules(layer, language)
    from lesart.encoder.model import shipped
    from lesart.statements.neural.engine import drafts_of

    return drafts_of(layer, language, shipped())
