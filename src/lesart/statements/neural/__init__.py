"""The neural engine: statements by a small model that also sees what the rules found."""

from __future__ import annotations

from lesart.encoder.settings import settings_of
from lesart.language.layer import Layer
from lesart.statements.draft import Found
from lesart.statements.rules import find_drafts as find_by_rules

__all__ = ["find"]


def find(layer: Layer, language: str) -> Found:
    """What the shipped model finds in an article; by rules in a language that it was not trained on."""
    if language not in settings_of().languages:
        return Found(find_by_rules(layer, language))
    from lesart.encoder.model import shipped
    from lesart.statements.neural.engine import found_by

    return found_by(shipped(), layer, language)
