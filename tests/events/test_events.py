"""Events, their dates and ordinals; published on Wednesday 16 April 2031."""

import pytest

import lesart
from lesart import Article, Comparison


def _compare(*texts: str) -> Comparison:
    return lesart.compare(
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-04-16"), engine="rules")
        for n, text in enumerate(texts)
    )


TABLE = [
    ("Die Präsidenten haben am Dienstag telefoniert.", "call", "2031-04-15", None),
    ("Das dritte Telefonat fand am Montag statt.", "call", "2031-04-14", 3),
    ("Am 3. März kam es zur Explosion.", "accident", "2031-03-03", None),
    ("Der Streik begann am Montag.", "strike", "2031-04-14", None),
    ("Am Sonntag stimmte der Rat ab.", "vote", "2031-04-13", None),
    ("In der Nacht auf Freitag gab es einen Angriff.", "attack", "2031-04-10", None),
]


@pytest.mark.parametrize(("text", "kind", "first", "ordinal"), TABLE, ids=[row[0] for row in TABLE])
def test_event(text: str, kind: str, first: str, ordinal: int | None) -> None:
    (event,) = _compare(text).events
    assert (event.kind, event.date.first if event.date else None, event.ordinal) == (kind, first, ordinal)


def test_one_event_in_two_articles() -> None:
    found = _compare("Das Telefonat vom Dienstag dauerte lange.", "Am Dienstag haben beide telefoniert.")
    (event,) = found.events
    assert {mention.article for mention in event.mentions} == {"a0", "a1"}


def test_two_events_on_two_days() -> None:
    found = _compare("Am Montag wurde gestreikt. Der Streik am Dienstag war länger.")
    assert [event.date.first for event in found.events if event.date] == ["2031-04-14", "2031-04-15"]


def test_several_days_in_a_sentence_are_several_events() -> None:
    found = _compare("Sie hatten am 3. März und am 12. Februar telefoniert.")
    assert {event.date.first for event in found.events if event.date} == {"2031-02-12", "2031-03-03"}


def test_what_is_only_planned_is_marked_so() -> None:
    (event,) = _compare("Das nächste Telefonat soll am Freitag folgen.").events
    assert (event.status, event.date.first if event.date else None) == ("planned", "2031-04-18")


def test_what_does_not_take_place_is_no_event() -> None:
    assert not _compare("Es gab kein Telefonat am Freitag.").events


def _told(*texts: str) -> list[tuple[str, str | None]]:
    return [(event.kind, event.date.first if event.date else None) for event in _compare(*texts).events]


def test_a_day_tells_of_what_no_word_for_an_event_names() -> None:
    (event,) = _compare(
        "Die Bürger sind empört. Am 14. März hatte das Amt die alte Brücke für Lastwagen gesperrt."
    ).events
    assert (event.kind, event.date.first if event.date else None) == ("other", "2031-03-14")
    assert event.label == "Am 14. März hatte das Amt die alte Brücke für Lastwagen …"


@pytest.mark.parametrize(
    "text",
    [
        "Die Straße bleibt frei. Karl Ohm lobte am Montag die Behörde.",
        "Die Straße bleibt frei. „Das reicht nicht“, sagte Karl Ohm am Montag.",
        "Die Straße bleibt frei. Die Frist lief bis Montag.",
        "Die Straße bleibt frei. Am Freitag steht ein Kran am Ufer.",
        "Ohlsdorf, 14. März. Die Straße bleibt frei.",
        "Der Weizen kostete am 3. März 212 Euro, am 10. März 220.",
    ],
)
def test_a_day_that_tells_of_nothing(text: str) -> None:
    assert [day for _, day in _told(text) if day] == []


