"""What the shipped model finds in plain sentences, and that long articles change nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lesart import Reading
from lesart.encoder.windows import LONGEST
from lesart.model import Span

PLAIN = [
    (
        "Ministerin Jana Kolb erklärte am Montag, der Vertrag gelte weiter.",
        ("indirect", "der Vertrag gelte weiter", "Jana Kolb", "erklärte"),
    ),
    (
        "Die Polizei teilte mit, dass zwei Personen verletzt worden seien.",
        ("indirect", "zwei Personen verletzt worden seien", "Die Polizei", "teilte"),
    ),
    (
        "„Wir haben lange verhandelt und nichts erreicht“, sagte Bernd Ohm.",
        ("direct", "Wir haben lange verhandelt und nichts erreicht", "Bernd Ohm", "sagte"),
    ),
    (
        '"Wir haben lange verhandelt und nichts erreicht", sagte Bernd Ohm.',
        ("direct", "Wir haben lange verhandelt und nichts erreicht", "Bernd Ohm", "sagte"),
    ),
    (
        "Nach Angaben der Feuerwehr brannte das Lager vollständig aus.",
        ("indirect", "brannte das Lager vollständig aus", "der Feuerwehr", "Angaben"),
    ),
]


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[row[0][:30] for row in PLAIN])
def test_plain_sentences(read: Callable[..., Reading], text: str, expected: tuple[str, str, str, str]) -> None:
    form, content, speaker, cue = expected
    (statement,) = read(text, engine="neural").statements
    assert statement.form == form
    assert content in _words(text, tuple(statement.content))
    assert speaker in _words(text, tuple(statement.speaker))
    assert cue in _words(text, (*statement.cue, *statement.frame))
    assert 0.5 < statement.confidence <= 1


@pytest.mark.parametrize("text", ["Die Sonne schien. Der Markt war voll.", "", " \n\n", "…", "„“"])
def test_what_nobody_says(read: Callable[..., Reading], text: str) -> None:
    assert not read(text, engine="neural").statements


def test_statements_across_windows_survive(read: Callable[..., Reading]) -> None:
    story = "Ministerin Jana Kolb erklärte am Montag, der Vertrag über die Fähren gelte weiter. Der Markt war voll.\n\n"
    text = story * 40
    assert len(text.split()) > LONGEST
    found = {statement.content[0].start for statement in read(text, engine="neural").statements}
    assert found == {story.index("der Vertrag") + len(story) * number for number in range(40)}


def test_other_languages_are_read_by_rules(read: Callable[..., Reading]) -> None:
    text = "Minister Jana Kolb said on Monday that the treaty still holds."
    by_rules = read(text, "en", engine="rules")
    assert by_rules.statements and read(text, "en", engine="neural") == by_rules


def test_the_same_article_gives_the_same_whatever_was_read_before(read: Callable[..., Reading]) -> None:
    first, second = PLAIN[0][0], PLAIN[2][0]
    alone = read(first, engine="neural")
    read(second * 30, engine="neural")
    assert read(first, engine="neural") == alone
