"""Claims held against a record of past events that the user gives: which it can answer, and what it says."""

from __future__ import annotations

from lesart.model import Check, EventKind
from lesart.record.checks.recorded.asked import Asked
from lesart.record.checks.recorded.compared import compared
from lesart.record.checks.recorded.counted import counted
from lesart.record.checks.recorded.developed import developed
from lesart.record.table.record import Record
from lesart.topics.terms import stemmed

__all__ = ["Asked", "answers", "recorded"]


def answers(record: Record, asked: Asked, main: EventKind | None) -> bool:
    """Whether a record is about what a claim counts: by its kinds, its words; `main` stands for a record that says
    neither: the kind that the articles are mostly about."""
    said = asked.placed.clause.lower()
    if any(word in said for word in record.words):
        return True
    language = asked.placed.language
    stems = {stemmed(word, language) for measure in record.measures for word in measure.name.lower().split()}
    if asked.placed.claim.kind == "since" and stems & set(asked.placed.nouns):
        return True
    if not asked.placed.of_events:
        return False
    kinds = record.kinds or ({main} if main and not record.words else set())
    return asked.kind is not None and asked.kind in kinds


def recorded(asked: Asked, record: Record) -> Check:
    """What the record says of the claim."""
    kind = asked.placed.claim.kind
    if kind == "ordinal":
        return counted(asked, record)
    return compared(asked, record) if kind == "superlative" else developed(asked, record)
