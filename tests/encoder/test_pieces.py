"""Pieces: each word has its own, whatever the text."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.encoder.model import shipped
from lesart.encoder.pieces import pieces_of
from lesart.language import module

TEXTS = st.text(st.characters(codec="utf-8"), max_size=200) | st.text("aä„“ .,\n»«ﬁ½…😀\u00ad\u200b", max_size=80)


@settings(deadline=None)
@given(TEXTS)
def test_pieces_stay_inside_and_in_order(text: str) -> None:
    words = [(token.start, token.end) for token in module("de").analyse(text).tokens if token.kind != "break"]
    found = pieces_of(shipped().tokenizer, text, words)
    if not len(found.ids):
        return
    assert len(found.first) == len(found.last) == len(words)
    assert (found.first <= found.last).all()
    assert found.first.min() >= 0 and found.last.max() < len(found.ids)
    assert (np.diff(found.first) >= 0).all() and (np.diff(found.word) >= 0).all()
    assert found.word.min() >= 0 and found.word.max() < len(words)


def test_each_word_has_its_pieces_and_signs_may_share_one() -> None:
    text = "„Brückenzölle“, sagte\n\nKolb."
    words = [(token.start, token.end) for token in module("de").analyse(text).tokens if token.kind != "break"]
    tokenizer = shipped().tokenizer
    found = pieces_of(tokenizer, text, words)
    spelled = [
        "".join(tokenizer.id_to_token(int(n)) for n in found.ids[first : last + 1]).replace("▁", "")
        for first, last in zip(found.first, found.last, strict=True)
    ]
    assert spelled == ["„", "Brückenzölle", "“,", "“,", "sagte", "Kolb", "."]
