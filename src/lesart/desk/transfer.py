"""Out of a store and into another: readings as JSON lines; statements as CSV, Parquet, or Web Annotations."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
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


def export_csv(store: Store, file: IO[bytes]) -> None:
    """The statements as a table; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for row in store.connection.execute(f"SELECT {', '.join(COLUMNS)} FROM said ORDER BY statement"):
        table.writerow([f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row])
    text.detach()


def export_parquet(store: Store, path: Path) -> None:
    """The statements as a Parquet file. Raises OSError where it cannot be written."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "said.jsonl"
        with lines.open("wb") as file:
            for row in store.connection.execute(f"SELECT {', '.join(COLUMNS)} FROM said ORDER BY statement"):
                file.write(msgspec.json.encode(dict(zip(COLUMNS, row, strict=True))) + b"\n")
        types = ", ".join(f"{name}: '{'DOUBLE' if name == 'confidence' else 'VARCHAR'}'" for name in COLUMNS)
        made = Path(folder) / "said.parquet"
        duckdb.execute(
            f"COPY (SELECT * FROM read_json(?, format = 'newline_delimited', columns = {{{types}}})) TO '{made}' "
            "(FORMAT parquet)",
            [str(lines)],
        )
        shutil.copyfile(made, path)


def export_annotations(store: Store) -> Iterator[bytes]:
    """The statements as W3C Web Annotations, a line of JSON-LD each: where their words stand, and who says them.

    A target has a quote with what stands around it, and positions in code points of the article's text.
    """
    for reading in store.readings():
        names = {party.id: party.name for party in reading.parties}
        article = reading.article
        for statement in reading.statements:
            who = names.get(statement.said_by or "")
            chain = [names[party] for party in statement.according_to if party in names]
            yield msgspec.json.encode(
                {
                    "@context": "http://www.w3.org/ns/anno.jsonld",
                    "id": f"urn:lesart:{statement.id}",
                    "type": "Annotation",
                    "motivation": "describing",
                    "body": [
                        {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": who or ""},
                        {"type": "TextualBody", "purpose": "tagging", "value": statement.form},
                        {"type": "TextualBody", "purpose": "tagging", "value": statement.modality},
                        *({"type": "TextualBody", "purpose": "linking", "value": relay} for relay in chain),
                    ],
                    "target": [
                        {
                            "source": article.url or f"urn:lesart:{article.id}",
                            "selector": [
                                {
                                    "type": "TextQuoteSelector",
                                    "exact": article.text[span.start : span.end],
                                    "prefix": article.text[max(0, span.start - _AROUND) : span.start],
                                    "suffix": article.text[span.end : span.end + _AROUND],
                                },
                                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                            ],
                        }
                        for span in statement.content
                    ],
                }
            )


_AROUND = 32
"""Code points around a quote by which it is found again."""


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
