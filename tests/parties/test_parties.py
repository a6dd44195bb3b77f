"""One party for every person and body, and who relays whom."""

from collections.abc import Callable

import pytest

import lesart
from lesart import Article, Reading


def _said(reading: Reading) -> list[tuple[str | None, list[str]]]:
    names = {party.id: party.name for party in reading.parties}
    return [
        (names.get(s.said_by or ""), [names[relay] for relay in s.according_to])
        for s in reading.statements
        if not (s.parent and s.form == "direct")
    ]


TABLE = [
    ("Ministerin Jana Kolb sprach. „Wir warten“, sagte Kolb.", [("Jana Kolb", [])]),
    ("Jana Kolb trat vor die Presse. „Wir warten hier“, sagte sie.", [("Jana Kolb", [])]),
    ("Ministerin Jana Kolb kam. Die Ministerin sagte, das gelte.", [("Jana Kolb", [])]),
    ("Jana Kolb und Bernd Maier kamen. Er sagte, das gelte.", [("Bernd Maier", [])]),
    ("Kolbs Sprecher Jost Brandner sagte, das gelte.", [("Jost Brandner", [])]),
    ("Nach Angaben der Polizei brannte es.", [("Polizei", [])]),
    ("Nach Angaben des Ministeriums brannte es.", [("Ministerium", [])]),
    ("Jost Brandner sagte, Kolb habe versprochen, das Geld zu zahlen.", None),
    ("Die Polizei teilte mit, es habe gebrannt. Verletzte gab es demnach nicht.", [("Polizei", []), ("Polizei", [])]),
    (
        "Das gelte, sagte Jana Kolb, die Chefin der Bahn. Niemand könne das ändern.",
        [("Jana Kolb", []), ("Jana Kolb", [])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0][:40] for row in TABLE])
def test_speakers(read: Callable[..., Reading], text: str, expected: list[tuple[str, list[str]]] | None) -> None:
    said = _said(read(text))
    if expected is None:
        assert said[-1][1] == ["Jost Brandner"]
    else:
        assert said == expected


def test_a_statement_inside_a_statement_names_its_relay(read: Callable[..., Reading]) -> None:
    reading = read("Viktor Halm reiste ab. Jost Brandner sagte, es laufe gut. Halm habe zugesagt, dass er zahle.")
    assert _said(reading)[-1][1] == ["Jost Brandner"]


def test_citing_somebody_makes_him_the_speaker(read: Callable[..., Reading]) -> None:
    reading = read("Wie die Agentur Talfunk unter Berufung auf den Anwalt meldete, ist der Kapitän frei.")
    assert _said(reading) == [("Anwalt", ["Talfunk"])]


def test_role_and_owner(read: Callable[..., Reading]) -> None:
    reading = read("Halms außenpolitischer Berater Henrik Sund sagte, das gelte. Viktor Halm schwieg.")
    sund = next(party for party in reading.parties if party.name == "Henrik Sund")
    assert sund.role == "außenpolitischer Berater"
    assert next(party.name for party in reading.parties if party.id == sund.affiliation) == "Viktor Halm"


def test_two_persons_of_one_surname_stay_two(read: Callable[..., Reading]) -> None:
    reading = read("Jana Kolb und Peter Kolb stritten. „Nein, das geht nicht“, sagte Peter Kolb.")
    assert {party.name for party in reading.parties} >= {"Jana Kolb", "Peter Kolb"}
    assert _said(reading) == [("Peter Kolb", [])]


def test_one_person_over_several_articles() -> None:
    texts = [
        "Ministerin Jana Kolb sagte, das gelte.",
        "Das gelte, sagte Kolb. Jana Kolb ging.",
        "Kolb sagte, es gelte.",
    ]
    readings = [lesart.read(Article(id=f"a{n}", text=t, language="de"), engine="rules") for n, t in enumerate(texts)]
    found = lesart.compare(readings)
    assert len({s.said_by for s in found.statements}) == 1
    (speaker,) = {s.said_by for s in found.statements}
    assert next(party.name for party in found.parties if party.id == speaker) == "Jana Kolb"


SIDES = [
    ("Der ukrainische Präsident Ihor Dan sagte, das gelte.", "Ihor Dan", "Ukraine"),
    ("Der Kreml erklärte, man warte ab.", "Kreml", "Russland"),
    ("Das polnische Außenministerium teilte mit, man prüfe das.", "Außenministerium", "Polen"),
    ("Das Verteidigungsministerium in Oslo teilte mit, man prüfe das.", "Verteidigungsministerium", "Norwegen"),
    ("Corvo-Chefin Ines Vogt sagte, Corvo wachse.", "Ines Vogt", "Corvo"),
    ("Halms Berater Henrik Sund sagte, Viktor Halm komme. Halm ist Präsident von Norwegen.", "Henrik Sund", None),
]


@pytest.mark.parametrize(("text", "name", "side"), SIDES, ids=[row[0][:40] for row in SIDES])
def test_sides(read: Callable[..., Reading], text: str, name: str, side: str | None) -> None:
    parties = {party.id: party for party in read(text).parties}
    party = next(one for one in parties.values() if one.name == name)
    assert (parties[party.side].name if party.side else None) == side


def test_ministries_of_two_states_are_two(read: Callable[..., Reading]) -> None:
    text = (
        "Das polnische Außenministerium teilte mit, die Grenze sei offen. Das norwegische Außenministerium teilte mit, "
        "sie sei zu. Das polnische Außenministerium erklärte, das stimme nicht."
    )
    first, second, third = [s.said_by for s in read(text).statements]
    assert first == third != second


def test_a_body_that_has_its_place_in_its_name_is_meant_by_its_kind(read: Callable[..., Reading]) -> None:
    text = """Der Schwimmverein Ohlsdorf hat die Absperrung am Kanal kritisiert. Die Polizei teilte mit, der Weg bleibe
gesperrt. Der Verein sprach von einer Zumutung."""
    for engine in ("rules", "neural"):
        reading = read(text, engine=engine)
        said = dict(_said(reading))
        assert set(said) == {"Schwimmverein Ohlsdorf", "Polizei"}
        speakers = {party.id: party.name for party in reading.parties}
        last = max(reading.statements, key=lambda one: one.content[0].start)
        assert speakers[last.said_by or ""] == "Schwimmverein Ohlsdorf"


def test_the_house_is_the_body_named_just_before(read: Callable[..., Reading]) -> None:
    text = """Ein Offizier soll die Raketen dem Verteidigungsministerium gemeldet haben. Das Haus wies das zurück: Im
Hafen lagere nichts. In der Weberstraße brannte ein Haus. Das Haus in der Weberstraße gehörte einer Witwe."""
    reading = read(text)
    assert _said(reading)[-1] == ("Verteidigungsministerium", [])
    (ministry,) = [party for party in reading.parties if party.name == "Verteidigungsministerium"]
    assert [text[m.start : m.end] for m in ministry.mentions] == ["dem Verteidigungsministerium", "Das Haus"]


def test_bodies_of_two_states_with_one_name_stay_two() -> None:
    texts = (
        "Die ukrainische Luftwaffe meldete 40 Drohnen. Die Luftwaffe habe alle abgeschossen, hieß es.",
        "Die russische Luftwaffe teilte mit, sie habe nur Depots getroffen.",
    )
    found = lesart.compare(
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-05-15"), engine="rules")
        for n, text in enumerate(texts)
    )
    assert [party.name for party in found.parties].count("Luftwaffe") == 2
