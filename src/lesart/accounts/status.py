"""Whether a teller raises a topic or denies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lesart.model import PlacedStatement

_MOSTLY = 0.5
"""Share of denying statements from which a teller denies a topic: a denial is mostly followed by what is said of it."""


def status_of(statements: Sequence[PlacedStatement]) -> Literal["raised", "denied"]:
    """Denied where at least half of what is said on a topic denies."""
    denied = sum(statement.modality == "denied" for statement in statements)
    return "denied" if denied >= _MOSTLY * len(statements) else "raised"
