"""Happenings that no word for an event names: a clause that tells of something with its day, and rows of counted days.

Four of five days that news reports name are the day of an event that a careful reader would list (counted over 13
annotated dossiers, 177 of 222), whatever word tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from lesart.events.casting import Stretch, cast_of
from lesart.events.dating import Dating
from lesart.events.triggers import Trigger
from lesart.events.words import EventWord, EventWords
from lesart.language.clause import FRAGMENT, Clause
from lesart.language.dates import TimeExpression
from lesart.language.forms import Form
from lesart.language.layer import BREAK, NUMBER, WORD, Layer, Token
from lesart.statements.grammar import Grammar

_LONGEST = 31
"""Days over which an expression of time can tell when something happened: a month."""
_NEAR = 12
"""Code points before a time in which a word makes it a limit."""
_PAST = Form.PRETERITE | Form.SUBJUNCTIVE2
_DAY = 3
"""Days (less than) that tell one happening of a row from the next."""


class Happening(Struct, frozen=True):
    """A clause that tells of something with its time; `first` and `last` are places of the article's tokens."""

    sentence: int
    first: int
    last: int
    time: TimeExpression | None
    counted: bool = False
    """Whether its day stands in a row of counts: "am 3. Mai 310 Drohnen, am 9. Mai 402"."""
    word: EventWord | None = None
    """What its verb tells; in a row of counts what was named last before it, if nothing tells better."""
    cast: tuple[Stretch, ...] = ()
    """Where the clause says who takes part."""
    planned: bool = False
    """Whether it is to come."""
    aside: bool = False
    """Whether it only stands beside what its clause tells: "die Störung vom 19. Mai"."""
    ordinal: int | None = None
    deed: bool = False
    """Whether a report opens with it (`deeds.py`)."""


def find_happenings(
    layer: Layer, grammar: Grammar, words: EventWords, triggers: Sequence[Trigger], dating: Dating
) -> Iterator[Happening]:
    """The happenings of an article in order, by those of its times that no named event has."""
    at = 0
    for number, sentence in enumerate(layer.sentences):
        end = layer.tokens[sentence.last].end
        times: list[TimeExpression] = []
        while at < len(dating.times) and dating.times[at].start < end:
            times.append(dating.times[at])
            at += 1
        if times:
            tokens = [token for token in layer.tokens[sentence.first : sentence.last + 1] if token.kind != BREAK]
            parts = grammar.clauses(tokens, [True] * len(tokens))
            here = _Here(number, tokens, parts, times, _kind_before(triggers, number), grammar, words, dating)
            yield from _to_come(here)
            yield from _past(here)


class _Here(Struct, frozen=True):
    """A sentence with its clauses and times."""

    number: int
    tokens: Sequence[Token]
    parts: Sequence[Clause]
    times: Sequence[TimeExpression]
    named: EventWord | None
    """The kind of event that was named last."""
    grammar: Grammar
    words: EventWords
    dating: Dating

    def clause(self, time: TimeExpression) -> Clause | None:
        """The clause in which a time stands."""
        return next((part for part in self.parts if _holds(self.tokens, part, time)), None)

    def told(self, part: Clause, time: TimeExpression, planned: bool = False) -> Happening:
        """What a clause tells."""
        cast = cast_of(self.tokens, part, (part.last, part.last), self.grammar, self.words)
        first, last = self.tokens[part.first].index, self.tokens[part.last].index
        return Happening(self.number, first, last, time, word=self.words.deed(part.lemma), cast=cast, planned=planned)


def _to_come(here: _Here) -> Iterator[Happening]:
    """What somebody will do on a day ahead: "will ihn am Montag empfangen"."""
    for time in here.times:
        part = here.clause(time) if _days(time) < _DAY and here.dating.is_ahead(time) else None
        if part is not None and _plans(here.tokens, part, here.words) and not _is_limit(here.tokens, time, here.words):
            yield here.told(part, time, planned=True)


