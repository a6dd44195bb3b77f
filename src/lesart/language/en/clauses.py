"""The clauses of an English sentence: cut at its signs and behind verbs of saying."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.clause import COMPLEMENT, FRAGMENT, INFINITIVE, MAIN, QUESTION, RELATIVE, TAG, Clause
from lesart.language.en.phrases import noun_phrase
from lesart.language.en.verbs import look_up
from lesart.language.en.words import (
    AUXILIARIES,
    BARE_COMPLEMENTS,
    COMPLEMENTIZERS,
    COORDINATORS,
    MODALS,
    QUESTION_WORDS,
    RELATIVES,
    TOLD,
)
from lesart.language.forms import FINITE, Form
from lesart.language.layer import WORD, Token

_SIGNS = frozenset([",", ";", ":", "–", "—"])
_BARE = ""
"""The sign of a clause that follows its verb without any."""


def clauses(words: Sequence[Token], outside: Sequence[bool]) -> list[Clause]:
    """The clauses of a sentence; `outside[i]` tells whether word i stands outside quotation marks."""
    pieces: list[tuple[int, int, str]] = []
    first, sign = 0, ""
    for at, token in enumerate(words):
        if outside[at] and token.text in _SIGNS:
            if at > first:
                pieces.append((first, at - 1, sign))
            first, sign = at + 1, token.text
    last = len(words) - 1
    while last >= first and outside[last] and words[last].text in ".!?…":
        last -= 1
    if last >= first:
        pieces.append((first, last, sign))
    found: list[Clause] = []
    for start, end, before in pieces:
        found += _split(words, outside, start, end, before)
    return found


def _split(words: Sequence[Token], outside: Sequence[bool], first: int, last: int, sign: str) -> list[Clause]:
    """One clause, or the frame and its content where a verb of saying has one behind it."""
    clause = _clause(words, outside, first, last, sign)
    if clause.main < 0 or clause.lemma not in BARE_COMPLEMENTS | TOLD:
        return [clause]
    start = clause.main + 1
    if clause.lemma in TOLD:
        start = max(start, noun_phrase(words, start))
    if start >= last or not outside[start]:
        return [clause]
    inner = _clause(words, outside, start, last, _BARE)
    opens = words[start].low in COMPLEMENTIZERS
    if not opens and (inner.verb <= start or clause.lemma not in BARE_COMPLEMENTS):
        return [clause]
    frame = _clause(words, outside, first, start - 1, sign)
    inner.kind = COMPLEMENT
    return [frame, inner]


def _clause(words: Sequence[Token], outside: Sequence[bool], first: int, last: int, sign: str) -> Clause:
    clause = Clause(first, last, sign)
    for at in range(first, last + 1):
        if outside[at] and words[at].form & FINITE and not _is_infinitive(words, at, first):
            clause.verb = clause.main = at
            clause.lemma = look_up(words[at].low)[1]
            break
    if clause.lemma in AUXILIARIES or clause.lemma in MODALS:
        for at in range(clause.verb + 1, min(clause.verb + 5, last + 1)):
            form, lemma = look_up(words[at].low)
            if form & (Form.PARTICIPLE | Form.INFINITIVE) and lemma not in AUXILIARIES:
                clause.main, clause.auxiliary, clause.lemma = at, clause.lemma, lemma
                break
    clause.kind = _kind(words, clause)
    return clause


def _is_infinitive(words: Sequence[Token], at: int, first: int) -> bool:
    return at > first and words[at - 1].low == "to"


def _kind(words: Sequence[Token], clause: Clause) -> str:
    low = words[clause.first].low
    if clause.verb < 0:
        return INFINITIVE if low == "to" else FRAGMENT
    if low in COMPLEMENTIZERS:
        return COMPLEMENT
    if low in RELATIVES and clause.sign == ",":
        return RELATIVE
    if low in QUESTION_WORDS:
        return QUESTION
    short = clause.last - clause.main <= 3 and clause.main == clause.verb
    opens = low not in COORDINATORS and words[clause.first].kind == WORD
    if clause.sign == "," and short and opens and clause.lemma in BARE_COMPLEMENTS | TOLD:
        return TAG
    return MAIN
