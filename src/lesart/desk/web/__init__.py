"""The web pages over a store, and the same as JSON. See docs/desk.md."""

from lesart.desk.web.app import create_app

__all__ = ["create_app"]
