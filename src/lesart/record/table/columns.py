"""What the columns of a table are, by their names, where no map says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lesart.record.table.mapping import Columns

_DATA = Path(__file__).parent / "data" / "columns.toml"
_ROLES = ("from", "to", "date", "source", "place", "kind")
_TIMES = ("from", "to", "date")
"""Those of them that hold days."""
_SHORT = 3
"""Letters up to which a name's word has to be the whole word."""


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def guessed(names: Sequence[str], numeric: Sequence[str], dated: Sequence[str]) -> Columns:
    """The columns by their names; `numeric` are those that hold numbers, `dated` those that hold days, which a time of
    day ("Beginn: 14:00") is not. The first that fits has a role."""
    found: dict[str, str] = {}
    for role in _ROLES:
        fitting = dated if role in _TIMES else names
        name = next((n for n in fitting if n not in found.values() and _is(n, _words()[role])), None)
        if name is not None:
            found[role] = name
    if "from" not in found:
        found.pop("to", None)
    if "date" in found and "from" in found:
        del found["date"]
    taken = set(found.values())
    values = {n: n for n in numeric if n not in taken and not _is(n, _words()["no_values"])}
    roles = {{"from": "first", "to": "last"}.get(role, role): name for role, name in found.items()}
    return Columns(**roles, values=values)


def unit_of_column(name: str) -> tuple[str, float]:
    """The unit that a column's name says, and how many of it a number there means: ("minute", 60) for "Stunden"."""
    for word in reversed(_parts(name)):
        if word in _words()["durations"]:
            unit, scale = _words()["durations"][word]
            return str(unit), float(scale)
    return "", 1.0


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\W_]+", name.lower()) if part]


def _is(name: str, beginnings: Sequence[str]) -> bool:
    """Whether a name is, or its first word begins with, one of some words."""
    low, parts = name.lower().strip(), _parts(name)
    return any(
        low == word or (parts and (parts[0] == word or (len(word) > _SHORT and parts[0].startswith(word))))
        for word in beginnings
    )
