"""The page: everything there, nothing of the text run."""

from __future__ import annotations

import re

import lesart
from lesart import Article
from lesart.present.marking import pieces_of
from lesart.present.page import page_of_comparison, page_of_readings
from tests.conftest import EXAMPLES

HOSTILE = "<script>alert(1)</script>"


def test_hostile_text_is_shown_not_run() -> None:
    text = f"Jana Kolb sagte, dass {HOSTILE} gelte. „{HOSTILE} ist gut so“, sagte </script><img src=x onerror=y> Kolb."
    article = Article(
        id=HOSTILE, title=HOSTILE, outlet=HOSTILE, author=HOSTILE, url="javascript:alert(1)", text=text, language="de"
    )
    reading = lesart.read(article)
    for page in (page_of_readings([reading]), page_of_comparison(lesart.compare([reading]))):
        assert HOSTILE not in page
        assert "<img" not in page
        assert 'href="javascript' not in page
        assert len(re.findall(r"<script", page)) == 2


def test_a_comparison_without_an_event_says_so() -> None:
    reading = lesart.read(Article(id="a", text="Die Sonne schien.", language="de"), engine="rules")
    assert "Kein Ereignis gefunden" in page_of_comparison(lesart.compare([reading]))
    assert "Kein Ereignis gefunden" not in page_of_readings([reading])


def test_the_page_asks_nothing_of_the_network() -> None:
    page = page_of_comparison(lesart.compare(lesart.read(path) for path in sorted(EXAMPLES.iterdir())))
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "http://" not in page and "https://" not in page


def test_every_cell_links_to_its_evidence() -> None:
    page = page_of_comparison(lesart.compare(lesart.read(path) for path in sorted(EXAMPLES.iterdir())))
    links = re.findall(r'href="#([^"]+)" class="evidence"', page)
    assert links
    assert all(f'id="{link}"' in page for link in links)


def test_the_pieces_are_the_text() -> None:
    reading = lesart.read(EXAMPLES / "1-nordkurier.md")
    pieces = pieces_of(reading.article.text, reading.statements, {}, {})
    assert "".join(piece.text for piece in pieces) == reading.article.text
    opened = [opened.id for piece in pieces for opened in piece.opens]
    assert opened == [s.id for s in sorted(reading.statements, key=lambda s: (s.content[0].start, -s.content[-1].end))]
