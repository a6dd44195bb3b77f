"""The time, as a store writes it down."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The second, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
