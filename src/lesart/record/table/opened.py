"""A table opened with DuckDB: its columns, its delimiter, and a sample by which formats are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import duckdb

from lesart.errors import RecordError, RecordReason

_MEMORY = "1GB"
_SAMPLE = 10_000
"""Rows by which formats are told."""
_ENCODINGS = ("utf-8", "latin-1", "utf-16")
_DAY = re.compile(
    r"\d{4}-\d|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2}|\d{4}/\d|^\d{8}$|[A-Za-zä]{3,} \d{1,2}, \d{4}|\d [A-Za-zä]{3,} \d{4}"
)
_NUMBER = re.compile(r"[-+]?\d[\d.,\s  ]*")


class Opened:
    """A CSV or Parquet file as a view `raw` of text columns, with `_row`: its row as spreadsheets count, header 1."""

    def __init__(self, path: Path) -> None:
        """Raises RecordError for what is no table."""
        self.path = path
        self.name = path.name
        self.delimiter = ","
        if not path.exists():
            raise RecordError(str(path), RecordReason.MISSING)
        if path.is_dir() or not path.stat().st_size:
            raise RecordError(str(path), RecordReason.EMPTY if path.is_file() else RecordReason.FOLDER)
        self.connection = duckdb.connect()
        self.connection.execute(f"SET memory_limit = '{_MEMORY}'; SET preserve_insertion_order = true")
        self.columns: tuple[str, ...] = self._open()
        if not self.sample:
            raise RecordError(str(path), RecordReason.EMPTY)

    def _open(self) -> tuple[str, ...]:
        place = str(self.path).replace("'", "''")
        if self.path.suffix.lower() == ".parquet":
            return self._view(f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('{place}')")
        fault = ""
        for encoding in _ENCODINGS:
            options = (
                f"all_varchar = true, header = true, encoding = '{encoding}', null_padding = true, strict_mode = false"
            )
            try:
                self.delimiter = self.connection.execute(
                    f"SELECT Delimiter FROM sniff_csv('{place}', {options})"
                ).fetchall()[0][0]
                return self._view(f"SELECT * FROM read_csv('{place}', {options}, delim = '{self.delimiter}')")
            except duckdb.Error as error:
                fault = fault or " ".join(str(error).split())[:160]
        raise RecordError(str(self.path), RecordReason.NOT_CSV.format(fault))

    def _view(self, rows: str) -> tuple[str, ...]:
        """Make the view and try it on the sample."""
        self.connection.execute(
            f"CREATE OR REPLACE VIEW raw AS SELECT row_number() OVER () + 1 AS _row, * FROM ({rows})"
        )
        self.__dict__.pop("sample", None)
        _ = self.sample
        return tuple(name for name, *_ in self.connection.execute("DESCRIBE raw").fetchall())[1:]

    @cached_property
    def sample(self) -> Sequence[tuple[str | None, ...]]:
        """The first rows, as text."""
        found = self.connection.execute(f"SELECT * FROM raw LIMIT {_SAMPLE}").fetchall()
        return [tuple(row[1:]) for row in found]

    def column(self, name: str) -> list[str]:
        """The filled-in values of a column in the sample."""
        at = self.columns.index(name)
        return [value.strip() for row in self.sample if (value := row[at]) and value.strip()]

    def dated(self) -> list[str]:
        """The columns of which most values look like days; all, where none does, so that the fault can be named."""
        found = []
        for name in self.columns:
            values = self.column(name)
            if values and sum(bool(_DAY.search(value)) for value in values) >= _MOST * len(values):
                found.append(name)
        return found or list(self.columns)

    def numeric(self) -> list[str]:
        """The columns of which most values begin with a number and are no dates."""
        found = []
        for name in self.columns:
            values = self.column(name)
            numbers = [
                v
                for v in values
                if (match := _NUMBER.match(v)) and not re.search(r"\d[-/:]\d|\d\.\d+\.\d", v) and match
            ]
            if values and len(numbers) >= _MOST * len(values):
                found.append(name)
        return found


_MOST = 0.6
"""Share of numbers from which a column is one of numbers."""
