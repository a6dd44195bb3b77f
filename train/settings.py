"""The settings of a model: one file each in `train/models/`."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec

MODELS = Path(__file__).parent / "models"


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One training on one corpus."""

    name: str
    corpus: str
    share: int
    epochs: int
    rate: float
    head_rate: float
    warm: int
    pieces: int
    most_links: int
    tags: float
    seed: int
    names: int = 0
    """Of the texts with entities, one in so many an epoch; 0: none."""
    start: str = ""
    """The stage whose weights it goes on from; empty: the base."""


class VectorStage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The training of the vectors of sentences."""

    sentences: int
    epochs: int
    rate: float
    batch: int
    seed: int


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a settings file says; the file explains each."""

    name: str
    licence: str
    languages: tuple[str, ...]
    layers: int
    drop: float
    average: float
    rules_hidden: float
    restyled: float
    blanked: float
    held_out: int
    calibrated: bool
    stage: Sequence[Stage]
    mean: dict[str, float]
    """The stages whose weights are averaged for the model, each with its share."""
    vectors: VectorStage


def settings(model: str) -> Settings:
    """The settings of a model by the name of its file."""
    text = (MODELS / f"{model}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Settings)
