"""The articles of the German news quotations, for the other benchmarks."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any


def documents(shared: Path, part: str) -> list[dict[str, Any]]:
    """The annotated documents of a part (`train` or `dev`)."""
    path = shared / "data/quotations-de" / f"{part}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts(shared: Path, part: str) -> list[str]:
    """The texts of a part."""
    return [document["text"] for document in documents(shared, part)]
