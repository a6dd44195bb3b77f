"""German and English time expressions against the day of publication, Wednesday 16 April 2031."""

from datetime import date

import pytest

from lesart.language import de, en

PUBLISHED = date(2031, 4, 16)

GERMAN = [
    ("in der Nacht auf Freitag", "2031-04-10", "2031-04-11"),
    ("in der Nacht zum Dienstag", "2031-04-14", "2031-04-15"),
    ("in der Nacht auf den Montag", "2031-04-13", "2031-04-14"),
    ("Anfang März", "2031-03-01", "2031-03-10"),
    ("Mitte Januar", "2031-01-11", "2031-01-20"),
    ("Ende Februar", "2031-02-21", "2031-02-28"),
    ("Ende Oktober", "2030-10-21", "2030-10-31"),
    ("bis Ende Juni", "2031-06-21", "2031-06-30"),
    ("seit dem Frühjahr", "2031-03-01", "2031-04-16"),
    ("seit Anfang März", "2031-03-01", "2031-04-16"),
    ("seit 2019", "2019-01-01", "2031-04-16"),
    ("seit zwei Wochen", "2031-04-02", "2031-04-16"),
    ("seit dem 9. August", "2030-08-09", "2031-04-16"),
    ("seit Montag", "2031-04-14", "2031-04-16"),
    ("vor zwei Wochen", "2031-04-02", "2031-04-02"),
    ("vor rund drei Jahren", "2028-04-16", "2028-04-16"),
    ("vor fünf Monaten", "2030-11-16", "2030-11-16"),
    ("vor einem Jahr", "2030-04-16", "2030-04-16"),
    ("vor 14 Tagen", "2031-04-02", "2031-04-02"),
    ("am Donnerstagabend", "2031-04-10", "2031-04-10"),
    ("am Dienstag", "2031-04-15", "2031-04-15"),
    ("am Mittwoch", "2031-04-16", "2031-04-16"),
    ("am Sonntagmorgen", "2031-04-13", "2031-04-13"),
    ("am vergangenen Freitag", "2031-04-11", "2031-04-11"),
    ("kommenden Freitag", "2031-04-18", "2031-04-18"),
    ("im Juni", "2030-06-01", "2030-06-30"),
    ("im April", "2031-04-01", "2031-04-30"),
    ("noch im Mai", "2031-05-01", "2031-05-31"),
    ("im Februar 2029", "2029-02-01", "2029-02-28"),
    ("2022", "2022-01-01", "2022-12-31"),
    ("im Jahr 2024", "2024-01-01", "2024-12-31"),
    ("im vergangenen Jahr", "2030-01-01", "2030-12-31"),
    ("in diesem Jahr", "2031-01-01", "2031-12-31"),
    ("in der vergangenen Woche", "2031-04-07", "2031-04-13"),
    ("zwischen dem 3. und 5. Mai", "2030-05-03", "2030-05-05"),
    ("am Dienstag vergangener Woche", "2031-04-08", "2031-04-08"),
    ("Ende vergangener Woche", "2031-04-11", "2031-04-13"),
    ("Anfang der Woche", "2031-04-14", "2031-04-15"),
    ("im ersten Quartal 2025", "2025-01-01", "2025-03-31"),
    ("im dritten Quartal", "2030-07-01", "2030-09-30"),
    ("zwischen 2019 und 2021", "2019-01-01", "2021-12-31"),
    ("am 29. Februar", "2028-02-29", "2028-02-29"),
    ("am 3. 5. 2024", "2024-05-03", "2024-05-03"),
    ("am 10. und 11. März", "2031-03-10", "2031-03-11"),
    ("vom 28. Februar bis 2. März", "2031-02-28", "2031-03-02"),
    ("am 9. August", "2030-08-09", "2030-08-09"),
    ("am 24. Mai", "2030-05-24", "2030-05-24"),
    ("am 18. November 2030", "2030-11-18", "2030-11-18"),
    ("am Donnerstag, dem 2. Dezember 2004", "2004-12-02", "2004-12-02"),
    ("am 03.05.2030", "2030-05-03", "2030-05-03"),
    ("im Herbst 2019", "2019-09-01", "2019-11-30"),
    ("im Winter", "2030-12-01", "2031-02-28"),
    ("im vergangenen Sommer", "2030-06-01", "2030-08-31"),
    ("gestern", "2031-04-15", "2031-04-15"),
    ("heute", "2031-04-16", "2031-04-16"),
    ("Ende des Jahres", "2031-10-01", "2031-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), GERMAN, ids=[row[0] for row in GERMAN])
def test_german(text: str, first: str, last: str) -> None:
    found = de.dates(f"Das war {text} so.", PUBLISHED)
    assert [(str(time.first), str(time.last)) for time in found] == [(first, last)]


def test_the_same_day_is_the_one_named_before() -> None:
    text = "Sie trafen sich am 9. August, noch am selben Tag reiste er ab, am Tag danach sie."
    assert [str(time.last) for time in de.dates(text, PUBLISHED)] == ["2030-08-09", "2030-08-09", "2030-08-10"]


@pytest.mark.parametrize(
    "sentence", ["Sie soll am 24. Mai kommen.", "Bis zum 24. Mai ist Zeit.", "Am 24. Mai tritt es in Kraft."]
)
def test_a_planned_day_lies_ahead(sentence: str) -> None:
    assert [str(time.first) for time in de.dates(sentence, PUBLISHED)] == ["2031-05-24"]


@pytest.mark.parametrize("text", ["am 3. Mai 1500 Drohnen gezählt", "am 3. Mai 4500, am Ende weniger"])
def test_a_count_behind_a_day_is_no_year(text: str) -> None:
    assert [str(time.first) for time in de.dates(f"Das Amt hat {text}.", PUBLISHED)] == ["2030-05-03"]


def test_a_leap_day_after_a_century_without_one() -> None:
    assert [str(time.first) for time in de.dates("Das war am 29. Februar so.", date(1904, 2, 28))] == ["1896-02-29"]


def test_the_day_before_is_that_of_the_day_named_before() -> None:
    found = de.dates("Sie trafen sich am 9. August; einen Tag zuvor war er angereist.", PUBLISHED)
    assert str(found[1].first) == "2030-08-08"


def test_the_same_year_is_the_one_named_before() -> None:
    found = de.dates("Im März 2029 brannte es, im November desselben Jahres wieder.", PUBLISHED)
    assert str(found[1].first) == "2029-11-01"


@pytest.mark.parametrize(
    "text",
    [
        "2022 Teilnehmer kamen.",
        "binnen zehn Tagen",
        "31. Februar",
        "der 45. Mai",
        "Er heißt Mai.",
        "99.99.9999",
        "Er sagte nichts.",
    ],
)
def test_what_is_no_time_is_passed_over(text: str) -> None:
    assert de.dates(text, PUBLISHED) == []


def test_offsets_point_at_the_expression() -> None:
    text = "Am Ende kam er am Dienstag an."
    assert [text[time.start : time.end] for time in de.dates(text, PUBLISHED)] == ["am Dienstag"]


ENGLISH = [
    ("on Tuesday", "2031-04-15", "2031-04-15"),
    ("on 10 June", "2030-06-10", "2030-06-10"),
    ("on May 3, 2030", "2030-05-03", "2030-05-03"),
    ("since March", "2031-03-01", "2031-04-16"),
    ("in 2027", "2027-01-01", "2027-12-31"),
    ("yesterday", "2031-04-15", "2031-04-15"),
    ("two weeks ago", "2031-04-02", "2031-04-02"),
    ("last year", "2030-01-01", "2030-12-31"),
    ("early March", "2031-03-01", "2031-03-10"),
]


@pytest.mark.parametrize(("text", "first", "last"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english(text: str, first: str, last: str) -> None:
    found = en.dates(f"It was {text} so.", PUBLISHED)
    assert [(str(time.first), str(time.last)) for time in found] == [(first, last)]
