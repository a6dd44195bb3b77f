"""The clauses of a German sentence by their signs, first words and verbs.

A sentence is cut at commas, semicolons, colons and dashes outside quotation marks and brackets. Of every piece the
kind is told by its first word and the place of its finite verb, and the mood by the form of that verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.clause import (
    AS,
    COMPLEMENT,
    FRAGMENT,
    INFINITIVE,
    MAIN,
    QUESTION,
    RELATIVE,
    SUBORDINATE,
    Clause,
)
from lesart.language.de.phrases import is_attribute, is_noun
from lesart.language.de.verbs import KNOWN, PARTICLES, look_up
from lesart.language.de.words import (
    APPRAISALS,
    AUXILIARIES,
    COMPARISONS,
    COMPLEMENTIZERS,
    COORDINATORS,
    DAYS,
    DETERMINERS,
    FIRST_PERSON,
    INFINITIVE_MARKS,
    MODALS,
    POSTPOSITIONS,
    PURPOSES,
    QUESTION_WORDS,
    RELATIVES,
    SUBORDINATORS,
)
from lesart.language.forms import FINITE, PAST_OR_PRESENT, Form
from lesart.language.layer import MARK, WORD, Token

_SIGNS = frozenset([",", ";", ":", "–", "—"])
_PARTICLES = frozenset(PARTICLES)


def clauses(words: Sequence[Token], outside: Sequence[bool]) -> list[Clause]:
    """The clauses of a sentence; `outside[i]` tells whether word i stands outside quotation marks."""
    found = []
    first, sign, depth = 0, "", 0
    for at, token in enumerate(words):
        if not outside[at]:
            continue
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and (token.text in _SIGNS or (token.text == "-" and _spaced(words, at))):
            if at > first:
                found.append(_clause(words, outside, first, at - 1, sign))
            first, sign = at + 1, token.text
    last = len(words) - 1
    while last >= first and outside[last] and words[last].text in ".!?…":
        last -= 1
    if last >= first:
        found.append(_clause(words, outside, first, last, sign))
    return found


def _spaced(words: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands alone, as a dash."""
    return 0 < at < len(words) - 1 and words[at - 1].end < words[at].start and words[at].end < words[at + 1].start


def _clause(words: Sequence[Token], outside: Sequence[bool], first: int, last: int, sign: str) -> Clause:
    clause = Clause(first, last, sign)
    finite = _finite_verb(words, outside, first, last)
    if finite >= 0:
        _set_predicate(clause, words, outside, finite)
    clause.kind = _kind(words, outside, clause)
    return clause


def _kind(words: Sequence[Token], outside: Sequence[bool], clause: Clause) -> str:
    at = clause.first
    if words[at].low in COORDINATORS and at < clause.last:
        at += 1
    low = words[at].low
    if clause.verb < 0:
        has_infinitive = any(
            outside[i] and (words[i].form & Form.ZU_INFINITIVE or _zu_infinitive(words, i, clause.last))
            for i in range(clause.first, clause.last + 1)
        )
        if has_infinitive:
            return SUBORDINATE if low in PURPOSES else INFINITIVE
        return FRAGMENT
    if low in COMPLEMENTIZERS:
        return COMPLEMENT
    if low in COMPARISONS and clause.verb > at + 1 and clause.verb >= clause.last - 2:
        return AS
    verb_last = clause.verb > at + 1
    if low in QUESTION_WORDS and verb_last:
        return QUESTION
    if low in RELATIVES and clause.sign == "," and verb_last and clause.verb >= clause.last - 1:
        return MAIN if clause.mood == 1 and _follows_verb(words, clause) else RELATIVE
    if low in APPRAISALS and clause.verb <= at + _APPRAISED and clause.verb < clause.last - 1:
        return MAIN
    quoted = at < clause.last and words[at + 1].kind == MARK == words[clause.verb - 1].kind
    if low in SUBORDINATORS and verb_last and words[clause.verb - 1].low != low and not quoted:
        return SUBORDINATE
    if clause.sign == "," and at < clause.last and words[at + 1].low in RELATIVES and verb_last:
        return RELATIVE if clause.verb >= clause.last - 1 else MAIN
    return MAIN


_APPRAISED = 3
"""Words up to the verb of a main clause that opens with what something is taken for: "Als Affront wertete er das"."""


