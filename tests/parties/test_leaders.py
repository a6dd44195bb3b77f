"""Heads of state and of government are known by any spelling, on days when they hold office."""

from __future__ import annotations

import pytest

import lesart
from lesart import Article
from lesart.parties.leaders import state_of_leader


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("Wolodymyr Selenskyj", "2025-07-04", "UA"),
        ("Volodymyr Zelensky", "2025-07-04", "UA"),
        ("Wladimir Putin", "2025-07-04", "RU"),
        ("Emmanuel Macron", "2025-07-04", "FR"),
        ("Xi Jinping", "2025-07-04", "CN"),
        ("Emmanuel Macron", "2016-07-04", None),
        ("Emmanuel Macron", "2031-07-04", None),
        ("Emmanuel Macron", "", None),
        ("Macron", "2025-07-04", None),
        ("Erika Mustermann", "2025-07-04", None),
        ("", "2025-07-04", None),
    ],
)
def test_states(name: str, day: str, state: str | None) -> None:
    assert state_of_leader(name, day) == state


def test_a_head_of_state_speaks_for_the_state() -> None:
    text = "Wolodymyr Selenskyj sagte am Freitag, man brauche mehr Flugabwehr."
    reading = lesart.read(Article(id="a", text=text, language="de", published="2025-07-04"), engine="rules")
    (said,) = reading.statements
    speaker = next(party for party in reading.parties if party.id == said.said_by)
    assert next(party.name for party in reading.parties if party.id == speaker.side) == "Ukraine"
