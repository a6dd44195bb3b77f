"""Records of past events: what is read from a table, what is wrong with it, and claims held against it."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest

import lesart
from lesart import Article, RecordError
from lesart.model import Claim
from lesart.record.table.record import Record

DRONES = """Nacht;Region;Drohnen;Quelle
14.01.2031;Sool;200;Generalstab
14.01.2031;Karst;65;Generalstab
04.03.2031;Sool;74;Generalstab
25.03.2031;Sool;131;Generalstab
25.03.2031;Sool;90;Ministerium
15.04.2031;Sool;214;Generalstab
15.04.2031;Sool;150;Ministerium
"""
REPORT = (
    "Tolmar hat in der Nacht zum 15. April die Stadt Sool mit 214 Drohnen angegriffen, teilte der Generalstab mit. Es "
    "sei {} gewesen, sagte Eva Rast."
)


def _record(folder: Path, table: str, mapping: str = "", name: str = "angriffe.csv") -> Record:
    path = folder / name
    path.write_text(table, encoding="utf-8")
    if mapping:
        (folder / f"{name}.yaml").write_text(mapping, encoding="utf-8")
    return lesart.load_record(path)


def _claim(record: Record, claimed: str, day: str = "2031-04-16") -> Claim:
    article = Article(id="a", text=REPORT.format(claimed), language="de", published=day)
    found = lesart.compare([lesart.read(article, engine="rules")], [record])
    return found.claims[0]


def test_columns_are_told_by_their_names(tmp_path: Path) -> None:
    record = _record(tmp_path, DRONES)
    assert [measure.name for measure in record.measures] == ["Drohnen"]
    assert (record.first, record.last) == (date(2031, 1, 14), date(2031, 4, 15))
    assert "attack" in record.kinds
    assert "date = Nacht" in record.notes[0]


def test_a_time_of_day_is_no_day(tmp_path: Path) -> None:
    record = _record(tmp_path, "Datum;Beginn;Ende;Teilnehmer\n04.03.2031;14:00;18:30;9500\n")
    assert (record.first, record.events[0].values) == (date(2031, 3, 4), (9500.0,))


def test_rows_of_one_source_are_summed_and_two_sources_never_added_up(tmp_path: Path) -> None:
    record = _record(tmp_path, DRONES)
    values = {(event.key, event.source): event.values[0] for event in record.events}
    assert values["2031-01-14", "Generalstab"] == 265
    assert values["2031-03-25", "Generalstab"] == 131
    assert values["2031-03-25", "Ministerium"] == 90


def test_a_night_goes_from_noon_to_noon(tmp_path: Path) -> None:
    table = "start,end,launched\n2031-03-03 22:00,2031-03-04 02:00,40\n2031-03-04 03:00,2031-03-04 05:00,34\n"
    mapping = "event: night\ncolumns: {from: start, to: end, values: {Drohnen: launched}}"
    (event,) = _record(tmp_path, table, mapping).events
    assert (event.key, event.values) == ("2031-03-04", (74.0,))
    assert event.days == (date(2031, 3, 3), date(2031, 3, 4))


def test_a_map_says_what_is_kept_and_how_rows_count(tmp_path: Path) -> None:
    mapping = "rows: max\nwhere: {Region: Sool}\ncolumns: {date: Nacht, source: Quelle, values: {Drohnen: Drohnen}}"
    record = _record(tmp_path, DRONES, mapping)
    assert record.rows == 6
    assert record.events[0].values == (200.0,)


def test_a_superlative_is_refuted_with_the_value_its_day_and_the_rule(tmp_path: Path) -> None:
    claim = _claim(_record(tmp_path, DRONES), "die größte Angriffswelle des ganzen Krieges")
    assert claim.verdict == "refuted"
    check = claim.checks[1]
    assert check.rival is not None and check.rival.value == 265
    assert check.rival.period is not None and check.rival.period.first == "2031-01-14"
    assert check.rival.ids == ("angriffe:2",)
    assert "265" in check.finding and "14. Januar 2031" in check.finding
    assert "nie addiert" in check.rule


def test_a_superlative_within_the_record_is_supported(tmp_path: Path) -> None:
    claim = _claim(_record(tmp_path, DRONES), "die größte Angriffswelle seit Anfang März")
    assert claim.verdict == "supported"
    assert claim.checks[1].rival is not None and claim.checks[1].rival.value == 131


def test_a_record_that_begins_later_cannot_support(tmp_path: Path) -> None:
    record = _record(tmp_path, DRONES.replace(";200;", ";20;"))
    claim = _claim(record, "die größte Angriffswelle seit 2029")
    assert claim.checks[1].verdict == "unknown"
    assert "beginnt erst am 14. Januar 2031" in claim.checks[1].finding


def test_a_complete_record_can(tmp_path: Path) -> None:
    mapping = "complete: true\nabout: {kinds: [attack]}"
    record = _record(tmp_path, DRONES.replace(";200;", ";20;"), mapping)
    assert _claim(record, "die größte Angriffswelle des ganzen Krieges").checks[1].verdict == "supported"


def test_an_ordinal_is_counted_in_the_record(tmp_path: Path) -> None:
    record = _record(tmp_path, DRONES)
    assert _claim(record, "der dritte Angriff seit Anfang März").checks[1].verdict == "supported"
    assert _claim(record, "der zweite Angriff seit Anfang März").checks[1].verdict == "refuted"


def test_a_development_gives_before_and_after(tmp_path: Path) -> None:
    start = date(2029, 1, 1)
    rows = [f"{start + timedelta(days=7 * week)},{20 + (week > 60) * week}" for week in range(120)]
    record = _record(tmp_path, "date,Drohnen\n" + "\n".join(rows))
    text = (
        "Seit März 2030 haben die Angriffe auf Sool zugenommen, sagte Eva Rast. Der Angriff vom 14. April war schwer."
    )
    article = Article(id="a", text=text, language="de", published="2031-04-16")
    (claim,) = lesart.compare([lesart.read(article, engine="rules")], [record]).claims
    check = claim.checks[1]
    assert check.verdict == "supported"
    assert "zuvor" in check.finding and "Kendalls" in check.finding


def test_sources_are_held_against_themselves(tmp_path: Path) -> None:
    table = "Nacht;Drohnen;Quelle\n10.03.2031;160;A\n10.03.2031;100;B\n15.04.2031;214;A\n15.04.2031;150;B\n"
    assert _claim(_record(tmp_path, table), "die größte Angriffswelle seit März").checks[1].verdict == "supported"
    other = _record(tmp_path, table.replace("100;B", "170;B"), name="angriffe2.csv")
    assert _claim(other, "die größte Angriffswelle seit März").checks[1].verdict == "unknown"


def test_the_night_before_is_another_one(tmp_path: Path) -> None:
    daily = "Nacht;Drohnen\n13.04.2031;90\n14.04.2031;300\n15.04.2031;214\n16.04.2031;500\n"
    claim = _claim(_record(tmp_path, daily), "die größte Angriffswelle seit Mitte März")
    check = claim.checks[1]
    assert check.own is not None and check.own.value == 214
    assert check.rival is not None and check.rival.value in (300, 500)


def test_a_record_of_other_events_is_not_asked(tmp_path: Path) -> None:
    record = _record(tmp_path, DRONES, "about: {kinds: [strike]}")
    assert len(_claim(record, "die größte Angriffswelle des ganzen Krieges").checks) == 1


def test_months_first_are_told_by_the_whole_column(tmp_path: Path) -> None:
    assert _record(tmp_path, "date,n\n03/04/2031,1\n03/25/2031,2\n").last == date(2031, 3, 25)
    assert _record(tmp_path, "date,n\n04/03/2031,1\n25/03/2031,2\n").last == date(2031, 3, 25)


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ("Datum;n\n4.3.2031;1.131\n", 1131),
        ("Datum;n\n4.3.2031;1.131,5\n", 1131.5),
        ('date,n\n2031-03-04,"1,131"\n', 1131),
        ("date,n\n2031-03-04,1131.5\n", 1131.5),
        ("date,n\n2031-03-04,12 km\n", 12),
    ],
)
def test_numbers_as_tables_write_them(tmp_path: Path, table: str, value: float) -> None:
    assert _record(tmp_path, table).events[0].values == (value,)


NOTES = [
    ("date,n\n2031-03-04,1\nheute,2\n", "row 3, column 'date': 'heute' is no date"),
    ("date,n\n2031-03-04,1\n2031-03-05,2\n2031-03-06,viele\n", "row 4, column 'n': 'viele' is no number"),
    ("date,n\n2031-03-04,3 kg\n2031-03-05,4 kg\n2031-03-06,4 t\n", "row 4, column 'n': '4 t' has a unit"),
    ("from,to,n\n2031-03-04,2031-03-05,1\n2031-03-08,2031-03-05,1\n", "row 3: it ends (2031-03-05) before it begins"),
]


@pytest.mark.parametrize(("table", "note"), NOTES, ids=[row[1] for row in NOTES])
def test_single_faults_are_named_and_nothing_else_is_lost(tmp_path: Path, table: str, note: str) -> None:
    record = _record(tmp_path, table)
    assert any(note in said for said in record.notes)
    assert record.events[0].values == (1.0,) or record.events[0].values == (3.0,)


FAULTS = [
    ("", "", "has no rows"),
    ("date,n\n", "", "has no rows"),
    ("name,n\nA,1\n", "", "none of its columns looks like a date (name, n)"),
    ("date,n\nnie,1\n", "", "row 2, column 'date': 'nie' is no date"),
    ("date,n\n04/03/2031,1\n05/03/2031,1\n", "", "row 2, column 'date': '04/03/2031' can be day/month or month/day"),
    ("date,n\n2031-03-04,1\n", "columns: {date: when}", "has no column 'when'; its columns are: date, n"),
    ("date,n\n2031-03-04,1\n", "columns: {date: date, values: {Drohnen: m}}", "has no column 'm'"),
    ("date,n\n2031-03-04,1\n", "colums: {date: when}", "is no valid YAML map"),
    ("date,n\n2031-03-04,1\n", "rows: product", "'rows' has to be 'sum' or 'max' or 'last'"),
    ("date,n\n2031-03-04,1\n", "event: week", "'event' has to be"),
    ("date,n\n2031-03-04,1\n", "a: [", "is no valid YAML map"),
]


@pytest.mark.parametrize(("table", "mapping", "reason"), FAULTS, ids=[row[2] for row in FAULTS])
def test_what_cannot_be_used_says_why(tmp_path: Path, table: str, mapping: str, reason: str) -> None:
    with pytest.raises(RecordError) as fault:
        _record(tmp_path, table, mapping)
    assert reason in fault.value.reason


def test_no_file_a_folder_and_no_table_say_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(RecordError):
            lesart.load_record(path)
    binary = tmp_path / "b.csv"
    binary.write_bytes(bytes(range(256)) * 64)
    with pytest.raises(RecordError):
        lesart.load_record(binary)


def test_latin1_and_quotes_in_names(tmp_path: Path) -> None:
    path = tmp_path / "o'hara.csv"
    path.write_bytes('Datum;Größe "x"\n04.03.2031;3\n'.encode("latin-1"))
    assert lesart.load_record(path).measures[0].name.startswith("Größe")


def test_a_hundred_thousand_rows_and_a_claim_in_under_a_second(tmp_path: Path) -> None:
    start = date(1990, 1, 1)
    rows = "\n".join(f"{start + timedelta(days=n % 15_000)},{n % 977},Q{n % 3}" for n in range(100_000))
    path = tmp_path / "angriffe.csv"
    path.write_text("date,Drohnen,source\n" + rows, encoding="utf-8")
    _claim(lesart.load_record(path), "die größte Angriffswelle seit 2029")
    article = Article(
        id="a", text=REPORT.format("die größte Angriffswelle seit 2029"), language="de", published="2031-04-16"
    )
    reading = lesart.read(article, engine="rules")
    begun = time.perf_counter()
    found = lesart.compare([reading], [lesart.load_record(path)])
    assert time.perf_counter() - begun < 1.0
    assert len(found.claims[0].checks) == 2
