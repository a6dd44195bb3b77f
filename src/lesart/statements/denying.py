"""How likely the words of a content say that something did not happen or is not so.

A logistic model of few signs; its weights were fitted on annotated dossiers (`bench/denials.py` says which, and how it
does on others).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import log
from pathlib import Path

from msgspec import Struct, convert

from lesart.language.clause import AS, QUESTION, RELATIVE, SUBORDINATE, Clause
from lesart.language.forms import Form
from lesart.language.layer import NUMBER, WORD, Token
from lesart.statements.grammar import Grammar

_DATA = Path(__file__).parent / "data"
_SHORT = 30
"""Words up to which a phrase that denies by itself, or says that something was no subject, decides for the content."""
_AT_END = 3
"""Words at the end of a clause or content, or at its beginning, among which its participle stands."""
_REACH = 4
"""Words behind a negation in which "mehr" belongs to it, and around a phrase in which a negation turns it round."""
_ASIDE = frozenset([RELATIVE, SUBORDINATE, AS, QUESTION])
"""Kinds of clause whose negation is not that of the content."""

SIGNS = (
    "negated",
    "happened",
    "known",
    "fewer",
    "no_more",
    "compared",
    "neither",
    "never",
    "false",
    "no_subject",
    "emphatic",
    "such",
    "length",
    "bias",
)


class _Words(Struct, frozen=True):
    """The words of the signs in one language, in lower case; phrases may end inside a word."""

    weights: Mapping[str, float]
    auxiliaries: frozenset[str]
    """Finite verbs of having and being."""
    known: frozenset[str]
    """Infinitives and words of knowing, of which one denies that one does."""
    numbers: frozenset[str]
    only: frozenset[str]
    """Words behind a negation that turn it into something else: "nicht nur"."""
    more: frozenset[str]
    compared: frozenset[str]
    """Words that open a comparison with all before, which a negation only ends."""
    neither: frozenset[str]
    never: frozenset[str]
    false: tuple[str, ...]
    no_subject: tuple[str, ...]
    emphatic: tuple[str, ...]
    such: frozenset[str]


@cache
def _words(language: str) -> _Words:
    weights = tomllib.loads((_DATA / "denials.toml").read_text(encoding="utf-8"))
    lists = tomllib.loads((_DATA / language / "denials.toml").read_text(encoding="utf-8"))
    return convert(weights | lists, type=_Words)


def denial_odds(content: Sequence[Token], grammar: Grammar, language: str) -> float:
    """Log-odds that a content denies, by its words alone."""
    weights = _words(language).weights
    return sum(weights[sign] * value for sign, value in signs(content, grammar, language).items())


def signs(content: Sequence[Token], grammar: Grammar, language: str) -> dict[str, float]:
    """The signs of `SIGNS` in a content: 0 or 1, but for its length, the logarithm of its words."""
    words = _words(language)
    clauses = _negated(content, grammar, words)
    negations = [at for clause in clauses for at in _negations(content, clause, grammar, words)]
    lows = [token.low for token in content]
    low = " " + " ".join(lows) + " "
    short = len(content) <= _SHORT
    found: dict[str, float] = {
        "negated": bool(clauses),
        "happened": any(_happened(content, clause, grammar, words) for clause in clauses),
        "known": any(_knows(content, clause, grammar, words) for clause in clauses),
        "fewer": any(_is_number(content, at + 1, words) for at in negations),
        "no_more": any(words.more.intersection(lows[at + 1 : at + 1 + _REACH]) for at in negations),
        "compared": bool(lows) and lows[0] in words.compared,
        "neither": any(lows[at] in words.neither for at in negations),
        "never": any(lows[at] in words.never for at in negations),
        "false": short and any(_says(low, f" {phrase}", grammar) for phrase in words.false),
        "no_subject": short and any(f" {phrase}" in low for phrase in words.no_subject),
        "emphatic": any(f" {phrase}" in low for phrase in words.emphatic),
        "such": not words.such.isdisjoint(lows),
        "length": log(1 + len(content)),
        "bias": 1,
    }
    return found


def _negated(content: Sequence[Token], grammar: Grammar, words: _Words) -> list[Clause]:
    """The clauses that carry what is said and have a negation."""
    if not any(token.low in grammar.NEGATIONS for token in content):
        return []
    clauses = [clause for clause in grammar.clauses(content, [True] * len(content)) if clause.kind not in _ASIDE]
    return [clause for clause in clauses if _negations(content, clause, grammar, words)]


def _negations(content: Sequence[Token], clause: Clause, grammar: Grammar, words: _Words) -> list[int]:
    """The places of a clause's negations; "nicht nur" is none."""
    places = [at for at in range(clause.first, clause.last + 1) if content[at].low in grammar.NEGATIONS]
    return [at for at in places if at == clause.last or content[at + 1].low not in words.only]


def _happened(content: Sequence[Token], clause: Clause, grammar: Grammar, words: _Words) -> bool:
    """Whether a clause has the perfect: "habe sie nicht angenommen", also around a relative clause."""
    inside = content[clause.first : clause.last + 1]
    if not any(token.low in words.auxiliaries for token in inside):
        return False
    said = [token for token in content if token.kind in (WORD, NUMBER)]
    places = (*inside[:_AT_END], *inside[-_AT_END:], *said[-_AT_END:])
    return any((token.form or grammar.look_up(token.low)[0]) & Form.PARTICIPLE for token in places)


def _knows(content: Sequence[Token], clause: Clause, grammar: Grammar, words: _Words) -> bool:
    """Whether a clause is of knowing: "wisse er nichts", "sei ihm nicht bekannt"."""
    inside = content[clause.first : clause.last + 1]
    return any(token.low in words.known or grammar.look_up(token.low)[1] in words.known for token in inside)


def _is_number(content: Sequence[Token], at: int, words: _Words) -> bool:
    """Whether a negation only bounds a number: "keine zwanzig Minuten"."""
    return at < len(content) and (content[at].kind == NUMBER or content[at].low in words.numbers)


def _says(low: str, phrase: str, grammar: Grammar) -> bool:
    """Whether a phrase stands in a text without a negation near it in its stretch: "ein Märchen sei das nicht"."""
    before, found, behind = low.partition(phrase)
    near = before.rpartition(",")[2].split()[-_REACH:] + behind.partition(",")[0].split()[:_REACH]
    return bool(found) and grammar.NEGATIONS.isdisjoint(near)
