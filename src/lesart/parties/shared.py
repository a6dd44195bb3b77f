"""The subject that a clause of saying shares with the clause before it: "Petri lobte den Plan, warnte aber, ..."."""

from __future__ import annotations

from lesart.language.clause import MAIN, Clause
from lesart.model import Statement
from lesart.parties.scenes import Scenes, is_subjunctive, subject_of
from lesart.statements.grammar import Scene


def shared_subject(statement: Statement, scenes: Scenes) -> tuple[int, int] | None:
    """First and last token of the subject of the sentence that a frame without a subject of its own goes on with."""
    spans = statement.cue or statement.frame
    if not spans:
        return None
    scene = scenes.around(spans[-1].start)
    words = scene.view.words
    inside = (
        place
        for place, clause in enumerate(scene.clauses)
        if words[clause.first].start <= spans[-1].start < words[clause.last].end
    )
    place = next(inside, 0)
    if not place or not _goes_on(scene, scene.clauses[place]):
        return None
    before = (one for one in reversed(scene.clauses[:place]) if one.kind == MAIN and one.verb >= 0)
    subjects = (scene.grammar.subject(words, one) for one in before)
    found = next((one for one in subjects if one is not None), None)
    return (words[found[0]].index, words[found[1]].index) if found else None


def frame_subject(statement: Statement, scenes: Scenes, oblique: bool) -> tuple[int, int] | None:
    """The subject of the clause of saying that a frame is, where the speaker's phrase is not in it or `oblique`.

    So a phrase that the reading has from far, or whom one speaks to, is put right: "Ein Gutachten sage das voraus,
    führte Odenhaus aus", "ein Diplomat bestätigte der Agentur ..."."""
    spans = statement.cue or statement.frame
    if not statement.speaker:
        return None
    phrase = statement.speaker[0]
    if not spans:
        far = scenes.begin(phrase.start) != scenes.begin(statement.content[0].start)
        return _subject_of_act(statement, scenes) if far and statement.form != "direct" else None
    found = scenes.saying(spans[0])
    if found is None or not (oblique or scenes.begin(phrase.start) != scenes.begin(spans[0].start)):
        return None
    subject = subject_of(*found)
    return subject or (shared_subject(statement, scenes) if oblique else None)


def _subject_of_act(statement: Statement, scenes: Scenes) -> tuple[int, int] | None:
    """Who says something in what only looks like somebody's words: "Das Militär bezifferte sie auf 90. Es sei ..."."""
    found = scenes.predicate(statement.content)
    if found is None or is_subjunctive(*found):
        return None
    scene, clause = found
    after = next((one for one in scene.clauses if one.first > clause.last), None)
    says = clause.lemma in scene.lexicon.verbs or (after is not None and after.sign == ":")
    return subject_of(scene, clause) if says or statement.form == "reported" else None


def subject_in(statement: Statement, scenes: Scenes) -> tuple[int, int] | None:
    """The subject of the first clause of what is said."""
    found = scenes.predicate(statement.content)
    return subject_of(*found) if found else None


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with its verb, or with "und" and its verb, and has no subject."""
    begins = clause.first + (scene.view.words[clause.first].low in scene.grammar.COORDINATORS)
    return clause.kind == MAIN and clause.verb == begins and scene.grammar.subject(scene.view.words, clause) is None
