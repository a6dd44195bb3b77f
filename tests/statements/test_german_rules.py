"""German statements by rules: who says what, in the words of newspapers, by sentences of our own."""

from collections.abc import Callable

import pytest

from lesart import Reading

# text, content (pieces joined by "|"), speaker, form
TABLE = [
    ("„Wir geben nicht auf“, sagte Jana Kolb.", "„Wir geben nicht auf“", "Jana Kolb", "direct"),
    ("Jana Kolb sagte: „Wir geben nicht auf.“", "„Wir geben nicht auf.“", "Jana Kolb", "direct"),
    ("„Wir geben nicht auf“, sagte Kolb, „das ist klar.“", "„Wir geben nicht auf“|„das ist klar.“", "Kolb", "direct"),
    ("»Das ist falsch«, erklärte die Sprecherin.", "»Das ist falsch«", "die Sprecherin", "direct"),
    ('"Das ist falsch", so Kolb.', '"Das ist falsch"', "Kolb", "direct"),
    ("Kolb sagte, dass der Vertrag gelte.", "dass der Vertrag gelte", "Kolb", "indirect"),
    ("Kolb sagte, der Vertrag gelte weiter.", "der Vertrag gelte weiter", "Kolb", "indirect"),
    ("Kolb sagte am Montag, der Vertrag gelte weiter.", "der Vertrag gelte weiter", "Kolb", "indirect"),
    ("Kolb sagte im Ausschuss, das Abkommen sei gültig.", "das Abkommen sei gültig", "Kolb", "indirect"),
    ("Kolb fragte, ob der Vertrag gelte.", "ob der Vertrag gelte", "Kolb", "indirect"),
    ("Kolb erklärte, wie der Vertrag zustande kam.", "wie der Vertrag zustande kam", "Kolb", "indirect"),
    ("Kolb versprach, den Vertrag zu erfüllen.", "den Vertrag zu erfüllen", "Kolb", "indirect"),
    ("Der Vertrag gelte weiter, sagte Kolb.", "Der Vertrag gelte weiter", "Kolb", "indirect"),
    ("Der Vertrag, sagte Kolb, gelte weiter.", "Der Vertrag|gelte weiter", "Kolb", "indirect"),
    ("Der Vertrag gelte weiter, so der Minister.", "Der Vertrag gelte weiter", "der Minister", "indirect"),
    ("Wie die Polizei mitteilte, brannte der Wagen aus.", "brannte der Wagen aus", "die Polizei", "indirect"),
    ("Der Wagen brannte aus, wie die Polizei mitteilte.", "Der Wagen brannte aus", "die Polizei", "indirect"),
    ("Laut Kolb gilt der Vertrag weiter.", "gilt der Vertrag weiter", "Kolb", "indirect"),
    ("Der Vertrag gilt laut Kolb weiter.", "Der Vertrag gilt|weiter", "Kolb", "indirect"),
    ("Dem Ministerium zufolge gilt der Vertrag.", "gilt der Vertrag", "Dem Ministerium", "indirect"),
    ("Nach Angaben der Polizei brannte es.", "brannte es", "Angaben der Polizei", "indirect"),
    ("Seiner Meinung nach gilt der Vertrag.", "gilt der Vertrag", "Seiner Meinung", "indirect"),
    ("Folgt man Kolb, gilt der Vertrag.", "gilt der Vertrag", "Kolb", "indirect"),
    ("Kolb lehnte den Vorschlag ab.", "Kolb lehnte den Vorschlag ab.", "Kolb", "reported"),
    ("Kolb kritisierte das Gesetz scharf.", "Kolb kritisierte das Gesetz scharf.", "Kolb", "reported"),
    ("Varro, der Berater von Merkat, sagte, das sei falsch.", "das sei falsch", "Varro", "indirect"),
    ("Am Montag kündigte Kolb an, den Vertrag zu kündigen.", "den Vertrag zu kündigen", "Kolb", "indirect"),
    ("Aus dem Palast hieß es, die Reise sei verschoben.", "die Reise sei verschoben", "dem Palast", "indirect"),
    ("Die Behauptung, dass Kolb log, ist falsch.", "dass Kolb log", "", "indirect"),
]


def _joined(reading: Reading, spans: list) -> str:  # type: ignore[type-arg]
    return "|".join(reading.article.text[span.start : span.end] for span in spans)


@pytest.mark.parametrize(("text", "content", "speaker", "form"), TABLE, ids=[row[0][:45] for row in TABLE])
def test_statement(read: Callable[..., Reading], text: str, content: str, speaker: str, form: str) -> None:
    reading = read(text)
    found = [
        (_joined(reading, s.content), _joined(reading, s.speaker), s.form) for s in reading.statements if not s.parent
    ]
    assert found == [(content, speaker, form)]


SILENT = [
    "Der Zug fährt am Montag nach Berlin.",
    "Die Zeitung „Abendbote“ erscheint seit 1950.",
    "Wenn er früher gekommen wäre, hätte er sie getroffen.",
    "Sie lachte laut und ging.",
    "Nach dem Essen gingen sie.",
    "",
    "…",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_the_article_says_itself_is_no_statement(read: Callable[..., Reading], text: str) -> None:
    assert not read(text).statements


def test_free_subjunctive_goes_on_with_the_speaker(read: Callable[..., Reading]) -> None:
    reading = read("Jana Kolb sagte, der Vertrag gelte. Er sei gültig bis Mai. Niemand wolle ihn ändern.")
    free = reading.statements[1]
    assert free.form == "indirect_free_indirect"
    assert free.said_by == reading.statements[0].said_by is not None
    assert _joined(reading, free.content) == "Er sei gültig bis Mai. Niemand wolle ihn ändern."


def test_a_fragment_is_a_nested_statement_of_the_same_speaker(read: Callable[..., Reading]) -> None:
    outer, inner = read("Kolb sagte, das Angebot sei „völlig wertlos“.").statements
    assert inner.form == "direct" and inner.parent == outer.id and inner.said_by == outer.said_by


def test_a_quotation_over_sentences_is_one_statement(read: Callable[..., Reading]) -> None:
    reading = read("„Wir warten. Wir haben Zeit. Niemand drängt uns“, sagte Kolb.")
    assert [_joined(reading, s.content) for s in reading.statements] == [
        "„Wir warten. Wir haben Zeit. Niemand drängt uns“"
    ]


def test_cue_frame_and_addressee(read: Callable[..., Reading]) -> None:
    reading = read("Kolb teilte dem Ausschuss mit, dass der Vertrag gelte.")
    (statement,) = reading.statements
    assert _joined(reading, statement.cue) == "teilte|mit"
    assert _joined(reading, statement.frame) == "Kolb teilte dem Ausschuss mit,"
    assert _joined(reading, statement.addressee) == "dem Ausschuss"
