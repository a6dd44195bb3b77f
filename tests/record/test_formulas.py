"""Set phrases in newspaper German and English: the phrase, what it stands for, who uses it."""

import pytest

import lesart
from lesart import Article
from lesart.model import Comparison


def _compare(*texts: str, language: str = "de") -> Comparison:
    articles = [
        Article(id=f"a{number}", text=text, language=language, published="2031-05-15")
        for number, text in enumerate(texts)
    ]
    return lesart.compare([lesart.read(article, engine="rules") for article in articles])


def _glosses(text: str, language: str = "de") -> list[tuple[str, str]]:
    found = _compare(text, language=language).formulas
    return [(one.phrase, text[one.gloss.start : one.gloss.end]) for one in found]


GERMAN = [
    (
        "„Sachlich und offen“ sei es gewesen, sagte Ohm. "
        "Wer den Ton des Amtes kennt, weiß das zu übersetzen: Man hat sich angeschrien, wie immer.",
        "Sachlich und offen",
        "Man hat sich angeschrien, wie immer",
    ),
    (
        "Wer im Tal wohnt, kennt den Satz „Wir prüfen das“ seit Jahren und weiß, was folgt: Es geschieht nichts.",
        "Wir prüfen das",
        "Es geschieht nichts",
    ),
    (
        "Die Flotte meldete „begleitende Schritte“. Im Wortschatz der Marine sind das Warnschüsse vor den Bug.",
        "begleitende Schritte",
        "Warnschüsse vor den Bug",
    ),
    (
        "Das Amt sprach von einem „lebhaften Abend“. Davon ist dort immer dann die Rede, wenn Türen geknallt haben.",
        "lebhaften Abend",
        "wenn Türen geknallt haben",
    ),
    (
        "Der Sprecher nannte das Treffen „konstruktiv“. "
        "Mit diesem Wort umschreibt das Außenamt Gespräche ohne Ergebnis.",
        "konstruktiv",
        "Gespräche ohne Ergebnis",
    ),
    (
        "Man habe „in alle Richtungen gedacht“, sagte Ohm. Gemeint ist damit, dass niemand einen Plan hat.",
        "in alle Richtungen gedacht",
        "dass niemand einen Plan hat",
    ),
    (
        "Unter „sozialverträglich“ versteht die Geschäftsführung den Verzicht auf betriebsbedingte Kündigungen.",
        "sozialverträglich",
        "den Verzicht auf betriebsbedingte Kündigungen",
    ),
    (
        "„Freisetzung“ steht in den Papieren der Bank für die Entlassung von 300 Leuten.",
        "Freisetzung",
        "die Entlassung von 300 Leuten",
    ),
    (
        "Die Ministerin sprach von einer „Atempause“. Im Klartext heißt das: Vor dem Herbst wird nicht gebaut.",
        "Atempause",
        "Vor dem Herbst wird nicht gebaut",
    ),
    (
        "Was der Konzern „Neuausrichtung“ nennt, ist die Schließung von drei Werken.",
        "Neuausrichtung",
        "die Schließung von drei Werken",
    ),
    (
        "Die Lage sei „unter Beobachtung“, hieß es. Hinter dieser Formel verbirgt sich der Rückzug der Truppen.",
        "unter Beobachtung",
        "der Rückzug der Truppen",
    ),
    (
        "Er sprach von „strategischer Geduld“. Darunter verstehen Diplomaten die Bereitschaft, nichts zu tun.",
        "strategischer Geduld",
        "die Bereitschaft, nichts zu tun",
    ),
    (
        "Das Amt meldete „erhöhte Werte“. Der Ausdruck bedeutet, dass das Wasser nicht getrunken werden darf.",
        "erhöhte Werte",
        "dass das Wasser nicht getrunken werden darf",
    ),
    (
        "Wer im Rathaus „wir prüfen das“ sagt, meint eine Absage.",
        "wir prüfen das",
        "eine Absage",
    ),
    (
        "Es gehe um eine „Verschlankung“, gemeint ist der Abbau jeder zehnten Stelle.",
        "Verschlankung",
        "der Abbau jeder zehnten Stelle",
    ),
    (
        "Die Regierung will die Straße „ertüchtigen“. "
        "Was das Wort bedeutet, steht im Anhang: Sie bekommt zwei Spuren mehr.",
        "ertüchtigen",
        "Sie bekommt zwei Spuren mehr",
    ),
    (
        "„Offen und ehrlich“ heißt im Diplomatendeutsch, dass man sich angeschrien hat.",
        "Offen und ehrlich",
        "dass man sich angeschrien hat",
    ),
    (
        "Die Fraktion stehe „geschlossen hinter“ ihm, sagte Ruhl. "
        "Diese Wendung steht im Parlament für den Anfang vom Ende.",
        "geschlossen hinter",
        "den Anfang vom Ende",
    ),
    (
        "Mit „Dialog“ meint die Führung, wie ein Diplomat sagt, das Warten auf den ersten Schritt der anderen.",
        "Dialog",
        "das Warten auf den ersten Schritt der anderen",
    ),
    (
        "Das Ministerium spricht von einer „besonderen Lage“; so bezeichnet es jede Woche, in der Züge ausfallen.",
        "besonderen Lage",
        "jede Woche, in der Züge ausfallen",
    ),
    (
        "Die Verwaltung bat um „Fristverlängerung“. "
        "In der Sprache des Rathauses heißt das, dass der Antrag abgelehnt ist.",
        "Fristverlängerung",
        "dass der Antrag abgelehnt ist",
    ),
    (
        "Beide wollen „Kurs halten“. Das heißt nichts anderes, als dass die Steuern steigen.",
        "Kurs halten",
        "dass die Steuern steigen",
    ),
    (
        "Der Verband rief zu „Besonnenheit“ auf. Die Vokabel bemäntelt einen Streit im Vorstand.",
        "Besonnenheit",
        "einen Streit im Vorstand",
    ),
    (
        "Der Klub bestätigte, er habe „volles Vertrauen“ in den Trainer. "
        "Im Fußball bedeutet dieser Satz: noch zwei Spiele.",
        "volles Vertrauen",
        "noch zwei Spiele",
    ),
]


