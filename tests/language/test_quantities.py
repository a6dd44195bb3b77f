"""Quantities in newspaper German and English: value, bound, unit, and which agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.language import module
from lesart.language.quantities import Quantity


def _found(text: str, language: str = "de") -> list[Quantity]:
    return list(module(language).quantities(module(language).analyse(text).tokens))


TABLE = [
    ("Es kamen vierzehn Seeleute.", 14, "exactly", "seeleute"),
    ("Das Gespräch dauerte eine Stunde und zwanzig Minuten.", 80, "exactly", "minute"),
    ("Es dauerte gut anderthalb Stunden.", 1.5, "more_than", "minute"),
    ("Er war eine halbe Stunde fort.", 0.5, "exactly", "minute"),
    ("Nicht länger als eine Stunde sprachen sie.", 1, "at_most", "minute"),
    ("An keinem Messpunkt waren es mehr als 0,3 Milligramm.", 0.3, "at_most", "milligramm"),
    ("Bestenfalls 5,4 Prozent bleiben.", 5.4, "at_most", "percent"),
    ("Der Schaden beträgt 25 Millionen Euro.", 25_000_000, "exactly", "euro"),
    ("Binnen zehn Tagen soll es geschehen.", 10, "at_most", "day"),
    ("Seit mehr als hundert Tagen sitzen sie.", 100, "more_than", "day"),
]


@pytest.mark.parametrize(("text", "value", "bound", "unit"), TABLE, ids=[row[0] for row in TABLE])
def test_german(text: str, value: float, bound: str, unit: str) -> None:
    (found,) = _found(text)
    assert (found.value, found.bound, found.unit) == (value, bound, unit)


@pytest.mark.parametrize(
    "text", ["Eine Frau kam.", "Um 4.40 Uhr kam er.", "Am 3. März kam er.", "Ein Sprecher sagte das.", "Sie kam 2022."]
)
def test_what_is_none(text: str) -> None:
    assert [found for found in _found(text) if found.unit] == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("mehr als 20 Menschen", "23 Menschen", True),
        ("knapp 20 Menschen", "31 Menschen", False),
        ("50 Minuten", "etwa eine Stunde", True),
        ("knapp eine Stunde", "eine Stunde und zwanzig Minuten", False),
        ("zwei Wochen", "14 Tage", True),
        ("höchstens 800 Euro", "1200 Euro", False),
    ],
)
def test_which_agree(one: str, other: str, agree: bool) -> None:
    (a,), (b,) = _found(f"Es waren {one}."), _found(f"Es waren {other}.")
    assert a.agrees(b) is b.agrees(a) is agree


def test_english() -> None:
    (found,) = _found("More than two hundred workers walked out.", "en")[:1]
    assert (found.value, found.bound) == (200, "more_than")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    layer = module("de").analyse(text)
    for found in module("de").quantities(layer.tokens):
        assert 0 <= found.first <= found.number <= found.last < len(layer.tokens)


def test_a_row_of_days_counts_one_thing() -> None:
    layer = module("de").analyse("Am 15. März waren es 1800 Menschen, am 26. April 4500 und am 14. Juni 11.000.")
    found = module("de").quantities(layer.tokens)
    assert [(q.value, q.unit) for q in found] == [(1800, "menschen"), (4500, "menschen"), (11000, "menschen")]
