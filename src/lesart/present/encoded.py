"""What is found, and lines of the list of parties, as JSON: the encoding of their structs, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


def as_json(found: msgspec.Struct | Sequence[msgspec.Struct]) -> bytes:
    """One object, or a list; UTF-8."""
    return msgspec.json.encode(found)
