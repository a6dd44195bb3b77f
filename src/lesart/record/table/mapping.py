"""What a record's columns are, as its user says in a small YAML file beside it. See docs/records.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from lesart.errors import RecordError, RecordReason

BESIDE = ".yaml"
"""Ending of the map that is looked for beside a record: `attacks.csv.yaml`, or `attacks.yaml`."""
_LARGEST = 100_000
"""Bytes of the largest map that is read."""


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """Which claims a record can answer: kinds of event, or words by which texts call them."""

    kinds: Sequence[str] = ()
    words: Sequence[str] = ()


class Columns(Struct, frozen=True, rename={"first": "from", "last": "to"}, forbid_unknown_fields=True):
    """Names of columns; `first` and `last` are when something began and ended, `date` both at once.

    `values` are the columns of numbers by what they count ("Drohnen": "launched").
    """

    date: str | None = None
    first: str | None = None
    last: str | None = None
    place: str | None = None
    kind: str | None = None
    source: str | None = None
    values: Mapping[str, str] = {}


class RecordMap(Struct, frozen=True, forbid_unknown_fields=True):
    """How a table's rows make events.

    `event`: "row" (each row is one), "day" (all rows of a day are one), "night" (from noon to noon), or names of
    columns whose values together tell events apart. `rows`: what becomes of several rows of one event and one source:
    "sum", "max", or "last". Rows of different sources are never added up. `where` keeps the rows in which columns have
    a value (or one of several). `complete`: whether the record has the series from its very beginning. `date_format` is
    strptime's, `decimal` "," or ".".
    """

    name: str | None = None
    about: About = About()
    columns: Columns = Columns()
    event: str | Sequence[str] = "day"
    rows: str = "sum"
    where: Mapping[str, str | int | float | Sequence[str | int | float]] = {}
    complete: bool = False
    date_format: str | None = None
    decimal: str | None = None


_CHOICES = {"rows": ("sum", "max", "last"), "decimal": (None, ",", ".")}


def read_map(path: Path) -> RecordMap:
    """The map in a file. Raises RecordError, naming the entry that is wrong."""
    try:
        with path.open("rb") as file:
            data: Any = yaml.safe_load(file.read(_LARGEST).decode("utf-8"))
    except FileNotFoundError:
        raise RecordError(str(path), RecordReason.MAP_MISSING) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())[:200]
        raise RecordError(str(path), RecordReason.MAP_UNREADABLE.format(reason)) from None
    try:
        found = msgspec.convert(data or {}, RecordMap)
    except msgspec.ValidationError as error:
        raise RecordError(str(path), RecordReason.MAP_UNREADABLE.format(error)) from None
    for name, choices in _CHOICES.items():
        if getattr(found, name) not in choices:
            words = " or ".join(repr(choice) for choice in choices if choice)
            raise RecordError(str(path), RecordReason.MAP_VALUE.format(name, words))
    if isinstance(found.event, str) and found.event not in ("row", "day", "night"):
        raise RecordError(str(path), RecordReason.MAP_VALUE.format("event", "row, day, night or a list of columns"))
    return found


def map_beside(record: Path) -> Path | None:
    """The map that lies beside a record, if there is one."""
    candidates = (record.with_name(record.name + BESIDE), record.with_suffix(BESIDE))
    return next((path for path in candidates if path.is_file()), None)
