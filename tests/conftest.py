"""What several tests use: reading a text of their own, by rules where no engine is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import lesart
from lesart import Article, Reading
from lesart.parties.known import known_parties

EXAMPLES = Path(__file__).parents[1] / "examples" / "kanalgespraech"


@pytest.fixture
def read() -> Callable[..., Reading]:
    def read_text(text: str, language: str = "de", published: str = "2031-05-15", engine: str = "rules") -> Reading:
        return lesart.read(Article(id="a", text=text, language=language, published=published), engine=engine)

    return read_text


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own: whoever runs the tests may have a list of parties."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path / "home"))
    known_parties.cache_clear()
    return tmp_path / "home"
