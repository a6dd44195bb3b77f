"""Searching statements: full text in any inflection, by who says it, who relays it, side, form, outlet and time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from lesart.desk.stems import stem
from lesart.desk.store import Store
from lesart.language import SUPPORTED

_TERM = re.compile(r'-?["„“”][^"„“”]*["“”]|\S+')


class Query(Struct, frozen=True, kw_only=True):
    """What is asked for; empty fields ask for nothing. `words`: all of them, a phrase in quotation marks, -word not.

    `who`, `relay`, `side`, `outlet` and `topic` are parts of names, in capitals or not; `since` and `until` are ISO
    days, `year` is a year; `event` and `party` are the rows of an event and of a lasting party.
    """

    words: str = ""
    who: str = ""
    relay: str = ""
    side: str = ""
    outlet: str = ""
    topic: str = ""
    event: int | None = None
    party: int | None = None
    year: str = ""
    form: str = ""
    modality: str = ""
    since: str = ""
    until: str = ""


class Hit(Struct, frozen=True, kw_only=True):
    """A statement that was found, with all that its line shows."""

    statement: int
    article: str
    outlet: str | None
    published: str | None
    who: str | None
    role: str | None
    side: str | None
    according_to: str | None
    form: str
    modality: str
    words: str


def search(store: Store, query: Query, most: int = 50, skip: int = 0) -> list[Hit]:
    """The statements that a query asks for: the best match first, without words the newest first."""
    source, where, values = _asked(query)
    order = (
        "bm25(statement_stems), said.published DESC"
        if _match(query.words)[0]
        else "said.published DESC, said.statement"
    )
    # Only the rows first: what a line shows is costly, and would be put together for all that match.
    rows = store.connection.execute(
        f"SELECT said.statement FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?", (*values, most, skip)
    )
    return hits_of(store, [statement for (statement,) in rows])


def hits_of(store: Store, statements: Sequence[int]) -> list[Hit]:
    """Some statements (rows) in their order; those that are not there any more are left out."""
    marks = ", ".join("?" * len(statements))
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM said WHERE statement IN ({marks})", tuple(statements))
    found = {row[0]: _hit(row) for row in rows}
    return [found[statement] for statement in statements if statement in found]


def facets(store: Store, query: Query) -> dict[str, list[tuple[str, int]]]:
    """Of the statements that a query asks for how many have which speaker, side, outlet, topic, form, modality, year.

    Counted over the first `COUNTED` that are found.
    """
    source, where, values = _asked(query)
    named = "said.who, said.side, said.outlet, topic.label, said.form, said.modality, substr(said.published, 1, 4)"
    joined = source if "topic" in source else f"{source} {_PLACED}"
    rows = store.connection.execute(f"SELECT {named} FROM {joined} WHERE {where} LIMIT ?", (*values, COUNTED))
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for row in rows:
        for name, value in zip(FACETS, row, strict=True):
            if value:
                counts[name][value] += 1
    return {name: counts[name].most_common(_LISTED) for name in FACETS}


FACETS = ("who", "side", "outlet", "topic", "form", "modality", "year")
COUNTED, _LISTED = 5000, 12
"""Statements that facets are counted over, and values of each that are listed."""
_SAID_BY = (
    "said.statement IN (SELECT statement.id FROM statement JOIN party ON party.id = statement.said_by "
    "WHERE party.known = ?)"
)
_COLUMNS = ", ".join(f"said.{name}" for name in Hit.__struct_fields__)
_PLACED = "LEFT JOIN placed ON placed.statement = said.statement LEFT JOIN topic ON topic.id = placed.topic"


def _hit(row: Sequence[Any]) -> Hit:
    return Hit(**dict(zip(Hit.__struct_fields__, row, strict=True)))


def _asked(query: Query) -> tuple[str, str, list[str | int]]:
    """Tables, conditions and their values."""
    conditions, values = _conditions(query)
    source, (match, without) = "said", _match(query.words)
    if without:
        conditions.insert(0, "said.statement NOT IN (SELECT rowid FROM statement_stems WHERE statement_stems MATCH ?)")
        values.insert(0, without)
    if match:
        source = "statement_stems JOIN said ON said.statement = statement_stems.rowid"
        conditions.insert(0, "statement_stems MATCH ?")
        values.insert(0, match)
    if query.topic or query.event is not None:
        source += f" {_PLACED}"
    return source, " AND ".join(conditions) or "1", values


def _conditions(query: Query) -> tuple[list[str], list[str | int]]:
    """SQL conditions with their values; nothing that is asked for stands in the SQL itself."""
    found: list[tuple[str, str | int]] = []
    for column, value in (
        ("who", query.who),
        ("according_to", query.relay),
        ("side", query.side),
        ("outlet", query.outlet),
    ):
        if value:
            found.append((f"instr(folded(said.{column}), folded(?)) > 0", value))
    if query.topic:
        found.append(("instr(folded(topic.label), folded(?)) > 0", query.topic))
    if query.event is not None:
        found.append(("placed.event = ?", query.event))
    if query.party is not None:
        found.append((_SAID_BY, query.party))
    if query.year:
        found.append(("substr(said.published, 1, 4) = ?", query.year))
    for column, value in (("form", query.form), ("modality", query.modality)):
        if value:
            found.append((f"said.{column} = ?", value))
    if query.since:
        found.append(("said.published >= ?", query.since))
    if query.until:
        found.append(("substr(said.published, 1, 10) <= ?", query.until))
    return [condition for condition, _ in found], [value for _, value in found]


def _match(words: str) -> tuple[str, str]:
    """Queries of FTS5 for words as people write them, each in any inflection, phrases in their order: what has to be
    there, and what must not."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in _TERM.findall(words):
        negated = term.startswith("-") and len(term) > 1
        parts = re.findall(r"\w+", term)
        if not parts:
            continue
        choices = dict.fromkeys(_phrase(parts, language) for language in SUPPORTED)
        (unwanted if negated else wanted).append("(" + " OR ".join(choices) + ")")
    return " AND ".join(wanted), " OR ".join(unwanted)


def _phrase(parts: Sequence[str], language: str) -> str:
    return '"' + " ".join(stem(part, language) for part in parts) + '"'
