"""Claims that something is the most or the least: "die größte seit Beginn des Kriegs", "so lange wie nie"."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.language.forms import FINITE
from lesart.model import ClaimDirection
from lesart.record.claims.found import FoundClaim
from lesart.record.claims.spans import claim_span, span_of
from lesart.record.claims.stretch import Bounds, Stretch
from lesart.record.claims.words import ClaimWords, Dimension


def superlatives(stretch: Stretch, words: ClaimWords) -> Iterator[FoundClaim]:
    """The superlative claims of a sentence."""
    taken: list[Bounds] = []
    parts = [*_patterns(stretch, words), *_adjectives(stretch, words), *_others(stretch, words)]
    for key, number, direction, dimension, scope in parts:
        if any(first < key[1] and key[0] < last for first, last in taken):
            continue
        taken.append(key)
        yield FoundClaim(
            span=claim_span(stretch, key, scope, words),
            kind="superlative",
            key=span_of(stretch, key),
            number=number,
            direction=direction,
            dimension=dimension,
            scope=span_of(stretch, scope) if scope else None,
        )


_Part = tuple[Bounds, int, ClaimDirection, Dimension, Bounds | None]


def _adjectives(stretch: Stretch, words: ClaimWords) -> Iterator[_Part]:
    """Superlatives with a scope beside them."""
    for match in words.sup.finditer(stretch.text):
        scope = stretch.scope_near(*match.span())
        measure = words.measure(match["adj"])
        if scope is None or measure is None:
            continue
        said = stretch.text[scope[0] : scope[1]]
        if words.counted.search(said):
            continue
        if match["adj"] in words.strict and not words.strict_scope.search(said):
            continue
        if scope[0] < match.end() and match.start() < scope[1]:
            continue
        if stretch.verbs_between(min(match.end(), scope[1]), max(match.start(), scope[0])):
            continue
        rank = words.number(match["rank"]) if match["rank"] else 1
        yield match.span(), rank or 1, *measure, scope


def _others(stretch: Stretch, words: ClaimWords) -> Iterator[_Part]:
    """Superlatives of adjectives that are not in the list, with a scope beside them: "der engste seit langem"."""
    verbs = {token.start - stretch.start for token in stretch.tokens if token.form & FINITE}
    for match in words.other.finditer(stretch.text):
        scope = stretch.scope_near(*match.span())
        known = match["adj"].startswith(words.not_other) or words.number(match["adj"]) is not None
        counted = scope is not None and words.counted.search(stretch.text[scope[0] : scope[1]])
        if scope is not None and not counted and not known and match.start("adj") not in verbs:
            yield match.span(), 1, "most", "", scope


def _patterns(stretch: Stretch, words: ClaimWords) -> Iterator[_Part]:
    """Claims whose words say themselves that nothing was more or less."""
    for pattern in words.superlative:
        for match in pattern.finditer(stretch.text):
            groups = match.groupdict()
            scope = stretch.scope_near(*match.span())
            measure = words.measure(groups["adj"]) if groups.get("adj") else None
            if measure is not None:
                yield match.span(), 1, *measure, scope
            elif groups.get("most") or groups.get("least"):
                before = stretch.text[: match.start()].split()[-1:]
                if scope is not None or (before and words.record_needs.fullmatch(before[0])):
                    yield match.span(), 1, "most" if groups.get("most") else "least", "any", scope
