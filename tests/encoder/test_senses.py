"""Senses: statements on one subject are near, whoever makes them, and what speaks ill is told from what speaks well."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.encoder.model import shipped
from lesart.encoder.senses import LONGEST, WIDTH, Told, shipped_senses, windows_of

ARTICLES = [
    [
        Told("Der Sprecher sagte,", "die Brücke werde im Herbst für den Verkehr freigegeben"),
        Told("Zu den Kosten sagte er,", "mehr als acht Millionen Euro seien nicht nötig"),
        Told("Das Gespräch nannte er", "herzlich und in jeder Hinsicht gelungen"),
    ],
    [
        Told("Die Bürgermeisterin klagte,", "das Treffen sei eine Zumutung und verlorene Zeit gewesen"),
        Told("Ihr zufolge", "fährt vor dem Winter kein Auto über die Brücke"),
        Told("Sie rechnet damit,", "dass der Bau zwölf Millionen Euro kosten werde"),
    ],
]
WORDS = st.text(st.characters(codec="utf-8"), max_size=60) | st.text("aä„“ .,\n»«ﬁ½…😀", max_size=60)


def test_statements_on_one_subject_are_near() -> None:
    one, other = (np.array([sense.vector for sense in senses]) for senses in shipped_senses()(ARTICLES))
    mean = np.concatenate([one, other]).mean(axis=0)
    one, other = ((own - mean) / np.linalg.norm(own - mean, axis=1, keepdims=True) for own in (one, other))
    assert (one @ other.T).argmax(axis=1).tolist() == [1, 2, 0]


def test_tones() -> None:
    one, other = shipped_senses()(ARTICLES)
    warm, cold = one[2], other[0]
    assert warm.good > warm.bad and cold.bad > cold.good


@settings(deadline=None, max_examples=30)
@given(st.lists(st.builds(Told, WORDS, WORDS), max_size=5), st.integers(1, 30))
def test_every_statement_has_a_sense(told: list[Told], times: int) -> None:
    many = told * times
    found = windows_of(shipped().tokenizer, many)
    assert all(len(window.ids) <= LONGEST + 2 for window in found)
    assert sum(len(window.said) for window in found) == len(many)
    for window in found:
        for said, before in zip(window.said, window.before, strict=True):
            assert 0 < before.start <= before.stop and 0 < said.start < said.stop < len(window.ids)
    senses = shipped_senses()([told])[0]
    assert [sense.vector.shape for sense in senses] == [(WIDTH,)] * len(told)
    assert all(0 <= sense.bad + sense.good <= 1.001 for sense in senses)


def test_a_sense_does_not_depend_on_other_articles() -> None:
    alone = shipped_senses()(ARTICLES[:1])[0]
    among = shipped_senses()([ARTICLES[1] * 9, ARTICLES[0], ARTICLES[1]])[1]
    assert all((a.vector == b.vector).all() for a, b in zip(alone, among, strict=True))
