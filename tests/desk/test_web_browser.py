"""The pages in a real browser: every page, every action, and no serious fault of accessibility."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from lesart.desk.web import create_app
from tests.desk.conftest import filled

PAGES = ["/", "/search", "/parties", "/articles", "/phrases", "/read", "/corrections", "/event/1", "/party/1"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = filled(tmp_path_factory.mktemp("desk") / "s.lesart")
    server = uvicorn.Server(uvicorn.Config(create_app(path, engine="rules"), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, locale="de-DE", viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert [line for line in said if "404" not in line] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path)
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    found = Axe().run(page).response["violations"]
    assert [
        (one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("path", PAGES)
def test_phones_need_no_scrolling_sideways(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_scripts_are_small(page: Page) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda r: sizes.update({r.url: len(r.body())}) if r.url.endswith(".js") else None)
    page.goto("/event/1")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes.values()) < 100_000


def test_from_the_start_to_the_words(page: Page) -> None:
    page.goto("/")
    page.locator(".events a").first.click()
    page.locator(".matrix a.evidence").first.click()
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()


def test_search_as_one_types_and_links_that_keep_it(page: Page) -> None:
    page.goto("/search")
    page.get_by_label("Wörter").press_sequentially("Lotsen")
    page.wait_for_url("**words=Lotsen**")
    count = page.locator(".hits li").count()
    assert count
    page.reload()
    expect(page.locator(".hits > li")).to_have_count(count)
    page.locator("aside a").first.click()
    assert 0 < page.locator(".hits > li").count() <= count
    page.get_by_role("link", name="Aussagen, die dem nahekommen").first.click()
    expect(page.get_by_role("heading", name="Aussagen, die dem nahekommen")).to_be_visible()


def test_keys_go_from_statement_to_statement(page: Page) -> None:
    page.goto("/articles")
    page.locator(".lines a").first.click()
    page.wait_for_url("**/article/**")
    page.wait_for_load_state("networkidle")
    said = page.locator(".said[tabindex]")
    for key, place in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(said.nth(place)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_visible()


def test_a_text_is_read_with_progress_and_kept(page: Page) -> None:
    page.goto("/read")
    page.get_by_label("Text").fill("„Die Brücke ist sicher“, sagte Rosa Lind am Montag. Karl Ohm bestritt das.")
    page.get_by_label("Erschienen am").fill("2031-04-16")
    page.get_by_role("button", name="Lesen").click()
    page.get_by_role("button", name="In den Speicher").click()
    expect(page.locator("article")).to_contain_text("Rosa Lind")
    page.goto("/search?words=Brücke")
    expect(page.locator(".hits").first).to_contain_text("Rosa Lind")


def test_a_speaker_is_corrected_and_undone(page: Page) -> None:
    page.goto("/articles")
    page.locator(".lines a").last.click()
    page.locator("#correct summary").click()
    form = page.locator(".corrections form").first
    form.get_by_label("Wer es sagt").fill("Petra Neu")
    form.get_by_role("button").click()
    expect(page.locator(".parties").first).to_contain_text("Petra Neu")
    page.goto("/corrections")
    page.get_by_role("button", name="Zurücknehmen").click()
    expect(page.locator("main")).to_contain_text("Noch nichts berichtigt")


def test_parties_are_joined_and_events_parted_and_joined(page: Page) -> None:
    page.goto("/parties")
    names = [link.inner_text() for link in page.locator(".lines a").all()[:2]]
    page.locator(".lines a").first.click()
    page.get_by_text("Berichtigen", exact=True).click()
    page.get_by_label("Ist dieselbe Partei wie").fill(names[1])
    page.get_by_role("button", name="Zusammenlegen").click()
    expect(page.get_by_role("heading", name=names[1])).to_be_visible()
    page.goto("/")
    page.locator(".events a").first.click()
    page.locator("details.correct summary").first.click()
    page.get_by_role("button", name="Ist ein anderes Ereignis").last.click()
    page.locator("details.correct summary").first.click()
    page.get_by_role("button", name="Zusammenlegen").click()
    expect(page.locator("main h2").first).to_be_visible()
    page.goto("/corrections")
    while page.get_by_role("button", name="Zurücknehmen").count():
        page.get_by_role("button", name="Zurücknehmen").first.click()
    expect(page.locator("main")).to_contain_text("Noch nichts berichtigt")


def test_a_verdict_is_given(page: Page) -> None:
    page.goto("/event/1")
    page.locator("details.correct summary").last.click()
    form = page.locator('form[action="/correct/verdict"]').first
    form.get_by_label("Befund").select_option("refuted")
    form.get_by_label("Begründung").fill("nachgezählt")
    form.get_by_role("button").click()
    expect(page.locator(".claims").first).to_contain_text("nachgezählt")


def test_the_other_language(page: Page) -> None:
    page.goto("/search?words=Lotsen")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Search")).to_be_visible()
    page.goto("/parties")
    expect(page.get_by_role("heading", name="Who")).to_be_visible()


def test_it_prints_without_forms(page: Page, tmp_path: Path) -> None:
    page.goto("/event/1")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible() and not page.locator("details.correct").first.is_visible()
