"""Times of day in German and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.language import module

TABLE = [
    ("Um 4.41 Uhr rief er an.", "de", 4 * 60 + 41),
    ("Sie gingen um halb zwei.", "de", 90),
    ("Viertel nach eins stand das Taxi da.", "de", 75),
    ("Um zwei Uhr vierzehn ging sie.", "de", 134),
    ("Gegen acht Uhr brannte es.", "de", 8 * 60),
    ("They left at half past two.", "en", 150),
    ("It rang at 4:41 a.m.", "en", 4 * 60 + 41),
]


@pytest.mark.parametrize(("text", "language", "minute"), TABLE, ids=[row[0] for row in TABLE])
def test_times(text: str, language: str, minute: int) -> None:
    (found,) = module(language).times_of_day(text)
    assert found.minute == minute


@pytest.mark.parametrize("text", ["Vier Menschen kamen.", "Um 25.30 Uhr.", "Er sprach zwei Stunden.", "Halb so wild."])
def test_what_is_none(text: str) -> None:
    assert module("de").times_of_day(text) == []


def test_vague_times_agree() -> None:
    (a,), (b,) = (module("de").times_of_day(text) for text in ("kurz nach zwei Uhr", "um 2.10 Uhr"))
    assert a.agrees(b)
    (c,) = module("de").times_of_day("um halb zwei")
    assert not a.agrees(c)
    assert a.apart(c) == 30


@given(st.text(alphabet="0123456789.: Uhrhalbzweium", max_size=40))
def test_any_text(text: str) -> None:
    for found in module("de").times_of_day(text):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 <= found.minute < 720
