"""What is found, and lines of the list of parties, as JSON: the encoding of their structs, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lesart.evaluation import Evaluation
from lesart.model import Comparison, Reading
from lesart.parties.known import Known


def as_json(found: Comparison | Evaluation | Known | Sequence[Reading]) -> bytes:
    """One object, or a list for readings; UTF-8."""
    return msgspec.json.encode(found)
