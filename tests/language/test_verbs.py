import pytest

from lesart.language import de
from lesart.language.forms import Form

MOODS = [
    ("Er sei krank.", 1),
    ("Sie habe gewonnen.", 1),
    ("Das könne niemand wissen.", 1),
    ("Man müsse warten.", 1),
    ("Der Zug gehe später.", 1),
    ("Die Lage bleibe ernst.", 1),
    ("Die Zahl werde steigen.", 1),
    ("Die Züge seien voll.", 1),
    ("Er wäre krank.", 2),
    ("Sie hätten gewonnen.", 2),
    ("Er ist krank.", 0),
    ("Sie hat gewonnen.", 0),
    ("Ich habe gewonnen.", 0),
    ("Die Züge sind voll.", 0),
]


@pytest.mark.parametrize(("text", "mood"), MOODS, ids=[row[0] for row in MOODS])
def test_mood_of_a_clause(text: str, mood: int) -> None:
    words = de.analyse(text).tokens
    (clause,) = de.clauses(words, [True] * len(words))
    assert clause.mood == mood


PREDICATES = [
    ("Er teilte das am Montag mit.", "mitteilen"),
    ("Sie hat einen Streik angekündigt.", "ankündigen"),
    ("Er lehnte den Vorschlag ab.", "ablehnen"),
    ("Das wurde bestritten.", "bestreiten"),
    ("Sie gab das Ergebnis bekannt.", "bekanntgeben"),
    ("Er wolle nicht nachgeben.", "nachgeben"),
]


@pytest.mark.parametrize(("text", "lemma"), PREDICATES, ids=[row[0] for row in PREDICATES])
def test_predicate_with_its_particle(text: str, lemma: str) -> None:
    words = de.analyse(text).tokens
    (clause,) = de.clauses(words, [True] * len(words))
    assert clause.lemma == lemma


def test_infinitive_with_zu_inside() -> None:
    form, lemma = de.look_up("anzukündigen")
    assert form & Form.ZU_INFINITIVE and lemma == "ankündigen"


def test_an_adverb_is_no_verb() -> None:
    assert de.look_up("teilweise") == (0, "")
