"""A clause: a piece of a sentence with its kind, predicate and mood, for every language."""

from __future__ import annotations

from msgspec import Struct

MAIN, COMPLEMENT, QUESTION, RELATIVE, SUBORDINATE, AS, INFINITIVE, FRAGMENT, TAG = (
    "main",
    "complement",
    "question",
    "relative",
    "subordinate",
    "as",
    "infinitive",
    "fragment",
    "tag",
)
"""Kinds of clause. COMPLEMENT: with dass or ob; AS: with wie ("wie X mitteilte"); FRAGMENT: without a verb;
TAG: a subject and its verb of saying alone, behind what is said (", the official added")."""


class Clause(Struct, gc=False):
    """A piece of a sentence: words `first` to `last` (both included, of the sentence's words).

    `sign` is what stands before it; `verb` is the place of its finite verb or -1, `main` the place of the verb that
    carries the meaning (participle or infinitive behind an auxiliary), `particle` that of a separated particle;
    `lemma` is the infinitive of the predicate with its particle.
    """

    first: int
    last: int
    sign: str
    kind: str = FRAGMENT
    verb: int = -1
    main: int = -1
    particle: int = -1
    lemma: str = ""
    auxiliary: str = ""
    mood: int = 0
    """0: no finite verb or indicative; 1: Konjunktiv I; 2: Konjunktiv II or a form that can be either."""

    @property
    def verb_first(self) -> bool:
        """Whether the finite verb opens the clause."""
        return self.verb == self.first
