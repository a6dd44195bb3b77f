"""Searching a store: words in any inflection, who, whose relay, when; nothing that is asked for is run."""

from __future__ import annotations

from pathlib import Path

import pytest

import lesart
from lesart.desk import Store
from lesart.desk.search import Hit, Query, search
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def store() -> Store:
    kept = Store(Path(":memory:"), create=True)
    for path in sorted(EXAMPLES.iterdir()):
        kept.add(lesart.read(path), path.name)
    extra = lesart.Article(
        id="x",
        outlet="Kurier",
        published="2033-01-02",
        language="de",
        text="„Die Straße ist für Schülerinnen zu gefährlich“, sagte Ute Öhm. Laut Öhm hat Jan Kolb Hilfe zugesagt.",
    )
    kept.add(lesart.read(extra, engine="rules"), "x")
    return kept


def _words(hits: list[Hit]) -> str:
    return " | ".join(hit.words for hit in hits)


ODD = '\'; DROP TABLE article; --|"|""|-|- -|AND|NEAR(a b)|a*|stems:a|(|)|\x00|^a|🙂|\'|OR|{x}|a\tb'


@pytest.mark.parametrize("words", ODD.split("|"))
def test_nothing_that_is_asked_for_is_run(store: Store, words: str) -> None:
    before = store.counts()
    for query in (Query(words=words), Query(who=words), Query(form=words), Query(since=words)):
        search(store, query)
    assert store.counts() == before


def test_fragments_inside_a_statement_of_the_same_speaker_are_not_shown_twice(store: Store) -> None:
    hits = search(store, Query(words="Nachbarschaft", who="Brandner"))
    assert len(hits) == len({hit.article for hit in hits}) == 2


def test_the_newest_stands_first_without_words(store: Store) -> None:
    assert search(store, Query(), most=1)[0].outlet == "Kurier"


def test_without_words_and_german_marks(store: Store) -> None:
    every = search(store, Query(), 500)
    without = search(store, Query(words="-Lotsen"), 500)
    with_it = search(store, Query(words="Lotsen"), 500)
    assert len(without) + len(with_it) == len(every) and with_it
    assert search(store, Query(words="„drei Lotsen“"), 500) == search(store, Query(words='"drei Lotsen"'), 500)
    assert search(store, Query(words='Lotsen -"drei Lotsen"'), 500) != with_it
