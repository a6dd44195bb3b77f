"""A user's own list: what it says beats the text; lines that are wrong lose no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart import Reading
from lesart.errors import ReportError
from lesart.parties.imports import BadLine, read_list
from lesart.parties.known import Known, KnownParties, store, stored

CSV = """name;aliases;kind;role;affiliation;from;to;wikidata
Jana Kolb;Kolb|die Eiserne;person;Ministerin;Seeland;2030-01-01;;https://www.wikidata.org/entity/Q42
Jana Kolb;;person;Abgeordnete;Seeland;2020-01-01;2029-12-31;Q42
Seeland;;state;;;;;
"""


def _lines(path: Path, text: str) -> list[Known | BadLine]:
    path.write_text(text, encoding="utf-8")
    return [line for _, line in read_list(path)]


def test_a_table_is_taken_over(tmp_path: Path) -> None:
    lines = _lines(tmp_path / "list.csv", CSV)
    assert [getattr(line, "name", None) for line in lines] == ["Jana Kolb", "Jana Kolb", "Seeland"]
    first = lines[0]
    assert isinstance(first, Known)
    assert (first.aliases, first.wikidata, first.since) == (("Kolb", "die Eiserne"), "Q42", "2030-01-01")


def test_what_the_list_prints_can_be_imported_again(tmp_path: Path) -> None:
    import msgspec

    lines = [line for line in _lines(tmp_path / "list.csv", CSV) if isinstance(line, Known)]
    printed = "\n".join(msgspec.json.encode(line).decode() for line in lines)
    assert _lines(tmp_path / "list.jsonl", printed) == lines


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (";;person;;;;;", "no name"),
        ("X;;robot;;;;;", "kind"),
        ("X;;;;;gestern;;", "from"),
        ("X;;;;;;;42", "wikidata"),
        ("X;;;;;;;;;;", "more cells"),
    ],
)
def test_a_wrong_line_says_why_and_loses_no_other(tmp_path: Path, row: str, reason: str) -> None:
    first, second = _lines(tmp_path / "list.csv", CSV.splitlines()[0] + f"\n{row}\nSeeland;;state;;;;;\n")
    assert isinstance(first, BadLine) and reason in str(first)
    assert isinstance(second, Known)


def test_a_file_that_is_no_list(tmp_path: Path) -> None:
    for content in (b"only;words\n1;2\n", b"\xff\xfe\x00name", b""):
        (tmp_path / "list.csv").write_bytes(content)
        with pytest.raises(ReportError):
            list(read_list(tmp_path / "list.csv"))


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            assert all(isinstance(line, Known | BadLine) for _, line in read_list(path))
        except ReportError as error:
            assert error.reason


def test_offices_are_those_of_the_day() -> None:
    parties = KnownParties(
        [
            Known(name="Jana Kolb", role="Ministerin", since="2030-01-01"),
            Known(name="Jana Kolb", role="Abgeordnete", until="2029-12-31"),
        ]
    )
    new, old = parties.of("Jana Kolb", "2031-05-01"), parties.of("jana kolb", "2025-05-01")
    assert new and old and (new.role, old.role) == ("Ministerin", "Abgeordnete")


def test_one_name_for_two_parties_is_nobody() -> None:
    parties = KnownParties([Known(name="Jana Kolb", wikidata="Q1"), Known(name="Jana Kolb", wikidata="Q2")])
    assert parties.of("Jana Kolb") is None


def test_the_list_beats_the_text(read: Callable[..., Reading], home: Path) -> None:
    store(
        [
            Known(name="Jana Kolb", aliases=("Rote Jana",), role="Ministerin", affiliation="Seeland", wikidata="Q42"),
            Known(name="Seeland", kind="state"),
        ]
    )
    assert stored() and home.exists()
    reading = read("Jana Kolb sagte, das gelte. Rote Jana sagte, es bleibe dabei.")
    parties = {party.id: party for party in reading.parties}
    kolb = next(party for party in parties.values() if party.name == "Jana Kolb")
    assert (kolb.wikidata, kolb.role) == ("Q42", "Ministerin")
    assert {statement.said_by for statement in reading.statements} == {kolb.id}
