"""The two verbs as functions."""

from pathlib import Path

import pytest

import lesart
from lesart import Article, ReportError

TEXT = "Ministerin Jana Kolb sagte, der Vertrag gelte weiter."


def test_readings_with_one_id_stay_apart() -> None:
    readings = [
        lesart.read(Article(id="r", text=text, language="de"), engine="rules") for text in (TEXT, "Nein. " + TEXT)
    ]
    found = lesart.compare(readings)
    assert [article.id for article in found.articles] == ["r", "r-2"]
    texts = {article.id: article.text for article in found.articles}
    assert len({statement.id for statement in found.statements}) == len(found.statements) == 2
    for statement in found.statements:
        span = statement.content[0]
        assert texts[statement.article][span.start : span.end] == "der Vertrag gelte weiter"
        assert statement.said_by in {party.id for party in found.parties}


def test_a_day_given_as_germans_write_it_becomes_iso(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert lesart.read(path, published="31.5.2026", engine="rules").article.published == "2026-05-31"


def test_bad_arguments_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="quatsch"):
        lesart.read("x.txt", published="quatsch")
    with pytest.raises(ValueError, match="magic"):
        lesart.read("x.txt", engine="magic")
    with pytest.raises(ReportError, match="folder"):
        lesart.read(tmp_path)
