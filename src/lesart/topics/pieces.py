"""Statements cut at the ends of sentences, at semicolons, and where a list of subjects goes on: the grain of a
comparison.

A statement may run over a paragraph and over several topics; what one teller says and another does not is to be
seen sentence by sentence. A piece keeps everything of its statement but its content and its modality: what is denied in
one sentence is not in the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from msgspec.structs import replace

from lesart.language import module
from lesart.language.layer import BREAK, Layer, Token
from lesart.language.ordered import Ordered
from lesart.model import Modality, Reading, Span, Statement
from lesart.statements.grammar import Grammar
from lesart.statements.modality import modality_of_words
from lesart.topics.terms import words_of


def cut(reading: Reading, layer: Layer) -> list[Statement]:
    """The statements of a reading, those over several stretches in pieces with `.1`, `.2` behind their ids."""
    starts, ends = _stretches(layer, words_of(reading.article.language or "", "goes_on"))
    tokens = Ordered[Token]((token for token in layer.tokens if token.kind != BREAK), lambda token: token.start)
    pieces: list[Statement] = []
    cut_ids: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        parts = _parts(statement.content, starts, ends, layer.text)
        if len(parts) < 2:
            made = [statement]
        else:
            modes = _modalities(statement, parts, tokens, reading.article.language or "")
            made = [
                replace(statement, id=f"{statement.id}.{number}", content=part, modality=mode)
                for number, (part, mode) in enumerate(zip(parts, modes, strict=True), 1)
            ]
        cut_ids[statement.id] = made
        pieces += [replace(piece, parent=_parent(piece, cut_ids)) for piece in made]
    return pieces


def _modalities(
    statement: Statement, parts: Sequence[Sequence[Span]], tokens: Ordered[Token], language: str
) -> list[Modality]:
    """The modality of each piece by its own words; the first has the statement's where the words that introduce it
    tell ("bestritt")."""
    grammar = cast(Grammar, module(language))
    modes = [modality_of_words(tokens.inside(part), grammar, language) for part in parts]
    if modality_of_words(tokens.inside(statement.content), grammar, language) != statement.modality:
        modes[0] = statement.modality
    return modes


def _stretches(layer: Layer, goes_on: frozenset[str]) -> tuple[list[int], list[int]]:
    """Where the stretches of a text begin and end."""
    starts: list[int] = []
    ends: list[int] = []
    for sentence in layer.sentences:
        tokens = layer.tokens[sentence.first : sentence.last + 1]
        starts.append(tokens[0].start)
        for before, token in pairwise(tokens):
            if before.text == ";" or (before.text == "," and token.low in goes_on):
                ends.append(before.start)
                starts.append(token.start)
        ends.append(tokens[-1].end)
    return starts, ends


def _parts(content: Sequence[Span], starts: Sequence[int], ends: Sequence[int], text: str) -> list[tuple[Span, ...]]:
    """The content by stretches, each one's spans together; a word or two before the next are no piece of their own."""
    by_stretch: dict[int, list[Span]] = {}
    for span in content:
        place = max(0, bisect_right(starts, span.start) - 1)
        start = span.start
        while place < len(starts) and starts[place] < span.end:
            end = min(span.end, ends[place])
            if start < end:
                by_stretch.setdefault(place, []).append(Span(start, end))
            place += 1
            start = starts[place] if place < len(starts) else span.end
    for place in sorted(by_stretch):
        words = sum(len(text[span.start : span.end].split()) for span in by_stretch[place])
        ends_here = text[by_stretch[place][-1].end - 1] in _ENDS
        if words < _FEWEST and place + 1 in by_stretch and not ends_here:
            by_stretch[place + 1] = by_stretch.pop(place) + by_stretch[place + 1]
    return [tuple(by_stretch[place]) for place in sorted(by_stretch)]


_FEWEST = 3
"""Words of a piece inside a sentence."""
_ENDS = ".!?“”«»\"'"
"""Signs behind which the next stretch is another sentence."""


def _parent(piece: Statement, cut_ids: dict[str, list[Statement]]) -> str | None:
    """The id of the piece around a piece, or of the first piece of the statement around it."""
    candidates = cut_ids.get(piece.parent or "")
    if not candidates:
        return None
    start = piece.content[0].start
    for candidate in candidates:
        if any(span.start <= start < span.end for span in candidate.content):
            return candidate.id
    return candidates[0].id
