"""Our own annotated dossiers as the statements of their articles, in order, with topics, tones and accounts."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from tokenizers import Tokenizer

from lesart.encoder.senses import Window, windows_of
from lesart.topics.senses import told_of

BENCH = Path(__file__).parents[1] / "bench"
sys.path.insert(0, str(BENCH))
from given import accounts_of, entry_of, readings  # noqa: E402 - annotations are read in one place

LEARN = BENCH / "data" / "dossiers" / "learn"
TONES = ("negative", "neutral", "positive")


class Dossier(Struct, frozen=True):
    """What is learnt from one comparison; its statements are in the order of its windows."""

    windows: list[Window]
    topics: list[int]
    """The topic of each statement, a number in `labels`; -1 for none."""
    labels: list[list[int]]
    """The topics' labels in pieces."""
    tones: list[int]
    """The tone of each statement, a number in TONES; -1 where it is not annotated."""
    accounts: list[tuple[int, list[int]]]
    """The tone of each account, and the statements that it is made of."""


def dossiers(tokenizer: Tokenizer, held: Sequence[str]) -> list[Dossier]:
    """The dossiers to learn from, without those whose names begin with one of `held`."""
    folders = [folder for folder in sorted(LEARN.iterdir()) if not folder.name.startswith(tuple(held))]
    return [_dossier(tokenizer, folder) for folder in folders]


def _dossier(tokenizer: Tokenizer, folder: Path) -> Dossier:
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    read = readings(sorted(folder.glob("*.md")), expected)
    entries = [entry_of(expected, statement) for reading in read for statement in reading.statements]
    keys = [topic["key"] for topic in expected["topics"]]
    return Dossier(
        windows=[
            window
            for reading in read
            for window in windows_of(tokenizer, [told_of(one, reading.article) for one in reading.statements])
        ],
        topics=[_place(keys, entry["topic"]) for entry in entries],
        labels=[tokenizer.encode(topic["label"], add_special_tokens=False).ids for topic in expected["topics"]],
        tones=[_place(TONES, entry.get("tone")) for entry in entries],
        accounts=[(TONES.index(account["tone"]), places) for account, places in accounts_of(expected, entries)],
    )


def _place(names: Sequence[str], name: str | None) -> int:
    return names.index(name) if name in names else -1
