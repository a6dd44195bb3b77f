"""Counts that somebody gives are statements of his, and the figures are his."""

from __future__ import annotations

import pytest

import lesart
from lesart import Article

TABLE = [
    ("9500 Menschen zählte die Polizei.", "Polizei", "9500 Menschen zählte die Polizei"),
    ("Die Staatsanwaltschaft zählt nur 35, sieben davon säßen in Haft.", "Staatsanwaltschaft", None),
    ("Die Polizei kam auf 170.", "Polizei", "Die Polizei kam auf 170"),
    ("Die Hafenbehörde sprach von 40 Schiffen.", "Hafenbehörde", None),
    ("Auf 640 Millionen Euro beziffert der Rechnungshof die Kosten.", "Rechnungshof", None),
    ("Den Schaden bezifferte der Verband auf 25 Millionen Euro.", "Verband", None),
    ("Die Leitstelle hatte 19 Verletzte gemeldet.", "Leitstelle", "Die Leitstelle hatte 19 Verletzte gemeldet"),
    ("Die Zahl der Verletzten gab die Klinik mit 19 an.", "Klinik", None),
    ("Das Institut Hallmann, das von den Dächern aus zählt, ermittelte 61.000 Teilnehmer.", "Institut Hallmann", None),
    ("Im Mai hatte die Feuerwehr für die folgende Nacht 40 Einsätze gemeldet.", "Feuerwehr", None),
    ("Zwanzig Minuten, sagt die Ministerin.", "Ministerin", "Zwanzig Minuten"),
    ("Der Bauernbund will fast 900 Wagen gesehen haben.", "Bauernbund", None),
    ("Am Samstag kamen nach Angaben der Polizei 14 Menschen ums Leben.", "Polizei", None),
]
NONE = [
    "Die CLP kam auf 29 Sitze.",
    "Am 3. Mai kamen 300 Leute.",
    "Das Schiff hat 40 Mann an Bord.",
    "Man zählte 300 Leute.",
    "Die Polizei meldete sich um 12 Uhr.",
    "Zwanzig Minuten, dann war es vorbei.",
    "Der Bauernbund will 900 Wagen haben.",
]


@pytest.mark.parametrize(("text", "who", "words"), TABLE, ids=[row[0] for row in TABLE])
def test_who_counts(text: str, who: str, words: str | None) -> None:
    reading = lesart.read(Article(id="a", text=text, language="de", published="2031-05-15"), engine="rules")
    names = {party.id: party.name for party in reading.parties}
    said = [(names.get(s.said_by or ""), text[s.content[0].start : s.content[-1].end]) for s in reading.statements]
    assert [name for name, _ in said] == [who]
    assert words is None or said[0][1] == words
    (figure, *_) = lesart.compare([reading]).figures
    assert next(p.name for p in lesart.compare([reading]).parties if p.id == figure.according_to) == who


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_count_of_anybody(text: str) -> None:
    assert not lesart.read(Article(id="a", text=text, language="de"), engine="rules").statements


def test_who_else_counts() -> None:
    text = "9500 Menschen zählte die Polizei, 16.000 das Bündnis."
    reading = lesart.read(Article(id="a", text=text, language="de"), engine="rules")
    names = {party.id: party.name for party in reading.parties}
    assert [names.get(s.said_by or "") for s in reading.statements] == ["Polizei", "Bündnis"]