def test_a_row_of_counted_days_is_a_row_of_what_one_of_them_is() -> None:
    first = "Am 15. Februar waren es 1800 Menschen, am 26. Februar 4500, am 14. März 11.000."
    second = "Am 14. März haben Tausende demonstriert."
    assert _told(first, second) == [("protest", "2031-02-15"), ("protest", "2031-02-26"), ("protest", "2031-03-14")]


def test_a_row_of_results_is_no_row_of_events() -> None:
    row = "Die Straße bleibt frei. Der TSV spielte am 3. März 12 zu 14, am 10. März 15 zu 9, am 12. März 3 zu 4."
    assert len(_told(row)) <= 1


def test_the_first_paragraph_dates_what_the_article_is_about() -> None:
    text = (
        "Um 3.17 Uhr am Montag gab das Ufer nach.\n\nEs ist der dritte Zwischenfall am Kanal. Ein Tank war explodiert."
    )
    assert ("accident", "2031-04-14") in _told(text)


def test_days_after_an_event_at_the_beginning_date_it() -> None:
    assert _told("Lohen (hpa) – Vier Tage nach dem Dammbruch gelten sechs Menschen als vermisst.") == [
        ("accident", "2031-04-12")
    ]


def test_an_incident_is_what_the_other_report_calls_it() -> None:
    found = _compare(
        "Am Montag brannte das Lager. Es ist der dritte Zwischenfall dort.",
        "Die Explosion vom Montag war weithin zu hören.",
    )
    assert [(event.kind, event.ordinal) for event in found.events] == [("accident", 3)]


def test_what_it_was_is_the_event_that_the_report_is_about() -> None:
    text = (
        "Die Sitzung am Montag war lang. Karl Ohm kam zu spät. Ute Brandt blieb sitzen. Es wurde laut. Alle gingen.\n\n"
        "Es war das zweite Treffen seit Januar."
    )
    (event,) = [event for event in _compare(text).events if event.kind in ("talks", "meeting")]
    assert (event.ordinal, event.date.first if event.date else None) == (2, "2031-04-14")


def test_what_was_said_on_the_phone_or_in_a_committee_was_said_at_an_event() -> None:
    assert _told("Der Minister habe ihr am Montag am Telefon Hilfe versprochen.") == [("call", "2031-04-14")]
    assert _told("Der Minister hat das am Dienstag im Innenausschuss eingeräumt.") == [("meeting", "2031-04-15")]
    assert not _told("Das Telefon war am Montag gestört, sagt niemand.")[1:]


def test_weapons_that_are_only_delivered_are_no_attack() -> None:
    assert _told("Die Flotte setzte am Montag 80 Raketen ein.") == [("attack", "2031-04-14")]
    assert "attack" not in [kind for kind, _ in _told("Der Hersteller lieferte am Montag 80 Raketen aus.")]


def test_a_day_beside_the_event_beats_one_that_was_only_near() -> None:
    told = _told(
        "Am Dienstag sprach Jana Kolb im Werk. Jana Kolb nannte die Explosion eine Warnung.",
        "Nach der Explosion vom Montag kam Jana Kolb. „Das war knapp“, sagte Jana Kolb.",
    )
    assert ("accident", "2031-04-14") in told
    assert ("accident", "2031-04-15") not in told


def test_two_nights_that_meet_are_two() -> None:
    found = _compare(
        "In der Nacht zum Montag gab es einen Angriff mit 90 Drohnen. In der Nacht zum Dienstag gab es einen Angriff."
    )
    dates = [event.date for event in found.events]
    assert [(date.first, date.last) for date in dates if date] == [
        ("2031-04-13", "2031-04-14"),
        ("2031-04-14", "2031-04-15"),
    ]


def test_a_row_of_counted_events_has_each_its_day() -> None:
    found = _compare(
        "Auch nach dem ersten Telefonat der Präsidenten am 12. Februar, dem zweiten am 18. März und dem dritten, das "
        "am 9. April stattfand, war ein Angriff gefolgt."
    )
    calls = [event for event in found.events if event.kind == "call"]
    assert [(event.ordinal, event.date.first) for event in calls if event.date] == [
        (1, "2031-02-12"),
        (2, "2031-03-18"),
        (3, "2031-04-09"),
    ]


