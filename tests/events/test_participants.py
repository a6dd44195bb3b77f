"""Who takes part in an event; published on Wednesday 16 April 2031."""

import pytest

import lesart
from lesart import Article, Comparison


def _compare(*texts: str, engine: str = "neural") -> Comparison:
    return lesart.compare(
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-04-16"), engine=engine)
        for n, text in enumerate(texts)
    )


def _cast(comparison: Comparison, kind: str) -> set[str]:
    names = {party.id: party.name for party in comparison.parties}
    event = next(event for event in comparison.events if event.kind == kind)
    return {names[party] for party in event.participants}


TABLE = [
    (
        "attack",
        "Norwegen hat am Dienstag Ziele in Portugal mit Drohnen angegriffen. „Das war ein schwerer Angriff“, sagte "
        "Bürgermeister Rui Costa.",
        {"Norwegen", "Portugal"},
    ),
    (
        "call",
        "Kanzlerin Ada Lorenz und Präsident Viktor Halm haben am Dienstag telefoniert. Das Gespräch sei gut "
        "gewesen, sagte Sprecher Jost Brandner.",
        {"Ada Lorenz", "Viktor Halm"},
    ),
    (
        "call",
        "Die Gewerkschafterin Ada Lorenz klagte. Verkehrsminister Viktor Halm habe ihr am Dienstag am Telefon "
        "versprochen, die Strecke zu bauen. Davon wisse er nichts, sagte Sprecher Jost Brandner.",
        {"Ada Lorenz", "Viktor Halm"},
    ),
    (
        "protest",
        "Am Dienstag protestierte der Bauernverband vor dem Landtag. Die Polizei zählte 400 Teilnehmer. „Wir kommen "
        "wieder“, sagte Ada Lorenz vom Bauernverband.",
        {"Bauernverband"},
    ),
]


@pytest.mark.parametrize(("kind", "text", "cast"), TABLE, ids=[f"{row[0]}-{n}" for n, row in enumerate(TABLE)])
def test_participants(kind: str, text: str, cast: set[str]) -> None:
    assert _cast(_compare(text), kind) == cast


def test_a_source_does_not_take_part() -> None:
    found = _compare(
        "Ada Lorenz und Viktor Halm haben am Dienstag telefoniert, teilte Sprecher Jost Brandner mit. Das Telefonat "
        "sei lang gewesen, sagte Brandner."
    )
    assert _cast(found, "call") == {"Ada Lorenz", "Viktor Halm"}


def test_parties_are_those_who_speak_or_take_part() -> None:
    found = _compare(
        "Norwegen hat am Dienstag Ziele in Portugal angegriffen. Die Preise in Schweden stiegen. „Wir sind "
        "bereit“, sagte General Olav Berg."
    )
    assert {party.name for party in found.parties} == {"Norwegen", "Portugal", "Olav Berg"}
