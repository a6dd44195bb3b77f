"""An article's text cut into pieces by the statements, claims and set phrases that cover them, for highlighting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from lesart.model import Statement
from lesart.present.mentions import Mentions, Part

SURE = 0.5
"""Confidence below which a statement is shown as unsure."""


class Opened(Struct, frozen=True):
    """A statement that begins with a piece; `chain` is set where somebody relays it."""

    id: str
    chain: str
    unsure: bool


class Mark(Struct, frozen=True):
    """A stretch of text beside the statements: a claim, with the badge of its verdict, or a set phrase."""

    id: str
    start: int
    end: int
    kind: Literal["claim", "phrase"]
    badge: str = ""
    status: str = ""


class Piece(Struct, frozen=True):
    """A stretch of text under the same statements, the innermost last."""

    parts: Sequence[Part]
    statements: Sequence[str]
    opens: Sequence[Opened]
    begins: Sequence[Mark] = ()
    """Marks that begin with it."""
    ends: Sequence[Mark] = ()
    """Marks that end with it, whose badge stands behind it."""
    marked: str = ""
    """The kinds of mark that cover it."""
    form: str = ""
    colour: int = -1
    depth: int = 0
    unsure: bool = False


def pieces_of(
    text: str,
    statements: Sequence[Statement],
    mentions: Mentions,
    colours: Mapping[str, int],
    chains: Mapping[str, str],
    marks: Sequence[Mark] = (),
) -> list[Piece]:
    """The whole text in pieces; `colours` and `chains` are by statement id."""
    starts: dict[int, list[Statement]] = {}
    ends: dict[int, list[Statement]] = {}
    for statement in statements:
        for span in statement.content:
            starts.setdefault(span.start, []).append(statement)
            ends.setdefault(span.end, []).append(statement)
    borders = {place for mark in marks for place in (mark.start, mark.end)}
    cuts = sorted({0, len(text), *starts, *ends, *borders})
    lengths = {s.id: sum(span.end - span.start for span in s.content) for s in statements}
    active: dict[str, Statement] = {}
    opened: set[str] = set()
    pieces = []
    for start, end in pairwise(cuts):
        for statement in ends.get(start, ()):
            active.pop(statement.id, None)
        for statement in starts.get(start, ()):
            active[statement.id] = statement
        covering = sorted(active.values(), key=lambda statement: -lengths[statement.id])
        new = [statement for statement in covering if statement.id not in opened]
        opened.update(statement.id for statement in new)
        inner = covering[-1] if covering else None
        pieces.append(
            Piece(
                parts=mentions.parts(text, start, end),
                statements=[statement.id for statement in covering],
                opens=[Opened(s.id, chains.get(s.id, "") if s.according_to else "", s.confidence < SURE) for s in new],
                form=inner.form if inner else "",
                colour=colours.get(inner.id, -1) if inner else -1,
                depth=min(3, len(covering) - 1) if inner else 0,
                unsure=bool(inner and inner.confidence < SURE),
                begins=[mark for mark in marks if mark.start == start],
                ends=[mark for mark in marks if mark.end == end],
                marked=" ".join(sorted({mark.kind for mark in marks if mark.start <= start < mark.end})),
            )
        )
    return pieces
