"""Counts that somebody gives: "9500 Menschen zählte die Polizei, 16.000 das Bündnis", "der Rechnungshof kam auf 890".

Both engines find summed-up speech acts; what only counts is seldom among them, and then its figure would be nobody's.
These are added where neither found anything.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct
from msgspec.structs import replace

from lesart.language import module
from lesart.language.clause import FRAGMENT, MAIN, Clause
from lesart.language.layer import NUMBER, WORD, Layer, Token
from lesart.language.quantities import Quantity
from lesart.statements.adding import with_more
from lesart.statements.draft import Draft, View, views
from lesart.statements.grammar import Grammar, Scene
from lesart.statements.lexicon import lexicon
from lesart.statements.rules.verb_frames import broken_subject, cue_of, is_nobody, persons

_DATA = Path(__file__).parent / "data"
_SHARE = 0.3
"""Share of a clause's words from which it is said already."""
_BEFORE = 4
"""Words before a number in which the preposition of its verb can stand: "auf mindestens rund 90"."""


class _Language(Grammar, Protocol):
    """What this rule asks of a language besides."""

    def quantities(self, tokens: Sequence[Token]) -> list[Quantity]:
        """The quantities of a text."""
        ...


class _Words(Struct, frozen=True):
    verbs: dict[str, tuple[str, ...]]
    """Verb -> prepositions of which one stands before its number; empty where it needs none."""
    bare: frozenset[str]
    """Verbs that give a count only where nothing is named behind the number: "kam auf 170", not "auf 29 Sitze"."""
    measured: tuple[str, ...]
    """Endings of nouns before the verb that are counted, and do not count: "Die Zahl der Toten gab er mit 19 an"."""
    nobody: frozenset[str]
    articles: frozenset[str]
    bounds: frozenset[str]
    joining: frozenset[str]
    """What stands before a count that leaves its verb out."""
    pronouns: frozenset[str]
    """Those that can mean who counts."""


@cache
def _words(language: str) -> _Words | None:
    path = _DATA / language / "counting.toml"
    if not path.exists():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {name: frozenset(data[name]) for name in ("bare", "nobody", "articles", "bounds", "joining", "pronouns")}
    verbs = {verb: tuple(before.split()) for verb, before in data["verbs"].items()}
    return _Words(verbs=verbs, measured=tuple(data["measured"]), **lists)


def with_counts(drafts: list[Draft], layer: Layer, language: str) -> list[Draft]:
    """The statements of an article with those that only count, in order, each with its parent's place."""
    words = _words(language)
    if words is None:
        return drafts
    grammar = cast(_Language, module(language))
    cues = lexicon(language)
    quantities = [q for q in grammar.quantities(layer.tokens) if not q.when]
    found: list[Draft] = []
    at = 0
    for view in views(layer):
        first, last = view.sentence.first, view.sentence.last
        while at < len(quantities) and quantities[at].number < first:
            at += 1
        here = []
        while at < len(quantities) and quantities[at].number <= last:
            here.append(quantities[at])
            at += 1
        if here:
            scene = Scene(view, grammar.clauses(view.words, view.outside), cues, grammar)
            found += [*_of_sentence(scene, here, grammar, words), *_tagged(scene, here)]
    for draft in drafts:
        if draft.form == "reported" and draft.speaker:
            _end_before(draft, [other for other in found if other.first > draft.speaker[0][1]])
    return with_more(drafts, found, _SHARE)


def _end_before(act: Draft, others: Sequence[Draft]) -> None:
    """Cut what others count off a speech act that goes on over them: "sprach von 40, | Klinikchef Oltmann von 60".

    Where that is all of it, it is theirs.
    """
    for other in others:
        first, last = act.content[-1]
        if first < other.first <= last and other.speaker != act.speaker:
            act.content[-1] = first, other.first - 2
            return
        if act.first >= other.first and act.last <= other.last + 1:
            act.speaker = other.speaker
            return


def _tagged(scene: Scene, quantities: Sequence[Quantity]) -> list[Draft]:
    """A bare number with who gives it behind: "Zwanzig Minuten, sagt die Ministerin"."""
    if len(scene.clauses) < _TAGGED or scene.clauses[0].kind != FRAGMENT or not scene.view.outside[0]:
        return []
    said, tag = scene.clauses[:_TAGGED]
    verb = scene.lexicon.verbs.get(tag.lemma) if tag.verb_first and tag.sign == "," else None
    first, last = scene.view.span(said.first, said.last)
    if verb is None or not any(first <= quantity.number <= last for quantity in quantities):
        return []
    speaker, _ = persons(replace(scene, clauses=[tag]), tag, verb)
    if speaker is None or is_nobody(scene, speaker):
        return []
    frame = scene.view.span(tag.first, tag.last)
    return [
        Draft(
            "count", "indirect", "Speech", [(first, last)], [scene.view.span(*speaker)], cue_of(scene, tag), [], [frame]
        )
    ]


