import os
from pathlib import Path

import pytest

from lesart.errors import ReportError
from lesart.sources import Options, Report, expand, load
from lesart.sources.front_matter import split

GERMAN = "Die Küstenwache äußerte sich über die Größe der Schäden nicht. Später sagte ein Sprecher, man prüfe das.\n"


def _load(path: Path, **options: str) -> tuple[str, tuple[str, ...]]:
    loaded = load(Report(str(path), "a"), Options(**options))  # type: ignore[arg-type]
    return loaded.article.text, loaded.notes


def test_text_is_not_altered(tmp_path: Path) -> None:
    text = "\r\n  Erste Zeile\r\n\tzweite\u00a0Zeile \n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert _load(tmp_path / "a.txt") == (text, ())


def test_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + GERMAN.encode())
    assert _load(tmp_path / "a.txt") == (GERMAN, ())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
def test_other_encodings_are_recognised_and_said(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes((GERMAN * 3).encode(encoding))
    text, notes = _load(tmp_path / "a.txt")
    assert text == GERMAN * 3
    assert len(notes) == 1 and "not UTF-8" in notes[0]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)) * 4, b"text\x00text"])
def test_binary_data_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(ReportError, match="not text"):
        _load(tmp_path / "a.txt")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file"):
        _load(tmp_path / "none.txt")


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 21_000_000)
    with pytest.raises(ReportError, match="larger than 20 MB"):
        _load(path)


def test_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntitle: "Ein: Titel"\npublished: 2031-05-15\n---\n\nText.\n', encoding="utf-8")
    article = load(Report(str(tmp_path / "a.md"), "a"), Options(published="1999-01-01")).article
    assert (article.title, article.published, article.text) == ("Ein: Titel", "2031-05-15", "Text.\n")


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    fields, body, problem = split("---\ntitle: Kolb: „Nein“\noutlet: Blatt\n---\n\nText.")
    assert (fields, body) == ({"title": "Kolb: „Nein“", "outlet": "Blatt"}, "Text.")
    assert problem


@pytest.mark.parametrize(
    "text", ["---", "--- nichts", "---\nkein Ende", "Text\n---\ntitle: x\n---\n", "----\na: b\n----\n"]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert split(text) == ({}, text, None)


def test_values_that_are_no_strings_are_left_out() -> None:
    fields, body, _ = split("---\ntitle: [a, b]\nauthor: {x: y}\noutlet: Blatt\n---\nText")
    assert (fields, body) == ({"outlet": "Blatt"}, "Text")


def test_a_folder_gives_its_reports_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.html", "d.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [r.id for r in expand([str(tmp_path)]) if isinstance(r, Report)] == ["a", "b", "c"]


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    (fault,) = expand([str(tmp_path)])
    assert isinstance(fault, ReportError) and ".md" in fault.reason


def test_ids_are_unique(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a-2.txt").write_text("x", encoding="utf-8")
    names = [str(tmp_path / n) for n in ("x/a.txt", "y/a.txt", "a-2.txt")]
    ids = [r.id for r in expand([*names, "https://example.org/s/story.html"]) if isinstance(r, Report)]
    assert len(set(ids)) == 4
    assert ids[-1] == "example-org-s-story"


PAGE = """<!doctype html><html lang="de"><head><title>Kolb lehnt ab - Blatt</title>
<meta property="og:site_name" content="Blatt"><meta property="article:published_time" content="2025-05-15T08:00:00Z">
</head><body><nav><a href="/">Start</a></nav><article><h1>Kolb lehnt ab</h1>
<p>Die Ministerin Jana Kolb hat den Vorschlag der Opposition am Donnerstag in der Sitzung des Parlaments abgelehnt.</p>
<p>„Wir werden das Gesetz nicht ändern“, sagte Kolb nach der Abstimmung vor den Journalisten im Parlament.</p>
<p>Die Opposition kündigte an, den Vorschlag im Herbst noch einmal in das Parlament zu bringen.</p></article>
<footer>Impressum und Datenschutz</footer></body></html>"""


def test_a_web_page_gives_its_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    article = load(Report(str(tmp_path / "a.html"), "a"), Options()).article
    assert "„Wir werden das Gesetz nicht ändern“" in article.text
    assert "Impressum" not in article.text
    assert (article.published, article.outlet) == ("2025-05-15", "Blatt")


@pytest.mark.parametrize("page", ["", "<html></html>", "<html><body><script>1</script></body></html>", "<div" * 5000])
def test_a_page_without_text(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    with pytest.raises(ReportError, match="no article text"):
        load(Report(str(tmp_path / "a.html"), "a"), Options())
