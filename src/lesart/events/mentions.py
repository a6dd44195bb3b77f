"""Places in one article where an event is named: the noun, its date, its ordinal, who stands in the same sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from lesart.events.words import EventWords, event_words
from lesart.language import module
from lesart.language.dates import TimeExpression
from lesart.language.layer import BREAK, NUMBER, WORD, Layer, Token
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
    """Whether it stands in the first paragraph, where reports name what they are about."""


def event_mentions(reading: Reading, layer: Layer, named: Sequence[tuple[int, str]]) -> list[EventMention]:
    """The event mentions of an article in order; `named` are the places (code points) where it names which party.

    A sentence that gives several days names an event on each. The first event of its kind in the first paragraph, if it
    has no day of its own, has the first day that is named there.
    """
    if not reading.article.language:
        return []
    language = module(reading.article.language)
    words = event_words(reading.article.language)
    published = _day(reading.article.published)
    times = language.dates(reading.article.text, published) if published else []
    places = _without_sources(reading, named)
    lead_end = next((layer.tokens[s.first].start for s in layer.sentences if s.paragraph >= _LEAD), len(layer.text))
    lead_day = next((time for time in times if time.start < lead_end and not time.open and _is_day(time)), None)
    found: list[EventMention] = []
    general: EventKind | None = None
    for sentence in layer.sentences:
        tokens = [token for token in layer.tokens[sentence.first : sentence.last + 1] if token.kind != BREAK]
        start, end = tokens[0].start, tokens[-1].end
        near = [time for time in times if start <= time.start < end and not time.open and _is_days(time)]
        inside = tuple(dict.fromkeys(party for place, party in places if start <= place < end))
        verbs = {clause.main: clause.lemma for clause in language.clauses(tokens, [True] * len(tokens))}
        for at, token in enumerate(tokens):
            kind = _kind(token, words, general, verbs.get(at, ""))
            if kind is None or _not_yet(tokens, at, words):
                continue
            general = general or kind
            first = all(mention.kind != kind for mention in found)
            lead = sentence.paragraph < _LEAD
            found += _mentions(
                reading, tokens, at, kind, near, inside, words, lead, lead_day if lead and first else None
            )
    return found


_LEAD = 1
"""Paragraphs in which a report names what it is about."""
_CLOSE = 30
"""Code points between an event's noun and a time of more than two days that can still be the event's."""
_LONGEST = 31
"""Days over which an expression of time can still tell when something happened."""


def _is_day(time: TimeExpression) -> bool:
    """Whether an expression means one day or the night between two."""
    return (time.last - time.first).days < 2


def _is_days(time: TimeExpression) -> bool:
    return (time.last - time.first).days < _LONGEST


def named_parties(parties: Sequence[Party]) -> dict[str, list[tuple[int, str]]]:
    """Article -> where it names which party that can take part in an event, in order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for party in parties:
        if party.kind in ("person", "state", "organisation"):
            for mention in party.mentions:
                found.setdefault(mention.article, []).append((mention.start, party.id))
    return {article: sorted(places) for article, places in found.items()}


def _without_sources(reading: Reading, named: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The places without those where a party is only named as the source of a statement."""
    frames = [span for s in reading.statements for span in (*s.frame, *s.speaker)]
    return [(at, party) for at, party in named if not any(span.start <= at < span.end for span in frames)]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _kind(token: Token, words: EventWords, general: EventKind | None, lemma: str) -> EventKind | None:
    """The kind of event that a noun or verb names; a general noun has the kind the article named before."""
    if token.kind != WORD:
        return None
    if lemma and not (words.capitals and token.capital):
        return words.kinds.get(lemma)
    if words.capitals and not token.capital:
        return None
    return general if token.low in words.general else words.kind_of(token.low)


def _not_yet(tokens: Sequence[Token], at: int, words: EventWords) -> bool:
    ahead = any(token.low in words.planned for token in tokens[max(0, at - 5) : at + 3])
    return ahead or any(token.low in words.not_yet for token in tokens[max(0, at - 3) : at])


def _mentions(
    reading: Reading,
    tokens: Sequence[Token],
    at: int,
    kind: EventKind,
    near: Sequence[TimeExpression],
    parties: tuple[str, ...],
    words: EventWords,
    lead: bool,
    lead_day: TimeExpression | None,
) -> list[EventMention]:
    """What one noun or verb names: an event on each of the sentence's days, or one without a day."""
    first = at
    while first > 0 and _is_attribute(tokens[first - 1]):
        first -= 1
    text, article = reading.article.text, reading.article.id
    label = text[tokens[first].start : tokens[at].end]
    ordinal = _ordinal(tokens, first, at, words, not tokens[at].capital)
    single = [time for time in near if time.first == time.last]
    if len(single) > 1 and ordinal is None:
        return [
            EventMention(Mention(article, t.start, t.end), kind, label, (t.first, t.last), None, parties, lead)
            for t in single
        ]
    close = [t for t in near if _is_day(t) or abs(t.start - tokens[at].start) < _CLOSE]
    best = min(close, key=lambda time: abs(time.start - tokens[at].start), default=lead_day)
    days = (best.first, best.last) if best else None
    place = Mention(article, tokens[first].start, tokens[at].end)
    return [EventMention(place, kind, label, days, ordinal, parties, lead)]


def _ordinal(tokens: Sequence[Token], first: int, at: int, words: EventWords, verb: bool) -> int | None:
    """The number that an ordinal before a noun gives, or with a verb "zum dritten Mal" in the sentence."""
    before = [words.ordinal_of(token.low) for token in tokens[max(0, first - 1) : at]]
    number = next((number for number in reversed(before) if number is not None), None)
    if number is not None:
        return number
    for ordinal, noun in pairwise(tokens):
        if verb and noun.low in words.times and words.ordinal_of(ordinal.low):
            return words.ordinal_of(ordinal.low)
    return None


def _is_attribute(token: Token) -> bool:
    """Whether a word before the noun belongs to its phrase."""
    if token.kind == NUMBER:
        return True
    return token.kind == WORD and not token.capital and token.low.endswith(("e", "en", "er", "es", "em"))
