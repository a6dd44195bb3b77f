"""Days and numbers as tables write them, as expressions of DuckDB; what fits is told by the column's sample."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lesart.errors import RecordError, RecordReason
from lesart.record.table.opened import Opened

_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%SZ",
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y, %H:%M",
    "%d.%m.%y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d %B %Y",
    "%B %d, %Y",
)
"""Ways in which tables write days."""
_DAY_FIRST = ("%d/%m/%Y", "%d/%m/%Y %H:%M", "%d-%m-%Y")
_MONTH_FIRST = ("%m/%d/%Y", "%m/%d/%Y %H:%M", "%m-%d-%Y")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{4}")


def quoted(name: str) -> str:
    """A column's name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A string in SQL."""
    return "'" + text.replace("'", "''") + "'"


def day(table: Opened, name: str, given: str | None) -> str:
    """The expression for a column's days and times; `given` is the user's own format.

    Raises RecordError where days and months cannot be told apart.
    """
    formats: Sequence[str] = (given,) if given else (*_FORMATS, *_slashed(table, name))
    listed = ", ".join(literal(one) for one in formats)
    return f"try_strptime(trim({quoted(name)}), [{listed}])"


def _slashed(table: Opened, name: str) -> Sequence[str]:
    """Whether 04/03/2031 is 4 March or April 3: by the whole column."""
    if not any(_SLASHED.match(value) for value in table.column(name)):
        return ()
    first, second, row, value = table.connection.execute(
        f"SELECT max(a), max(b), min(_row), min_by(v, _row) FROM (SELECT _row, v, "
        f"TRY_CAST(regexp_extract(v, '^(\\d{{1,2}})[/-]', 1) AS INT) a, "
        f"TRY_CAST(regexp_extract(v, '^\\d{{1,2}}[/-](\\d{{1,2}})', 1) AS INT) b "
        f"FROM (SELECT _row, trim({quoted(name)}) v FROM raw)) WHERE a IS NOT NULL"
    ).fetchall()[0]
    if first is None or second is None:
        return ()
    if first > _MONTHS:
        return _DAY_FIRST
    if second > _MONTHS:
        return _MONTH_FIRST
    raise RecordError(table.name, RecordReason.TWO_DATES.format(row, name, value))


_MONTHS = 12


class Numbers:
    """How a column writes numbers: its decimal sign, and the unit behind them, if they have one."""

    def __init__(self, table: Opened, name: str, decimal: str | None) -> None:
        self.name = name
        values = table.column(name)
        self.decimal = decimal or _decimal(values, "," if table.delimiter == ";" else ".")
        units = Counter(_unit(value) for value in values if value[:1].isdigit() or value[:1] in "+-")
        self.unit = units.most_common(1)[0][0] if units else ""

    @property
    def value(self) -> str:
        """The expression for the number; NULL for what is none or has another unit."""
        return f"CASE WHEN {self._suffix} = {literal(self.unit)} THEN {self._number} END"

    @property
    def other_unit(self) -> str:
        """The expression for whether there is a number with another unit."""
        return f"({self._number} IS NOT NULL AND {self._suffix} <> {literal(self.unit)})"

    @property
    def _text(self) -> str:
        return f"trim(replace({quoted(self.name)}, chr(160), ' '))"

    @property
    def _suffix(self) -> str:
        return f"trim(regexp_replace({self._text}, '^[-+]?[\\d.,\\s]+', ''))"

    @property
    def _number(self) -> str:
        digits = f"replace(regexp_extract({self._text}, '^[-+]?[\\d.,\\s]+'), ' ', '')"
        point = "." if self.decimal == "," else ","
        plain = f"replace(replace({digits}, '{point}', ''), '{self.decimal}', '.')"
        return f"TRY_CAST({plain} AS DOUBLE)"


def _unit(value: str) -> str:
    return re.sub(r"^[-+]?[\d.,\s\u00a0\u202f]+", "", value).strip()


def _decimal(values: Sequence[str], usual: str) -> str:
    """The decimal sign of a column: what stands before one or two last digits, else what is usual."""
    signs = Counter(match[1] for value in values if (match := re.fullmatch(r"[-+]?[\d.,\s]*\d([.,])\d{1,2}", value)))
    return signs.most_common(1)[0][0] if signs else usual
