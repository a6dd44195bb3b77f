"""What several tests use: reading a text of their own, by rules where no engine is named."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import lesart
from lesart import Article, Reading
from lesart.parties.known import known_parties

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        message = "no Chromium: apt-get install chromium"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()
