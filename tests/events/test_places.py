"""Where events happen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lesart
from lesart import Article
from lesart.events.places import place_in_front


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Brackheim. Es brannte.", "Brackheim"),
        ("TARHOLD, 18. November. Die Präsidenten telefonierten.", "Tarhold"),
        ("Lohen (hpa) – In Harmark tagte der Rat.", "Lohen"),
        ("Tarhold/Quellberg (nda) – Beide sprachen.", "Tarhold"),
        ("Die Brücke ist zu. Niemand weiß, warum.", None),
        ("Mara Telvik hat wenig geschlafen.", None),
        ("", None),
    ],
)
def test_in_front(text: str, place: str | None) -> None:
    assert place_in_front(text) == place


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    place = place_in_front(text)
    assert place is None or place.lower() in text.lower()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Am Dienstag gab es in Marienholm eine Explosion.", "Marienholm"),
        ("Am Dienstag kam es bei Bad Kranz zur Explosion.", "Bad Kranz"),
        ("Am Dienstag gab es in der Stadt eine Explosion.", None),
        ("Nach der Explosion am Dienstag sitzt er in Haft.", None),
        ("Seelitz. Am Dienstag gab es eine Explosion.", "Seelitz"),
    ],
)
def test_of_an_event(text: str, place: str | None) -> None:
    article = Article(id="a", text=text, language="de", published="2031-04-16")
    (event,) = lesart.compare([lesart.read(article, engine="rules")]).events
    assert event.place == place
