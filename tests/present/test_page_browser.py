"""The pages in a real browser: Debian's Chromium, driven by Playwright. `make test` installs it where it may.

Without a browser these tests are skipped with a word on why; in CI that is a failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import lesart
from lesart.present.page import page_of_comparison, page_of_readings
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    readings = [lesart.read(path) for path in sorted(EXAMPLES.iterdir())]
    record = lesart.load_record(EXAMPLES.parent / "telefonate.csv")
    pages = {"read": page_of_readings(readings), "compare": page_of_comparison(lesart.compare(readings, [record]))}
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    opened.close()
    assert not faults


def test_a_cell_leads_to_its_words_and_escape_leads_back(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    cell = page.locator(".matrix a.evidence", has_text="Schleusen").first
    cell.click()
    card = page.locator("#card")
    assert card.is_visible()
    assert "Jost Brandner" in card.inner_text() and "Schleusen" in card.inner_text()
    assert page.locator(".said.chosen").count() >= 1
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert cell.evaluate("cell => cell === document.activeElement")


def test_a_party_lights_up_wherever_it_is_meant(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    page.locator(".text .mention", has_text="Brandner").first.hover()
    lit = page.locator(".text .lit").all_inner_texts()
    assert len(lit) > 2 and any("Brandner" not in text for text in lit)
    page.locator("h1").hover()
    assert page.locator(".lit").count() == 0
    page.locator(".parties li").first.focus()
    assert page.locator(".text .lit").count() >= 1


@pytest.mark.parametrize("name", ["read", "compare"])
def test_a_statement_opens_by_mouse_and_by_keyboard(page: Page, files: dict[str, Path], name: str) -> None:
    page.goto(files[name].as_uri())
    statement = page.locator(".said[tabindex]").first
    statement.click()
    assert page.locator("#card").is_visible()
    page.locator("#card-close").click()
    statement.focus()
    page.keyboard.press("Enter")
    assert page.locator("#card blockquote").inner_text()


def test_dark_and_light(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.locator("#scheme").click()
    dark = page.evaluate(colour)
    assert light != dark
    page.locator("#scheme").click()
    assert page.evaluate(colour) == light
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert page.evaluate(colour) == dark


@pytest.mark.parametrize("name", ["read", "compare"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, files: dict[str, Path], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(files[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_has_headings_and_named_regions(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator("table.matrix th[scope=row]").count() > 3
    assert page.locator("main article").count() == 3


def test_a_verdict_opens_its_basis_with_the_chart_and_escape_leads_back(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    badge = page.locator(".text button.badge.refuted").first
    badge.click()
    card = page.locator("#card")
    assert card.is_visible()
    assert "75 Minuten" in card.inner_text()
    assert card.locator("svg .rival").count() == 1
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert badge.evaluate("badge => badge === document.activeElement")


def test_a_claim_in_the_list_leads_to_its_words(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    link = page.locator(".claims a.evidence", has_text="längste").first
    link.focus()
    page.keyboard.press("Enter")
    assert "längste" in page.locator("#card blockquote").inner_text()


def test_the_register_sorts_by_its_heads(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["compare"].as_uri())
    days = page.locator(".register td:first-child")
    first = days.all_inner_texts()
    head = page.locator(".register button.sort").first
    head.click()
    assert page.locator(".register th").first.get_attribute("aria-sort") == "ascending"
    head.click()
    assert page.locator(".register th").first.get_attribute("aria-sort") == "descending"
    assert days.all_inner_texts() == sorted(first, key=lambda day: "März" in day, reverse=True)
    page.locator(".register .kwic a").first.click()
    assert "#use-" in page.url
