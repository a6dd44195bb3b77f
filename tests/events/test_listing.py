"""Which of the events that reports name a comparison lists; published on Wednesday 16 April 2031."""

import lesart
from lesart import Article, Comparison
from lesart.events.group import Group
from lesart.events.listing import listed

LEAD = "Die Präsidenten von Sielland und Tarvia haben am Dienstag zum dritten Mal telefoniert."


def _compare(*texts: str) -> Comparison:
    return lesart.compare(
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-04-16"), engine="rules")
        for n, text in enumerate(texts)
    )


def _kinds(*texts: str) -> list[str]:
    return [event.kind for event in _compare(*texts).events]


def test_what_only_a_quotation_names_beside_a_larger_event_is_not_listed() -> None:
    said = "„Es war ein Abkommen unter Freunden und ein Rücktritt auf Raten“, sagte die Sprecherin."
    assert _kinds(f"{LEAD} {said}") == ["call"]


def test_what_has_a_day_of_its_own_is_listed() -> None:
    told = "Am 3. März hatte Tarvia die Hafenstadt Ulm beschossen; bei dem Angriff starben vier Menschen."
    assert sorted(_kinds(f"{LEAD}\n\n{told}")) == ["attack", "call"]


def test_a_comparison_of_which_no_event_is_sure_keeps_what_is_named() -> None:
    assert _kinds("„Dann kam der Brand“, sagte der Wirt.") == ["accident"]


def test_nothing_named_is_nothing_listed() -> None:
    empty: list[Group] = []
    assert listed(empty) == []
