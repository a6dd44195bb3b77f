"""One name in several spellings has one key; German names that differ keep their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lesart
from lesart import Article
from lesart.parties.spelling import spelling_key

SAME = [
    "Selenskyj Zelensky Zelenskyy Selenski",
    "Lawrow Lavrov",
    "Gorbatschow Gorbachev",
    "Chruschtschow Khrushchev",
    "Tschaikowski Tchaikovsky",
    "Wolodymyr Volodymyr",
    "Sergej Sergey Sergei",
    "Michail Mikhail",
    "Lukaschenko Lukashenko",
    "Sacharow Sakharov",
    "Schewtschenko Shevchenko",
    "Juri Yuri Jurij",
    "Julia Yulia",
]


@pytest.mark.parametrize("names", SAME)
def test_one_name(names: str) -> None:
    assert len({spelling_key(name) for name in names.split()}) == 1


@pytest.mark.parametrize(
    "names", ["Meier Maier", "Schmidt Schmitt", "Kohl Kohn", "Wagner Wegner", "Hansen Hanssen", "Petersen Peterson"]
)
def test_other_names(names: str) -> None:
    assert len({spelling_key(name) for name in names.split()}) == 2


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    assert spelling_key(text) == spelling_key(text.upper()) or not text.isascii()


def _persons(*texts: str) -> list[str]:
    readings = [
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-05-15"), engine="rules")
        for n, text in enumerate(texts)
    ]
    return [party.name for party in lesart.compare(readings).parties if party.kind == "person"]


def test_one_person_over_two_articles() -> None:
    found = _persons(
        "Der Fischer Ostap Wolkowskyj sagte, das Boot sei leck.", "Die Lage sei ernst, sagte Ostap Volkovsky am Abend."
    )
    assert len(found) == 1


def test_two_persons_stay_two() -> None:
    assert len(_persons("Anna Meier sagte, das Boot sei leck.", "Die Lage sei ernst, sagte Anna Maier.")) == 2
