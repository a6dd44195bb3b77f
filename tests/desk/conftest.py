"""A store with the examples, and a desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import lesart
from lesart.desk import Store
from lesart.desk.dossiers import refresh
from lesart.desk.web import create_app
from tests.conftest import EXAMPLES


def filled(path: Path) -> Path:
    """A store with the examples."""
    with Store(path, create=True) as store:
        for report in sorted(EXAMPLES.iterdir()):
            store.add(lesart.read(report, engine="rules"), report.name)
        refresh(store)
    return path


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.lesart")


@pytest.fixture
def client(store_path: Path) -> Iterator[TestClient]:
    app = create_app(store_path, engine="rules")
    with TestClient(app, base_url="http://127.0.0.1:8420", follow_redirects=False) as made:
        made.headers["accept-language"] = "de"
        yield made
