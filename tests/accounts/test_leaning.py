"""The tone of an account out of its signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.accounts.leaning import CLEAR, Telling, leaning
from lesart.model import EventKind

GOOD, BAD, PLAIN = (
    Telling(tone, 0.0, bad, good, False, False)
    for tone, bad, good in ((0.8, 0.05, 0.7), (-0.8, 0.8, 0.05), (0.0, 0.1, 0.1))
)
KINDS: tuple[EventKind, ...] = ("call", "attack", "protest", "vote", "agreement", "other")
CHANCES = st.floats(0, 0.5)
TELLING = st.builds(Telling, st.floats(-1, 1), st.floats(-1, 1), CHANCES, CHANCES, st.booleans(), st.booleans())


@pytest.mark.parametrize(
    ("told", "kind", "takes_part", "sign"),
    [
        ([GOOD, GOOD, GOOD], "call", True, 1),
        ([BAD, BAD, BAD], "call", True, -1),
        ([PLAIN], "call", True, 0),
        ([BAD, BAD], "attack", False, -1),
    ],
)
def test_a_tone_is_clear_where_the_words_are(told: list[Telling], kind: EventKind, takes_part: bool, sign: int) -> None:
    tone = leaning(told, kind, takes_part)
    assert (tone > CLEAR) - (tone < -CLEAR) == sign


@given(st.lists(TELLING, min_size=1, max_size=9), st.sampled_from(KINDS), st.booleans())
def test_a_tone_is_bounded(told: list[Telling], kind: EventKind, takes_part: bool) -> None:
    assert -1 <= leaning(told, kind, takes_part) <= 1
