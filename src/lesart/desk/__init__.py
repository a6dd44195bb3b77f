"""The desk: readings kept in an ordinary SQLite file, searched, and taken out again. See docs/desk.md."""

from lesart.desk.store import Added, Store, StoreError

__all__ = ["Added", "Store", "StoreError"]
