"""Words of an article that name an event, with what their clause says of it: the how-manieth, planned or not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from lesart.events.casting import Stretch, cast_of
from lesart.events.words import EventWord, EventWords
from lesart.language.clause import Clause
from lesart.language.forms import Form
from lesart.language.layer import BREAK, NUMBER, WORD, Layer, Token
from lesart.model import EventKind, EventStatus
from lesart.statements.grammar import Grammar


class Trigger(Struct, frozen=True):
    """A noun or verb that names an event; places are those of the article's tokens, ends included."""

    sentence: int
    clause: tuple[int, int]
    first: int
    last: int
    word: EventWord
    ordinal: int | None
    status: EventStatus
    definite: bool
    """Whether it points to an event that is known: "das Treffen", "danach telefonierten sie"."""
    aside: bool
    """Whether it only stands beside what its clause tells: "nach dem Treffen"."""
    hoped: bool = False
    """Whether its clause only announces, demands or offers it, so that its time is that of the words."""
    pointing: bool = False
    """Whether its clause says which one it was that the report is about: "Es war das zweite Treffen"."""
    verb: bool = False
    weapon: bool = False
    cast: tuple[Stretch, ...] = ()
    """Where its clause says who takes part."""


def find_triggers(layer: Layer, grammar: Grammar, words: EventWords) -> list[Trigger]:
    """The triggers of an article in order; general nouns with the kind that the article names otherwise."""
    found: list[Trigger] = []
    for number, sentence in enumerate(layer.sentences):
        tokens = [token for token in layer.tokens[sentence.first : sentence.last + 1] if token.kind != BREAK]
        parts = grammar.clauses(tokens, [True] * len(tokens))
        here: list[Trigger] = []
        for part in parts:
            here += _of_clause(number, tokens, part, words, [*found, *here])
        if not any(trigger.word.kind == "attack" for trigger in here):
            here += _weapons(number, tokens, parts, words)
        here = [_with_cast(trigger, tokens, parts, grammar, words) for trigger in here]
        found += sorted(here, key=lambda trigger: trigger.first)
    return _with_kinds(found)


def _with_cast(
    trigger: Trigger, tokens: Sequence[Token], parts: Sequence[Clause], grammar: Grammar, words: EventWords
) -> Trigger:
    first, last = (bisect_left(tokens, place, key=_index) for place in (trigger.first, trigger.last))
    part = next(part for part in parts if part.first <= last <= part.last)
    return replace(trigger, cast=cast_of(tokens, part, (first, last), grammar, words))


def _index(token: Token) -> int:
    return token.index


def _of_clause(
    number: int, tokens: Sequence[Token], part: Clause, words: EventWords, before: Sequence[Trigger]
) -> Iterator[Trigger]:
    clause = (tokens[part.first].index, tokens[part.last].index)
    ahead = _is_ahead(tokens, part, words)
    named = before[-1] if before else None
    for at in range(part.first, part.last + 1):
        token = tokens[at]
        if token.kind != WORD:
            continue
        if at == part.main and part.lemma and not (words.capitals and token.capital and at > part.first):
            word = words.verbs.get(part.lemma)
            if word is not None:
                negated = _has(tokens, part.first, part.last, words.not_taking_place)
                status: EventStatus = "not" if negated else "planned" if ahead else "happened"
                yield Trigger(
                    number,
                    clause,
                    token.index,
                    token.index,
                    word,
                    nth_time(tokens[part.first : part.last + 1], words),
                    status,
                    True,
                    False,
                    verb=True,
                )
                continue
        if not words.capitals or token.capital:
            word = words.noun(token.low) or _counted(tokens, at, part, words)
            if word is not None and (word.strength != "placed" or _is_placed(tokens, at, words)):
                trigger = _of_noun(number, clause, tokens, at, word, words, ahead, part.lemma in words.hoped)
                points = trigger.ordinal is not None and _points(tokens, part, words)
                named = replace(trigger, pointing=points)
                yield named
                continue
        if _stands_alone(tokens, at, part, words) and named and named.sentence >= number - 1:
            says = named.clause == clause and part.lemma in words.being
            yield replace(
                named,
                pointing=says,
                sentence=number,
                clause=clause,
                first=token.index,
                last=token.index,
                ordinal=words.ordinal_of(token.low),
                status="planned" if ahead else "happened",
                definite=False,
                aside=says,
                verb=False,
            )


def _of_noun(
    number: int,
    clause: tuple[int, int],
    tokens: Sequence[Token],
    at: int,
    word: EventWord,
    words: EventWords,
    ahead: bool,
    hoped: bool,
) -> Trigger:
    first = at
    while first > 0 and _is_attribute(tokens[first - 1], words):
        first -= 1
    inner = [tokens[place].low for place in range(max(0, first - 1), at)]
    ordinal = next((count for low in reversed(inner) if (count := words.ordinal_of(low)) is not None), None)
    opener = tokens[first - 1].low if first > 0 else ""
    outside = tokens[first - 2].low if first > 1 else ""
    owned = first > 1 and opener in words.genitive and tokens[first - 2].capital and words.capitals and first > 2
    aside = bool({opener, outside} & (words.relating - words.amid)) or owned
    status: EventStatus = "happened"
    if {*inner, opener} & words.not_taking_place:
        status = "not"
    elif {*inner, opener} & words.next or (ahead and not aside):
        status = "planned"
    definite = opener in words.definite and ordinal is None
    place = tokens[first].index, tokens[at].index
    return Trigger(number, clause, *place, word, ordinal, status, definite, aside, hoped and not aside)


