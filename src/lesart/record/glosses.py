"""Where an article spells out a set phrase: the phrase in quotation marks, and the words for what it means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from lesart.language.layer import Layer, Sentence
from lesart.model import Span

_DATA = Path(__file__).parent / "data"
_OPEN, _CLOSE = '„“"»«›‚‘”', '“”"«»‹‘’'
QUOTES = _OPEN
"""Signs in front of which a phrase can be quoted."""
_QUOTED = f"[{_OPEN}](?P<phrase>[^{_OPEN}{_CLOSE}.!?]{{2,80}})[{_CLOSE}]"
_ANY_QUOTED = re.compile(f"(?<![\\w.,!?])[{_OPEN}]([^{_OPEN}{_CLOSE}.!?]{{2,80}})[{_CLOSE}]")
_WORDS = 9
"""The most words that a set phrase has."""
_BACK = 2
"""Sentences before its gloss in which a phrase can stand."""
_SENTENCE = 1_000
"""Code points of a sentence that are read."""
_LEAST = 3
"""Words of the shortest gloss without a noun."""


class Gloss(Struct, frozen=True):
    """A phrase and what it is said to stand for."""

    phrase: Span
    gloss: Span


class Expressions(Struct, frozen=True):
    """The expressions of one language by which phrases are spelt out; see `data/de/formulas.toml`."""

    within: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    skip: re.Pattern[str]
    subject: re.Pattern[str]
    subject_verbs: re.Pattern[str]
    clause: re.Pattern[str]
    tail: re.Pattern[str]
    impersonal: frozenset[str]


@cache
def _expressions(language: str) -> Expressions:
    data = tomllib.loads((_DATA / language / "formulas.toml").read_text(encoding="utf-8"))

    def compiled(text: str) -> re.Pattern[str]:
        text = text.replace("{POINT}", data["point"]).replace("{WORD}", data["word"])
        return re.compile(text.replace("{Q}", _QUOTED))

    return Expressions(
        within=tuple(map(compiled, data["within"])),
        after=tuple(map(compiled, data["after"])),
        impersonal=frozenset(data["impersonal"]),
        **{name: compiled(data[name]) for name in ("skip", "subject", "subject_verbs", "clause", "tail")},
    )


def impersonal(language: str) -> frozenset[str]:
    """Words of glossing that name nobody whose gloss it is (lower case)."""
    return _expressions(language).impersonal


def find_glosses(layer: Layer, language: str) -> Iterator[Gloss]:
    """The set phrases that a text spells out, in the order of their glosses; each phrase once."""
    known = _expressions(language)
    seen: set[Span] = set()
    for place, sentence in enumerate(layer.sentences):
        start, end = _bounds(layer, sentence)
        text = layer.text[start:end]
        found = _within(text, known) or _after(text, layer, place, known)
        if found is None:
            continue
        phrase, (first, last) = found
        span = phrase if isinstance(phrase, Span) else Span(start + phrase[0], start + phrase[1])
        if span not in seen:
            seen.add(span)
            yield Gloss(span, Span(start + first, start + last))


def _bounds(layer: Layer, sentence: Sentence) -> tuple[int, int]:
    start = layer.tokens[sentence.first].start
    return start, min(layer.tokens[sentence.last].end, start + _SENTENCE)


_Bounds = tuple[int, int]


def _within(text: str, known: Expressions) -> tuple[_Bounds, _Bounds] | None:
    """A phrase that a sentence spells out itself: its place and its gloss's in the sentence."""
    for expression in known.within:
        for match in expression.finditer(text):
            gloss = _gloss(text, match.end(), match[0], known)
            if gloss and _is_phrase(match["phrase"]):
                return match.span("phrase"), gloss
    return None


def _after(text: str, layer: Layer, place: int, known: Expressions) -> tuple[Span, _Bounds] | None:
    """A phrase that a sentence points back to: the last one quoted before it."""
    for expression in known.after:
        match = expression.search(text)
        gloss = _gloss(text, match.end(), match[0], known) if match else None
        phrase = _last_phrase(layer, place, match.start()) if match and gloss else None
        if phrase and gloss:
            return phrase, gloss
    return None


def _last_phrase(layer: Layer, place: int, before: int) -> Span | None:
    """The last phrase in quotation marks before a place of a sentence, or in the sentences just before it."""
    for back in range(min(place, _BACK) + 1):
        start, end = _bounds(layer, layer.sentences[place - back])
        stretch = layer.text[start : start + before if back == 0 else end]
        phrases = [match for match in _ANY_QUOTED.finditer(stretch) if _is_phrase(match[1])]
        if phrases:
            return Span(start + phrases[-1].start(1), start + phrases[-1].end(1))
    return None


def _is_phrase(text: str) -> bool:
    return 0 < len(text.split()) <= _WORDS and text[-1] not in ",;:"


def _gloss(text: str, at: int, expression: str, known: Expressions) -> _Bounds | None:
    """The place of what an expression introduces: a clause, what stands behind a colon, or the noun phrase."""
    rest = text[at:].rstrip(" .!?\n")
    clause = known.clause.match(rest)
    colon = rest.find(":")
    if expression.endswith(":"):
        start = 0
    elif clause and (colon < 0 or clause.start("gloss") < colon):
        start = clause.start("gloss")
    elif colon >= 0:
        start = colon + 1
    else:
        start = _behind(known.skip, rest, 0)
        if known.subject_verbs.search(expression):
            start = _behind(known.skip, rest, _behind(known.subject, rest, start))
    tail = known.tail.search(rest, start) if not expression.endswith(":") else None
    end = tail.start() if tail else len(rest)
    start += len(rest[start:end]) - len(rest[start:end].lstrip(" ,–—-:„"))
    return (at + start, at + end) if _says_something(rest[start:end]) else None


def _says_something(gloss: str) -> bool:
    """Whether a stretch can be a gloss, not the rest of a predicate: "wurde als „Umbau“ bezeichnet | worden"."""
    words = gloss.split()
    return len(words) >= _LEAST or any(word[:1].isupper() for word in words)


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
