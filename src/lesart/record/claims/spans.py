"""Which words of a sentence make a claim: those between two signs, with the scope that follows."""

from __future__ import annotations

from lesart.model import Span
from lesart.record.claims.stretch import Bounds, Stretch
from lesart.record.claims.words import ClaimWords


def span_of(stretch: Stretch, bounds: Bounds) -> Span:
    """A stretch of a sentence as one of its article."""
    return Span(stretch.start + bounds[0], stretch.start + bounds[1])


def claim_span(stretch: Stretch, key: Bounds, scope: Bounds | None, words: ClaimWords) -> Span:
    """The clause in which a claim stands, up to the end of its scope."""
    first = min(stretch.piece(key[0])[0], scope[0] if scope else key[0])
    last = max(stretch.piece(key[1] - 1)[1], scope[1] if scope else key[1])
    opening = stretch.text[first : key[0]].split(maxsplit=1)[:1]
    while opening and opening[0].lower() in words.openers:
        first += len(stretch.text[first:]) - len(stretch.text[first:].lstrip()) + len(opening[0]) + 1
        opening = stretch.text[first : key[0]].split(maxsplit=1)[:1]
    return span_of(stretch, (min(first, key[0]), last))
