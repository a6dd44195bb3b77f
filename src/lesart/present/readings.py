"""Readings as JSON, in the terminal, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from lesart.model import Reading


def as_json(readings: Sequence[Reading]) -> bytes:
    """A list of readings."""
    return msgspec.json.encode(readings)


def as_html(readings: Sequence[Reading]) -> str:
    return ""


def in_terminal(readings: Iterable[Reading], quiet: bool) -> None:
    pass
