"""Heads of state and of government, by their names however spelt, and the day on which somebody has to hold office.

`data/leaders.tsv` is made by `tools/states.py` from the CIA World Factbook as of May 2026. It says who came into office
when, not who left it: of a day before that nothing is known, nor of one long after the table was made.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from lesart.parties.spelling import spelling_key

_TABLE = Path(__file__).parent / "data" / "leaders.tsv"
_LATEST = "2026-12-31"
"""Day up to which the table is taken to hold."""


class Leader(Struct, frozen=True):
    """Somebody at the head of a state (ISO 3166 code), in office since a day (ISO)."""

    surname: str
    given: str
    state: str
    since: str


@cache
def _leaders() -> dict[str, list[Leader]]:
    """The key of a surname -> who is called so."""
    found: dict[str, list[Leader]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            leader = Leader(*line.split("\t"))
            found.setdefault(spelling_key(leader.surname), []).append(leader)
    return found


def state_of_leader(name: str, day: str) -> str | None:
    """The state (ISO 3166 code) at whose head somebody of a full name stands on a day (ISO); None where nobody does.

    Either order of the names will do ("Xi Jinping").
    """
    words = name.split()
    if len(words) < 2 or not day or day > _LATEST:
        return None
    for first, last in ((words[0], words[-1]), (words[-1], words[0])):
        for leader in _leaders().get(spelling_key(last), ()):
            if spelling_key(leader.given) == spelling_key(first) and leader.since <= day:
                return leader.state
    return None