def _follows_verb(words: Sequence[Token], clause: Clause) -> bool:
    """Whether an article, not a relative pronoun, opens the clause: what it hangs on is no noun but a verb or a day.

    Behind the article stands a noun; or the verb is not last, as it would be in a relative clause.
    """
    before = words[clause.first - 2] if clause.first > 1 else None
    behind = words[clause.first + 1]
    free = before is not None and (not is_noun(before) or before.low in DAYS or clause.verb < clause.last)
    return free and (behind.capital or is_attribute(words, clause.first + 1))


def _zu_infinitive(words: Sequence[Token], at: int, last: int) -> bool:
    return words[at].low in INFINITIVE_MARKS and at < last and bool(words[at + 1].form & Form.INFINITIVE)


def _finite_verb(words: Sequence[Token], outside: Sequence[bool], first: int, last: int) -> int:
    """The place of the finite verb: the surest form, the earliest of equals; -1 for none."""
    best, best_score = -1, 0
    for at in range(first, last + 1):
        token = words[at]
        if not token.form & FINITE or not outside[at]:
            continue
        score = _finite_score(words, outside, at, first, last)
        if score > best_score:
            best, best_score = at, score
    return best


def _finite_score(words: Sequence[Token], outside: Sequence[bool], at: int, first: int, last: int) -> int:
    """How surely a word is the finite verb of its clause: 0 (it is not) to 4."""
    token = words[at]
    low = token.low
    if low in DETERMINERS or low in POSTPOSITIONS or (at > first and words[at - 1].low in INFINITIVE_MARKS):
        return 0
    follows_noun = at < last and is_noun(words[at + 1])
    if follows_noun and at > first and low.endswith(("te", "ten", "e", "en")):
        before = words[at - 1]
        modifies = before.low in DETERMINERS or (before.kind == WORD and is_attribute(words, at - 1))
        if modifies and token.form & Form.PARTICIPLE == 0 and look_up(low)[1] not in AUXILIARIES:
            return 0
    if look_up(low)[1] in AUXILIARIES or look_up(low)[1] in MODALS:
        if token.form & Form.INFINITIVE:
            return 2 if token.form & Form.PLURAL else 0
        return 4
    if token.form & Form.INFINITIVE:
        return 1
    if token.form & Form.PARTICIPLE:
        return 1 if at in (first, first + 1) else 2
    return 3


def _set_predicate(clause: Clause, words: Sequence[Token], outside: Sequence[bool], finite: int) -> None:
    token = words[finite]
    lemma = look_up(token.low)[1]
    clause.verb = clause.main = finite
    clause.lemma = lemma
    clause.mood = _mood(words, token, clause)
    if lemma in AUXILIARIES or lemma in MODALS:
        for at in range(clause.last, clause.first - 1, -1):
            form = words[at].form
            if at == finite or not outside[at] or not form:
                continue
            if form & (Form.PARTICIPLE | Form.INFINITIVE | Form.ZU_INFINITIVE):
                deeper = look_up(words[at].low)[1]
                if deeper in AUXILIARIES and at - 1 > clause.first and words[at - 1].form & Form.PARTICIPLE:
                    at -= 1
                    deeper = look_up(words[at].low)[1]
                clause.main, clause.lemma, clause.auxiliary = at, deeper, lemma
                return
        return
    last = clause.last
    if last == finite and finite > clause.first and words[finite - 1].low + lemma in KNOWN:
        clause.particle = finite - 1
        clause.lemma = words[finite - 1].low + lemma
        return
    if last > finite and outside[last] and words[last].low in _PARTICLES and words[last].low + lemma in KNOWN:
        clause.particle = last
        clause.lemma = words[last].low + lemma


def _mood(words: Sequence[Token], token: Token, clause: Clause) -> int:
    form = token.form
    if form & Form.SUBJUNCTIVE1:
        if not form & PAST_OR_PRESENT:
            return 1
        if form & Form.FIRST and form & Form.SINGULAR and not form & Form.PRETERITE:
            around = words[clause.first : clause.last + 1]
            return 0 if any(word.low in FIRST_PERSON for word in around) else 1
    if form & Form.SUBJUNCTIVE2:
        return 2
    return 0
