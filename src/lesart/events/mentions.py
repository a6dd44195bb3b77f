"""Places in one article where an event is named: which, for the how-manieth time, who stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from lesart.events.bare import Happening, find_happenings
from lesart.events.casting import Stretch
from lesart.events.dating import LEAD, Dating, days_of
from lesart.events.days import Days
from lesart.events.deeds import find_deed
from lesart.events.places import place_in, place_in_front
from lesart.events.triggers import MISHAPS, Trigger, find_triggers
from lesart.events.words import SAID, event_words
from lesart.language import module
from lesart.language.layer import Layer
from lesart.language.ordered import Ordered
from lesart.model import EventKind, EventStatus, Mention, Party, Reading, Span
from lesart.statements.lexicon import lexicon

Place = tuple[int, str, float]
"""Where an article names a party (code points), and how much that says of who takes part."""


class EventMention(Struct, frozen=True):
    """One place where an event is named."""

    mention: Mention
    times: tuple[Mention, ...]
    """Where the text says when, if that is all that names the event."""
    kind: EventKind
    family: str
    own: bool
    """Whether the word names an event by itself."""
    label: str
    days: Days | None
    ordinal: int | None
    status: EventStatus
    parties: tuple[tuple[str, float], ...]
    """Who is named near it, with weights: 2 in its clause, 1 in its sentence."""
    cast: tuple[tuple[str, float], ...]
    """Who takes part, as far as its sentence says, with weights."""
    around: tuple[str, ...]
    """Whom its article names most, the most named first."""
    published: date | None
    sentence: int
    place: str | None
    lead: bool
    """Whether it stands in the first paragraph, where reports name what they are about."""
    definite: bool
    aside: bool
    verb: bool
    pointing: bool = False
    """Whether it says which one it was that the report is about: "Es war das zweite Treffen"."""
    bare: bool = False
    """Whether only its day tells of it, no word for an event."""
    general: bool = False
    """Whether its word only says that something happened ("Zwischenfall"), not what, and the article neither."""
    guessed: bool = False
    """Whether its day does not stand in its clause: another one may be meant."""
    deed: bool = False
    """Whether it is what a report opens with, without a word for an event."""
    row: int | None = None
    """Sentence in which it stands in a row of counted days, which are days of one kind of event."""
    said: bool = False
    """Whether it stands in what somebody says."""
    direct: bool = False
    """Whether it stands between quotation marks."""


def event_mentions(reading: Reading, layer: Layer, named: Sequence[Place]) -> list[EventMention]:
    """The event mentions of an article in order; `named` are the places (code points) where it names which party.

    The first event of the first paragraph, if it has no day of its own, has the first day that is named there.
    """
    if not reading.article.language:
        return []
    language = module(reading.article.language)
    words = event_words(reading.article.language)
    triggers = find_triggers(layer, language, words)
    published = _day(reading.article.published)
    times = language.dates(reading.article.text, published) if published else []
    dating = Dating(
        layer, [time for time in times if not time.open], _frames(reading), _summed(reading), words, published
    )
    sources = [span for s in reading.statements for span in (*s.frame, *s.speaker)]
    everyone = Ordered(named, lambda place: place[0])
    told = frozenset(place[0] for place in everyone.inside(sources))
    places = Ordered([place for place in named if place[0] not in told], lambda place: place[0])
    scene = _Scene(reading, layer, dating, places, everyone, told, _most_named(named), published)
    found: list[EventMention] = []
    kinds: set[EventKind] = set()
    triggers = [trigger for trigger in triggers if not dating.is_saying(trigger)]
    for trigger in triggers:
        found += _mentions(scene, trigger, first=trigger.word.kind not in kinds)
        kinds.add(trigger.word.kind)
    deed = find_deed(layer, language, words, triggers, dating, lexicon(reading.article.language))
    happenings = [
        happening
        for happening in find_happenings(layer, language, words, triggers, dating)
        if deed is None or happening.sentence != deed.sentence
    ]
    found += [_mention(scene, happening) for happening in ([deed, *happenings] if deed else happenings)]
    return sorted(_voiced(found, reading), key=lambda mention: mention.sentence)


def _voiced(found: Sequence[EventMention], reading: Reading) -> list[EventMention]:
    """The mentions with whether they stand in what somebody says."""
    starts = Ordered(found, lambda mention: mention.mention.start)
    said = {id(mention) for s in reading.statements for mention in starts.inside(s.content)}
    direct = {id(mention) for s in reading.statements if s.form == "direct" for mention in starts.inside(s.content)}
    return [replace(mention, said=id(mention) in said, direct=id(mention) in direct) for mention in found]


class _Scene(Struct, frozen=True):
    """An article with all that tells when and who."""

    reading: Reading
    layer: Layer
    dating: Dating
    places: Ordered[Place]
    """Where a party is named, but not as the source of a statement."""
    everyone: Ordered[Place]
    sources: frozenset[int]
    """Where one is named as a source."""
    around: tuple[str, ...]
    published: date | None


def _most_named(named: Sequence[Place]) -> tuple[str, ...]:
    counts = Counter(party for _, party, _ in named)
    return tuple(party for party, count in counts.most_common(_AROUND) if count > 1)


_FIRST_YEAR, _LAST_YEAR = 1500, 2500
"""Years in which reports can have appeared; others are the nothing of some program ("0001-01-01")."""
_LINE = 60
"""Code points of a clause that names an event."""
_OF_SIDE = 0.5
"""What it says that a side takes part where only somebody who belongs to it is named."""
_AROUND = 6
"""Parties that an article is about at the most."""


def _mentions(scene: _Scene, trigger: Trigger, first: bool) -> list[EventMention]:
    """What one trigger names: an event on each of its days, or one without a day.

    The `first` of its kind in the first paragraph has the first day named there.
    """
    tokens, article = scene.layer.tokens, scene.reading.article
    start, end = tokens[trigger.first].start, tokens[trigger.last].end
    sentence = scene.layer.sentences[trigger.sentence]
    lead = sentence.paragraph < LEAD
    times, guessed = scene.dating.of(trigger)
    scene.dating.given.update(time.start for time in times)
    about = not trigger.aside or trigger.ordinal is not None
    if not times and lead and first and about and trigger.status == "happened" and not scene.dating.is_dated(trigger):
        times, guessed = [time for time in [scene.dating.lead()] if time], True
    words = event_words(article.language or "")
    night = words.is_night(article.text[start:end].lower())
    clause = tokens[trigger.clause[0]].start, tokens[trigger.clause[1]].end
    whole = tokens[sentence.first].start, tokens[sentence.last].end
    weights = _beside(scene, clause, whole)
    cast = tuple(_cast(scene, trigger.cast, start in scene.dating.framed, clause, whole).items())
    shared = len(times) > 1
    told = not guessed and not (trigger.verb and trigger.word.kind in SAID)
    shown = shared or trigger.weapon or told
    return [
        EventMention(
            mention=Mention(article.id, start, end),
            times=tuple(Mention(article.id, t.start, t.end) for t in ([time] if time and shown else ())),
            kind=trigger.word.kind,
            family=trigger.word.family,
            own=trigger.word.strength == "own",
            label=article.text[start:end],
            days=days_of(time, night),
            ordinal=None if shared else trigger.ordinal,
            status=trigger.status,
            parties=tuple(weights.items()),
            cast=cast,
            around=scene.around,
            published=scene.published,
            sentence=trigger.sentence,
            place=place_in(scene.layer.tokens[trigger.clause[0] : trigger.clause[1] + 1], words)
            or (place_in_front(article.text) if lead and first else None),
            lead=lead,
            definite=trigger.definite,
            aside=trigger.aside,
            verb=trigger.verb,
            pointing=trigger.pointing,
            deed=trigger.pointing and trigger.word.kind == "other",
            guessed=guessed,
            general=trigger.word.strength == "general" and trigger.word.kind in MISHAPS,
        )
        for time in (times or _UNDATED)
    ]


_UNDATED: tuple[None] = (None,)


def _beside(scene: _Scene, clause: tuple[int, int], sentence: tuple[int, int]) -> dict[str, float]:
    """Party -> how much a sentence says that it takes part in what a clause tells."""
    weights: dict[str, float] = {}
    for at, party, weight in scene.places.between(*sentence):
        near = 2.0 if clause[0] <= at < clause[1] else 1.0
        weights[party] = max(weights.get(party, 0.0), near * weight)
    return weights


def _cast(
    scene: _Scene, stretches: Sequence[Stretch], framed: bool, clause: tuple[int, int], sentence: tuple[int, int]
) -> dict[str, float]:
    """Party -> how much a sentence says that it takes part: by its grammar, and less where it is only a source."""
    tokens = scene.layer.tokens
    spans = [(tokens[first].start, tokens[last].end) for first, last in stretches]
    weights: dict[str, float] = {}
    for at, party, weight in scene.everyone.between(*sentence):
        if any(start <= at < end for start, end in spans):
            says = _TAKING
        else:
            says = _CLAUSE if clause[0] <= at < clause[1] else _SENTENCE
        says *= weight * (_SOURCE if at in scene.sources and not framed else 1.0)
        weights[party] = max(weights.get(party, 0.0), says)
    return weights


_TAKING, _CLAUSE, _SENTENCE, _SOURCE = 3.0, 1.5, 0.7, 0.2
"""What it says that a party takes part: as subject or on the word, in the clause, in the sentence; a source only tells
of it."""


def _mention(scene: _Scene, happening: Happening) -> EventMention:
    """What no word names: named by its clause."""
    tokens, article, time = scene.layer.tokens, scene.reading.article, happening.time
    clause = tokens[happening.first].start, tokens[happening.last].end
    sentence = scene.layer.sentences[happening.sentence]
    whole = tokens[sentence.first].start, tokens[sentence.last].end
    words = event_words(article.language or "")
    word = happening.word
    lead = sentence.paragraph < LEAD
    return EventMention(
        mention=Mention(article.id, *clause),
        times=(Mention(article.id, time.start, time.end),) if time else (),
        kind=word.kind if word else "other",
        family=word.family if word else "",
        own=False,
        label=_label(article.text[slice(*clause)]),
        days=days_of(time, False),
        ordinal=happening.ordinal,
        status="planned" if happening.planned else "happened",
        parties=tuple(_beside(scene, clause, whole).items()),
        cast=tuple(_cast(scene, happening.cast, False, clause, whole).items()),
        around=scene.around,
        published=scene.published,
        sentence=happening.sentence,
        place=place_in(tokens[happening.first : happening.last + 1], words)
        or (place_in_front(article.text) if lead else None),
        lead=lead,
        definite=False,
        aside=happening.aside,
        verb=True,
        bare=True,
        deed=happening.deed,
        guessed=time is None or not clause[0] <= time.start < clause[1],
        row=happening.sentence if happening.counted else None,
    )


def _label(clause: str) -> str:
    """A clause in a line, cut between words."""
    line = " ".join(clause.split())
    return line if len(line) <= _LINE else line[:_LINE].rsplit(" ", 1)[0] + " …"


def named_parties(parties: Sequence[Party]) -> dict[str, list[Place]]:
    """Article -> where it names which party, in order; who belongs to a side names that side as well, half as much."""
    found: dict[str, list[Place]] = {}
    for party in parties:
        for mention in party.mentions:
            places = found.setdefault(mention.article, [])
            places.append((mention.start, party.id, 1.0))
            if party.side:
                places.append((mention.start, party.side, _OF_SIDE))
    return {article: sorted(places) for article, places in found.items()}


def _frames(reading: Reading) -> list[Span]:
    return [span for statement in reading.statements for span in statement.frame]


def _summed(reading: Reading) -> list[Span]:
    """The contents of statements that are summed up, so that a time in them is that of speaking."""
    return [span for statement in reading.statements if statement.form == "reported" for span in statement.content]


def _day(published: str | None) -> date | None:
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
