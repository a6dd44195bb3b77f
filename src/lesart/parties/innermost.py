"""Speech acts that are all of what somebody relays: "Laut Brandt hat Kolb zugesagt, zu zahlen" is Kolb's statement.

The innermost speaker is the subject of the content's first clause where its verb is one of saying; who relays it
heads the chain.
"""

from __future__ import annotations

from lesart.language.clause import MAIN
from lesart.model import Statement
from lesart.parties.scenes import Scenes, is_subjunctive
from lesart.statements.rules.verb_frames import is_passive, persons

_RELAYED = ("indirect", "indirect_free_indirect", "free_indirect")
_SPOKEN = ("Speech", "SW")
"""Media of the verbs: what somebody only thinks is told by who relays it, but for "er rechne mit ..."."""
_SHARE = 0.6
"""The least share of a content, in characters, that the clause and what depends on it must make up."""


def innermost_speaker(statement: Statement, scenes: Scenes) -> tuple[int, int] | None:
    """First and last token of who performs the speech act that a content is; None where it is none."""
    if statement.form not in _RELAYED:
        return None
    found = scenes.predicate(statement.content)
    if found is None:
        return None
    scene, clause = found
    words = scene.view.words
    verb = scene.lexicon.verbs.get(clause.lemma)
    if verb is None or clause.kind != MAIN or not scene.view.outside[clause.verb] or is_passive(scene, clause):
        return None
    if clause.auxiliary and clause.auxiliary not in scene.lexicon.words["past"]:
        return None
    if verb.medium not in _SPOKEN and not is_subjunctive(scene, clause):
        return None
    within = {word.low for word in words[clause.first : clause.last + 1]}
    if verb.beside and not within & set(verb.beside.split()):
        return None
    if verb.modality != "denied" and within & scene.grammar.NEGATIONS:
        return None
    following = scene.clauses[scene.clauses.index(clause) + 1 :]
    other = next((one for one in following if one.kind == MAIN and one.verb >= 0 and not one.mood), None)
    end = words[other.first - 1 if other else -1].end
    told = min(end, statement.content[-1].end) - words[clause.first].start
    if told < _SHARE * (statement.content[-1].end - statement.content[0].start):
        return None
    subject, _ = persons(scene, clause, verb)
    if subject is None or not words[subject[0]].start >= statement.content[0].start:
        return None
    first = words[subject[0]]
    if first.low in scene.lexicon.words["nobody"] or (subject[0] == subject[1] and not first.capital):
        return None
    return first.index, words[subject[1]].index
