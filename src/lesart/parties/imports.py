"""A user's list of parties out of a CSV file or JSON lines, line by line; a line that is wrong loses no other."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

from lesart.errors import ReportError
from lesart.model import PartyKind
from lesart.parties.known import Known

COLUMNS = ("name", "aliases", "kind", "role", "affiliation", "from", "to", "wikidata")
KINDS: tuple[PartyKind, ...] = get_args(PartyKind)
MOST = 50_000_000
"""Bytes of a list."""
_NUMBER = re.compile(r"Q[1-9]\d*")


class BadLine(Exception):
    """A line that cannot be used; `reason` is a sentence for people."""


def read_list(path: Path) -> Iterator[tuple[int, Known | BadLine]]:
    """Number and content of each line. Raises ReportError for a file that is no list."""
    try:
        if path.stat().st_size > MOST:
            raise ReportError(str(path), f"larger than {MOST // 1_000_000} MB; split it")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReportError(str(path), f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ReportError(str(path), "is not UTF-8") from None
    rows = _objects(text) if text.lstrip().startswith("{") else _table(path, text)
    for number, row in rows:
        try:
            yield number, row if isinstance(row, BadLine) else _known(row)
        except BadLine as error:
            yield number, error


def _objects(text: str) -> Iterator[tuple[int, dict[str, Any] | BadLine]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                yield number, BadLine(f"is no JSON ({error})")
            else:
                yield number, row if isinstance(row, dict) else BadLine("is no JSON object")


def _table(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any] | BadLine]]:
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    names = [name.strip().lower() for name in rows.fieldnames or []]
    if "name" not in names:
        raise ReportError(str(path), f'its first line must name the columns, "name" among them ({", ".join(COLUMNS)})')
    rows.fieldnames = names
    for row in rows:
        if row.get(None):
            yield rows.line_num, BadLine("has more cells than the first line has columns")
        else:
            yield rows.line_num, row


def _known(row: dict[str, Any]) -> Known:
    cells = {name: _text(row.get(name)) for name in COLUMNS if name != "aliases"}
    if not cells["name"]:
        raise BadLine("has no name")
    kind = next((kind for kind in KINDS if kind == (cells["kind"] or "person")), None)
    if kind is None:
        raise BadLine(f"kind {cells['kind']!r} is none of {', '.join(KINDS)}")
    if cells["wikidata"]:
        cells["wikidata"] = cells["wikidata"].rpartition("/")[2]
        if not _NUMBER.fullmatch(cells["wikidata"]):
            raise BadLine(f"wikidata {cells['wikidata']!r} is no number like Q42")
    aliases = row.get("aliases") or []
    if isinstance(aliases, str):
        aliases = aliases.split("|" if "|" in aliases else ";")
    return Known(
        name=cells["name"],
        aliases=tuple(alias for alias in map(_text, aliases) if alias),
        kind=kind,
        role=cells["role"],
        affiliation=cells["affiliation"],
        since=_day(cells["from"], "from"),
        until=_day(cells["to"], "to"),
        wikidata=cells["wikidata"],
    )


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    return " ".join(str(value).split()) if value is not None else ""


def _day(text: str, column: str) -> str:
    """An ISO day; the time that Wikidata puts behind one is cut off."""
    day = text.partition("T")[0]
    try:
        return date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        raise BadLine(f"{column} {text!r} is no day like 2031-05-15") from None
