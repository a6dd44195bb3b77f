"""Speech acts that are all of what somebody relays: "Laut Brandt hat Kolb zugesagt, zu zahlen" is Kolb's statement.

The innermost speaker is the subject of the content's first clause where its verb is one of saying; who relays it
heads the chain.
"""

from __future__ import annotations

from lesart.language.clause import COMPLEMENT, INFINITIVE, MAIN, QUESTION, TAG, Clause
from lesart.language.layer import MARK
from lesart.model import Statement
from lesart.parties.scenes import Scenes, is_subjunctive
from lesart.statements.grammar import Scene
from lesart.statements.lexicon import CueVerb
from lesart.statements.rules.verb_frames import is_nobody, is_passive, persons

_RELAYED = ("indirect", "indirect_free_indirect", "free_indirect")
_KINDS = (MAIN, COMPLEMENT, TAG)
"""Kinds of clause that can be all of what somebody relays."""
_SPOKEN = ("Speech", "SW")
"""Media of the verbs: what somebody only thinks is told by who relays it, but for "er rechne mit ..."."""
_ACT = CueVerb("SW", "n")
"""A verb that only tells of an act: "zustimmen"."""
_SHARE = 0.6
"""The least share of a content, in characters, that the clause and what depends on it must make up."""


def innermost_speaker(statement: Statement, scenes: Scenes) -> tuple[int, int] | None:
    """First and last token of who performs the speech act that a content is; None where it is none."""
    found = scenes.predicate(statement.content) if statement.form in _RELAYED else None
    if found is None:
        return None
    scene, clause = found
    act = _is_act(scene, clause) and not _is_of_noun(scene, clause) and _says_something(scene, clause)
    if act and _told(statement, scene, clause) >= _SHARE:
        return _subject(statement, scene, clause)
    behind = (one for one in scene.clauses if _introduces(statement, scene, one))
    return next((_subject(statement, scene, one) for one in behind), None)


def _is_act(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of a speech act that took place."""
    verb = scene.lexicon.verbs.get(clause.lemma) or (_ACT if clause.lemma in scene.lexicon.words["acts"] else None)
    if verb is None or clause.kind not in _KINDS or not scene.view.outside[clause.verb] or is_passive(scene, clause):
        return False
    if clause.auxiliary and clause.auxiliary not in scene.lexicon.words["past"] and not _is_said_of(scene, clause):
        return False
    if verb.medium not in _SPOKEN and not is_subjunctive(scene, clause):
        return False
    within = {word.low for word in scene.view.words[clause.first : clause.last + 1]}
    if verb.beside and not within & set(verb.beside.split()):
        return False
    return verb.modality == "denied" or not within & scene.grammar.NEGATIONS


def _is_said_of(scene: Scene, clause: Clause) -> bool:
    """Whether somebody is told to have said something: "dem Blatt zufolge soll er gesagt haben"."""
    words = scene.view.words
    told = words[clause.verb].low in scene.lexicon.words["hearsay"]
    return told and words[clause.last].low in scene.lexicon.words["perfect_infinitives"]


def _says_something(scene: Scene, clause: Clause) -> bool:
    """Whether an act has what was said, as its object or behind it: "das Werk schreibe rote Zahlen" has not."""
    verb = scene.lexicon.verbs.get(clause.lemma, _ACT)
    words = scene.view.words
    quoted = any(word.kind == MARK for word in words[clause.first : clause.last + 1])
    whole = "n" in verb.takes or clause.lemma in scene.lexicon.words["acts"]
    return whole or quoted or _goes_on(scene, clause)


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether what is said stands behind a clause."""
    behind = scene.clauses[scene.clauses.index(clause) + 1 :]
    return any(one.kind in (COMPLEMENT, INFINITIVE, QUESTION) or one.mood or one.sign == ":" for one in behind)


def _is_of_noun(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only tells what a noun before it holds: "den Vorwurf, er habe es angeordnet, ..."."""
    place = scene.clauses.index(clause)
    before = scene.clauses[place - 1] if place and clause.sign == "," else None
    return before is not None and before.verb < 0 and scene.view.words[before.first].low in scene.grammar.DETERMINERS


def _told(statement: Statement, scene: Scene, clause: Clause) -> float:
    """The share of a content, in characters, that a clause and what depends on it make up."""
    words, place = scene.view.words, scene.clauses.index(clause)
    other = next(
        (one for one in scene.clauses[place + 1 :] if one.kind == MAIN and one.verb >= 0 and not one.mood), None
    )
    end = words[other.first - 1 if other else -1].end
    start = words[clause.first].start
    if all(one.verb < 0 for one in scene.clauses[:place]):
        start = min(start, statement.content[0].start)
    whole = statement.content[-1].end - statement.content[0].start
    return (min(end, statement.content[-1].end) - start) / whole


def _introduces(statement: Statement, scene: Scene, clause: Clause) -> bool:
    """Whether a clause behind what is said says who said it: "..., habe ihm der Verein versichert"."""
    words = scene.view.words
    behind = clause.verb == clause.first > 0 and clause.sign == ","
    inside = any(span.start <= words[clause.first].start < span.end for span in statement.content)
    return behind and inside and is_subjunctive(scene, clause) and _is_act(scene, clause)


def _subject(statement: Statement, scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The subject of a speech act, where it is somebody and stands in the content."""
    words = scene.view.words
    subject, _ = persons(scene, clause, scene.lexicon.verbs.get(clause.lemma, _ACT))
    if subject is None:
        return _before_insertion(scene, clause)
    if not words[subject[0]].start >= statement.content[0].start:
        return None
    thinks = scene.lexicon.verbs.get(clause.lemma, _ACT).medium not in _SPOKEN
    pronoun = subject[0] == subject[1] and words[subject[0]].low in scene.lexicon.words["pronouns"]
    if is_nobody(scene, subject) or (pronoun and thinks):
        return None
    return words[subject[0]].index, words[subject[1]].index


def _before_insertion(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The subject of a clause that a frame interrupts: "Sommerfeld, so berichtete ein Gast, habe ... gesprochen"."""
    place, words = scene.clauses.index(clause), scene.view.words
    if place < 2 or clause.verb != clause.first or scene.clauses[place - 1].verb < 0:
        return None
    before = scene.clauses[place - 2]
    end = scene.grammar.noun_phrase(words, before.first)
    if before.verb >= 0 or end != before.last + 1:
        return None
    return words[before.first].index, words[before.last].index
