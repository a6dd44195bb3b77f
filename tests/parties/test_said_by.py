"""Who says what in sentences as newspapers write them, by phenomenon: `data/said_by.tsv`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lesart import Reading
from lesart.parties.matching import name_stem

ROWS = [
    line.replace("\\n", "\n").split("\t")
    for line in (Path(__file__).parent / "data" / "said_by.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
GROUPS = {name: [row for row in ROWS if row[0] == name] for name in dict.fromkeys(row[0] for row in ROWS)}
LEAST = 0.8
"""The share of its sentences that a group must have right."""


def said(read: Callable[..., Reading], marked: str, engine: str) -> list[str]:
    """Who says each bracketed piece, as the table writes it; "-" where no statement holds it."""
    text = marked.replace("[", "").replace("]", "")
    reading = read(text, engine=engine)
    names = {party.id: party.name for party in reading.parties}
    found = []
    for number, piece in enumerate(marked.split("[")[1:]):
        start = len("".join(marked.split("[")[: number + 1]).replace("]", ""))
        end = start + piece.index("]")
        holding = [
            statement
            for statement in reading.statements
            if sum(max(0, min(end, s.end) - max(start, s.start)) for s in statement.content) > (end - start) / 2
        ]
        best = min(holding, key=lambda one: sum(span.end - span.start for span in one.content), default=None)
        if best is None:
            found.append("-")
        else:
            relays = [names[relay] for relay in best.according_to]
            found.append(" < ".join([names.get(best.said_by or "", "?"), *relays]))
    return found


def same(found: list[str], expected: str) -> bool:
    """Whether the parties are those expected, but for endings."""
    wanted = [[stems(name) for name in one.split(" < ")] for one in expected.split("; ")]
    return [[stems(name) for name in one.split(" < ")] for one in found] == wanted


def stems(name: str) -> list[str]:
    """A name without endings."""
    return [name_stem(word) for word in name.split()]


@pytest.mark.parametrize("engine", ["rules", "neural"])
@pytest.mark.parametrize("group", GROUPS)
def test_most_of_each_phenomenon_is_right(read: Callable[..., Reading], group: str, engine: str) -> None:
    misses = []
    for _, marked, expected in GROUPS[group]:
        found = said(read, marked, engine)
        if not same(found, expected):
            misses.append(f"{marked}\n    wanted {expected}, found {'; '.join(found)}")
    share = 1 - len(misses) / len(GROUPS[group])
    assert share >= LEAST, f"{share:.0%} right\n" + "\n".join(misses)
