"""Statements that a search found, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.console import Console
from rich.padding import Padding
from rich.text import Text


class Hit(Protocol):
    """What is shown of a statement."""

    @property
    def article(self) -> str:
        """Its article's name."""
        ...

    @property
    def outlet(self) -> str | None:
        """Where it stands."""
        ...

    @property
    def published(self) -> str | None:
        """When that appeared."""
        ...

    @property
    def who(self) -> str | None:
        """Who says it."""
        ...

    @property
    def according_to(self) -> str | None:
        """Who relays it."""
        ...

    @property
    def words(self) -> str:
        """What is said."""
        ...


def show_hits(hits: Sequence[Hit]) -> None:
    """Who says it, what, where."""
    console = Console(highlight=False)
    for hit in hits:
        chain = " < ".join(part for part in (hit.who or "?", hit.according_to) if part)
        where = ", ".join(part for part in (hit.outlet, (hit.published or "")[:10], hit.article) if part)
        console.print(Text.assemble((chain, "bold"), (f"  {where}", "dim")))
        console.print(Padding(Text(hit.words), (0, 0, 0, 2)))