@pytest.mark.parametrize(("text", "phrase", "gloss"), GERMAN, ids=[row[1] for row in GERMAN])
def test_german(text: str, phrase: str, gloss: str) -> None:
    assert _glosses(text) == [(phrase, gloss)]


ENGLISH = [
    (
        "The talks were “useful”, officials said. In diplomatic language that means nothing was agreed.",
        "useful",
        "nothing was agreed",
    ),
    ("“Right-sizing” stands for the loss of 300 jobs.", "Right-sizing", "the loss of 300 jobs"),
    (
        "The mill will be “mothballed”. The phrase means that nobody will be paid after June.",
        "mothballed",
        "that nobody will be paid after June",
    ),
    ("By “partnership” the firm means a licence to dig.", "partnership", "a licence to dig"),
]


@pytest.mark.parametrize(("text", "phrase", "gloss"), ENGLISH, ids=[row[1] for row in ENGLISH])
def test_english(text: str, phrase: str, gloss: str) -> None:
    assert _glosses(text, "en") == [(phrase, gloss)]


@pytest.mark.parametrize(
    "text",
    [
        "„Das Buch der Stille“ heißt der neue Roman von Ulla Ferch.",
        "Der Minister nannte den Vorwurf „absurd“.",
        "Die Partei steht für „Aufbruch“, sagte Lohr.",
        "Was das bedeutet, weiß niemand. „Wir warten“, sagte Lohr.",
        "Der Zug „Blauer Pfeil“ fährt wieder. Das bedeutet, dass mehr Leute reisen.",
        "Gemeint ist der Bürgermeister.",
        "Der Plan ist als „Umbau“ bezeichnet worden.",
        "",
    ],
)
def test_nothing_spelt_out(text: str) -> None:
    assert _glosses(text) == []


def test_who_uses_it_and_where() -> None:
    first = (
        "Man arbeite „im Sinne der Sache“, sagte Minister Holm Adler. "
        "Mit dieser Formel ist gemeint, dass das Haus nichts mitteilt."
    )
    second = "Alles laufe im Sinne der Sache, sagte Adlers Vorgängerin Eva Rieck."
    found = _compare(first, second)
    (formula,) = found.formulas
    names = {party.id: party.name for party in found.parties}
    assert [names[party] for party in formula.used_by] == ["Holm Adler", "Eva Rieck"]
    assert formula.glossed_by is None
    assert [(use.article, names[use.said_by or ""]) for use in formula.uses] == [
        ("a0", "Holm Adler"),
        ("a1", "Eva Rieck"),
    ]


def test_one_word_counts_as_its_use_only_in_quotation_marks() -> None:
    first = "Es gebe „Bewegung“, sagte Holm Adler. Gemeint ist damit, dass man telefoniert hat."
    second = "Die Bewegung wächst. Auch Rieck sah „Bewegung“."
    (formula,) = _compare(first, second).formulas
    assert [use.article for use in formula.uses] == ["a0", "a1"]


def test_whose_gloss_it_is() -> None:
    text = "Man sei „im Gespräch“, hieß es. Damit sei gemeint, dass niemand anruft, sagte der Abgeordnete Kurt Lenz."
    found = _compare(text)
    (formula,) = found.formulas
    assert {party.id: party.name for party in found.parties}[formula.glossed_by or ""] == "Kurt Lenz"
