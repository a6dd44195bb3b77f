"""`lesart evaluate`: figures that can be worked out by hand, and files that are not in the format."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from lesart.evaluation import GoldError, Marked, evaluate, pairs_of, read_gold, table_of
from lesart.model import Article, Reading, Span, Statement
from lesart.present.evaluation import page_of_evaluation

TEXT = "Kolb sagte, es regne. Ohm lacht."
TOKENS = [[0, 4], [5, 10], [10, 11], [12, 14], [15, 20], [20, 21], [22, 25], [26, 31], [31, 32]]
GOLD = {
    "text": TEXT,
    "tokens": TOKENS,
    "statements": [{"form": "indirect", "content": [3, 4], "speaker": [0], "cue": [1], "frame": [0, 1]}],
}


def _file(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(line) for line in lines).encode()))
    return path


def _read(article: Article) -> Reading:
    """Finds the content and its cue, a word too many as speaker, and a statement that is none."""
    statements = (
        Statement(
            id="a", article=article.id, form="indirect", content=(Span(12, 20),), speaker=(Span(0, 10),),
            cue=(Span(5, 10),), confidence=0.95,
        ),
        Statement(id="b", article=article.id, form="direct", content=(Span(22, 31),), confidence=0.35),
    )  # fmt: skip
    return Reading(article=article, statements=statements)


def test_figures(tmp_path: Path) -> None:
    found = evaluate(read_gold(_file(tmp_path, GOLD)), _read, "de")
    assert found.table["content"] == (0.5, 1.0, pytest.approx(2 / 3))
    assert found.table["speaker"] == (0.5, 1.0, pytest.approx(2 / 3))
    assert found.table["cue"] == (1.0, 1.0, 1.0)
    assert found.table["frame"] == (0.0, 0.0, 0.0)
    rows = {row.form: row for row in found.forms}
    assert (rows["indirect"].gold, rows["indirect"].found, rows["indirect"].right_speaker) == (1, 1, 1)
    assert (rows["direct"].gold, rows["direct"].invented) == (0, 1)
    assert found.calibration_error == pytest.approx((0.05 + 0.35) / 2)
    assert [miss.found for miss in found.misses] == ["Ohm lacht"]


def test_statements_are_paired_for_the_best_total() -> None:
    a, b = Marked(content=frozenset({1, 2, 3})), Marked(content=frozenset({3, 4}))
    near, far = Marked(content=frozenset({2, 3})), Marked(content=frozenset({4, 5}))
    assert pairs_of([a, b], [near, far]) == [(a, near), (b, far)]
    assert table_of(pairs_of([a], []))["content"] == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"text": "x"}, "tokens"),
        ({**GOLD, "tokens": [[0, 99]]}, "outside the text"),
        ({**GOLD, "statements": [{"content": []}]}, "without content"),
        ({**GOLD, "statements": [{"content": [0], "cue": [77]}]}, "token 77"),
    ],
)
def test_what_is_not_in_the_format(tmp_path: Path, line: object, reason: str) -> None:
    with pytest.raises(GoldError, match=rf"line 2.*{reason}"):
        list(read_gold(_file(tmp_path, GOLD, line)))


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_files_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        list(read_gold(tmp_path / name))
    (tmp_path / name).write_bytes(b"\x1f\x8b\x00broken")
    with pytest.raises(GoldError):
        list(read_gold(tmp_path / name))


def test_the_page_escapes_what_it_shows(tmp_path: Path) -> None:
    text = TEXT.replace("regne", "<b>ne")
    found = evaluate(read_gold(_file(tmp_path, {**GOLD, "text": text})), lambda a: Reading(article=a), "de")
    page = page_of_evaluation(found, "<gold>")
    assert "es &lt;b&gt;ne" in page and "<b>" not in page and "<gold>" not in page
