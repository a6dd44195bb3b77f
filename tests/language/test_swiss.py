"""Swiss spelling, which has no ß."""

import pytest

import lesart
from lesart import Article
from lesart.language.de import analyse


def _lows(text: str) -> list[str]:
    return [token.low for token in analyse(text).tokens]


def test_words_are_looked_up_with_eszett_and_the_text_stays() -> None:
    text = "Wie es heisst, schliesst sie grosse Strassen."
    assert _lows(text) == ["wie", "es", "heißt", ",", "schließt", "sie", "große", "straßen", "."]
    assert "".join(token.text for token in analyse(text).tokens) == text.replace(" ", "")


@pytest.mark.parametrize(
    "word", ["Preissenkung", "Kreisspital", "Aussendung", "dass", "muss", "Russland", "Beweissicherung", "Klasse"]
)
def test_words_with_ss_everywhere_stay(word: str) -> None:
    assert _lows(f"Die {word} kommt.")[1] == word.lower()


def test_a_text_with_eszett_is_not_swiss() -> None:
    assert "heisst" in _lows("Der Ort heisst Weißensee.")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Im Rat heisst es, das sei falsch.", "das sei falsch"),
        ("Die Firma schliesst Entlassungen aus.", "Die Firma schliesst Entlassungen aus."),
        ("Wie Anna Hall äusserte, ist das Geld weg.", "ist das Geld weg"),
    ],
)
def test_what_swiss_reports_say_is_found(text: str, content: str) -> None:
    reading = lesart.read(Article(id="a", text=text, language="de"), engine="rules")
    assert [text[s.content[0].start : s.content[-1].end] for s in reading.statements] == [content]