def test_what_comes_after_has_not_the_day_of_its_sentence() -> None:
    found = _compare("Am Montag haben Gegner demonstriert, bevor der Rat ein drittes Mal abstimmt.")
    events = {event.kind: event for event in found.events}
    assert events["protest"].ordinal is None
    assert "vote" not in events or events["vote"].ordinal == 3


def test_the_number_of_todays_meeting_is_not_the_other_ones() -> None:
    found = _compare("Das heutige Treffen war das zweite nach der Zusammenkunft vom 9. Juli 2030.")
    assert [(event.ordinal, event.date.first) for event in found.events if event.date] == [
        (None, "2030-07-09"),
        (2, "2031-04-16"),
    ]


def test_which_one_it_was_is_said_of_the_event_that_was_told_of() -> None:
    found = _compare(
        "In der Nacht auf Freitag kam der Ort unter Beschuss. Nach Zählung der Küstenwache ist es "
        "der vierte Vorfall dieser Art seit dem Frühjahr."
    )
    (event,) = found.events
    assert (event.kind, event.ordinal) == ("attack", 4)


def test_a_planned_event_lies_ahead() -> None:
    found = _compare("Der nächste Gipfel am 21. Februar soll in Bonn stattfinden.")
    (event,) = found.events
    assert event.date is not None and event.date.first == "2032-02-21"


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Das Amt hat am Montag gegen zwei Hersteller Bußgelder verhängt.", "announcement", "2031-04-14"),
        ("Lohen. Der Konzern gibt sein Werk in Hollin auf. Grund seien Zweifel.", "announcement", None),
        ("Unbekannte haben bei den Stadtwerken Daten erbeutet. Das Werk schweigt.", "other", None),
        ("Zum fünften Mal in diesem Jahr zogen Pflegerinnen durch die Stadt.", "other", None),
    ],
)
def test_what_a_report_opens_with_is_an_event(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in _told(text)


def test_what_a_report_opens_with_is_no_event_where_it_only_says_so() -> None:
    assert _told("Das Amt hat den Vorwurf zurückgewiesen.") == []


def test_what_a_report_counts_is_its_event() -> None:
    (event,) = _compare("Die Brücke bleibt zu. Es ist die dritte Sperrung seit dem Mai.").events
    assert (event.kind, event.ordinal, event.label) == ("other", 3, "dritte Sperrung")
    (event,) = _compare("In Lohen sind am Montag Pfleger demonstrieren gegangen. Es war der zweite Zug.").events
    assert event.ordinal == 2
    assert not _compare("Die Brücke bleibt zu. Es ist das dritte Mal.").events


def test_days_in_a_row_are_events_each() -> None:
    row = "Der Hof ist bekannt. Es waren drei Vorfälle: im August 2027, im Mai 2029 und am 3. März."
    assert [day for _, day in _told(row)] == ["2027-08-01", "2029-05-01", "2031-03-03"]


def test_a_noun_with_its_day_is_an_event_and_its_day_nobody_elses() -> None:
    found = _told("Die Straße bleibt frei. Es ist der dritte Angriff seit der Öffnung vom 3. März.")
    assert ("other", "2031-03-03") in found and ("attack", "2031-03-03") not in found
    assert _told("Die Straße bleibt frei. Er las die Liste vom 3. März.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Straße bleibt frei. Am Montag will das Amt die Brücke sperren.",
        "Die Straße bleibt frei. Für Montag kündigten sie eine Kundgebung auf dem Markt an.",
    ],
)
def test_what_is_to_come_is_planned(text: str) -> None:
    (event,) = _compare(text).events
    assert (event.status, event.date.first if event.date else None) == ("planned", "2031-04-21")
