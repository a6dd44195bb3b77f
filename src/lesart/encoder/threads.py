"""How many threads the encoder runs on. Results do not change with them."""

from __future__ import annotations

_count = 0


def use_threads(count: int) -> None:
    """Run the encoder on so many threads (0: one a core) from when it is loaded; to be called before that."""
    global _count
    _count = count


def threads() -> int:
    """The number that was set."""
    return _count
