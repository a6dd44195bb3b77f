"""Reading a record: rows to events, what is wrong named by row and column, nothing else lost.

DuckDB streams the file and spills to disk, so that memory does not grow with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lesart.errors import RecordError, RecordReason
from lesart.record.table.columns import guessed, unit_of_column
from lesart.record.table.mapping import RecordMap, map_beside, read_map
from lesart.record.table.opened import Opened
from lesart.record.table.record import Measure, Record, RecordedEvent
from lesart.record.table.topics import kinds_of
from lesart.record.table.typed import Numbers, day, literal, quoted

_FAULTS = 3
"""Faults of a column that are named one by one."""
_MOST = 500_000
"""Events of a record, at the most."""


class _Columns(Struct, frozen=True):
    """The typed table's columns: when, and each measure with how its numbers are written."""

    begin: str
    end: str | None
    measures: Sequence[Measure]
    numbers: Sequence[Numbers]


def load_record(path: Path, map_path: Path | None = None) -> Record:
    """The record in a CSV or Parquet file, by its map: the one given, the one beside it, else by its columns' names.

    Raises RecordError where nothing of it can be used; single rows and values that cannot are in its notes.
    """
    beside = map_path or map_beside(path)
    mapping = read_map(beside) if beside else RecordMap()
    table = Opened(path)
    notes: list[str] = []
    if mapping.columns.date is None and mapping.columns.first is None:
        mapping = replace(mapping, columns=guessed(table.columns, table.numeric(), table.dated()))
        notes.append(RecordReason.GUESSED.format(_described(mapping)))
    columns = _columns(table, mapping)
    _make_typed(table, mapping, columns)
    notes += _faults(table, mapping, columns)
    events = list(_events(table, mapping, columns))
    (rows,) = table.connection.execute("SELECT count(*) FROM typed").fetchall()[0]
    return Record(
        name=mapping.name or path.stem,
        rows=rows,
        kinds=frozenset(mapping.about.kinds) or _kinds(table, mapping, path),
        words=tuple(word.lower() for word in mapping.about.words),
        measures=columns.measures,
        events=events,
        complete=mapping.complete,
        unit=mapping.event if isinstance(mapping.event, str) else ", ".join(mapping.event),
        summed=mapping.rows,
        notes=notes,
    )


def _described(mapping: RecordMap) -> str:
    """A map in words: "date = Datum, Drohnen = Drohnen"."""
    columns = mapping.columns
    roles = {
        "date": columns.date,
        "from": columns.first,
        "to": columns.last,
        "place": columns.place,
        "kind": columns.kind,
        "source": columns.source,
        "values": ", ".join(columns.values.values()),
    }
    return "; ".join(f"{role} = {name}" for role, name in roles.items() if name)


def _columns(table: Opened, mapping: RecordMap) -> _Columns:
    """The columns that the map names. Raises RecordError for one that is not there."""
    own = mapping.columns
    begin = own.date or own.first
    if begin is None:
        raise RecordError(table.name, RecordReason.NO_DATE_COLUMN.format(", ".join(table.columns)))
    keys = () if isinstance(mapping.event, str) else mapping.event
    for name in (begin, own.last, own.place, own.kind, own.source, *own.values.values(), *mapping.where, *keys):
        if name is not None and name not in table.columns:
            raise RecordError(table.name, RecordReason.NO_COLUMN.format(name, ", ".join(table.columns)))
    return _Columns(
        begin,
        own.last,
        [Measure(name, *_unit(name, column)) for name, column in own.values.items()],
        [Numbers(table, column, mapping.decimal) for column in own.values.values()],
    )


def _unit(name: str, column: str) -> tuple[str, float]:
    """A measure's unit, by its own name, else by its column's."""
    return next((found for one in (name, column) if (found := unit_of_column(one))[0]), ("", 1.0))


def _make_typed(table: Opened, mapping: RecordMap, columns: _Columns) -> None:
    """The table `typed`: `_row`, `a` and `b` (begin, end), `v0` ... (values), the text of what could not be read."""
    begin = day(table, columns.begin, mapping.date_format)
    end = day(table, columns.end, mapping.date_format) if columns.end else "NULL::TIMESTAMP"
    parts = [f"{begin} AS a", f"{end} AS b", f"CASE WHEN {begin} IS NULL THEN {quoted(columns.begin)} END AS bad_a"]
    parts.append(f"CASE WHEN {end} IS NULL THEN {quoted(columns.end)} END AS bad_b" if columns.end else "NULL AS bad_b")
    for number, one in enumerate(columns.numbers):
        parts.append(f"{one.value} AS v{number}")
        parts.append(f"CASE WHEN {one.value} IS NULL THEN nullif(trim({quoted(one.name)}), '') END AS bad_v{number}")
        parts.append(f"{one.other_unit} AS other_v{number}")
    for role in ("place", "source", "kind"):
        name = getattr(mapping.columns, role)
        parts.append(f"{quoted(name)} AS {role}" if name else f"NULL AS {role}")
    keys = () if isinstance(mapping.event, str) else mapping.event
    parts.append(
        f"concat_ws(' · ', {', '.join(quoted(name) for name in keys)}) AS own_key" if keys else "'' AS own_key"
    )
    where = " AND ".join(_kept(name, value) for name, value in mapping.where.items()) or "true"
    table.connection.execute(f"CREATE TEMP TABLE typed AS SELECT _row, {', '.join(parts)} FROM raw WHERE {where}")


