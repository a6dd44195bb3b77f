"""What the rules ask of a language: its clauses, phrases and persons, under the same names for every language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from lesart.language.clause import Clause
from lesart.language.layer import Token
from lesart.statements.draft import View
from lesart.statements.lexicon import Lexicon


class Grammar(Protocol):
    """A language package."""

    COORDINATORS: frozenset[str]
    DETERMINERS: frozenset[str]
    NEGATIONS: frozenset[str]

    def look_up(self, low: str) -> tuple[int, str]:
        """The forms and the infinitive that a word in lower case can be."""
        ...

    def clauses(self, words: Sequence[Token], outside: Sequence[bool]) -> list[Clause]:
        """The clauses of a sentence."""
        ...

    def noun_phrase(self, words: Sequence[Token], at: int, attach: bool = True) -> int:
        """The end of the noun phrase that begins at a place."""
        ...

    def subject(self, words: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
        """The subject of a clause."""
        ...

    def addressee(self, words: Sequence[Token], clause: Clause, spoken_to: bool) -> tuple[int, int] | None:
        """The person addressed in a clause."""
        ...


class Scene(Struct, gc=False):
    """A sentence with its clauses: what a rule is given."""

    view: View
    clauses: list[Clause]
    lexicon: Lexicon
    grammar: Grammar
