"""The example dossier, read as a person would: one call told twice, and what the tellers leave out or deny."""

from __future__ import annotations

import pytest

import lesart
from lesart import Article, Comparison
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return lesart.compare(lesart.read(path) for path in sorted(EXAMPLES.iterdir()))


def _name(comparison: Comparison, party: str | None) -> str:
    return next(p.name for p in comparison.parties if p.id == party)


def test_the_calls_are_one_series(comparison: Comparison) -> None:
    calls = [event for event in comparison.events if event.kind == "call"]
    assert [(e.date.first if e.date else None, e.ordinal) for e in calls] == [("2032-02-04", 2), ("2032-03-10", 3)]
    (series,) = comparison.series
    assert list(series.events) == [event.id for event in calls]
    assert series.discord[1] > series.discord[0]


def test_both_reports_of_a_call_tell_of_one_event(comparison: Comparison) -> None:
    third = next(event for event in comparison.events if event.ordinal == 3)
    assert {mention.article for mention in third.mentions} >= {"1-nordkurier", "2-sielblatt"}
    assert {_name(comparison, p) for p in third.participants} == {"Viktor Halm", "Ada Lorenz"}


def test_what_one_denies_and_the_other_raises(comparison: Comparison) -> None:
    labels = {topic.id: topic.label for topic in comparison.topics}
    denials = {
        (labels[d.topic or ""], *(_name(comparison, p) for p in d.between))
        for d in comparison.divergences
        if d.kind == "denial"
    }
    assert ("Lotsen", "Ada Lorenz", "Jost Brandner") in denials


def test_tellers_tell_in_their_own_order(comparison: Comparison) -> None:
    labels = {topic.id: topic.label for topic in comparison.topics}
    third = next(event for event in comparison.events if event.ordinal == 3)
    account = next(
        a for a in comparison.accounts if a.event == third.id and _name(comparison, a.teller) == "Jost Brandner"
    )
    told = [labels[point.topic] for point in account.points]
    assert told.index("Schleusen") < told.index("Einladung") < told.index("Lotsen")


def test_tone(comparison: Comparison) -> None:
    third = next(event for event in comparison.events if event.ordinal == 3)
    tones = {_name(comparison, a.teller): a.tone for a in comparison.accounts if a.event == third.id}
    assert tones["Jost Brandner"] > 0 > tones["Ada Lorenz"]


def test_an_empty_comparison() -> None:
    found = lesart.compare([])
    assert (list(found.articles), list(found.events)) == ([], [])


def test_articles_without_statements() -> None:
    readings = [lesart.read(Article(id=f"a{n}", text="", language="de")) for n in range(2)]
    assert not lesart.compare(readings).accounts


def test_long_statements_are_cut_into_sentences() -> None:
    text = "Jana Kolb sagte, der Vertrag gelte. Er sei gut. Die Schule bleibe. Niemand zahle mehr."
    found = lesart.compare([lesart.read(Article(id="a", text=text, language="de", published="2031-01-01"))])
    assert [s.id for s in found.statements] == ["a.s1", "a.s2.1", "a.s2.2", "a.s2.3"]
