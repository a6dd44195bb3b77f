"""What is known of each word before the model reads it: quotation marks, verb forms, clauses, cue words, the rules.

One row a word, one column a yes or no. The model was trained with these columns in this order; `COLUMNS` stands in
its settings, and a model with other columns is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from lesart.language import clause as kinds
from lesart.language import module
from lesart.language.clause import Clause
from lesart.language.layer import MARK, NUMBER, POINT, WORD, Layer, Token
from lesart.statements.confidence import confidence_of
from lesart.statements.draft import Draft, View, views
from lesart.statements.grammar import Grammar
from lesart.statements.lexicon import Lexicon, lexicon

Signals = NDArray[np.float32]
"""Shape [words, len(COLUMNS)], 0 or 1."""

_SHAPE = ("capital", "number", "mark", "point")
_PLACE = ("sentence_first", "sentence_last", "paragraph_first", "quoted", "quoted_twice", "opens", "closes")
_FORMS = tuple(f"form_{bit}" for bit in range(11))
_CLAUSES = (
    kinds.MAIN,
    kinds.COMPLEMENT,
    kinds.QUESTION,
    kinds.RELATIVE,
    kinds.SUBORDINATE,
    kinds.AS,
    kinds.INFINITIVE,
    kinds.FRAGMENT,
    kinds.TAG,
)
_CLAUSE = (*(f"in_{kind}" for kind in _CLAUSES), "mood_1", "mood_2", "clause_first", "finite", "carries")
_TAKES = "ciqnpw"
_CUES = (*(f"cue_{letter}" for letter in _TAKES), "cue_noun", "source_noun", "source_word", "anaphoric", "so")
FORMS = ("direct", "indirect", "reported", "free_indirect", "indirect_free_indirect")
_RULES = (
    *(f"outer_{form}" for form in FORMS),
    "outer_first",
    "outer_last",
    *(f"inner_{form}" for form in FORMS),
    "inner_first",
    "inner_last",
    "rule_speaker",
    "rule_cue",
    "rule_addressee",
    "rule_frame",
    "rule_sure",
    "rule_unsure",
)
COLUMNS = (*_SHAPE, *_PLACE, *_FORMS, *_CLAUSE, *_CUES, *_RULES)
_AT = {name: place for place, name in enumerate(COLUMNS)}
_SURE, _UNSURE = 0.7, 0.5
"""Shares of right statements from which a rule counts as sure, and below which as unsure."""


def signals(layer: Layer, language: str, drafts: Sequence[Draft]) -> tuple[list[Token], Signals]:
    """The words of an article (all tokens but the ends of lines) and a row of signals for each."""
    places: dict[int, int] = {}
    words: list[Token] = []
    seen = views(layer)
    for view in seen:
        for word in view.words:
            places[word.index] = len(words)
            words.append(word)
    table = np.zeros((len(words), len(COLUMNS)), np.float32)
    grammar, cues = cast(Grammar, module(language)), lexicon(language)
    source = cues.words["before"] | cues.words["behind"] | cues.words["relay"] | cues.words["follow"]
    for place, word in enumerate(words):
        _mark_word(table[place], word, cues, source)
    paragraph = -1
    for view in seen:
        if view.words:
            _mark_sentence(table, places, view, view.sentence.paragraph != paragraph)
            paragraph = view.sentence.paragraph
            for clause in grammar.clauses(view.words, view.outside):
                _mark_clause(table, places[view.words[0].index], clause, cues)
    _mark_quotations(table, places, layer)
    _mark_drafts(table, places, drafts, language)
    return words, table


def _mark_word(row: NDArray[Any], word: Token, cues: Lexicon, source: frozenset[str]) -> None:
    row[_AT["capital"]] = word.kind == WORD and word.capital
    row[_AT["number"]], row[_AT["mark"]], row[_AT["point"]] = word.kind == NUMBER, word.kind == MARK, word.kind == POINT
    if word.kind != WORD:
        return
    for bit in range(len(_FORMS)):
        if word.form >> bit & 1:
            row[_AT["form_0"] + bit] = 1
    row[_AT["cue_noun"]] = word.low in cues.nouns
    row[_AT["source_noun"]] = cues.is_source_noun(word.low)
    row[_AT["source_word"]] = word.low in source
    row[_AT["anaphoric"]] = word.low in cues.words["anaphoric"] or word.low in cues.words["relative"]
    row[_AT["so"]] = word.low in cues.words["so"]


def _mark_sentence(table: Signals, places: dict[int, int], view: View, opens: bool) -> None:
    first, last = places[view.words[0].index], places[view.words[-1].index]
    table[first, _AT["sentence_first"]] = 1
    table[last, _AT["sentence_last"]] = 1
    table[first, _AT["paragraph_first"]] = opens


def _mark_clause(table: Signals, base: int, clause: Clause, cues: Lexicon) -> None:
    here = slice(base + clause.first, base + clause.last + 1)
    table[here, _AT[f"in_{clause.kind}"]] = 1
    if clause.mood:
        table[here, _AT[f"mood_{clause.mood}"]] = 1
    table[base + clause.first, _AT["clause_first"]] = 1
    cue = cues.verbs.get(clause.lemma)
    for verb, name in ((clause.verb, "finite"), (clause.main, "carries")):
        if verb >= 0:
            table[base + verb, _AT[name]] = 1
            if cue:
                for letter in cue.takes:
                    table[base + verb, _AT[f"cue_{letter}"]] = 1


def _mark_quotations(table: Signals, places: dict[int, int], layer: Layer) -> None:
    for quotation in layer.quotations:
        first, last = places.get(quotation.first), places.get(quotation.last)
        if first is None or last is None:
            continue
        table[first : last + 1, _AT["quoted_twice" if quotation.depth else "quoted"]] = 1
        table[first, _AT["opens"]] = 1
        table[last, _AT["closes"]] = 1


def _mark_drafts(table: Signals, places: dict[int, int], drafts: Sequence[Draft], language: str) -> None:
    for draft in drafts:
        level = "inner" if draft.parent >= 0 else "outer"
        share = confidence_of(draft.rule, language)
        for number, (first, last) in enumerate(draft.content):
            here = slice(places[first], places[last] + 1)
            table[here, _AT[f"{level}_{draft.form}"]] = 1
            table[places[last], _AT[f"{level}_last"]] = 1
            if not number:
                table[places[first], _AT[f"{level}_first"]] = 1
            if share >= _SURE:
                table[here, _AT["rule_sure"]] = 1
            elif share < _UNSURE:
                table[here, _AT["rule_unsure"]] = 1
        for role in ("speaker", "cue", "addressee", "frame"):
            for first, last in getattr(draft, role):
                table[places[first] : places[last] + 1, _AT[f"rule_{role}"]] = 1
