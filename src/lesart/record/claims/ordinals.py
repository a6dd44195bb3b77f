"""Claims about the how-manieth: "zum dritten Mal", "das sechste Telefonat", "der dritte binnen zwei Jahren"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lesart.language.forms import Form
from lesart.language.layer import WORD
from lesart.record.claims.found import FoundClaim
from lesart.record.claims.spans import claim_span, span_of
from lesart.record.claims.stretch import Bounds, Stretch
from lesart.record.claims.words import ClaimWords, OrdinalPattern

_LETTERS = re.compile(r"[^\W\d_][\w-]*")


def ordinals(stretch: Stretch, words: ClaimWords, is_event: Callable[[str], bool]) -> Iterator[FoundClaim]:
    """The ordinal claims of a sentence; `is_event` tells whether a noun names something that happens."""
    taken: list[tuple[int, int]] = []
    numbers: set[int] = set()
    for pattern in words.ordinal:
        for match in pattern.pattern.finditer(stretch.text):
            if any(first < match.end() and match.start() < last for first, last in taken):
                continue
            number = 1 if pattern.first else words.number(match["ord"])
            scope = _scope(stretch, match.span(), words)
            if pattern.needs and scope and scope[0] < match.end() and match.start() < scope[1]:
                continue
            if (
                number in numbers
                or number is None
                or not _is_claim(stretch, match, pattern, scope is not None, words, is_event)
            ):
                continue
            taken.append(match.span())
            numbers.add(number)
            yield FoundClaim(
                span=claim_span(stretch, match.span(), scope, words),
                kind="ordinal",
                key=span_of(stretch, match.span()),
                number=number,
                scope=span_of(stretch, scope) if scope else None,
            )


def _scope(stretch: Stretch, key: Bounds, words: ClaimWords) -> Bounds | None:
    """The scope beside an ordinal; "in drei Monaten" before it is none."""
    scope = stretch.scope_near(*key)
    if scope and scope[0] < key[0] and words.counted.search(stretch.text[scope[0] : scope[1]]):
        return None
    return scope


def _is_claim(
    stretch: Stretch,
    match: re.Match[str],
    pattern: OrdinalPattern,
    scoped: bool,
    words: ClaimWords,
    is_event: Callable[[str], bool],
) -> bool:
    """Whether what the pattern needs is there, and its noun is one that can be counted."""
    if pattern.first:
        return True
    own = stretch.text[match.end("ord") : match.end()]
    behind = [word for word in _LETTERS.findall(words.of_kind.sub("", own)) if word[0].isupper()]
    noun = behind[-1].lower() if behind else ""
    if any(noun == none or noun.endswith(f"-{none}") for none in words.none):
        return False
    if pattern.needs == "scope":
        return scoped and not _stands_beside(stretch, match, words)
    if pattern.needs == "event":
        return (scoped or not noun or is_event(noun)) and not _goes_on(stretch, match, words)
    if pattern.needs == "named":
        later = (words.number(match["ord"]) or 0) > 1
        return is_event(noun) and (later or not _stands_beside(stretch, match, words))
    if pattern.needs == "object":
        later = (words.number(match["ord"]) or 0) > 1
        return later and is_event(noun) and not _stands_beside(stretch, match, words)
    return True


def _goes_on(stretch: Stretch, match: re.Match[str], words: ClaimWords) -> bool:
    """Whether the verb is an auxiliary of another: "ist die dritte Runde zu Ende gegangen"."""
    end = stretch.piece(match.end() - 1)[1]
    last = [token for token in stretch.tokens if token.kind == WORD and token.end - stretch.start <= end][-1:]
    return bool(last) and bool(last[0].form & Form.PARTICIPLE) and last[0].low not in words.been


def _stands_beside(stretch: Stretch, match: re.Match[str], words: ClaimWords) -> bool:
    """Whether a preposition puts it beside what is told: "nach ihrem ersten Treffen"."""
    before = stretch.text[: match.start()].split()
    return bool(before) and before[-1].lower() in words.beside
