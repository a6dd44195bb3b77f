"""The page: everything there, nothing of the text run."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import lesart
from lesart import Article
from lesart.model import Mention, Party
from lesart.present.marking import pieces_of
from lesart.present.mentions import Mentions
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
    mentions = Mentions(reading.article.id, reading.parties, {party.id: n for n, party in enumerate(reading.parties)})
    pieces = pieces_of(reading.article.text, reading.statements, mentions, {}, {})
    assert "".join(part.text for piece in pieces for part in piece.parts) == reading.article.text
    opened = [opened.id for piece in pieces for opened in piece.opens]
    assert opened == [s.id for s in sorted(reading.statements, key=lambda s: (s.content[0].start, -s.content[-1].end))]


def test_a_mention_inside_another_lights_the_inner_party_first() -> None:
    text = "Kolbs Sprecherin Ada Lund schwieg."
    parties = [
        Party(id="a.p1", name="Ada Lund", kind="person", mentions=[Mention("a", 0, 25)]),
        Party(id="a.p2", name="Kolb", kind="person", mentions=[Mention("a", 0, 5), Mention("b", 26, 30)]),
    ]
    parts = Mentions("a", parties, {"a.p1": 0, "a.p2": 1}).parts(text, 0, len(text))
    assert [(part.text, list(part.parties)) for part in parts] == [
        ("Kolbs", [1, 0]),
        (" Sprecherin Ada Lund", [0]),
        (" schwieg.", []),
    ]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(0, 3)), max_size=8),
    st.integers(0, 40),
    st.integers(1, 20),
)
def test_the_parts_are_the_text_and_each_mention_is_lit(
    found: list[tuple[int, int, int]], start: int, length: int
) -> None:
    text = "abcdefghijklmnopqrstuvwxyz" * 3
    parties = [
        Party(id=str(number), name="", kind="person", mentions=[Mention("a", at, at + size)])
        for number, (at, size, _) in enumerate(found)
    ]
    mentions = Mentions("a", parties, {party.id: number for number, party in enumerate(parties)})
    parts = mentions.parts(text, start, start + length)
    assert "".join(part.text for part in parts) == text[start : start + length]
    place = start
    for part in parts:
        for number, (at, size, _) in enumerate(found):
            assert (number in part.parties) == (at <= place < at + size)
        place += len(part.text)


def _with_record() -> str:
    record = lesart.load_record(EXAMPLES.parent / "telefonate.csv")
    return page_of_comparison(lesart.compare([lesart.read(path) for path in sorted(EXAMPLES.iterdir())], [record]))


def test_a_claim_has_its_verdict_at_its_words_and_its_basis_in_the_list() -> None:
    page = _with_record()
    assert re.search(r'längste gewesen</span><button type="button" class="badge refuted"[^>]*>widerlegt</button>', page)
    assert "75 Minuten" in page and "11. Juni 2030" in page
    assert "nie addiert" in page


def test_every_link_of_claims_and_phrases_has_its_place() -> None:
    page = _with_record()
    links = re.findall(r'href="#((?:claim|use)-[^"]+)"', page)
    assert any(link.startswith("use-") for link in links) and any(link.startswith("claim-") for link in links)
    assert all(f'id="{link}"' in page for link in links)


def test_a_record_with_hostile_words_is_shown_not_run(tmp_path: Path) -> None:
    table = tmp_path / "telefonate.csv"
    table.write_text(f"Datum;Minuten;Quelle\n11.06.2030;75;{HOSTILE}\n14.01.2032;20;x\n", encoding="utf-8")
    (tmp_path / "telefonate.csv.yaml").write_text(f"name: '{HOSTILE}'\nabout: {{kinds: [call]}}", encoding="utf-8")
    readings = [lesart.read(path) for path in sorted(EXAMPLES.iterdir())]
    page = page_of_comparison(lesart.compare(readings, [lesart.load_record(table)]))
    assert "alert(1)" in page and HOSTILE not in page
