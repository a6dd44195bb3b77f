"""Titles that are shortened and part of no name: "Dr.", "Prof.", "Oberst a. D.", "Dr. h. c."."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.layer import Token
from lesart.parties.lexicon import PartyWords

_SHORTENED = 2
"""Tokens of "Dr.", and of each letter of "a. D."."""


def titles_end(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> int:
    """The place behind the titles that begin at a place; the place itself where none does."""
    while (length := _length(tokens, at, lexicon)) > 0:
        at += length
    return at


def titles_start(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> int:
    """The place where the titles right before a place begin; the place itself where there are none."""
    while True:
        length = next((n for n in (_SHORTENED, 2 * _SHORTENED) if n <= at and _length(tokens, at - n, lexicon) == n), 0)
        if not length:
            return at
        at -= length


def without_titles(words: Sequence[Token], lexicon: PartyWords) -> list[Token]:
    """The words of a phrase without its titles."""
    found: list[Token] = []
    at = 0
    while at < len(words):
        end = titles_end(words, at, lexicon)
        if end == at:
            found.append(words[at])
            end += 1
        at = end
    return found


def _length(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> int:
    """The tokens of the title that begins at a place: two of "Dr.", four of "a. D."; 0 where none does."""
    if not _is_shortened(tokens, at):
        return 0
    if tokens[at].low in lexicon.titles:
        return _SHORTENED
    letters = len(tokens[at].text) == 1 and not tokens[at].capital and _is_shortened(tokens, at + _SHORTENED)
    return 2 * _SHORTENED if letters and len(tokens[at + _SHORTENED].text) == 1 else 0


def _is_shortened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop stands right behind a word."""
    return at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end
