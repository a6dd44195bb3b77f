"""Places in one article where an event is named: the noun, its date, its ordinal, who stands in the same sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from lesart.events.words import EventWords, event_words
from lesart.language import module
from lesart.language.dates import TimeExpression
from lesart.language.layer import NUMBER, WORD, Layer, Sentence, Token
from lesart.model import EventKind, Mention, Party, Reading


class EventMention(Struct, frozen=True):
    """One place where an event is named."""

    mention: Mention
    kind: EventKind
    label: str
    days: tuple[date, date] | None
    ordinal: int | None
    parties: tuple[str, ...]
    lead: bool
    """Whether it stands in the first two paragraphs, where reports name what they are about."""


def event_mentions(reading: Reading, layer: Layer, parties: Sequence[Party]) -> list[EventMention]:
    """The event mentions of an article in order; `parties` are those of the whole comparison."""
    language = reading.article.language or ""
    words = event_words(language)
    published = _day(reading.article.published)
    times = module(language).dates(reading.article.text, published) if published else []
    places = sorted(
        (mention.start, party.id)
        for party in parties
        for mention in party.mentions
        if mention.article == reading.article.id
    )
    found: list[EventMention] = []
    general: EventKind | None = None
    for sentence in layer.sentences:
        tokens = layer.tokens[sentence.first : sentence.last + 1]
        for at, token in enumerate(tokens):
            kind = _kind(token, words, general)
            if kind is None or _not_yet(tokens, at, words):
                continue
            general = general or kind
            found.append(_mention(reading, layer, sentence, at, kind, times, places, words))
    return found


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _kind(token: Token, words: EventWords, general: EventKind | None) -> EventKind | None:
    if token.kind != WORD or (words.capitals and not token.capital):
        return None
    return general if token.low in words.general else words.kind_of(token.low)


def _not_yet(tokens: Sequence[Token], at: int, words: EventWords) -> bool:
    return any(token.low in words.not_yet for token in tokens[max(0, at - 3) : at])


def _mention(
    reading: Reading,
    layer: Layer,
    sentence: Sentence,
    at: int,
    kind: EventKind,
    times: Sequence[TimeExpression],
    places: Sequence[tuple[int, str]],
    words: EventWords,
) -> EventMention:
    tokens = layer.tokens[sentence.first : sentence.last + 1]
    first = at
    while first > 0 and _is_attribute(tokens[first - 1]):
        first -= 1
    start, end = tokens[0].start, tokens[-1].end
    near = [time for time in times if start <= time.start < end and not time.open]
    best = min(near, key=lambda time: abs(time.start - tokens[at].start), default=None)
    inside = dict.fromkeys(party for place, party in places if start <= place < end)
    article = reading.article
    return EventMention(
        mention=Mention(article.id, tokens[first].start, tokens[at].end),
        kind=kind,
        label=article.text[tokens[first].start : tokens[at].end],
        days=(best.first, best.last) if best else None,
        ordinal=_ordinal(tokens[max(0, at - 3) : at], words),
        parties=tuple(inside),
        lead=sentence.paragraph < 2,
    )


def _ordinal(tokens: Sequence[Token], words: EventWords) -> int | None:
    """The number that an ordinal among the words gives; the last one counts."""
    numbers = [words.ordinal_of(token.low) for token in tokens]
    return next((number for number in reversed(numbers) if number is not None), None)


def _is_attribute(token: Token) -> bool:
    """Whether a word before the noun belongs to its phrase."""
    if token.kind == NUMBER:
        return True
    return token.kind == WORD and not token.capital and token.low.endswith(("e", "en", "er", "es", "em"))
