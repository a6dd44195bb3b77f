"""A sentence in which claims are looked for: its text, its clauses by their signs, and the scopes that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from lesart.language.forms import FINITE, Form
from lesart.language.layer import WORD, Layer, Sentence, Token
from lesart.record.claims.words import ClaimWords

_SIGNS = re.compile(r"(?<!\d)[,;:](?=\s|$)|(?<=\d)[,;:](?=\s|$)|\s[–—-]\s|[„“”«»()\n]|[.!?]+$")
_SENTENCE = 1_000
"""Code points of a sentence that are read."""
_SCOPE = 9
"""Words of the longest scope."""

Bounds = tuple[int, int]
"""A stretch of a sentence: first code point and the one behind it."""


class Stretch(Struct, frozen=True):
    """One sentence; all places are counted from its start."""

    text: str
    start: int
    """Where it begins in its article."""
    tokens: Sequence[Token]
    pieces: Sequence[Bounds]
    scopes: Sequence[Bounds]
    words: ClaimWords

    def piece(self, at: int) -> Bounds:
        """The piece between two signs in which a place is."""
        return next((piece for piece in self.pieces if piece[0] <= at < piece[1]), (at, len(self.text)))

    def verbs_between(self, first: int, last: int) -> bool:
        """Whether a finite verb stands between two places."""
        return any(
            token.form & FINITE and first <= token.start - self.start and token.end - self.start <= last
            for token in self.tokens
        )

    def words_between(self, first: int, last: int) -> int:
        """How many words stand between two places."""
        return len(self.text[first:last].split())

    def scope_near(self, first: int, last: int, before: int = 4, after: int = 7) -> Bounds | None:
        """The scope that stands beside a phrase: some words before or behind it, no verb between them."""
        for scope in self.scopes:
            if scope[0] < last and first < scope[1]:
                return scope
        behind = [scope for scope in self.scopes if scope[0] >= last and self._joined(last, scope[0], after)]
        ahead = [scope for scope in self.scopes if scope[1] <= first and self._joined(scope[1], first, before)]
        return behind[0] if behind else ahead[-1] if ahead else None

    def _joined(self, first: int, last: int, most: int) -> bool:
        """Whether but a few words part two places, with at most a comma before the scope or its relative clause."""
        between = self.text[first:last]
        signs = [match for match in _SIGNS.finditer(between) if match[0].strip() not in ("", ",")]
        commas = between.count(",")
        if signs or commas > 1 or self.words_between(first, last) > most:
            return False
        behind = between.rpartition(",")[2].split()
        if not commas:
            return True
        word = behind[0] if behind else self.text[last:].split(maxsplit=1)[0]
        return word.lower() in self.words.relative or (
            not behind and bool(self.words.scope_start.match(self.text, last))
        )


def stretch_of(layer: Layer, sentence: Sentence, words: ClaimWords) -> Stretch:
    """A sentence with its pieces and scopes."""
    start = layer.tokens[sentence.first].start
    end = min(layer.tokens[sentence.last].end, start + _SENTENCE)
    text = layer.text[start:end]
    tokens = [token for token in layer.tokens[sentence.first : sentence.last + 1] if token.end <= end]
    pieces = _pieces(text)
    return Stretch(text, start, tokens, pieces, _scopes(text, start, tokens, pieces, words), words)


def _pieces(text: str) -> list[Bounds]:
    cuts = [match.span() for match in _SIGNS.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    found = []
    for first, last in zip(starts, ends, strict=True):
        stripped = text[first:last].strip()
        if stripped:
            begin = first + len(text[first:last]) - len(text[first:last].lstrip())
            found.append((begin, begin + len(stripped)))
    return found


def _scopes(
    text: str, start: int, tokens: Sequence[Token], pieces: Sequence[Bounds], words: ClaimWords
) -> list[Bounds]:
    """The scopes of a sentence in its order; one that begins with a word ends with its clause or before a verb."""
    found: list[Bounds] = []
    for match in words.scope_start.finditer(text):
        last = next((piece[1] for piece in pieces if piece[0] <= match.start() < piece[1]), len(text))
        own = [t for t in tokens if match.end() <= t.start - start and t.end - start <= last]
        opens = any(piece[0] == match.start() for piece in pieces) and _is_clause(own)
        end = (
            match.start() + len(text[match.start() : last].rstrip()) if opens else _end(text, start, match, own, words)
        )
        found.append((match.start(), end))
    for match in words.scope_whole.finditer(text):
        if not any(first < match.end() and match.start() < last for first, last in found):
            found.append(match.span())
    return sorted(found)


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether words are a clause of their own: "seit das Werk erweitert worden sei", its finite verb at the end.

    In "seit März hat sich die Zahl verdoppelt" another one stands before, and the last word only looks like one.
    """
    own = [token for token in tokens if token.kind == WORD]
    if len(own) < 2 or not own[-1].form & FINITE:
        return False
    return not any(token.form & FINITE and not token.form & Form.PARTICIPLE for token in own[:-_CLUSTER])


_CLUSTER = 3
"""Words at the end of a clause in which its verbs stand."""


def _end(text: str, start: int, match: re.Match[str], tokens: Sequence[Token], words: ClaimWords) -> int:
    """Where a scope that begins with "seit" ends: behind a time, before a verb or what is no part of its phrase."""
    if match[0].strip().lower() in words.scope_alone:
        return match.start() + len(match[0].rstrip())
    time = words.scope_time.match(text, match.end())
    if time:
        return time.end()
    end, noun, taken = match.end(), False, 0
    for token in tokens:
        verb = taken > 0 and token.form and not token.capital
        if verb or token.low in words.tails or taken > _SCOPE or (noun and token.low in words.scope_new):
            break
        noun = noun or token.capital
        taken += token.kind == WORD
        end = token.end - start
    return end
