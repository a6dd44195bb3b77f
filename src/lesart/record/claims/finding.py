"""The claims of an article about a series or a record, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.events.words import event_words
from lesart.language.layer import Layer
from lesart.record.claims.developments import developments
from lesart.record.claims.found import FoundClaim
from lesart.record.claims.ordinals import ordinals
from lesart.record.claims.stretch import stretch_of
from lesart.record.claims.superlatives import superlatives
from lesart.record.claims.words import claim_words


def find_claims(layer: Layer, language: str) -> Iterator[FoundClaim]:
    """The claims of a text in its order; a sentence can make several."""
    words = claim_words(language)
    events = event_words(language)
    for sentence in layer.sentences:
        stretch = stretch_of(layer, sentence, words)
        found = [
            *ordinals(stretch, words, lambda noun: events.noun(noun) is not None),
            *superlatives(stretch, words),
            *developments(stretch, words, language),
        ]
        yield from sorted(found, key=lambda claim: claim.key.start)
