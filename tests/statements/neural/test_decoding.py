"""From scores to statements: tags, candidates, what is kept, the words of roles."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lesart.statements.draft import Draft
from lesart.statements.neural.candidates import Candidate, f1
from lesart.statements.neural.choose import Linked, Scored, chosen, scored
from lesart.statements.neural.labels import BEGIN, CONTINUE, INSIDE, OUTSIDE, TAGS
from lesart.statements.neural.merge import merged
from lesart.statements.neural.tagged import best_tags, contents
from lesart.statements.neural.views import FIRST, GAP, INNER, view_of


def _scores(tags: list[int]) -> np.ndarray:  # type: ignore[type-arg]
    scores = np.full((len(tags), TAGS), -5.0, np.float32)
    scores[np.arange(len(tags)), tags] = -0.1
    return scores


def test_a_content_of_two_pieces() -> None:
    level = _scores([OUTSIDE, BEGIN, INSIDE, OUTSIDE, OUTSIDE, CONTINUE, INSIDE, BEGIN])
    found = contents(level[None])
    assert [one.content for one in found] == [((1, 2), (5, 6)), ((7, 7),)]


def test_a_bold_look_finds_what_is_nearly_likely() -> None:
    level = _scores([OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE])
    level[2] = (-0.5, -1.2, -5.0, -5.0)
    assert not contents(level[None])
    assert [one.content for one in contents(level[None], 1.5)] == [((2, 2),)]


@given(arrays(np.float32, st.tuples(st.integers(1, 30), st.just(TAGS)), elements=st.floats(-20, 0, width=32)))
def test_nothing_goes_on_that_has_not_begun(scores: np.ndarray) -> None:  # type: ignore[type-arg]
    tags = best_tags(scores)
    assert tags[0] in (OUTSIDE, BEGIN)
    for before, here in itertools.pairwise(tags):
        assert not (here == INSIDE and before == OUTSIDE)
        assert not (here == CONTINUE and before != OUTSIDE)
    for one in contents(scores[None]):
        flat = [place for run in one.content for place in range(run[0], run[1] + 1)]
        assert flat == sorted(set(flat))


def test_a_tagged_content_takes_the_draft_nearest_to_it() -> None:
    near = Draft("r", "direct", None, [(2, 9)])
    far = Draft("r", "direct", None, [(20, 30)])
    ruled = [Candidate(((2, 9),), near, True), Candidate(((20, 30),), far, True)]
    same, moved, new = merged([Candidate(((20, 30),)), Candidate(((3, 9),)), Candidate(((40, 44),))], ruled)[1:4]
    assert (same.draft, same.by_rules) == (far, True)
    assert (moved.draft, moved.by_rules) == (near, False)
    assert new.draft is None


def test_of_two_drafts_with_one_content_the_one_with_a_frame_stays() -> None:
    framed = Draft("r", "indirect", None, [(2, 9)], speaker=[(12, 13)], frame=[(10, 13)])
    act = Draft("r", "reported", None, [(2, 9)], speaker=[(2, 3)])
    for drafts in ((framed, act), (act, framed)):
        (one,) = merged([], [Candidate(((2, 9),), draft, True) for draft in drafts])
        assert one.draft == framed


def _one(content: tuple[tuple[int, int], ...], chance: float) -> Scored:
    return Scored(Candidate(content), content, "direct", None, {}, (float(np.log(chance / (1 - chance))),))


def test_the_better_of_two_that_say_the_same_is_kept_and_what_lies_well_inside() -> None:
    found = [
        _one(((0, 9),), 0.9),
        _one(((0, 8),), 0.8),
        _one(((5, 14),), 0.7),
        _one(((3, 4),), 0.6),
        _one(((20, 25),), 0.3),
    ]
    kept = chosen(found, (1.0,), 0.5)
    assert [one.candidate.content for one in kept] == [((0, 9),), ((3, 4),)]


def test_the_words_of_roles() -> None:
    roles = np.full((6, 5), -3.0, np.float32)
    roles[1:4, 0] = (2.0, -1.0, 2.0)  # the speaker is one stretch, over a doubtful word
    roles[0, 1] = roles[5, 1] = 1.0  # the cue is two
    chances = np.full((2, 20, TAGS), 0.25, np.float32)
    one = scored(Linked(Candidate(((10, 12),)), 10, roles, np.eye(5)[1], np.eye(7)[6], 0.5), chances)
    assert (one.form, one.medium, one.content) == ("indirect", None, ((10, 12),))
    assert one.roles == {"speaker": [(11, 13)], "cue": [(10, 10), (15, 15)], "addressee": [], "frame": []}


def test_the_linker_puts_a_content_right_but_not_to_another() -> None:
    chances = np.full((2, 20, TAGS), 0.25, np.float32)
    roles = np.full((8, 5), -3.0, np.float32)
    roles[1:5, 4] = 2.0
    given = Linked(Candidate(((10, 13),)), 10, roles, np.eye(5)[1], np.eye(7)[6], 0.5)
    assert scored(given, chances).content == ((11, 14),)
    roles[:, 4] = (-3, -3, -3, -3, -3, 2, 2, 2)
    assert scored(given, chances).content == ((10, 13),)


def test_a_view_marks_the_content_and_shows_the_draft() -> None:
    draft = Draft("r", "indirect", None, [(12, 14), (18, 19)], speaker=[(2, 2)])
    view = view_of(Candidate(((12, 14), (18, 19)), draft, True), [0, 5, 10, 20, 30, 40], 50)
    assert (view.start, view.stop) == (0, 40 - 10)
    assert view.marks[12] == FIRST and view.marks[13] == INNER and view.marks[16] == GAP
    assert view.hints[2, 1] == 1 and view.hints[13, 0] == 1 and view.about[0] == 1.0


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)))
def test_f1_is_symmetric_and_bounded(a: set[int], b: set[int]) -> None:
    assert 0 <= f1(a, b) == f1(b, a) <= 1
