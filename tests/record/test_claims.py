"""Claims in newspaper German and English: which sentences make one, and what exactly they claim."""

import pytest

from lesart.language import module
from lesart.record.claims.finding import find_claims
from lesart.record.claims.found import FoundClaim


def _claims(text: str, language: str = "de") -> list[FoundClaim]:
    return list(find_claims(module(language).analyse(text), language))


ORDINALS = [
    ("Die Abstimmung wurde am Montag zum dritten Mal verschoben.", 3),
    ("Zum zweiten Mal binnen einer Woche fiel in Ohmstedt der Strom aus.", 2),
    ("Die Fähre lief bereits zum 14. Mal auf Grund.", 14),
    ("Erstmals seit dem Umbau war das Stadion ausverkauft.", 1),
    ("Es war das sechste Telefonat der beiden seit dem Sommer.", 6),
    ("Es ist der vierte Streik in diesem Jahr.", 4),
    ("Das sei schon der elfte Angriff auf den Hafen gewesen, sagte der Bürgermeister.", 11),
    ("Die Minister haben am Freitag ihr fünftes Treffen abgehalten.", 5),
    ("Für die Bahn ist es der zweite Unfall auf der Strecke innerhalb von drei Monaten.", 2),
    ("Der siebte Gipfel dieser Art endete ohne Erklärung.", 7),
    ("Bei der Explosion, der dritten in diesem Jahr, wurde niemand verletzt.", 3),
    ("Es handle sich um den ersten Störfall, seit die Anlage 2019 wieder angefahren worden sei.", 1),
    ("Den vierten Monat in Folge sank die Zahl der Anmeldungen.", 4),
    ("Nun hat das Gericht den Antrag ein zweites Mal abgelehnt.", 2),
    ("Damit ist es das zwölfte Mal, dass der Rat vertagt.", 12),
    ("Für den Ort ist es die dritte Flut in zwanzig Monaten.", 3),
    ("Der Tausch war der neunte dieser Art.", 9),
    ("Es war der zweite Bruch der Abmachung, seit sie im Mai geschlossen wurde.", 2),
    ("Das Kabinett ist, seit das Land frei ist, das achte.", 8),
    ("Die Sitzung, die vierte in dieser Verhandlungsrunde, dauerte bis Mitternacht.", 4),
    ("Als erste Stadt verbietet Ohmstedt das Böllern.", 1),
]


@pytest.mark.parametrize(("text", "number"), ORDINALS, ids=[row[0] for row in ORDINALS])
def test_ordinals(text: str, number: int) -> None:
    found = [claim.number for claim in _claims(text) if claim.kind == "ordinal"]
    assert found == [number]


SUPERLATIVES = [
    ("Es war der größte Angriff seit Beginn des Krieges.", "most", "seit Beginn des Krieges"),
    ("Das Treffen war das bislang längste der Runde.", "most", "bislang"),
    ("Im Mai kamen so wenige Gäste wie seit 2009 nicht mehr.", "least", "seit 2009"),
    (
        "So lange hat noch keine Sitzung gedauert wie die vom Dienstag; nie zuvor waren so viele Bürger gekommen.",
        "most",
        None,
    ),
    ("Noch nie haben so viele Menschen an der Wahl teilgenommen.", "most", None),
    ("Der Strompreis erreichte ein Rekordhoch.", "most", None),
    ("Die Arbeitslosigkeit fiel auf den tiefsten Stand seit zwölf Jahren.", "least", "seit zwölf Jahren"),
    ("Mit 41 Grad war es der bis dahin höchste Wert.", "most", "bis dahin"),
    ("Es wäre die teuerste Brücke in der Geschichte des Landes.", "most", "in der Geschichte des Landes"),
    ("Das Hochwasser war das schwerste des Jahrhunderts.", "most", "des Jahrhunderts"),
    ("Die Ernte fiel so gering aus wie zuletzt 1976.", "least", "zuletzt 1976"),
    ("Es gab mehr Anzeigen als je zuvor.", "most", None),
    ("Es sei die zweitgrößte Welle seit dem Herbst gewesen, teilte das Amt mit.", "most", "seit dem Herbst"),
    ("Der Fluss stand auf dem niedrigsten Pegel aller Zeiten.", "least", "aller Zeiten"),
    ("Die Sitzung dauerte elf Stunden, so lange wie keine seither.", "most", "seither"),
    ("Teurer war Butter in diesem Land noch nie.", "most", None),
    ("Nie war die Beteiligung an der Umfrage geringer.", "least", None),
    ("In keinem Jahr seit der Gründung waren es weniger.", "least", None),
    ("Es ist das höchste Gebäude, das die Stadt bis heute errichtet hat.", "most", "bis heute"),
    ("Das ist der kleinste je gemessene Wert.", "least", None),
    ("So kalt wie in diesem Monat war es im Tal noch nie.", "least", None),
    ("Es kamen mehr Boote als an jedem anderen Tag der Saison.", "most", None),
    ("Es ist der höchste Wert ihrer Statistik.", "most", "ihrer Statistik"),
    ("Ein Rekord: 800 Läufer kamen.", "most", None),
    ("Der opferreichste Brand seit dem Krieg traf das Altenheim.", "most", "seit dem Krieg"),
]


