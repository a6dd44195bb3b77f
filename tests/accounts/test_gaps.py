"""Gaps between two accounts, kind by kind, on statements put together by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lesart.accounts import find_accounts, find_divergences, tone_of
from lesart.accounts.gaps.tones import tones
from lesart.accounts.sayings import Saying
from lesart.accounts.told import SidePoint, Told
from lesart.language import module
from lesart.model import Account, Article, Divergence, Event, Modality, Party, PlacedStatement, Span, Topic
from lesart.topics import senses_of

PARTIES = [
    Party(id="a", name="Nordland", kind="state"),
    Party(id="b", name="Südland", kind="state"),
    Party(id="c", name="Ida Brandt", kind="person", side="a"),
    Party(id="d", name="Ostland", kind="state"),
]
TOPICS = [Topic(id=f"t{number}", label=f"Thema {number}") for number in range(6)]

Said = tuple[str, str, str] | tuple[str, str, str, Modality]
"""Who says it, on which topic, the words, and their modality."""


def _gaps(*said: Said, kind: str = "call") -> list[Divergence]:
    text = " ".join(f"{row[2]}." for row in said)
    article = Article(id="x", text=text, language="de", published="2031-05-15")
    statements, at = [], 0
    for number, row in enumerate(said):
        modality: Modality = row[3] if len(row) > 3 else "asserted"
        statements.append(
            PlacedStatement(
                id=f"s{number}",
                article="x",
                form="indirect",
                content=(Span(at, at + len(row[2])),),
                said_by=row[0],
                modality=modality,
                event="e",
                topics=(row[1],),
                tone=tone_of(row[2], "de"),
            )
        )
        at += len(row[2]) + 2
    two = ("a", "b") if kind == "call" else ()
    event = Event(id="e", kind="call" if kind == "call" else "accident", label="Telefonat", participants=two)
    accounts = find_accounts(statements, PARTIES, [event], {"x": article}, senses_of(statements, {"x": article}))
    layers = {"x": module("de").analyse(text)}
    return find_divergences(accounts, statements, [event], PARTIES, TOPICS, [article], layers, "de")


def _kinds(found: Sequence[Divergence]) -> list[tuple[str, str | None]]:
    return [(gap.kind, gap.topic) for gap in found]


def test_a_denial() -> None:
    found = _gaps(("a", "t1", "Über die Lotsen habe man geredet"), ("b", "t1", "Die Lotsen seien kein Thema", "denied"))
    assert _kinds(found) == [("denial", "t1")]
    assert list(found[0].between) == ["a", "b"]
    assert list(found[0].statements) == ["s0", "s1"]


def test_what_did_not_come_up_is_not_denied_by_who_tells_of_the_thing_itself() -> None:
    denied: Said = ("b", "t1", "Die Lotsen seien kein Thema", "denied")
    assert not _gaps(("d", "t1", "Die Lotsen hätten eine gesperrte Rinne benutzt"), denied)
    assert _kinds(_gaps(("d", "t1", "Über die Lotsen sei gesprochen worden"), denied)) == [("denial", "t1")]


def test_who_denies_a_kind_of_thing_does_not_deny_all_of_it() -> None:
    denied: Said = ("b", "t1", "Von Schwerverletzten sei ihm nichts bekannt", "denied")
    assert not _gaps(("a", "t1", "Man habe 17 Verletzte aufgenommen"), denied)
    assert _kinds(_gaps(("a", "t1", "Zwei der Verletzten seien schwer verbrannt"), denied)) == [("denial", "t1")]


def test_a_number_denies_no_other_number() -> None:
    told = ("a", "t1", "Am Tor habe man 1,9 Milligramm gemessen")
    assert "denial" not in dict(_kinds(_gaps(told, ("b", "t1", "Nirgends seien 0,3 Milligramm erreicht", "denied"))))
    assert "denial" in dict(_kinds(_gaps(told, ("b", "t1", "Von 1,9 Milligramm könne keine Rede sein", "denied"))))


def test_one_side_is_one_voice() -> None:
    found = _gaps(
        ("c", "t1", "Über die Lotsen habe man geredet"),
        ("a", "t1", "Die Lotsen kamen vor"),
        ("b", "t1", "Die Lotsen seien kein Thema", "denied"),
    )
    assert _kinds(found) == [("denial", "t1")]


def test_own_people_do_not_part() -> None:
    assert not _gaps(("c", "t1", "Die Lotsen kamen vor"), ("a", "t1", "Die Lotsen seien kein Thema", "denied"))


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("Es dauerte knapp eine Stunde", "Es dauerte eine Stunde und zwanzig Minuten", True),
        ("Es dauerte 50 Minuten", "Es dauerte etwa eine Stunde", False),
        ("Mehr als 20 Menschen seien verletzt", "23 Verletzte habe man gezählt", False),
        ("Knapp 20 Menschen seien verletzt", "31 Verletzte habe man gezählt", True),
        ("Es seien 131 Drohnen gewesen", "Es seien rund 90 gewesen", True),
        ("Es koste 7,2 Prozent", "Es dauere 30 Monate", False),
    ],
)
def test_figures(one: str, other: str, parts: bool) -> None:
    found = _gaps(("a", "t1", one), ("b", "t1", other), kind="accident")
    assert _kinds(found) == ([("figure", "t1")] if parts else [])


def test_a_figure_says_both_numbers() -> None:
    (gap,) = _gaps(("a", "t1", "Es dauerte knapp eine Stunde"), ("b", "t1", "Es dauerte zwei Stunden"))
    assert "knapp eine Stunde" in gap.summary and "zwei Stunden" in gap.summary


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Angriffe hätten zugenommen", "Die Angriffe seien zurückgegangen"),
        ("Man habe ausführlich über den Hafen geredet", "Der Hafen sei am Rande erwähnt worden"),
        ("Um 4.41 Uhr habe man angerufen", "Erst um 4.52 Uhr sei der Anruf gekommen"),
    ],
)
def test_contradictions(one: str, other: str) -> None:
    assert _kinds(_gaps(("a", "t1", one), ("b", "t1", other), kind="accident")) == [("contradiction", "t1")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Angriffe hätten zugenommen", "Auch die Verluste hätten zugenommen"),
        ("Die Angriffe hätten zugenommen", "Die Angriffe seien nicht zurückgegangen"),
        ("Um 4.41 Uhr habe man angerufen", "Um 4.41 Uhr kam der Anruf"),
    ],
)
def test_no_contradictions(one: str, other: str) -> None:
    assert not _gaps(("a", "t1", one), ("b", "t1", other), kind="accident")


def _talk(side: str, topics: Sequence[str]) -> list[Said]:
    return [(side, topic, f"Lange habe man über Sache {topic} geredet, und zwar sehr ernsthaft") for topic in topics]


def test_a_silence_in_talks() -> None:
    found = _gaps(*_talk("a", ["t1", "t2", "t3", "t4"]), *_talk("b", ["t1", "t2", "t3"]))
    assert ("silence", "t4") in _kinds(found)


def test_no_silence_of_who_tells_little_or_of_no_talks() -> None:
    assert not [g for g in _gaps(*_talk("a", ["t1", "t2", "t3"]), *_talk("b", ["t1"])) if g.kind == "silence"]
    said = (*_talk("a", ["t1", "t2", "t3", "t4"]), *_talk("b", ["t1", "t2", "t3"]))
    assert not [gap for gap in _gaps(*said, kind="accident") if gap.kind == "silence"]


def test_a_reader_is_told_of_few_silences() -> None:
    tellers = [_talk(side, ["t0", "t1", "t2", f"t{3 + place}"]) for place, side in enumerate("abd")]
    found = [gap for gap in _gaps(*(one for told in tellers for one in told)) if gap.kind == "silence"]
    assert len(found) == 2


def test_opposite_tones() -> None:
    found = _gaps(
        ("a", "t1", "Es war ein herzliches und konstruktives Gespräch"),
        ("a", "t2", "Die Schleusen kamen vor"),
        ("b", "t3", "Ich bin enttäuscht"),
        ("b", "t4", "Die Trasse kam vor"),
    )
    assert _kinds(found) == [("tone", None)]
    assert "Nordland" in found[0].summary and "Südland" in found[0].summary


@pytest.mark.parametrize(("tone", "gaps"), [(-0.16, 1), (-0.15, 0), (0.0, 0)])
def test_a_plain_tone_is_no_opposite(tone: float, gaps: int) -> None:
    """What is just within the bounds of a neutral tone is not set against a warm one."""
    said = [
        Saying(
            PlacedStatement(id=f"s{number}", article="x", form="indirect", content=(Span(0, 1),)),
            "",
            (),
            frozenset(),
            (),
            (),
        )
        for number in range(2)
    ]
    one, other = (
        Told(
            "e",
            side,
            (Account(id=side, event="e", teller=side, tone=own),),
            {"t": SidePoint("t", tuple(said))},
        )
        for side, own in (("a", 0.5), ("b", tone))
    )
    assert len(list(tones(one, other))) == gaps
