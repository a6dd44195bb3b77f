"""Vectors: what means the same is near, whatever else is read."""

from __future__ import annotations

import numpy as np
import pytest

from lesart.encoder.vectors import sentence_vectors

SAME = [
    ("Die Ministerin lehnte neue Verhandlungen ab.", "Weitere Gespräche wolle sie nicht führen, sagte die Ministerin."),
    ("Bei dem Angriff starben nach Angaben der Polizei elf Menschen.", "Elf Tote meldet die Polizei nach dem Angriff."),
    ("Der Verband fordert höhere Löhne.", "Die Beschäftigten sollen nach dem Willen des Verbands mehr verdienen."),
    ("Die Brücke bleibt bis zum Herbst gesperrt.", "Vor dem Herbst darf niemand über die Brücke fahren."),
]


@pytest.mark.parametrize("place", range(len(SAME)))
def test_a_paraphrase_is_nearer_than_the_rest(place: int) -> None:
    first = sentence_vectors()(SAME[place][0])
    likeness = [float(first @ sentence_vectors()(other)) for _, other in SAME]
    assert int(np.argmax(likeness)) == place


@pytest.mark.parametrize("text", ["", " ", "„Ja.“", "😀", "wort " * 3000])
def test_any_text_has_a_vector_of_length_one(text: str) -> None:
    vector = sentence_vectors()(text)
    assert vector.shape == (384,)
    assert float(vector @ vector) == pytest.approx(1, abs=1e-4)


def test_a_vector_does_not_depend_on_what_was_read_before() -> None:
    alone = sentence_vectors()(SAME[0][0])
    sentence_vectors()(SAME[1][0] * 20)
    assert (sentence_vectors()(SAME[0][0]) == alone).all()
