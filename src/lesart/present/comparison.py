"""A comparison as JSON, in the terminal, as a page."""

from __future__ import annotations

import msgspec

from lesart.model import Comparison


def as_json(comparison: Comparison) -> bytes:
    """One object."""
    return msgspec.json.encode(comparison)


def as_html(comparison: Comparison) -> str:
    return ""


def in_terminal(comparison: Comparison, quiet: bool) -> None:
    pass
