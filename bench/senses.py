"""Which of the dossiers to learn from the network of senses has not seen."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SETTINGS = Path(__file__).parents[1] / "train" / "models" / "senses.toml"


def held(cases: Sequence[Any]) -> list[Any]:
    """The cases that were held out of its training, by the beginnings of their names."""
    beginnings = tuple(tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["held"])
    return [case for case in cases if case.name.startswith(beginnings)]