def _past(here: _Here) -> Iterator[Happening]:
    """What happened on a day: in a row of them, as a noun with its day, or as its clause tells."""
    tokens, words = here.tokens, here.words
    counted = _counted(tokens, here.times)
    past = any(_tells(tokens, part, words) for part in here.parts)
    for time in here.times:
        if _days(time) > _LONGEST or not here.dating.is_free(time):
            continue
        part, named = here.clause(time), _noun_of(tokens, time, words)
        if time in counted and (here.named is not None or _names_what(tokens, counted, words)):
            yield Happening(here.number, *_ends(tokens, time), time, True, here.named)
        elif past and _is_listed(time, part, here.times, counted) and not here.dating.is_of_speaking(time):
            yield Happening(here.number, *_ends(tokens, time), time, True, here.named)
        elif named is not None:
            if not named.low.endswith(words.papers):
                yield Happening(here.number, named.index, named.index, time, aside=True)
        elif here.dating.is_of_speaking(time) or _is_limit(tokens, time, words):
            continue
        elif part is not None and _tells(tokens, part, words):
            yield here.told(part, time)


def _days(time: TimeExpression) -> int:
    return (time.last - time.first).days


def _ends(tokens: Sequence[Token], time: TimeExpression) -> tuple[int, int]:
    """The first and last token of a time, by their index in the article."""
    places = [token.index for token in tokens if time.start <= token.start < time.end]
    return places[0], places[-1]


def _is_listed(
    time: TimeExpression,
    part: Clause | None,
    times: Sequence[TimeExpression],
    counted: Sequence[TimeExpression],
) -> bool:
    """Whether a time stands by itself beside others, and with no bare number: "drei Brände: im Mai, im Juli"."""
    return part is not None and part.kind == FRAGMENT and len(times) > 1 and time not in counted


def _holds(tokens: Sequence[Token], part: Clause, time: TimeExpression) -> bool:
    return tokens[part.first].start <= time.start < tokens[part.last].end


def _tells(tokens: Sequence[Token], part: Clause, words: EventWords) -> bool:
    """Whether a clause says that something happened: its verb is one of the past, and neither plans nor denies it."""
    if part.kind == FRAGMENT or part.verb < 0 or part.lemma in words.hoped | words.states:
        return False
    if tokens[part.verb].low in words.planned:
        return False
    perfect = part.main >= 0 and part.main != part.verb and tokens[part.main].form & Form.PARTICIPLE
    if not perfect and not tokens[part.verb].form & _PAST:
        return False
    return not any(tokens[place].low in words.not_taking_place for place in range(part.first, part.last + 1))


def _plans(tokens: Sequence[Token], part: Clause, words: EventWords) -> bool:
    """Whether a clause says that something will be done: "will ihn am Montag empfangen"."""
    if part.kind == FRAGMENT or part.verb < 0 or part.lemma in words.states | words.being:
        return False
    return tokens[part.verb].low in words.planned and part.main >= 0


def _noun_of(tokens: Sequence[Token], time: TimeExpression, words: EventWords) -> Token | None:
    """The noun right before a time that is said to be of it: "die Störung vom 19. Mai"."""
    at = next((place for place, token in enumerate(tokens) if token.start >= time.start), 0)
    return tokens[at - 1] if at and tokens[at].low in words.dating and tokens[at - 1].capital else None


def _is_limit(tokens: Sequence[Token], time: TimeExpression, words: EventWords) -> bool:
    """Whether a time only says until or from when: "bis mindestens Sonntag"."""
    return any(token.low in words.limits for token in tokens if time.start - _NEAR <= token.start < time.end)


def _counted(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The days of a sentence that stand in a row, each with a count behind it; none if there are less than two."""
    days = [time for time in times if _days(time) < _DAY]
    ends = [*(time.start for time in days), tokens[-1].end][1:]
    found = [
        time
        for time, end in zip(days, ends, strict=True)
        if any(token.kind == NUMBER and time.end <= token.start < end for token in tokens)
    ]
    return found if len(found) > 1 else []


def _names_what(tokens: Sequence[Token], times: Sequence[TimeExpression], words: EventWords) -> bool:
    """Whether a row says what it counts, no price, score or hour: "1800 Menschen, am 26. April 4500"."""
    end = times[0].end
    for token, behind in pairwise(tokens):
        if token.kind == NUMBER and token.start >= end:
            return behind.kind == WORD and behind.low not in words.measures and (behind.capital or not words.capitals)
    return False


def _kind_before(triggers: Sequence[Trigger], sentence: int) -> EventWord | None:
    """The kind of event that was named last by a word of its own, up to a sentence."""
    named = [t.word for t in triggers if t.sentence <= sentence and t.word.strength == "own"]
    return named[-1] if named else None
