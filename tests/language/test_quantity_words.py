"""The words of quantities in newspaper German: the number, its bound, what belongs to it, and what is none."""

import pytest

from lesart.language.de import analyse, quantities


def _read(text: str) -> list[tuple[float, str, str]]:
    tokens = analyse(text).tokens
    return [
        (round(q.value * q.scale, 2), q.bound, text[tokens[q.first].start : tokens[q.last].end])
        for q in quantities(tokens)
    ]


TABLE = [
    ("Nicht weniger als 300 Bauern kamen.", 300, "at_least", "Nicht weniger als 300 Bauern"),
    ("Dutzende Häuser brannten.", 24, "at_least", "Dutzende Häuser"),
    ("Hunderte Menschen flohen.", 200, "at_least", "Hunderte Menschen"),
    ("Es wurden Tausende Fische angeschwemmt.", 2000, "at_least", "Tausende Fische"),
    ("Zehntausende gingen auf die Straße.", 20000, "at_least", "Zehntausende"),
    ("Hunderttausende sahen zu.", 200000, "at_least", "Hunderttausende"),
    ("Mehrere Hundert Schafe ertranken.", 200, "at_least", "Mehrere Hundert Schafe"),
    ("Ein Dutzend Boote lief aus.", 12, "exactly", "Ein Dutzend Boote"),
    ("Ein halbes Dutzend Zeugen schwieg.", 6, "exactly", "Ein halbes Dutzend Zeugen"),
    ("An die 60 Gäste waren da.", 60, "about", "An die 60 Gäste"),
    ("Schätzungsweise 4000 Tiere leben dort.", 4000, "about", "Schätzungsweise 4000 Tiere"),
    ("Es fehlen annähernd 90 Lehrer.", 90, "about", "annähernd 90 Lehrer"),
    ("Maximal 30 Sitze sind frei.", 30, "at_most", "Maximal 30 Sitze"),
    ("Es kamen keine 200 Besucher.", 200, "at_most", "keine 200 Besucher"),
    ("Gerade einmal 12 Prozent stimmten zu.", 12, "exactly", "12 Prozent"),
    ("Nur 40 von 120 Betten sind belegt.", 40, "exactly", "40"),
    ("Er brachte 3,4 Milliarden Kronen auf.", 3_400_000_000, "exactly", "3,4 Milliarden Kronen"),
    ("Das kostet 1,2 Mio. Euro.", 1_200_000, "exactly", "1,2 Mio. Euro"),
    ("Das kostet 2 Mrd. Euro.", 2_000_000_000, "exactly", "2 Mrd. Euro"),
    ("Die Halle fasst 12 000 Zuschauer.", 12000, "exactly", "12 000 Zuschauer"),
    ("Zwischen 300 und 400 Menschen kamen.", 400, "at_most", "400 Menschen"),
    ("Es werden 35 bis 40 Millionen Euro gespart.", 35_000_000, "at_least", "35"),
    ("Wenigstens vier Drohnen stürzten ab.", 4, "at_least", "Wenigstens vier Drohnen"),
    ("Weit über 1000 Anrufe gingen ein.", 1000, "more_than", "über 1000 Anrufe"),
    ("Weniger als 80 Stimmen fehlten.", 80, "at_most", "Weniger als 80 Stimmen"),
    ("Unter 5 Prozent fällt man heraus.", 5, "at_most", "Unter 5 Prozent"),
    ("Bis zu 700 Kilogramm wiegt das Tier.", 700, "at_most", "Bis zu 700 Kilogramm"),
    ("Etwa 15 bis 20 Kühe sind krank.", 15, "at_least", "Etwa 15"),
    ("Zwei Drittel der Fläche verbrannten.", 66.67, "exactly", "Zwei Drittel"),
    ("Ein Viertel der Belegschaft streikte.", 25, "exactly", "Ein Viertel"),
    ("Drei Viertel der Wähler blieben fern.", 75, "exactly", "Drei Viertel"),
    ("Die Hälfte der Gelder ist weg.", 50, "exactly", "Die Hälfte"),
    ("Mehr als die Hälfte der Sitze ist neu besetzt.", 50, "more_than", "Mehr als die Hälfte"),
    ("Gut zwei Stunden sprachen sie.", 120, "more_than", "Gut zwei Stunden"),
    ("Es dauerte anderthalb Stunden.", 90, "exactly", "anderthalb Stunden"),
    ("Nach zweieinhalb Tagen war Schluss.", 2.5, "exactly", "zweieinhalb Tagen"),
    ("Sie schwiegen eine Viertelstunde.", 15, "exactly", "eine Viertelstunde"),
    ("Eine Dreiviertelstunde lang redete er.", 45, "exactly", "Eine Dreiviertelstunde"),
    ("Ein Dreivierteljahr verging.", 9, "exactly", "Ein Dreivierteljahr"),
    ("Ein halbes Jahr wurde gebaut.", 6, "exactly", "Ein halbes Jahr"),
    ("Der Fonds hat 500.000 Euro.", 500_000, "exactly", "500.000 Euro"),
    ("Höchstens ein Prozent ist betroffen.", 1, "at_most", "Höchstens ein Prozent"),
    ("Knapp 9.000 Haushalte waren ohne Strom.", 9000, "at_most", "Knapp 9.000 Haushalte"),
    ("Beinahe 50 Schiffe warten.", 50, "at_most", "Beinahe 50 Schiffe"),
    ("Einhundertzwanzig Seiten hat der Bericht.", 120, "exactly", "Einhundertzwanzig Seiten"),
    ("Zweihundert Soldaten rückten ab.", 200, "exactly", "Zweihundert Soldaten"),
    ("Das sind 36,5 Grad.", 36.5, "exactly", "36,5 Grad"),
    ("Sie fordern 12-prozentige Aufschläge.", 12, "exactly", "12-prozentige"),
    ("Das Haus verlor um ein Drittel an Wert.", 33.33, "exactly", "ein Drittel"),
    ("Er bekam vier Jahre und drei Monate.", 51, "exactly", "vier Jahre und drei Monate"),
    ("Mindestens aber 90 Euro kostet es.", 90, "at_least", "Mindestens aber 90 Euro"),
    ("Die 14-tägige Frist läuft.", 14, "exactly", "14-tägige"),
    ("Die neunstündige Sitzung endete.", 540, "exactly", "neunstündige"),
    ("Einer 36-Stunden-Woche stimmte niemand zu.", 2160, "exactly", "36-Stunden-Woche"),
]


@pytest.mark.parametrize(("text", "value", "bound", "words"), TABLE, ids=[row[0] for row in TABLE])
def test_quantities(text: str, value: float, bound: str, words: str) -> None:
    assert (value, bound, words) in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. März 2031 begann es.",
        "Der 47-Jährige schwieg.",
        "In Halle 7 des Werks brannte es.",
        "Um 18.30 Uhr war Schluss.",
        "Die Straße 12 ist gesperrt.",
        "Kapitel 4 der Satzung gilt.",
        "Die A 7 ist dicht.",
        "Im Alter von 83 Jahren starb der Dichter.",
        "Der 62 Jahre alte Fahrer blieb unverletzt.",
        "Es stand 2:1 zur Pause.",
        "Paragraf 14 sei eindeutig.",
        "Seit den 90er Jahren ist es still.",
        "Die U 3 fährt nicht.",
        "Unter Telefon 0341 225 gibt es Auskunft.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert _read(text) == []
