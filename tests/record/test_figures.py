"""Figures in newspaper German and English: value, bound, whose."""

import pytest

import lesart
from lesart import Article
from lesart.model import Figure


def _figures(text: str, language: str = "de") -> list[Figure]:
    reading = lesart.read(Article(id="a", text=text, language=language, published="2031-05-15"), engine="rules")
    return list(lesart.compare([reading]).figures)


TABLE = [
    ("Es kamen 140 Menschen.", 140, "exactly"),
    ("Es kamen rund 140 Menschen.", 140, "about"),
    ("Mehr als 1.500 Menschen kamen.", 1500, "more_than"),
    ("Es kostet knapp 38,5 Millionen Euro.", 38_500_000, "at_most"),
    ("Mindestens 11 Menschen starben.", 11, "at_least"),
    ("Die Löhne steigen um 7,2 Prozent.", 7.2, "exactly"),
    ("Bis zu 400.000 Reisende sind betroffen.", 400_000, "at_most"),
]


@pytest.mark.parametrize(("text", "value", "bound"), TABLE, ids=[row[0] for row in TABLE])
def test_german(text: str, value: float, bound: str) -> None:
    assert [(figure.value, figure.bound) for figure in _figures(text)] == [(value, bound)]


@pytest.mark.parametrize(
    "text", ["Am 4. März kam er.", "Um 4.40 Uhr brannte es.", "Im Jahr 2022 kam er.", "Seit 2019."]
)
def test_times_are_no_figures(text: str) -> None:
    assert _figures(text) == []


def test_whose_figure_it_is() -> None:
    text = "Nach Angaben der Polizei kamen 140 Menschen."
    reading = lesart.read(Article(id="a", text=text, language="de", published="2031-05-15"), engine="rules")
    found = lesart.compare([reading])
    (figure,) = found.figures
    assert next(party.name for party in found.parties if party.id == figure.according_to) == "Polizei"
    assert text[figure.span.start : figure.span.end] == "140 Menschen"


def test_english() -> None:
    assert [(f.value, f.bound) for f in _figures("More than 4,200 workers walked out.", "en")] == [(4200, "more_than")]


def _source(text: str) -> str | None:
    reading = lesart.read(Article(id="a", text=text, language="de", published="2031-05-15"), engine="rules")
    found = lesart.compare([reading])
    figure = found.figures[-1]
    return next((party.name for party in found.parties if party.id == figure.according_to), None)


SOURCES = [
    (
        "„Wir zählen noch“, sagte ein Sprecher der Hafenbehörde. Am Abend zählte die Hafenbehörde 44 Schiffe.",
        "Hafenbehörde",
    ),
    ("„Das war knapp“, sagte Ines Karr. Ines Karr beziffert den Schaden auf 3 Millionen Euro.", "Ines Karr"),
    ("„Das war knapp“, sagte Ines Karr. Der Schaden liegt laut Ines Karr bei 3 Millionen Euro.", "Ines Karr"),
    ("„Das war knapp“, sagte Ines Karr. Der Schaden liegt bei 3 Millionen Euro.", None),
]


@pytest.mark.parametrize(("text", "who"), SOURCES, ids=[row[0] for row in SOURCES])
def test_whose_figure_it_is_outside_of_statements(text: str, who: str | None) -> None:
    assert _source(text) == who


def test_times_small_counts_and_shares() -> None:
    assert _figures("Um acht Uhr kamen die drei Partner, vor zwei Wochen war die Messe.") == []
    (share,) = _figures("Zwei Drittel der Wähler stimmten zu.")
    assert round(share.value) == 67
