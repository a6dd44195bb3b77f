"""Named entities out of scores, and in plain sentences by the shipped model."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lesart.language import module
from lesart.statements.draft import Entity
from lesart.statements.neural import find
from lesart.statements.neural.entities import entities_of

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def test_an_entity_begins_where_it_begins() -> None:
    scores = np.full((6, 5), -5.0, np.float32)
    scores[np.arange(6), [0, 1, 2, 3, 1, 0]] = 5
    assert entities_of(scores, LABELS) == [Entity(1, 2, "PER"), Entity(3, 3, "ORG"), Entity(4, 4, "PER")]


@given(arrays(np.float32, st.tuples(st.integers(0, 30), st.just(5)), elements=st.floats(-9, 9, width=32)))
def test_entities_are_in_order_and_apart(scores: np.ndarray) -> None:  # type: ignore[type-arg]
    found = entities_of(scores, LABELS)
    places = [place for one in found for place in range(one.first, one.last + 1)]
    assert places == sorted(set(places))
    assert all(one.kind in ("PER", "ORG") and one.last < len(scores) for one in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ministerin Jana Kolb reiste nach Hamburg.", {("Jana Kolb", "PER"), ("Hamburg", "LOC")}),
        ("Der Sprecher der Deutschen Bahn, Peter Stolz, schwieg.", {("Deutschen Bahn", "ORG"), ("Peter Stolz", "PER")}),
    ],
)
def test_names_in_plain_sentences(text: str, names: set[tuple[str, str]]) -> None:
    layer = module("de").analyse(text)
    found = find(layer, "de").entities or []
    assert {(text[layer.tokens[e.first].start : layer.tokens[e.last].end], e.kind) for e in found} == names
