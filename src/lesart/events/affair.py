"""The affair: what a dossier is about where no word for an event tells, by the noun that its first paragraphs share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from lesart.events.group import Group
from lesart.events.mentions import EventMention
from lesart.events.places import place_in_front
from lesart.events.words import event_words
from lesart.language.layer import WORD, Layer, Token
from lesart.model import Mention, Reading
from lesart.topics.terms import stemmed, words_of

_SHORTEST = 4
"""Letters of a noun that can name an affair."""


def affair(readings: Sequence[Reading], layers: Mapping[str, Layer], stop: Set[str]) -> Group | None:
    """An event of kind `other` for a dossier of which no event is told.

    None where its first paragraphs have no noun, or nobody says anything; `stop` are words in lower case that name
    parties.
    """
    if not any(reading.statements for reading in readings):
        return None
    nouns = {reading.article.id: _nouns(reading, layers[reading.article.id], stop) for reading in readings}
    leads: Counter[str] = Counter(stem for found in nouns.values() for stem in found)
    texts: Counter[str] = Counter()
    for reading in readings:
        language = reading.article.language or ""
        texts.update(stemmed(token.low, language) for token in layers[reading.article.id].tokens if token.kind == WORD)
    best = max(leads, key=lambda stem: (leads[stem], texts[stem], stem), default=None)
    if best is None:
        return None
    group = Group()
    for reading in readings:
        token = nouns[reading.article.id].get(best)
        if token is not None:
            group.add(_mention(reading, token))
    return group


def _nouns(reading: Reading, layer: Layer, stop: Set[str]) -> dict[str, Token]:
    """Stem -> the first token of each noun of the first paragraph."""
    language = reading.article.language or ""
    passed = words_of(language, "no_topics")
    words = event_words(language)
    found: dict[str, Token] = {}
    for sentence in layer.sentences:
        if sentence.paragraph > 0:
            break
        for token in layer.tokens[sentence.first : sentence.last + 1]:
            noun = token.kind == WORD and token.capital and len(token.low) >= _SHORTEST
            named = token.low not in stop and token.low not in passed and words.noun(token.low) is None
            if noun and named and token.index != sentence.first:
                found.setdefault(stemmed(token.low, language), token)
    return found


def _mention(reading: Reading, token: Token) -> EventMention:
    return EventMention(
        mention=Mention(reading.article.id, token.start, token.end),
        times=(),
        kind="other",
        family="affair",
        own=True,
        label=token.text,
        days=None,
        ordinal=None,
        status="happened",
        parties=(),
        cast=(),
        around=(),
        published=None,
        sentence=0,
        place=place_in_front(reading.article.text),
        lead=True,
        definite=True,
        aside=False,
        verb=False,
    )
