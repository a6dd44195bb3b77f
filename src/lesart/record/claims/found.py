"""A claim as a sentence makes it, taken apart, before anything is checked."""

from __future__ import annotations

from msgspec import Struct

from lesart.model import ClaimDirection, ClaimKind, Span
from lesart.record.claims.words import Dimension


class FoundClaim(Struct, frozen=True, kw_only=True):
    """What is claimed, with the words that say it; spans are code points of the article."""

    span: Span
    kind: ClaimKind
    key: Span
    """The words that make it a claim: "dritten Mal", "größte", "zugenommen"."""
    number: int | None = None
    """Of an ordinal the number; of a superlative the rank, 1 for the largest, 2 for the second largest."""
    direction: ClaimDirection | None = None
    """Of a superlative "most" or "least", of a development "up", "down" or "none"."""
    dimension: Dimension = ""
    """What kind of figure is compared; empty where none tells it."""
    scope: Span | None = None
    measure: Span | None = None
    """Of a development the subject: what is said to change."""
