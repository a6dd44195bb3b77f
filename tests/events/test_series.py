"""Which events make a series."""

from __future__ import annotations

from lesart.events.series import find_series
from lesart.model import Event

ROW = [
    Event(id="e1", kind="meeting", label="Treffen", participants=("norwegen",)),
    Event(id="e2", kind="meeting", label="Treffen", participants=("norwegen", "halm")),
]


def test_events_that_share_who_takes_part_are_a_series() -> None:
    events, series = find_series(ROW, set())
    assert [event.series for event in events] == ["r1", "r1"]
    assert [one.participants for one in series] == [("norwegen",)]


def test_a_state_alone_makes_no_series_of_the_news_of_many_days() -> None:
    events, series = find_series(ROW, set(), common={"norwegen"})
    assert [event.series for event in events] == [None, None]
    assert series == []


def test_two_states_make_a_series_of_the_news_of_many_days() -> None:
    row = [
        Event(id="e1", kind="attack", label="Angriff", participants=("norwegen", "portugal")),
        Event(id="e2", kind="attack", label="Angriffe", participants=("portugal", "norwegen")),
    ]
    _, series = find_series(row, set(), common={"norwegen", "portugal"})
    assert [one.events for one in series] == [("e1", "e2")]
