"""Which articles belong together."""

from __future__ import annotations

from lesart.model import Event, Mention, Party, Period
from lesart.topics.dossiers import dossiers

MANY = [f"a{number}" for number in range(20)]


def test_few_articles_are_one_dossier() -> None:
    assert dossiers(["a", "b"], [], []) == [["a", "b"]]


def test_many_articles_are_apart() -> None:
    assert dossiers(MANY, [], []) == [[article] for article in MANY]


def test_a_shared_event_joins() -> None:
    event = Event(id="e1", kind="call", label="Telefonat", mentions=(Mention("a3", 0, 4), Mention("a7", 0, 4)))
    assert ["a3", "a7"] in dossiers(MANY, [event], [])


def test_a_series_joins_where_two_take_part() -> None:
    def event(name: str, article: str, series: str, participants: tuple[str, ...]) -> Event:
        mentions = (Mention(article, 0, 4),)
        return Event(
            id=name,
            kind="call",
            label="Telefonat",
            date=Period(f"2031-0{name[1]}-01"),
            participants=participants,
            series=series,
            mentions=mentions,
        )

    events = [
        event("e1", "a1", "r1", ("p1", "p2")),
        event("e2", "a2", "r1", ("p1", "p2", "p3")),
        event("e3", "a4", "r2", ("p1",)),
        event("e4", "a5", "r2", ("p1", "p4")),
    ]
    found = dossiers(MANY, events, [])
    assert ["a1", "a2"] in found
    assert ["a4"] in found


def test_two_shared_parties_join_and_one_does_not() -> None:
    def party(name: str, articles: list[str]) -> Party:
        return Party(id=name, name=name, kind="organisation", mentions=tuple(Mention(a, 0, 4) for a in articles))

    parties = [party("p1", ["a1", "a2", "a5"]), party("p2", ["a1", "a2"])]
    found = dossiers(MANY, [], parties)
    assert ["a1", "a2"] in found
    assert ["a5"] in found


def test_a_series_joins_nothing_over_years() -> None:
    days = (Period("2005-05-01"), Period("2009-05-01"), Period("2009-07-01"))
    events = [
        Event(
            id=f"e{n}",
            kind="attack",
            label="Angriff",
            date=day,
            participants=("p1", "p2"),
            series="r1",
            mentions=(Mention(f"a{n}", 0, 1),),
        )
        for n, day in enumerate(days)
    ]
    assert [group for group in dossiers(MANY, events, []) if len(group) > 1] == [["a1", "a2"]]
