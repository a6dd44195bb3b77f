import pytest

from lesart.language import de

GERMAN = [
    ("Er kam am 4. Juli an. Sie nicht.", ["Er kam am 4. Juli an.", "Sie nicht."]),
    ("Die 9. Verhandlungsrunde endete. Nun folgt die 10. Runde.", None),
    ("Dr. Weber und Prof. Kranz kamen. Beide schwiegen.", ["Dr. Weber und Prof. Kranz kamen.", "Beide schwiegen."]),
    ("Viele Tiere, z. B. Rehe, fliehen. Andere bleiben.", ["Viele Tiere, z. B. Rehe, fliehen.", "Andere bleiben."]),
    ("„Wer war das?“, fragte sie. Niemand wusste es.", ["„Wer war das?“, fragte sie.", "Niemand wusste es."]),
    ("»Das reicht.« Damit ging er.", ["»Das reicht.«", "Damit ging er."]),
    ("«Genug jetzt.» Er ging.", ["«Genug jetzt.»", "Er ging."]),
    ('Er rief: "Halt!" Dann lief er.', ['Er rief: "Halt!"', "Dann lief er."]),
    ("„Das ist gut. Wir gehen.“ Er ging.", ["„Das ist gut.", "Wir gehen.“", "Er ging."]),
    ("Er sagte, das sei „falsch.“ Sie lachte.", ["Er sagte, das sei „falsch.“", "Sie lachte."]),
    ("Das war 2022. Seither ruht der Streit.", ["Das war 2022.", "Seither ruht der Streit."]),
    ("Es kostet 1.500 Euro. Zu viel.", ["Es kostet 1.500 Euro.", "Zu viel."]),
    ("Der Zug fuhr um 12.30 Uhr ab. Leer.", ["Der Zug fuhr um 12.30 Uhr ab.", "Leer."]),
    ("Jurij K. Sprach er die Wahrheit? Ja!", ["Jurij K. Sprach er die Wahrheit?", "Ja!"]),
    ("Ende des Absatzes\n\nNeuer Absatz.", ["Ende des Absatzes", "Neuer Absatz."]),
    ("Überschrift\nDer Text beginnt.", ["Überschrift", "Der Text beginnt."]),
    ("Sie sagte … Nichts.", ["Sie sagte …", "Nichts."]),
    ("Er kam (spät.) Sie ging.", ["Er kam (spät.)", "Sie ging."]),
    ("Prof. Dr. h. c. Meier kam. Sie auch.", ["Prof. Dr. h. c. Meier kam.", "Sie auch."]),
    ("Am 3. 5. 2024 kam er. Sie blieb.", ["Am 3. 5. 2024 kam er.", "Sie blieb."]),
    ("Äpfel, Birnen usw. Danach ging er.", ["Äpfel, Birnen usw.", "Danach ging er."]),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN, ids=[text[:30] for text, _ in GERMAN])
def test_german_sentences(text: str, expected: list[str] | None) -> None:
    layer = de.analyse(text)
    found = [text[layer.tokens[s.first].start : layer.tokens[s.last].end] for s in layer.sentences]
    if expected is None:
        expected = ["Die 9. Verhandlungsrunde endete.", "Nun folgt die 10. Runde."]
    assert found == expected


def test_a_line_broken_to_fit_a_column_is_no_end() -> None:
    text = "Die Unterhändler der drei Parteien haben sich in der Nacht auf einen\nHaushalt geeinigt. Das war knapp."
    assert len(de.analyse(text).sentences) == 2
