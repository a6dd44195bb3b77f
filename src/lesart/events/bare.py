"""Happenings that no word for an event names: a clause that tells of something with its day, and rows of counted days.

Four of five days that news reports name are the day of an event that a careful reader would list (counted over 13
annotated dossiers, 177 of 222), whatever word tells of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from lesart.events.casting import Stretch, cast_of
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
    time: TimeExpression
    counted: bool
    """Whether its day stands in a row of counts: "am 3. Mai 310 Drohnen, am 9. Mai 402"."""
    word: EventWord | None = None
    """What its verb tells; in a row of counts what was named last before it, if nothing tells better."""
    cast: tuple[Stretch, ...] = ()
    """Where the clause says who takes part."""
    planned: bool = False
    """Whether it is to come."""
    aside: bool = False
    """Whether it only stands beside what its clause tells: "die Störung vom 19. Mai"."""


def find_happenings(
    layer: Layer,
    grammar: Grammar,
    words: EventWords,
    times: Sequence[TimeExpression],
    triggers: Sequence[Trigger],
    is_free: Callable[[TimeExpression], bool],
    is_of_speaking: Callable[[TimeExpression], bool],
    is_ahead: Callable[[TimeExpression], bool],
) -> Iterator[Happening]:
    """The happenings of an article in order; a time is free where no named event has it, and it may tell when somebody
    spoke.
    """
    at = 0
    for number, sentence in enumerate(layer.sentences):
        end = layer.tokens[sentence.last].end
        here: list[TimeExpression] = []
        while at < len(times) and times[at].start < end:
            here.append(times[at])
            at += 1
        free = [time for time in here if (time.last - time.first).days <= _LONGEST and is_free(time)]
        ahead = [time for time in here if (time.last - time.first).days < _DAY and is_ahead(time)]
        if not free and not ahead:
            continue
        tokens = [token for token in layer.tokens[sentence.first : sentence.last + 1] if token.kind != BREAK]
        counted = _counted(tokens, here)
        parts = grammar.clauses(tokens, [True] * len(tokens))
        past = any(_tells(tokens, part, words) for part in parts)
        for time in ahead:
            part = next((part for part in parts if _holds(tokens, part, time)), None)
            if part is not None and _plans(tokens, part, words) and not _is_limit(tokens, time, words):
                cast = cast_of(tokens, part, (part.last, part.last), grammar, words)
                first, last = tokens[part.first].index, tokens[part.last].index
                yield Happening(number, first, last, time, False, _kind_of(part, words), cast, planned=True)
        for time in free:
            part = next((part for part in parts if _holds(tokens, part, time)), None)
            word = _kind_before(triggers, number) if time in counted else None
            if time in counted and (word is not None or _names_what(tokens, counted, words)):
                yield Happening(number, *_ends(tokens, time), time, True, word)
            elif _is_listed(time, part, here, counted) and past and not is_of_speaking(time):
                yield Happening(number, *_ends(tokens, time), time, True, _kind_before(triggers, number))
            elif (named := _named_by(tokens, time, words)) is not None:
                if not tokens[named].low.endswith(words.papers):
                    yield Happening(number, tokens[named].index, tokens[named].index, time, False, aside=True)
            elif is_of_speaking(time) or _is_limit(tokens, time, words):
                continue
            elif part is not None and _tells(tokens, part, words):
                cast = cast_of(tokens, part, (part.last, part.last), grammar, words)
                first, last = tokens[part.first].index, tokens[part.last].index
                yield Happening(number, first, last, time, False, _kind_of(part, words), cast)


def _ends(tokens: Sequence[Token], time: TimeExpression) -> tuple[int, int]:
    """The first and last token of a time, by their index in the article."""
    places = [token.index for token in tokens if time.start <= token.start < time.end]
    return places[0], places[-1]


def _kind_of(part: Clause, words: EventWords) -> EventWord | None:
    """The kind of event that the verb of a clause tells."""
    kind = words.deeds.get(part.lemma)
    return EventWord(kind, "weak", "") if kind else None


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


def _named_by(tokens: Sequence[Token], time: TimeExpression, words: EventWords) -> int | None:
    """The noun right before a time that is said to be of it: "die Störung vom 19. Mai"."""
    at = next((place for place, token in enumerate(tokens) if token.start >= time.start), 0)
    return at - 1 if at and tokens[at].low in words.dating and tokens[at - 1].capital else None


def _is_limit(tokens: Sequence[Token], time: TimeExpression, words: EventWords) -> bool:
    """Whether a time only says until or from when: "bis mindestens Sonntag"."""
    return any(token.low in words.limits for token in tokens if time.start - _NEAR <= token.start < time.end)


def _counted(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The days of a sentence that stand in a row, each with a count behind it; none if there are less than two."""
    days = [time for time in times if (time.last - time.first).days < _DAY]
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