def _counted(tokens: Sequence[Token], at: int, part: Clause, words: EventWords) -> EventWord | None:
    """What any noun names of which a clause says the how-manieth it was: "Es ist die dritte Sperrung"."""
    first = at
    while first > part.first and _is_attribute(tokens[first - 1], words):
        first -= 1
    counted = any((words.ordinal_of(token.low) or 0) > 1 for token in tokens[first:at])
    if not counted or tokens[at].low in words.uncountable or not _points(tokens, part, words):
        return None
    return words.opening(tokens[at].low) or EventWord("other", "weak", "")


def _is_placed(tokens: Sequence[Token], at: int, words: EventWords) -> bool:
    """Whether something is told to have been said there: "am Telefon", "vor dem Ausschuss"."""
    return any(tokens[before].low in words.placing for before in range(max(0, at - 2), at))


def _points(tokens: Sequence[Token], part: Clause, words: EventWords) -> bool:
    """Whether a clause says of what was told which one it was: "Es war das ..."."""
    if part.lemma not in words.being:
        return False
    behind = tokens[part.verb + 1] if 0 <= part.verb < part.last else None
    inverted = behind is not None and behind.low in words.pointing and not tokens[min(part.verb + 2, part.last)].capital
    return tokens[part.first].low in words.pointing or inverted


def _is_attribute(token: Token, words: EventWords) -> bool:
    """Whether a word before the noun belongs to its phrase."""
    if token.kind == NUMBER:
        return True
    if token.low in words.definite or token.low in words.relating or token.low in words.indefinite:
        return False
    return token.kind == WORD and not token.capital and token.low.endswith(("e", "en", "er", "es", "em"))


def _is_ahead(tokens: Sequence[Token], part: Clause, words: EventWords) -> bool:
    """Whether a clause tells what is planned, hoped for or demanded; hearsay about the past ("soll ... haben") not."""
    if part.lemma in words.hoped:
        return True
    if part.verb < 0 or tokens[part.verb].low not in words.planned:
        return False
    perfect = part.main >= 0 and part.main != part.verb and bool(tokens[part.main].form & Form.PARTICIPLE)
    return not perfect


def _has(tokens: Sequence[Token], first: int, last: int, lows: frozenset[str]) -> bool:
    return any(tokens[at].low in lows for at in range(first, last + 1))


def nth_time(tokens: Sequence[Token], words: EventWords) -> int | None:
    """The number of "zum dritten Mal" in a clause."""
    for ordinal, noun in pairwise(tokens):
        if noun.low in words.times and words.ordinal_of(ordinal.low):
            return words.ordinal_of(ordinal.low)
    return None


def _stands_alone(tokens: Sequence[Token], at: int, part: Clause, words: EventWords) -> bool:
    """Whether an ordinal stands for a noun named before: "ein zweites am 11. Juni"."""
    if words.ordinal_of(tokens[at].low) is None or at == part.first or tokens[at].capital:
        return False
    if tokens[at - 1].low not in words.definite | words.indefinite:
        return False
    if at == part.last:
        return True
    after = tokens[at + 1]
    return (
        after.kind == WORD
        and not after.capital
        and words.ordinal_of(after.low) is None
        and after.low not in words.uncounted
    )


_BY_AIR = "air_raid"
"""The family of attacks that weapons tell of."""


def _weapons(number: int, tokens: Sequence[Token], parts: Sequence[Clause], words: EventWords) -> Iterator[Trigger]:
    """Counted weapons tell of an attack, unless they are only had or delivered: "setzte 74 Drohnen ein"."""
    for part in parts:
        if part.lemma in words.kept:
            continue
        for at in range(part.first + 1, part.last + 1):
            counted = any(tokens[place].kind == NUMBER for place in range(max(part.first, at - 2), at))
            if counted and tokens[at].capital and words.is_weapon(tokens[at].low):
                clause = (tokens[part.first].index, tokens[part.last].index)
                word = EventWord("attack", "own", _BY_AIR)
                place = tokens[at].index
                yield Trigger(number, clause, place, place, word, None, "happened", False, False, weapon=True)
                return


_TALKING: tuple[EventKind, ...] = ("call", "meeting", "talks")


def _with_kinds(found: Sequence[Trigger]) -> list[Trigger]:
    """General nouns get the kind that the article names most, of those that they can mean; sittings are talks where the
    article names talks."""
    result: list[Trigger] = []
    own = [t for t in found if t.word.strength == "own" and (not t.verb or t.sentence < _FIRST)]
    counts = {kind: sum(trigger.word.kind == kind for trigger in own) for kind in _TALKING}
    most = max(_TALKING, key=lambda kind: counts[kind])
    for trigger in found:
        word = trigger.word
        if word.strength == "weak" and word.family == _SITTING and counts["talks"]:
            word = EventWord("talks", "weak", "")
        elif word.strength == "general" and word.kind in _TALKING:
            word = EventWord(most if counts[most] else word.kind, "general", "")
        elif word.strength == "general":
            word = _meant(word, found)
        result.append(replace(trigger, word=word))
    return result


def _meant(word: EventWord, found: Sequence[Trigger]) -> EventWord:
    """What a general noun ("Zwischenfall", "Einsatz") stands for: what the article names most that it can mean."""
    kinds = MISHAPS if word.kind in MISHAPS else MISHAPS | {word.kind}
    named = Counter(
        (trigger.word.kind, trigger.word.family)
        for trigger in found
        if trigger.word.strength != "general" and trigger.word.kind in kinds
    )
    if not named:
        return word
    kind, family = named.most_common(1)[0][0]
    return EventWord(kind, "weak", family)


MISHAPS: frozenset[EventKind] = frozenset(["attack", "accident"])
"""Kinds that are called incidents."""
_FIRST = 3
"""Sentences in which a verb tells what an article is about."""
_SITTING = "session"
"""The family of sittings, which can be rounds of talks."""
