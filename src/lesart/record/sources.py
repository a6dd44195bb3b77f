"""Whose a figure is where it stands in no statement: a source phrase in its sentence, or who counts it."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from lesart.language import module
from lesart.language.layer import BREAK, Layer, Sentence
from lesart.language.ordered import Ordered
from lesart.model import Span

_DATA = Path(__file__).parent / "data"
_NEAR = 3
"""Code points between a source phrase and the mention of whom it names."""

Place = tuple[int, int, str]
"""Where an article means a party: first code point, the one behind it, party id."""


class _Words(Struct, frozen=True):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    verbs: frozenset[str]


@cache
def _words(language: str) -> _Words:
    data = tomllib.loads((_DATA / language / "sources.toml").read_text(encoding="utf-8"))
    return _Words(re.compile(data["before"]), re.compile(data["behind"]), frozenset(data["verbs"]))


class FigureSources:
    """The sources of an article's figures."""

    def __init__(self, layer: Layer, language: str, mentions: Sequence[Place]) -> None:
        """`mentions` are the places where the article means a party."""
        self._layer, self._language = layer, language
        self._mentions = Ordered(mentions, lambda place: place[0])
        self._starts = [layer.tokens[sentence.first].start for sentence in layer.sentences]

    def of(self, span: Span) -> str | None:
        """The party that gives a figure, or None for the article itself."""
        if not self._starts:
            return None
        sentence = self._layer.sentences[max(0, bisect_right(self._starts, span.start) - 1)]
        return self._by_phrase(sentence) or self._by_verb(sentence, span)

    def _by_phrase(self, sentence: Sentence) -> str | None:
        """Whom a source phrase of the sentence names; None where there are several phrases."""
        start, end = self._bounds(sentence)
        text, words = self._layer.text[start:end], _words(self._language)
        found = set()
        for match in words.before.finditer(text):
            near = self._mentions.between(start + match.end() - _ATTRIBUTE, start + match.end() + _NEAR)
            found |= {party for first, last, party in near if last > start + match.end() - 1}
        for match in words.behind.finditer(text):
            here = [m for m in self._mentions.between(start, start + match.start()) if m[1] == start + match.start()]
            found |= {party for _, _, party in here[:1]}
        return found.pop() if len(found) == 1 else None

    def _by_verb(self, sentence: Sentence, span: Span) -> str | None:
        """Who is the subject of a verb of counting in the figure's clause."""
        grammar, words = module(self._language), _words(self._language)
        tokens = [t for t in self._layer.tokens[sentence.first : sentence.last + 1] if t.kind != BREAK]
        for clause in grammar.clauses(tokens, [True] * len(tokens)):
            if not tokens[clause.first].start <= span.start < tokens[clause.last].end:
                continue
            subject = grammar.subject(tokens, clause) if clause.lemma in words.verbs else None
            if subject is None:
                return None
            first, last = tokens[subject[0]].start, tokens[subject[1]].end
            # A number behind the subject is easily taken for a part of it: "zählte die Polizei 44 Leute".
            named = self._mentions.between(first, span.start if first <= span.start < last else last)
            return max(named, key=lambda one: one[1] - one[0])[2] if named else None
        return None

    def _bounds(self, sentence: Sentence) -> tuple[int, int]:
        return self._layer.tokens[sentence.first].start, self._layer.tokens[sentence.last].end


_ATTRIBUTE = 24
"""Code points by which a mention can begin before the end of a source phrase: its article and adjective."""