_TAGGED = 2
"""Clauses of a number and who gives it."""


def _of_sentence(scene: Scene, quantities: Sequence[Quantity], grammar: _Language, words: _Words) -> list[Draft]:
    view = scene.view
    places = {word.index: place for place, word in enumerate(view.words)}
    found: list[Draft] = []
    for clause in scene.clauses:
        lemma = clause.lemma
        if clause.kind != MAIN or clause.verb < 0 or lemma not in words.verbs or not view.outside[clause.verb]:
            continue
        own = [q for q in quantities if clause.first <= places.get(q.number, -1) <= clause.last]
        if not any(_is_given(view, places, q, lemma, words) for q in own):
            continue
        speaker = broken_subject(scene, clause) or _speaker(
            view, clause, [places[q.number] for q in own], grammar, words
        )
        if speaker is not None:
            found.append(_draft(view, clause.first, clause.last, speaker))
            found += _others(view, clause, quantities, places, grammar, words)
    return found


def _is_given(view: View, places: dict[int, int], quantity: Quantity, lemma: str, words: _Words) -> bool:
    """Whether a number is what a verb gives."""
    if lemma in words.bare and quantity.unit:
        return False
    first = places.get(quantity.first, 0)
    before = {word.low for word in view.words[max(0, first - _BEFORE) : first]}
    return not words.verbs[lemma] or bool(before & set(words.verbs[lemma]))


def _speaker(
    view: View, clause: Clause, numbers: Sequence[int], grammar: _Language, words: _Words
) -> tuple[int, int] | None:
    """Who counts: the subject, or where that is what is counted, the phrase behind the verb."""
    for part in (clause, replace(clause, first=clause.verb)):
        subject = grammar.subject(view.words, part)
        if subject is None:
            continue
        counted = any(subject[0] <= number <= subject[1] for number in numbers)
        if counted and subject[0] > clause.verb:
            # A number behind the subject is easily taken for a part of it: "zählte die Polizei 44 Leute".
            end = min(number for number in numbers if subject[0] <= number <= subject[1]) - 1
            while end > subject[0] and view.words[end].low in words.bounds:
                end -= 1
            subject, counted = (subject[0], end), end < subject[0]
        phrase = view.words[subject[0] : subject[1] + 1]
        heads = [word.low for word in phrase if word.capital and word.kind == WORD and word.low not in words.articles]
        measured = bool(heads) and heads[0].endswith(words.measured)
        opener = view.words[subject[0]].low
        nobody = subject[0] == subject[1] and opener in words.nobody
        if not counted and not measured and (heads or opener in words.pronouns) and not nobody:
            return subject
    return None


def _others(
    view: View,
    clause: Clause,
    quantities: Sequence[Quantity],
    places: dict[int, int],
    grammar: _Language,
    words: _Words,
) -> list[Draft]:
    """Who else counts, without the verb: ", 16.000 das Bündnis", ", Klinikchef Oltmann von 60"."""
    found = []
    for quantity in quantities:
        first, number = places.get(quantity.first, -1), places.get(quantity.number, -1)
        if first <= clause.last:
            continue
        before = _counting_before(view, clause, first, grammar, words)
        if before is not None:
            found.append(_draft(view, before[0], places.get(quantity.last, number), before))
            continue
        if number + 1 >= len(view.words) or view.words[number + 1].low not in words.articles:
            continue
        end = grammar.noun_phrase(view.words, number + 1)
        if view.words[first - 1].low in words.joining and end > number + 2:
            found.append(_draft(view, first, end - 1, (number + 1, end - 1)))
    return found


def _counting_before(
    view: View, clause: Clause, first: int, grammar: _Language, words: _Words
) -> tuple[int, int] | None:
    """Who stands before a count, and before the preposition that the verb before has with it."""
    prepositions = words.verbs[clause.lemma]
    end = first
    while end > clause.last + 1 and view.words[end - 1].low in words.bounds - set(prepositions):
        end -= 1
    if prepositions and view.words[end - 1].low not in prepositions:
        return None
    end -= bool(prepositions)
    for at in range(clause.last + 1, end):
        opens = view.words[at].capital or view.words[at].low in words.articles
        if opens and view.words[at - 1].low in words.joining and grammar.noun_phrase(view.words, at) == end:
            return at, end - 1
    return None


def _draft(view: View, first: int, last: int, speaker: tuple[int, int]) -> Draft:
    while last > first and view.words[last].kind not in (WORD, NUMBER):
        last -= 1
    return Draft(
        rule="count",
        form="reported",
        medium="Speech",
        content=[view.span(first, last)],
        speaker=[view.span(*speaker)],
    )
