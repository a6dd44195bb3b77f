"""How far accounts part, event by event, and which stands out."""

from __future__ import annotations

from lesart.accounts import with_discord
from lesart.model import Account, Divergence, Point, Series

SIDE = {"a": "a", "b": "b"}


def _account(event: str, teller: str) -> Account:
    points = tuple(Point(topic=f"t{n}", status="raised", statements=("s",)) for n in range(4))
    return Account(id=f"{event}{teller}", event=event, teller=teller, points=points)


def _series(events: int, told: int, denials: dict[int, int]) -> Series:
    names = tuple(f"e{number}" for number in range(events))
    accounts = [_account(name, teller) for name in names[events - told :] for teller in SIDE]
    gaps = [
        Divergence(event=f"e{at}", kind="denial", topic=f"t{n}", between=("a", "b"), statements=(), score=1, summary="")
        for at, count in denials.items()
        for n in range(count)
    ]
    (found,) = with_discord([Series(id="r", label="Telefonat", kind="call", events=names)], accounts, gaps, SIDE)
    return found


def test_discord_is_the_share_of_topics_that_part() -> None:
    assert list(_series(2, 2, {1: 2}).discord) == [0.0, 0.5]


def test_an_event_stands_out_from_those_that_are_told() -> None:
    found = _series(4, 3, {3: 3})
    assert list(found.unusual) == ["e3"]
    assert list(found.told_before) == [0, 0, 1, 2]


def test_nothing_stands_out_where_none_was_told_before() -> None:
    assert not _series(4, 1, {3: 3}).unusual


def test_little_more_is_not_unusual() -> None:
    assert list(_series(3, 3, {1: 2, 2: 2}).unusual) == ["e1"]
