"""Figures: numbers written in digits with what they count, their bound, and whose figure it is."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import cast

from msgspec import Struct

from lesart.language.layer import NUMBER, WORD, Layer, Token
from lesart.model import Article, Bound, Figure, PlacedStatement, Span

_DATA = Path(__file__).parent / "data"
_SIGNS = frozenset(["%", "€", "$"])


class _Words(Struct, frozen=True):
    """Words around quantities in one language."""

    decimal: str
    thousands: str
    times: frozenset[str]
    places: frozenset[str]
    capitals: bool
    """Whether what is counted is written with a capital."""
    attribute_endings: tuple[str, ...]
    uncounted: frozenset[str]
    """Words behind a number that are not what it counts."""
    factors: dict[str, int]
    bounds: dict[str, str]


@cache
def _words(language: str) -> _Words:
    data = tomllib.loads((_DATA / f"{language}.toml").read_text(encoding="utf-8"))
    groups = {name: frozenset(data[name]) for name in ("times", "places", "uncounted")}
    return _Words(**{**data, **groups, "attribute_endings": tuple(data["attribute_endings"])})


def find_figures(article: Article, layer: Layer, statements: Sequence[PlacedStatement]) -> list[Figure]:
    """The figures of an article in order; `statements` are its own.

    A figure inside a statement is its speaker's and belongs to its event. Times, dates and years are no figures, nor
    is a number that nothing is counted by.
    """
    words = _words(article.language or "")
    found = []
    for at, token in enumerate(layer.tokens):
        if token.kind != NUMBER:
            continue
        value = _value(token.text, words)
        if value is None or _is_time(layer.tokens, at, words):
            continue
        end, factor = _unit_end(layer.tokens, at, words)
        if end == at + 1:
            continue
        first, bound = _bound(layer.tokens, at, words)
        start, stop = layer.tokens[first].start, layer.tokens[end - 1].end
        inside = [s for s in statements if any(span.start <= token.start < span.end for span in s.content)]
        statement = inside[-1] if inside else None
        found.append(
            Figure(
                article=article.id,
                span=Span(start, stop),
                what=article.text[layer.tokens[at + 1].start : stop],
                value=value * factor,
                bound=bound,
                according_to=statement.said_by if statement else None,
                event=statement.event if statement else None,
            )
        )
    return found


def _value(text: str, words: _Words) -> float | None:
    """A number as its language writes it; None for what is no single number (12:30)."""
    plain = text.replace(words.thousands, "").replace(words.decimal, ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _is_time(tokens: Sequence[Token], at: int, words: _Words) -> bool:
    """Whether a number is an ordinal, a time, a date or a year."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (after.low in words.times or (after.text == "." and len(tokens[at].text) < 3)):
        return True
    text = tokens[at].text
    year = len(text) == 4 and text.isdigit() and 1800 <= int(text) <= 2100
    counted = after is not None and (after.capital if words.capitals else after.kind == WORD)
    return year and (not counted or (at > 0 and tokens[at - 1].low in words.places))


def _unit_end(tokens: Sequence[Token], at: int, words: _Words) -> tuple[int, int]:
    """The end of what is counted behind a number, and the factor that a word like "Millionen" makes."""
    end, factor = at + 1, 1
    if end < len(tokens) and tokens[end].low in words.factors:
        factor = words.factors[tokens[end].low]
        end += 1
    if end < len(tokens) and tokens[end].text in _SIGNS:
        return end + 1, factor
    place = end
    while place < len(tokens) and place < end + 2 and _is_attribute(tokens[place], words):
        place += 1
    noun = place if place < len(tokens) and tokens[place].kind == WORD and tokens[place].capital else end
    if noun < len(tokens) and tokens[noun].kind == WORD and tokens[noun].low not in words.uncounted:
        return noun + 1, factor
    return end, factor


def _is_attribute(token: Token, words: _Words) -> bool:
    """Whether a word can stand between a number and what is counted."""
    return token.kind == WORD and not token.capital and token.low.endswith(words.attribute_endings)


def _bound(tokens: Sequence[Token], at: int, words: _Words) -> tuple[int, Bound]:
    """Where the figure begins with the word before it that bounds it, and the bound."""
    for length in (3, 2, 1):
        if at - length >= 0:
            phrase = " ".join(token.low for token in tokens[at - length : at])
            if phrase in words.bounds:
                return at - length, cast(Bound, words.bounds[phrase])
    return at, "exactly"
