"""The store: each text once, versions, nothing lost, readings as they were."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import lesart
from lesart import Article, Reading
from lesart.desk import Store, StoreError
from lesart.desk.dossiers import refresh
from tests.conftest import EXAMPLES

LESART = [sys.executable, "-m", "lesart.cli"]


def _reading(text: str, name: str = "a", url: str | None = None) -> Reading:
    return lesart.read(Article(id=name, text=text, language="de", published="2031-05-15", url=url), engine="rules")


def _json(readings: Iterable[Reading]) -> list[bytes]:
    return [msgspec.json.encode(reading) for reading in readings]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s.lesart", create=True)


def test_readings_come_out_as_they_went_in(store: Store) -> None:
    readings = [lesart.read(path) for path in sorted(EXAMPLES.iterdir())]
    for reading in readings:
        assert store.add(reading, reading.article.id) == "new"
    assert _json(store.readings()) == _json(readings)
    assert _json(store.readings(["2-sielblatt"])) == _json(readings[1:2])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aäß „“.,sagte ERKolb\n", max_size=200))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    with Store(Path(":memory:"), create=True) as kept:
        reading = _reading(text)
        kept.add(reading, "x")
        assert _json(kept.readings()) == _json([reading])


def test_the_same_text_is_kept_once(store: Store) -> None:
    assert store.add(_reading("Kolb sagte, es reiche."), "eins.txt") == "new"
    assert store.add(_reading("Kolb sagte, es reiche.", "b"), "zwei.txt") == "same"
    assert store.counts()["articles"] == 1


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    url = "https://example.org/a"
    store.add(_reading("Kolb sagte, es reiche.", url=url), url)
    assert store.add(_reading("Kolb sagte, es reiche nicht.", url=url), url) == "changed"
    assert [reading.article.text for reading in store.readings()] == ["Kolb sagte, es reiche nicht."]
    assert store.counts() == {"articles": 1, "versions": 2, "statements": 1, "parties": 1}


def test_two_articles_of_one_name_stay_two(store: Store) -> None:
    store.add(_reading("Kolb sagte, es reiche."), "eins/a.txt")
    store.add(_reading("Ohm sagte, es reiche nicht."), "zwei/a.txt")
    assert [reading.article.id for reading in store.readings()] == ["a", "a-2"]


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("kein Speicher" * 100, encoding="utf-8")
    foreign = tmp_path / "other.db"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE article (id)")
    for path in (text, foreign, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(StoreError):
            Store(path, create=True)
        assert not path.is_file() or path.read_bytes()[100:] == before[100:]
    with pytest.raises(StoreError, match="no such store"):
        Store(tmp_path / "none.lesart")


def test_a_store_of_a_newer_lesart_says_so(tmp_path: Path) -> None:
    Store(tmp_path / "s.lesart", create=True).close()
    with sqlite3.connect(tmp_path / "s.lesart") as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer Lesart"):
        Store(tmp_path / "s.lesart")


def test_a_fault_in_the_middle_leaves_nothing_of_an_article(store: Store) -> None:
    reading = _reading("Kolb sagte, es reiche.")
    broken = replace(reading, statements=[replace(reading.statements[0], form=None)])  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.add(broken, "a.txt")
    assert store.counts() == {"articles": 0, "versions": 0, "statements": 0, "parties": 0}
    assert store.add(reading, "a.txt") == "new"


def test_kills_in_the_middle_of_adding_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(400):
        (folder / f"r{number}.txt").write_text(f"Ministerin Kolb sagte, es seien {number} Fälle. Das reiche.", "utf-8")
    store = tmp_path / "s.lesart"
    kept = 0
    for turn in range(10):
        process = subprocess.Popen([*LESART, "desk", "add", "--quiet", "--engine", "rules", str(store), str(folder)])
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and process.poll() is None and _count(store) <= kept + turn:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with Store(store) as opened:
            now = opened.counts()["articles"]
            assert now >= kept
            assert opened.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert opened.connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert all(reading.statements for reading in opened.readings())
        kept = now
    done = subprocess.run(
        [*LESART, "desk", "add", "--engine", "rules", str(store), str(folder)], check=True, capture_output=True
    )
    assert b"known already" in done.stdout
    with Store(store) as opened:
        assert opened.counts()["articles"] == 400


def _count(store: Path) -> int:
    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=1) as file:
            return int(file.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_two_adds_at_once_lose_nothing(tmp_path: Path) -> None:
    store = tmp_path / "s.lesart"
    processes = []
    for half in ("eins", "zwei"):
        folder = tmp_path / half
        folder.mkdir()
        for number in range(40):
            (folder / f"{half}{number}.txt").write_text(f"Kolb sagte, es seien {half} {number}.", encoding="utf-8")
        command = [*LESART, "desk", "add", "--quiet", "--engine", "rules", str(store), str(folder)]
        processes.append(subprocess.Popen(command))
    assert [process.wait(60) for process in processes] == [0, 0]
    with Store(store) as opened:
        assert opened.counts()["articles"] == 80


def test_an_older_store_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "s.lesart"
    with Store(path, create=True) as store:
        for report in sorted(EXAMPLES.iterdir()):
            store.add(lesart.read(report, engine="rules"), report.name)
        vectors = store.connection.execute("SELECT * FROM vector ORDER BY 1").fetchall()
        known = store.connection.execute("SELECT name, kind FROM known ORDER BY id").fetchall()
        names = "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL"
        first = sqlite3.connect(":memory:")
        first.executescript((files("lesart.desk") / "migrations" / "001.sql").read_text(encoding="utf-8"))
        new = set(store.connection.execute(names)) - set(first.execute(names))
        store.connection.execute("PRAGMA foreign_keys = OFF")
        store.connection.execute("DROP VIEW said")
        store.connection.execute("DROP INDEX party_known")
        store.connection.execute("ALTER TABLE party DROP COLUMN known")
        store.connection.execute("ALTER TABLE statement DROP COLUMN put_right")
        store.connection.execute("ALTER TABLE statement DROP COLUMN read_by")
        for kind, name in sorted(new, key=lambda row: row[0] != "view"):
            if kind in ("table", "view"):
                store.connection.execute(f"DROP {kind} {name}")
        (said,) = first.execute("SELECT sql FROM sqlite_master WHERE name = 'said'").fetchone()
        store.connection.execute(said)
        store.connection.execute("PRAGMA user_version = 1")
    with Store(path) as store:
        assert store.connection.execute("SELECT * FROM vector ORDER BY 1").fetchall() == vectors
        assert store.connection.execute("SELECT name, kind FROM known ORDER BY id").fetchall() == known
        assert refresh(store) == 1


def _small(text: str) -> Reading:
    return lesart.read(Article(id="a", text=text, language="de"), engine="rules")


def test_a_text_that_comes_back_is_the_newest_again(tmp_path: Path) -> None:
    with Store(tmp_path / "s.lesart", create=True) as store:
        texts = ("Kolb sagte, es reiche.", "Kolb sagte, es reiche nicht.", "Kolb sagte, es reiche.")
        assert [store.add(_small(text), "x") for text in texts] == ["new", "changed", "changed"]
        assert next(iter(store.readings())).article.text == texts[2]


@pytest.mark.parametrize(
    "fault",
    [
        {"article": {"id": "a", "text": "x", "language": "xx"}},
        {"article": {"id": "a", "text": "x", "language": "de"}, "statements": [{"id": "s", "content": []}]},
        {"article": {"id": "a", "text": "x"}, "statements": [{"id": "s", "content": [{"start": 0, "end": 9}]}]},
        {
            "article": {"id": "a", "text": "x"},
            "statements": [{"id": "s", "content": [{"start": 0, "end": 1}], "said_by": "p"}],
        },
    ],
)
def test_a_reading_that_is_none_is_refused(tmp_path: Path, fault: dict[str, object]) -> None:
    for statement in fault.get("statements", ()):  # type: ignore[attr-defined]
        statement.update({"article": "a", "form": "direct"})
    reading = msgspec.convert(fault, Reading)
    with Store(tmp_path / "s.lesart", create=True) as store, pytest.raises(StoreError):
        store.add(reading, "x")


def test_another_programs_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE x (y)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_nothing_is_made_where_nothing_is_read(tmp_path: Path) -> None:
    done = subprocess.run([*LESART, "desk", "add", str(tmp_path / "s"), "missing.md"], capture_output=True, check=False)
    assert done.returncode == 1 and not (tmp_path / "s").exists()
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(StoreError, match="no such store"):
        Store(empty)
    assert empty.stat().st_size == 0


def test_two_files_of_one_name_are_two_reports(tmp_path: Path) -> None:
    for folder in ("eins", "zwei"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "r.txt").write_text(f"Kolb sagte am Montag, {folder} sei genug.", encoding="utf-8")
        command = [*LESART, "desk", "add", "--engine", "rules", str(tmp_path / "s"), "r.txt"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path / folder)
        assert "1 new" in done.stdout
