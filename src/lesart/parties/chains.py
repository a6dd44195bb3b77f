"""Source chains: according to whom an article has a statement.

A statement inside another person's statement is relayed by that person; "demnach" speaks for the last source; "unter
Berufung auf X" makes X the speaker and who reports it the relay. The outlet is never part of a chain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from lesart.model import Statement


class Attribution(Struct):
    """Who says a statement, to whom, and who relays it, as party ids."""

    said_by: str | None = None
    said_to: str | None = None
    according_to: tuple[str, ...] = ()


def with_chains(statements: Sequence[Statement], found: Mapping[str, Attribution]) -> dict[str, Attribution]:
    """The attributions with the relays that nesting adds; parents stand before what is inside them.

    Inside the words of somebody who is relayed, whoever relays him does not speak himself.
    """
    chained: dict[str, Attribution] = {}
    for statement in statements:
        own = found[statement.id]
        parent = chained.get(statement.parent or "")
        if parent is None:
            chained[statement.id] = own
        elif own.said_by is None:
            chained[statement.id] = Attribution(parent.said_by, own.said_to, parent.according_to)
        elif own.said_by in parent.according_to:
            chained[statement.id] = Attribution(parent.said_by, own.said_to, parent.according_to)
        elif own.said_by == parent.said_by:
            chained[statement.id] = Attribution(own.said_by, own.said_to, own.according_to or parent.according_to)
        else:
            relays = (*own.according_to, parent.said_by or "", *parent.according_to)
            unique = dict.fromkeys(relay for relay in relays if relay and relay != own.said_by)
            chained[statement.id] = Attribution(own.said_by, own.said_to, tuple(unique))
    return chained
