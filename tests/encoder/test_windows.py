"""Windows: every piece is answered for once, by a window that reads it with its context."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesart.encoder.windows import BEFORE, BEHIND, LONGEST, windows


@given(st.integers(0, 5000), st.sets(st.integers(0, 5000)))
def test_every_piece_is_answered_for_once(pieces: int, breaks: set[int]) -> None:
    found = windows(pieces, sorted(breaks))
    answered = [place for window in found for place in range(window.answers, window.until)]
    assert answered == list(range(pieces))
    for window in found:
        assert window.stop - window.first <= LONGEST
        assert window.first <= window.answers and window.until <= window.stop


def test_windows_share_context_and_end_with_sentences() -> None:
    first, second, *_ = windows(2000, list(range(0, 2000, 40)))
    assert first.until % 40 == 0
    assert first.stop - first.until >= BEHIND
    assert second.answers - second.first == BEFORE


def test_a_short_article_is_one_window() -> None:
    assert len(windows(LONGEST, [0, 100])) == 1
    assert windows(0, []) == []
