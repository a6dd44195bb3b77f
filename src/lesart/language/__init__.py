"""Languages: what an article's text is made of. One package a language, all with the same names."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from lesart.language.detect import SUPPORTED, detect

__all__ = ["SUPPORTED", "detect", "module"]


def module(language: str) -> ModuleType:
    """The package of a language (ISO 639-1, one of SUPPORTED)."""
    return import_module(f"lesart.language.{language}")
