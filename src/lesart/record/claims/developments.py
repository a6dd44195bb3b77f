"""Claims that something has changed since: "seit dem Frühjahr haben die Angriffe zugenommen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.language import module
from lesart.language.layer import BREAK
from lesart.model import ClaimDirection, Span
from lesart.record.claims.found import FoundClaim
from lesart.record.claims.spans import claim_span, span_of
from lesart.record.claims.stretch import Bounds, Stretch
from lesart.record.claims.words import ClaimWords

_NEAR = 25
"""Words between a scope and the word of change, at the most."""
_COMMAS = 2
"""Commas there: one clause can stand between the two, "seit dem Frühjahr, hob er hervor, folgten ..."."""


def developments(stretch: Stretch, words: ClaimWords, language: str) -> Iterator[FoundClaim]:
    """The claims of a development in a sentence; one a scope."""
    ways: tuple[tuple[ClaimDirection, re.Pattern[str]], ...] = (
        ("none", words.level),
        ("up", words.up),
        ("down", words.down),
    )
    taken: list[Bounds] = []
    for scope in _scopes(stretch, words):
        changes = [
            (abs(match.start() - scope[0]), match.span(), direction)
            for direction, pattern in ways
            for match in pattern.finditer(stretch.text)
            if _is_near(stretch, match.span(), scope, _COMMAS if direction != "none" else 0)
        ]
        changes = changes or list(_behind(stretch, scope, words))
        if not changes:
            continue
        _, key, direction = min(changes)
        if words.negation.fullmatch((stretch.text[: key[0]].split() or [""])[-1]):
            direction = "none"
        if key in taken:
            continue
        taken.append(key)
        yield FoundClaim(
            span=claim_span(stretch, key, scope, words),
            kind="since",
            key=span_of(stretch, key),
            direction=direction,
            dimension="any",
            scope=span_of(stretch, scope),
            measure=_subject(stretch, key, language),
        )


def _behind(stretch: Stretch, scope: Bounds, words: ClaimWords) -> Iterator[tuple[int, Bounds, ClaimDirection]]:
    """A comparative right behind a scope that opens the sentence: "Seit ..., kommen weniger Kunden"."""
    ways: tuple[tuple[ClaimDirection, re.Pattern[str]], ...] = (("up", words.behind_up), ("down", words.behind_down))
    for direction, pattern in ways if scope[0] == 0 else ():
        match = pattern.search(stretch.text, scope[1])
        if match and len(stretch.text[scope[1] : match.start()].split()) <= _BESIDE:
            yield match.start(), match.span(), direction


_BESIDE = 4
"""Words between such a scope and the comparative."""


def _subject(stretch: Stretch, key: Bounds, language: str) -> Span | None:
    """The subject of the clause in which a word of change stands."""
    grammar = module(language)
    words = [token for token in stretch.tokens if token.kind != BREAK]
    for clause in grammar.clauses(words, [True] * len(words)):
        first, last = words[clause.first].start - stretch.start, words[clause.last].end - stretch.start
        if first <= key[0] < last:
            found = grammar.subject(words, clause)
            return Span(words[found[0]].start, words[found[1]].end) if found else None
    return None


def _scopes(stretch: Stretch, words: ClaimWords) -> Iterator[Bounds]:
    """The scopes that a development can have: from a day on, or over a span of time."""
    for scope in stretch.scopes:
        said = stretch.text[scope[0] : scope[1]]
        if words.scope_start.match(stretch.text, scope[0]) and not words.not_scope.search(said):
            yield scope
    for match in words.spans.finditer(stretch.text):
        yield match.span()


def _is_near(stretch: Stretch, change: Bounds, scope: Bounds, commas: int) -> bool:
    """Whether a word of change belongs to a scope: in its clause, or in the one that it stands before or behind."""
    if scope[0] <= change[0] < scope[1] or scope[0] < change[1] <= scope[1]:
        return False
    first, last = min(change[1], scope[1]), max(change[0], scope[0])
    between = stretch.text[first:last]
    return between.count(",") <= commas and not set(";:–") & set(between) and len(between.split()) <= _NEAR