@pytest.mark.parametrize(("text", "direction", "scope"), SUPERLATIVES, ids=[row[0] for row in SUPERLATIVES])
def test_superlatives(text: str, direction: str, scope: str | None) -> None:
    found = [claim for claim in _claims(text) if claim.kind == "superlative"]
    assert found, "no claim"
    assert found[0].direction == direction
    said = found[0].scope
    assert scope is None or (said is not None and text[said.start : said.end] == scope)


def test_the_rank_of_a_superlative() -> None:
    (claim,) = _claims("Es war die zweitgrößte Demonstration seit 2015.")
    assert (claim.kind, claim.number) == ("superlative", 2)


DEVELOPMENTS = [
    ("Seit dem Frühjahr haben die Angriffe zugenommen.", "up"),
    ("Die Zahl der Einbrüche hat sich seit 2020 verdoppelt.", "up"),
    ("Seit Wochen gehen die Buchungen zurück.", "down"),
    ("Seit Jahresbeginn, so die Kammer, sind die Preise um ein Fünftel gestiegen.", "up"),
    ("Seitdem ist der Absatz deutlich gesunken.", "down"),
    ("Die Mieten steigen seit Jahren.", "up"),
    ("In den vergangenen fünf Jahren hat sich der Bestand halbiert.", "down"),
    ("Seit dem Sommer häufen sich die Ausfälle.", "up"),
    ("Seit März folgten die Treffen in immer kürzeren Abständen aufeinander.", "up"),
    ("Die Einwohnerzahl schrumpft seit der Schließung des Werks.", "down"),
    ("Seit der Reform ist die Zahl der Klagen unverändert.", "none"),
    ("Seit drei Wochen sei man in keinem einzigen Punkt vorangekommen, klagte Ohm.", "none"),
    ("Von Jahr zu Jahr wächst der Rückstand.", "up"),
    ("Seit Mai hat sich die Zahl der Klagen nahezu verdoppelt.", "up"),
    ("Die Wege sind seit der Sperrung nicht kürzer geworden.", "none"),
    ("Seit die Brücke gesperrt ist, kommen weniger Gäste.", "down"),
    ("Die Preise haben seit dem Umzug der Fabrik kräftig angezogen.", "up"),
    ("Seit Wochen verliert die Partei an Zustimmung.", "down"),
    ("Der Verkehr geht seit der Sperrung der Brücke stetig zurück.", "down"),
]


@pytest.mark.parametrize(("text", "direction"), DEVELOPMENTS, ids=[row[0] for row in DEVELOPMENTS])
def test_developments(text: str, direction: str) -> None:
    assert [claim.direction for claim in _claims(text) if claim.kind == "since"] == [direction]


NONE = [
    "Der Erste Bürgermeister kam zu spät.",
    "Das größte Problem sei das Geld, sagte sie.",
    "Im dritten Quartal zog die Nachfrage an.",
    "Seit Montag ist der neue Direktor im Amt.",
    "Seit 2019 leitet Ines Karr das Museum.",
    "Ohmstedt ist die größte Stadt des Landes.",
    "Sie wohnt im vierten Stock.",
    "Nach dem Zweiten Weltkrieg wurde das Haus wieder aufgebaut.",
    "Der zweite Vorsitzende trat zurück.",
    "Die meisten Gäste kamen mit dem Rad.",
    "In erster Linie gehe es um Vertrauen.",
    "Seit gestern steigt der Pegel nicht mehr über die Marke.",
    "Er ist der dritte Mann am Klavier.",
    "Beim ersten Treffen im März war noch gelacht worden.",
    "In drei Monaten soll der erste Test stattfinden.",
    "Der 1. FC Ohmstedt verlor wieder.",
    "Die beiden mit dem größten Zuspruch treten in 14 Tagen noch einmal an.",
    "Später fand man ein Boot, das nicht gesunken war.",
    "Der Pegel ist wegen der Lage am Fluss kaum zu halten.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_claim(text: str) -> None:
    assert _claims(text) == []


ENGLISH = [
    ("Dockers walked out for the third time since March.", "ordinal", 3),
    ("It was the fourth meeting between the two ministers this year.", "ordinal", 4),
    ("It was the longest session in the history of the council.", "superlative", 1),
    ("The number of cod had doubled since 2027.", "since", None),
    ("Accidents have fallen over the past two years.", "since", None),
]


@pytest.mark.parametrize(("text", "kind", "number"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english(text: str, kind: str, number: int | None) -> None:
    assert [(claim.kind, claim.number) for claim in _claims(text, "en")] == [(kind, number)]
