"""Annotated texts: a JSON object a line, plain or compressed, as the German news quotations have them.

Each has `text`, `tokens` (pairs of code points into it) and `statements` with `form`, `medium` and, as lists of token
numbers, `content`, `speaker`, `cue`, `addressee`, `frame`; all but `content` may be empty or left out.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec


class GoldError(Exception):
    """A file of annotated texts that cannot be used; its text says where and why."""


class GoldStatement(msgspec.Struct, frozen=True):
    """An annotated statement, in token numbers."""

    content: Sequence[int]
    form: str | None = None
    medium: str | None = None
    speaker: Sequence[int] = ()
    cue: Sequence[int] = ()
    addressee: Sequence[int] = ()
    frame: Sequence[int] = ()


class Gold(msgspec.Struct, frozen=True):
    """An annotated text."""

    text: str
    tokens: Sequence[tuple[int, int]]
    statements: Sequence[GoldStatement]
    name: str = ""


def read_gold(path: Path) -> Iterator[Gold]:
    """The texts of a file in order. Raises GoldError, with the line, for what is not in the format."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _checked(line, f"{path}, line {number}")
    except (OSError, EOFError) as error:
        raise GoldError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


def _checked(line: bytes, place: str) -> Gold:
    try:
        gold = msgspec.json.decode(line, type=Gold)
    except msgspec.DecodeError as error:
        raise GoldError(f"{place}: not in the format of annotated texts ({error})") from None
    for start, end in gold.tokens:
        if not 0 <= start < end <= len(gold.text):
            raise GoldError(f"{place}: token {start}-{end} lies outside the text of {len(gold.text)} code points")
    for statement in gold.statements:
        if not statement.content:
            raise GoldError(f"{place}: a statement without content")
        for part in ("content", "speaker", "cue", "addressee", "frame"):
            wrong = next((n for n in getattr(statement, part) if not 0 <= n < len(gold.tokens)), None)
            if wrong is not None:
                raise GoldError(f"{place}: {part} names token {wrong} of {len(gold.tokens)}")
    return gold
