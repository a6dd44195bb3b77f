"""Parties that a user has told Lesart of: a list that says who somebody is, by any of his or her names.

The list lies in the user's data folder (`LESART_HOME`, or where the system keeps such things) and is read once a
process. Without one, nothing is known but what the texts and the table of states say.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct
from platformdirs import user_data_path

from lesart.model import PartyKind

FILE = "parties.json"


class Known(Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """One line of the list: who it is, by which names, in which office, from when to when (ISO days or empty)."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: PartyKind = "person"
    role: str = ""
    affiliation: str = ""
    since: str = ""
    until: str = ""
    wikidata: str = ""

    def holds(self, day: str) -> bool:
        """Whether the line is true of a day; of an unknown day (empty) every line is."""
        return not day or ((not self.since or self.since <= day) and (not self.until or day <= self.until))

    @property
    def identity(self) -> str:
        """What lines about one party have in common."""
        return self.wikidata or self.name.casefold()


class KnownParties:
    """The list, to be asked by name."""

    def __init__(self, lines: list[Known]) -> None:
        self._by_name: dict[str, list[Known]] = {}
        for line in lines:
            for name in {line.name, *line.aliases}:
                self._by_name.setdefault(name.casefold(), []).append(line)

    def of(self, name: str, day: str = "") -> Known | None:
        """Who is called so on a day; None where nobody or more than one party is."""
        called = self._by_name.get(name.casefold(), [])
        if not called and name.endswith("s"):
            called = self._by_name.get(name[:-1].casefold(), [])
        if len({line.identity for line in called}) != 1:
            return None
        return next((line for line in called if line.holds(day)), called[0])


def folder() -> Path:
    """Where Lesart keeps what a user has told it."""
    own = os.environ.get("LESART_HOME")
    return Path(own) if own else user_data_path("lesart", appauthor=False)


@cache
def known_parties() -> KnownParties:
    """The user's list; empty where there is none."""
    return KnownParties(stored())


def stored() -> list[Known]:
    """The lines of the user's list. Raises msgspec.DecodeError for a file that Lesart did not write."""
    path = folder() / FILE
    return msgspec.json.decode(path.read_bytes(), type=list[Known]) if path.exists() else []


def store(lines: list[Known]) -> Path:
    """Keep a list in place of the one before; where it lies. Raises OSError where it cannot be written."""
    path = folder() / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(msgspec.json.encode(lines))
    part.replace(path)
    known_parties.cache_clear()
    return path
