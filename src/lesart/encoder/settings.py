"""What a model says of itself: `settings.json` and `MODEL_CARD.md` beside its weights; the runtime is not loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

SHIPPED = Path(__file__).parent / "weights"
"""The folder of the model that the package brings."""


class Settings(msgspec.Struct, frozen=True):
    """What stands in `settings.json`."""

    name: str
    licence: str
    languages: tuple[str, ...]
    """What it was trained on (ISO 639-1)."""
    columns: tuple[str, ...]
    """Names of the signals, in their order."""
    width: int
    tags: int
    entities: tuple[str, ...]
    """Labels of named entities, in their order: "O", "B-KIND", "I-KIND"."""
    keep: tuple[float, ...]
    confidence: tuple[float, ...]
    """Weights of two calibrations; what they weigh is the caller's to know."""
    least: float
    """The chance under `keep` from which something is kept."""


@cache
def settings_of(folder: Path = SHIPPED) -> Settings:
    """The settings of a model."""
    return msgspec.json.decode((folder / "settings.json").read_bytes(), type=Settings)


def card_of(folder: Path = SHIPPED) -> str:
    """The model card, in Markdown."""
    return (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
