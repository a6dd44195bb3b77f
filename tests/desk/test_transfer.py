"""Out of a store and into another."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import duckdb

import lesart
from lesart import Article
from lesart.desk import Store
from lesart.desk.transfer import export_annotations, export_csv, export_lines, export_parquet, import_lines
from tests.conftest import EXAMPLES

LESART = [sys.executable, "-m", "lesart.cli"]


def test_an_export_is_read_back_equal(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    with Store(tmp_path / "one", create=True) as one, Store(tmp_path / "two", create=True) as two:
        for path in sorted(EXAMPLES.iterdir()):
            one.add(lesart.read(path, engine="rules"), path.name)
        file.write_bytes(b"\n".join(export_lines(one)))
        assert [what for _, what in import_lines(two, file)] == ["new"] * 3
        assert list(two.readings()) == list(one.readings())
        assert [what for _, what in import_lines(two, file)] == ["same"] * 3


def test_a_bad_line_is_named_and_the_others_taken(tmp_path: Path) -> None:
    good = lesart.read(Article(id="a", text="Kolb sagte, es reiche.", language="de"), engine="rules")
    file = tmp_path / "out.jsonl"
    with Store(tmp_path / "one", create=True) as one:
        one.add(good, "a")
        file.write_bytes(b'{"lesart": 1}\n\nnot json\n' + b"".join(export_lines(one)) + b"\n")
    done = subprocess.run(
        [*LESART, "desk", "import", str(tmp_path / "two"), str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "line 1" in done.stderr and "line 3" in done.stderr and "Traceback" not in done.stderr
    assert "1 new" in done.stdout


def test_a_table_does_not_run_in_a_spreadsheet(tmp_path: Path) -> None:
    article = Article(id="a", outlet="=cmd()", text="„=1+1 ist zwei“, sagte Kolb am Abend.", language="de")
    with Store(tmp_path / "one", create=True) as one:
        one.add(lesart.read(article, engine="rules"), "a")
        file = io.BytesIO()
        export_csv(one, file)
    rows = list(csv.reader(io.StringIO(file.getvalue().decode())))
    assert rows[0][0] == "article"
    assert all(not cell.startswith("=") for row in rows for cell in row)


def test_annotations_find_their_words_again(tmp_path: Path) -> None:
    with Store(tmp_path / "one", create=True) as one:
        for path in sorted(EXAMPLES.iterdir()):
            one.add(lesart.read(path, engine="rules"), path.name)
        texts = {reading.article.id: reading.article.text for reading in one.readings()}
        annotations = [json.loads(line) for line in export_annotations(one)]
    assert len(annotations) > 20
    for annotation in annotations:
        assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld" and annotation["type"] == "Annotation"
        for target in annotation["target"]:
            text = texts[target["source"].removeprefix("urn:lesart:")]
            quote, place = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_statements_as_parquet(tmp_path: Path) -> None:
    with Store(tmp_path / "one", create=True) as one:
        for path in sorted(EXAMPLES.iterdir()):
            one.add(lesart.read(path, engine="rules"), path.name)
        export_parquet(one, tmp_path / "said.parquet")
        wanted = one.connection.execute("SELECT who, words, confidence FROM said ORDER BY statement").fetchall()
    found = duckdb.execute("SELECT who, words, confidence FROM read_parquet(?)", [str(tmp_path / "said.parquet")])
    assert found.fetchall() == wanted


def test_the_desk_from_the_command_line(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*LESART, "desk", *arguments], capture_output=True, text=True, check=False)

    store = str(tmp_path / "s.lesart")
    assert "3 new" in run("add", store, str(EXAMPLES), "--engine", "rules").stdout
    assert "3 known already" in run("add", store, str(EXAMPLES), "--engine", "rules").stdout
    assert "Lorenz" in run("search", store, "Lotsen").stdout
    hits = json.loads(run("search", store, "Lotsen", "--json").stdout)
    assert {"who", "words", "according_to"} <= set(hits[0])
    about = json.loads(run("search", store, "--topic", "lotsen", "--json").stdout)
    inside = json.loads(run("search", store, "--topic", "lotsen", "--event", "1", "--json").stdout)
    every = json.loads(run("search", store, "--json").stdout)
    assert len(every) > len(about) >= len(inside) > 0
    compared = run("compare", store, "1-nordkurier", "2-sielblatt", "--json")
    assert len(json.loads(compared.stdout)["articles"]) == 2
    assert run("compare", store, "nobody").returncode == 1
    assert "articles" in run("info", store).stdout
    missing = run("search", str(tmp_path / "none"), "x")
    assert (missing.returncode, "no such store" in missing.stderr) == (1, True)


def test_following_says_how_it_went(tmp_path: Path) -> None:
    def follow(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*LESART, "desk", "follow", store, *arguments], capture_output=True, text=True, check=False
        )

    store = str(tmp_path / "s.lesart")
    ended = follow("file:///etc/passwd", "--engine", "rules")
    assert (ended.returncode, "Traceback" in ended.stderr, "file:///etc/passwd" in ended.stderr) == (1, False, True)
    assert follow("--forget", "https://nobody.example/feed").returncode == 1
    assert "no feed is followed" in follow("--engine", "rules").stderr
