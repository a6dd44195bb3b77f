"""Searching statements: full text in any inflection, by who says it, who relays it, side, form, outlet and time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from lesart.desk.stems import stem
from lesart.desk.store import Store

_TERM = re.compile(r'"[^"]*"|\S+')
_LANGUAGES = ("de", "en")
"""A query's language is not known: a word is looked for by its stem in each."""


class Query(Struct, frozen=True, kw_only=True):
    """What is asked for; empty fields ask for nothing. `words`: all of them, a phrase in quotation marks, -word not.

    `who`, `relay`, `side` and `outlet` are parts of names, in capitals or not; `since` and `until` are ISO days.
    """

    words: str = ""
    who: str = ""
    relay: str = ""
    side: str = ""
    outlet: str = ""
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


def search(store: Store, query: Query, most: int = 50) -> list[Hit]:
    """The statements that a query asks for: the best match first, without words the newest first."""
    conditions, values = _conditions(query)
    match = _match(query.words)
    if match:
        source = "statement_stems JOIN said ON said.statement = statement_stems.rowid"
        conditions.insert(0, "statement_stems MATCH ?")
        values.insert(0, match)
        order = "bm25(statement_stems), said.published DESC"
    else:
        source, order = "said", "said.published DESC, said.statement"
    where = " AND ".join(conditions) or "1"
    columns = ", ".join(f"said.{name}" for name in Hit.__struct_fields__)
    rows = store.connection.execute(
        f"SELECT {columns} FROM {source} WHERE {where} ORDER BY {order} LIMIT ?", (*values, most)
    )
    return [Hit(**dict(zip(Hit.__struct_fields__, row, strict=True))) for row in rows]


def _conditions(query: Query) -> tuple[list[str], list[str]]:
    """SQL conditions with their values; nothing that is asked for stands in the SQL itself."""
    found: list[tuple[str, str]] = []
    for column, value in (
        ("who", query.who),
        ("according_to", query.relay),
        ("side", query.side),
        ("outlet", query.outlet),
    ):
        if value:
            found.append((f"instr(folded(said.{column}), folded(?)) > 0", value))
    for column, value in (("form", query.form), ("modality", query.modality)):
        if value:
            found.append((f"said.{column} = ?", value))
    if query.since:
        found.append(("said.published >= ?", query.since))
    if query.until:
        found.append(("substr(said.published, 1, 10) <= ?", query.until))
    return [condition for condition, _ in found], [value for _, value in found]


def _match(words: str) -> str:
    """A query of FTS5 for words as people write them: each in any inflection, phrases in their order."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in _TERM.findall(words):
        negated = term.startswith("-") and len(term) > 1
        parts = re.findall(r"\w+", term)
        if not parts:
            continue
        choices = dict.fromkeys(_phrase(parts, language) for language in _LANGUAGES)
        (unwanted if negated else wanted).append("(" + " OR ".join(choices) + ")")
    found = " AND ".join(wanted)
    if found and unwanted:
        found += " NOT (" + " OR ".join(unwanted) + ")"
    return found


def _phrase(parts: Sequence[str], language: str) -> str:
    return '"' + " ".join(stem(part, language) for part in parts) + '"'