def _kept(name: str, value: object) -> str:
    """The condition that a column has a value, or one of several."""
    values = value if isinstance(value, list | tuple) else [value]
    return f"trim({quoted(name)}) IN ({', '.join(literal(str(one)) for one in values)})"


def _faults(table: Opened, mapping: RecordMap, columns: _Columns) -> Iterator[str]:
    """What is left out, by row and column. Raises RecordError where no row has a day."""
    ask = table.connection.execute
    dated, rows = ask("SELECT count(a), count(*) FROM typed").fetchall()[0]
    if not rows:
        raise RecordError(table.name, RecordReason.EMPTY)
    if not dated:
        row, value = ask("SELECT _row, bad_a FROM typed ORDER BY bad_a IS NULL, _row LIMIT 1").fetchall()[0]
        raise RecordError(table.name, RecordReason.NO_DATES.format(row, columns.begin, value or ""))
    for text, name in (("bad_a", columns.begin), ("bad_b", columns.end)):
        condition = f"{text} IS NOT NULL" if text == "bad_b" else "a IS NULL"
        for row, value in _first(table, condition, f"coalesce({text}, '')"):
            yield RecordReason.BAD_DATE.format(row, name, value) if row else value
    for row, value in _first(table, "b < a", "strftime(b, '%Y-%m-%d') || '|' || strftime(a, '%Y-%m-%d')"):
        yield RecordReason.BAD_ORDER.format(row, *value.split("|")) if row else value
    for number, one in enumerate(columns.numbers):
        for row, value in _first(table, f"other_v{number}", f"bad_v{number}"):
            yield RecordReason.MIXED_UNITS.format(row, one.name, value) if row else value
        for row, value in _first(
            table, f"bad_v{number} IS NOT NULL AND NOT coalesce(other_v{number}, false)", f"bad_v{number}"
        ):
            yield RecordReason.BAD_NUMBER.format(row, one.name, value) if row else value


def _first(table: Opened, condition: str, text: str) -> Iterator[tuple[int, str]]:
    """The first rows for which a condition holds with a text each, and, without a row, how many more there are."""
    (count,) = table.connection.execute(f"SELECT count(*) FROM typed WHERE {condition}").fetchall()[0]
    found = table.connection.execute(f"SELECT _row, {text} FROM typed WHERE {condition} ORDER BY _row LIMIT {_FAULTS}")
    for row, value in found.fetchall():
        yield row, str(value)[:60]
    if count > _FAULTS:
        yield 0, RecordReason.MORE.format(count - _FAULTS)


def _events(table: Opened, mapping: RecordMap, columns: _Columns) -> Iterator[RecordedEvent]:
    """The events, in order of time: rows of one source summed (or what the map says), one event a source."""
    aggregates = {"sum": "sum(v{0})", "max": "max(v{0})", "last": "arg_max(v{0}, _row)"}
    values = "".join(f", {aggregates[mapping.rows].format(n)}" for n in range(len(columns.measures)))
    good = "a IS NOT NULL AND (b IS NULL OR b >= a) AND bad_b IS NULL"
    rows = table.connection.execute(
        f"SELECT {_key(mapping)} AS key, coalesce(trim(source), '') AS said, min(a)::DATE, max(coalesce(b, a))::DATE, "
        f"coalesce(arg_min(place, _row), arg_min(kind, _row), ''), min(_row){values} "
        f"FROM typed WHERE {good} GROUP BY key, said ORDER BY 3, 6 LIMIT {_MOST + 1}"
    )
    count = 0
    while chunk := rows.fetchmany(_CHUNK):
        for key, source, first, last, label, row, *own in chunk:
            count += 1
            if count > _MOST:
                raise RecordError(table.name, RecordReason.TOO_MANY.format(_MOST))
            yield RecordedEvent(key, (_day(first), _day(last)), label, source, row, tuple(own))


_CHUNK = 10_000


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


def _key(mapping: RecordMap) -> str:
    """The expression by which rows are one event."""
    if not isinstance(mapping.event, str):
        return "own_key"
    if mapping.event == "row":
        return "_row::VARCHAR"
    if mapping.event == "night":
        # From noon to noon; where rows have no times of day, the day on which it ended.
        timed = "(a::TIME > TIME '00:00' OR b::TIME > TIME '00:00')"
        return f"strftime(CASE WHEN {timed} THEN a + INTERVAL 12 HOUR ELSE coalesce(b, a) END, '%Y-%m-%d')"
    return "strftime(a, '%Y-%m-%d')"


def _kinds(table: Opened, mapping: RecordMap, path: Path) -> frozenset[str]:
    """The kinds of event that the record's own words name: its file's, its columns', those in the column of kinds."""
    own = table.connection.execute("SELECT DISTINCT kind FROM typed WHERE kind IS NOT NULL LIMIT 50").fetchall()
    return kinds_of([path.stem, mapping.name or "", *mapping.columns.values, *(kind for (kind,) in own)])
