"""What a gap is before it is put into words."""

from __future__ import annotations

from msgspec import Struct

from lesart.accounts.sayings import Saying
from lesart.accounts.told import Told
from lesart.model import DivergenceKind


class Gap(Struct, frozen=True):
    """Where the accounts `a` and `b` part, with the sayings of each that show it."""

    kind: DivergenceKind
    topic: str | None
    a: Told
    b: Told
    of_a: tuple[Saying, ...]
    of_b: tuple[Saying, ...]
    score: float
    words: tuple[str, str] = ("", "")
    """What the summary says of each: figures, tones."""
