"""The command line as people run it: exit statuses, faults on standard error, whole JSON on standard output."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES

LESART = [sys.executable, "-m", "lesart.cli"]
REPORT = "Ministerin Jana Kolb sagte, der Vertrag gelte weiter. „Wir warten ab“, erklärte sie.\n"


def run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "80"}
    done = subprocess.run([*LESART, *arguments], input=data, capture_output=True, env=environment, check=False)
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bericht.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_jsonl_is_a_line_an_article(report: Path) -> None:
    done = run("read", "--jsonl", str(report))
    (line,) = done.stdout.splitlines()
    reading = json.loads(line)
    assert (done.returncode, done.stderr) == (0, "")
    assert reading["lesart"] == "1"
    assert set(reading) == {"lesart", "article", "parties", "statements"}
    assert set(reading["article"]) == {"id", "title", "outlet", "author", "published", "language", "url", "text"}
    assert reading["article"]["text"] == REPORT
    assert set(reading["statements"][0]) == {
        "id", "article", "form", "medium", "content", "speaker", "cue", "addressee", "frame", "said_by", "said_to",
        "according_to", "parent", "modality", "confidence",
    }  # fmt: skip
    assert set(reading["parties"][0]) == {
        "id", "name", "kind", "role", "affiliation", "side", "wikidata", "mentions"
    }  # fmt: skip


def test_compare_gives_the_whole_object() -> None:
    done = run("compare", "--json", str(EXAMPLES))
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert set(found) == {
        "lesart", "articles", "parties", "statements", "topics", "events", "series", "accounts", "divergences",
        "figures", "claims", "formulas", "copies",
    }  # fmt: skip
    assert {"event", "topics", "tone"} <= set(found["statements"][0])
    assert {"from", "to"} == set(found["events"][0]["date"])


def test_standard_input() -> None:
    done = run("read", "--jsonl", "-", data=REPORT.encode())
    assert json.loads(done.stdout)["article"]["id"] == "stdin"


def test_faults_are_named_and_the_others_are_read(tmp_path: Path, report: Path) -> None:
    (tmp_path / "leer").mkdir()
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\x00\x00")
    (tmp_path / "fr.txt").write_text("Le ministre a déclaré que le traité reste en vigueur.", encoding="utf-8")
    (tmp_path / "alt.txt").write_bytes((REPORT.replace("Wir", "Für uns: Wir müssen") * 4).encode("cp1252"))
    names = ["fehlt.txt", "leer", "bild.txt", "fr.txt", "alt.txt"]
    done = run("read", "--jsonl", *(str(tmp_path / name) for name in names), str(report))
    assert [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()] == ["alt", "bericht"]
    assert done.returncode == 3
    lines = done.stderr.splitlines()
    assert len(lines) == 5 and "Traceback" not in done.stderr
    for name, line in zip(names, lines, strict=True):
        assert name in line
    for word, line in zip(["no such file", "no .md", "not text", "fr", "cp1252"], lines, strict=True):
        assert word in line


def test_nothing_could_be_read() -> None:
    done = run("compare", "--json", "fehlt.txt")
    assert done.returncode == 1
    assert json.loads(done.stdout)["articles"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["read", "--json", "--jsonl", "x"],
        ["compare", "--json", "--html", "x.html", "x"],
        ["read", "--published", "gestern", "x"],
        ["lesen"],
        ["read", "-x"],
    ],
)
def test_bad_usage(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_empty_article_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    done = run("read", "--jsonl", str(tmp_path / "a.txt"))
    assert (done.returncode, json.loads(done.stdout)["statements"]) == (0, [])


def test_jobs_change_nothing() -> None:
    one, two = run("read", "--jsonl", str(EXAMPLES)), run("read", "--jsonl", "--jobs", "2", str(EXAMPLES))
    assert one.stdout == two.stdout


def test_standard_input_beside_processes(report: Path) -> None:
    done = run("read", "--jsonl", "--jobs", "2", str(report), "-", data=REPORT.encode())
    assert [json.loads(line)["article"]["text"] for line in done.stdout.splitlines()] == [REPORT, REPORT]


def test_an_empty_article_in_a_comparison(tmp_path: Path, report: Path) -> None:
    (tmp_path / "leer.txt").write_text(" \n", encoding="utf-8")
    done = run("compare", "--json", str(tmp_path / "leer.txt"), str(report))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["articles"]) == 2


@pytest.mark.parametrize(
    ("given", "published", "noted"),
    [
        ("11.03.2032", "2032-03-11", False),
        ("2032-03-11 18:00", "2032-03-11T18:00:00", False),
        ("gestern irgendwann", "2031-05-15", True),
    ],
)
def test_dates_of_publication_are_iso(tmp_path: Path, given: str, published: str, noted: bool) -> None:
    path = tmp_path / "bericht.md"
    path.write_text(f"---\npublished: {given}\n---\n{REPORT}", encoding="utf-8")
    done = run("read", "--jsonl", "--published", "2031-05-15", str(path))
    assert json.loads(done.stdout)["article"]["published"] == published
    assert (given in done.stderr) is noted


def test_a_text_as_long_as_a_book_is_read_by_rules_and_said_so(tmp_path: Path) -> None:
    path = tmp_path / "buch.txt"
    path.write_text(REPORT * 3500, encoding="utf-8")
    done = run("read", "--jsonl", str(path))
    assert done.returncode == 0 and "read by rules" in done.stderr
    assert len(json.loads(done.stdout)["statements"]) == 7000


def test_published_and_language(report: Path) -> None:
    done = run("read", "--jsonl", "--published", "2031-05-15", "--language", "de", str(report))
    article = json.loads(done.stdout)["article"]
    assert (article["published"], article["language"]) == ("2031-05-15", "de")


def test_the_terminal_shows_speaker_words_and_form(report: Path) -> None:
    done = run("read", str(report))
    assert "Jana Kolb" in done.stdout and "der Vertrag gelte weiter" in done.stdout and "indirekt" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_terminal_shows_matrix_and_gaps() -> None:
    done = run("compare", str(EXAMPLES))
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout.index("Thema") < done.stdout.index("Wo die Darstellungen") < done.stdout.index("Die Reihe")
    assert "Lotsen" in done.stdout and "bestreitet" in done.stdout
    quiet = run("compare", "--quiet", str(EXAMPLES)).stdout
    assert "Lotsen" in quiet and "Wo die Darstellungen" not in quiet


def test_a_page_that_cannot_be_written(report: Path, tmp_path: Path) -> None:
    done = run("read", "--html", str(tmp_path / "nirgends" / "x.html"), str(report))
    assert done.returncode == 2 and "cannot be written" in done.stderr and "Traceback" not in done.stderr


def test_a_closed_pipe_ends_quietly() -> None:
    reports = " ".join([str(EXAMPLES)] * 40)
    for options in ("--jsonl", "", "--jsonl --jobs 2"):
        done = subprocess.run(
            ["bash", "-c", f"{' '.join(LESART)} read {options} {reports} | head -c 10; exit ${{PIPESTATUS[0]}}"],
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_quietly(jobs: str) -> None:
    process = subprocess.Popen(
        [*LESART, "read", "--jsonl", "--jobs", jobs, *[str(EXAMPLES)] * 6000],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
    )
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 130
    assert errors.strip() == b"Stopped."


def test_version_says_which_weights_and_their_licence() -> None:
    done = run("--version")
    assert done.returncode == 0 and "lesart-de-small (CC BY-NC-SA 4.0)" in done.stdout


def test_a_list_of_parties_is_taken_over_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "name,role,from\nJana Kolb,Ministerin,2030-01-01\n,Chef,\nBernd Ohm,Rat,gestern\n", encoding="utf-8"
    )
    done = run("parties", "import", str(path))
    assert done.returncode == 3
    assert "line 3: has no name" in done.stderr and "line 4: from 'gestern' is no day" in done.stderr
    assert "1 lines are in" in done.stdout
    shown = run("parties", "list")
    assert json.loads(shown.stdout)["name"] == "Jana Kolb"
    assert run("parties", "import", "--add", str(path)).returncode == 3
    assert len(run("parties", "list").stdout.splitlines()) == 2


@pytest.mark.parametrize("content", ["", "words;only\n1;2\n", "name\n\n"])
def test_a_list_without_parties_is_refused_in_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    done = run("parties", "import", str(path))
    assert done.returncode == 1 and "lesart:" in done.stderr and "Traceback" not in done.stderr
    assert run("parties", "import", str(tmp_path / "none.csv")).returncode == 1


def test_a_record_is_held_against_the_claims(tmp_path: Path) -> None:
    done = run("compare", "--json", "--record", str(EXAMPLES.parent / "telefonate.csv"), str(EXAMPLES))
    claims = json.loads(done.stdout)["claims"]
    assert (done.returncode, done.stderr) == (0, "")
    assert any(c["verdict"] == "refuted" and c["kind"] == "superlative" and len(c["checks"]) == 2 for c in claims)


def test_a_record_that_cannot_be_used_is_named_and_nothing_else_lost(tmp_path: Path) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text("name,n\nA,1\n", encoding="utf-8")
    done = run("compare", "--json", "--record", str(broken), "--record", str(tmp_path / "none.csv"), str(EXAMPLES))
    assert done.returncode == 3
    assert "none of its columns looks like a date" in done.stderr and "no such file" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["claims"]


def test_what_a_record_was_read_as_is_said(tmp_path: Path) -> None:
    table = tmp_path / "telefonate.csv"
    table.write_text("Datum;Minuten\n11.06.2030;75\nirgendwann;5\n", encoding="utf-8")
    done = run("compare", "--quiet", "--record", str(table), str(EXAMPLES))
    assert done.stderr == ""
    done = run("compare", "--record", str(table), str(EXAMPLES))
    assert "read as date = Datum" in done.stderr
    assert "row 3, column 'Datum': 'irgendwann' is no date; the row is left out" in done.stderr


def test_a_record_that_no_claim_is_about_says_so(tmp_path: Path) -> None:
    table = tmp_path / "streiks.csv"
    table.write_text("Datum;Tage\n11.06.2030;3\n", encoding="utf-8")
    done = run("compare", "--record", str(table), str(EXAMPLES))
    assert (done.returncode, "no claim in the reports is about what it records (strike)" in done.stderr) == (0, True)


def test_a_map_without_a_record_is_bad_usage(tmp_path: Path) -> None:
    assert run("compare", "--record-map", "x.yaml", str(EXAMPLES)).returncode == 2
