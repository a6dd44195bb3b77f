"""Readings and comparisons as JSON: the encoding of the model, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lesart.model import Comparison, Reading


def as_json(found: Comparison | Sequence[Reading]) -> bytes:
    """One object for a comparison, a list for readings; UTF-8."""
    return msgspec.json.encode(found)
