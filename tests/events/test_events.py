"""Events, their dates and ordinals; published on Wednesday 16 April 2031."""

import pytest

import lesart
from lesart import Article, Comparison


def _compare(*texts: str) -> Comparison:
    return lesart.compare(
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-04-16"), engine="rules")
        for n, text in enumerate(texts)
    )


TABLE = [
    ("Die Präsidenten haben am Dienstag telefoniert.", "call", "2031-04-15", None),
    ("Das dritte Telefonat fand am Montag statt.", "call", "2031-04-14", 3),
    ("Am 3. März kam es zur Explosion.", "accident", "2031-03-03", None),
    ("Der Streik begann am Montag.", "strike", "2031-04-14", None),
    ("Am Sonntag stimmte der Rat ab.", "vote", "2031-04-13", None),
    ("In der Nacht auf Freitag gab es einen Angriff.", "attack", "2031-04-10", None),
]


@pytest.mark.parametrize(("text", "kind", "first", "ordinal"), TABLE, ids=[row[0] for row in TABLE])
def test_event(text: str, kind: str, first: str, ordinal: int | None) -> None:
    (event,) = _compare(text).events
    assert (event.kind, event.date.first if event.date else None, event.ordinal) == (kind, first, ordinal)


def test_one_event_in_two_articles() -> None:
    found = _compare("Das Telefonat vom Dienstag dauerte lange.", "Am Dienstag haben beide telefoniert.")
    assert [len(event.mentions) for event in found.events] == [2]


def test_two_events_on_two_days() -> None:
    found = _compare("Am Montag wurde gestreikt. Der Streik am Dienstag war länger.")
    assert [event.date.first for event in found.events if event.date] == ["2031-04-14", "2031-04-15"]


def test_several_days_in_a_sentence_are_several_events() -> None:
    found = _compare("Sie hatten am 3. März und am 12. Februar telefoniert.")
    assert {event.date.first for event in found.events if event.date} == {"2031-02-12", "2031-03-03"}


def test_what_is_only_planned_is_marked_so() -> None:
    (event,) = _compare("Das nächste Telefonat soll am Freitag folgen.").events
    assert (event.status, event.date.first if event.date else None) == ("planned", "2031-04-18")


def test_what_does_not_take_place_is_no_event() -> None:
    assert not _compare("Es gab kein Telefonat am Freitag.").events
