"""Out of a store and into another: readings as JSON lines, statements as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from lesart.desk.store import Added, Store, StoreError
from lesart.model import Reading

COLUMNS = (
    "article",
    "outlet",
    "published",
    "who",
    "role",
    "side",
    "according_to",
    "form",
    "modality",
    "confidence",
    "words",
)
"""Columns of the CSV, those of the view `said`."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a cell that spreadsheets would run."""


def export_lines(store: Store) -> Iterator[bytes]:
    """The newest readings, a line of JSON each, as `lesart read --jsonl` prints them."""
    for reading in store.readings():
        yield msgspec.json.encode(reading)


def export_csv(store: Store, file: IO[str]) -> None:
    """The statements as a table; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    table = csv.writer(file)
    table.writerow(COLUMNS)
    for row in store.connection.execute(f"SELECT {', '.join(COLUMNS)} FROM said ORDER BY statement"):
        table.writerow([f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row])


def import_lines(store: Store, path: Path) -> Iterator[tuple[int, Added | StoreError]]:
    """Add the readings of a file of JSON lines; line numbers with what came of each, a bad line as an error."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                reading = msgspec.json.decode(line, type=Reading)
            except msgspec.DecodeError as error:
                yield number, StoreError(f"{path}, line {number}: is no reading ({error})")
                continue
            try:
                yield number, store.add(reading, reading.article.url or f"{path.name}#{reading.article.id}")
            except StoreError as error:
                yield number, error
