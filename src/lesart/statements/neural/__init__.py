"""The neural engine: statements by a small model that also sees what the rules found."""

from __future__ import annotations

from lesart.encoder.model import shipped
from lesart.language.layer import Layer
from lesart.statements.draft import Draft
from lesart.statements.neural.engine import drafts_of

__all__ = ["find_drafts"]


def find_drafts(layer: Layer, language: str) -> list[Draft]:
    """The statements that the shipped model finds in an article."""
    return drafts_of(layer, language, shipped())
