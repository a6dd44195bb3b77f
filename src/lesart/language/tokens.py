"""Tokens with offsets: words, numbers, quotation marks, other signs, and the ends of lines."""

from __future__ import annotations

import re

from lesart.language.layer import BREAK, MARK, NUMBER, POINT, WORD, Token

QUOTATION_MARKS = "„“”»«‚‘’›‹\"'"

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)(?!\w)"
    r"|(?P<word>\w+(?:[-‐‑]\w+|-(?=\s(?:und|oder|bis|and|or)\b)|[’'](?=\w)\w+|[*:](?=in(?:nen)?\b)\w+)*)"
    r"|(?P<break>[^\S\n]*\n\s*)"
    r"|(?P<mark>[„“”»«‚‘’›‹\"'])"
    r"|(?P<point>\.{2,}|[^\w\s])"
)
_KINDS = {"number": NUMBER, "word": WORD, "break": BREAK, "mark": MARK, "point": POINT}


def tokenize(text: str) -> list[Token]:
    """All tokens of a text in order; every character that is not white space lies in exactly one of them."""
    tokens = []
    for index, match in enumerate(_TOKEN.finditer(text)):
        group = match.lastgroup or "point"
        word = match.group()
        tokens.append(
            Token(
                index=index,
                start=match.start(),
                end=match.end(),
                text=word,
                low=word.lower(),
                kind=_KINDS[group],
                capital=word[0].isupper(),
            )
        )
    return tokens
