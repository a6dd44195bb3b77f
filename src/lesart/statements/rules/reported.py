"""Speech acts summed up: "Brandt lehnte den Vorschlag ab", "forderte mehr Geld"."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.clause import MAIN, Clause
from lesart.language.forms import Form
from lesart.statements.draft import Draft
from lesart.statements.grammar import Scene
from lesart.statements.lexicon import CueVerb
from lesart.statements.rules.verb_frames import is_nobody, persons


def reported_act(scene: Scene) -> Draft | None:
    """The first main clause whose verb sums up a speech act, with its subject as speaker; the whole sentence."""
    for clause in scene.clauses:
        draft = _act(scene, clause)
        if draft:
            draft.content = [scene.view.span(0, len(scene.view.words) - 1)]
            return draft
    return None


def acts_before_speech(scene: Scene) -> list[Draft]:
    """Speech acts summed up with what they are about before a colon or semicolon, behind which the speech goes on:
    "Kolb wies den Vorwurf zurück: Das sei falsch."
    """
    found = []
    for place, clause in enumerate(scene.clauses[:-1]):
        draft = _act(scene, clause) if scene.clauses[place + 1].sign in (":", ";") else None
        if draft and "p" not in scene.lexicon.verbs[clause.lemma].takes and _has_object(scene, clause, draft):
            first, last = scene.view.span(clause.first, clause.last)
            draft.content = [(min(draft.speaker[0][0], first), last)]
            found.append(draft)
    return found


def leave_denial_to(acts: Sequence[Draft], drafts: Sequence[Draft]) -> None:
    """Make asserted what is said behind an act that denies: it is the act that does."""
    for draft in drafts:
        if draft.modality == "denied" and any(draft.is_introduced_by(act) for act in acts):
            draft.modality = "asserted"


def _has_object(scene: Scene, clause: Clause, act: Draft) -> bool:
    """Whether a clause says what an act is about: a phrase besides the speaker that tells not only when and where."""
    words, at = scene.view.words, clause.first
    first, last = act.speaker[0]
    while at <= clause.last:
        end = scene.grammar.noun_phrase(words, at)
        if end == at or first <= words[at].index <= last:
            at = max(end, at + 1)
            continue
        if at == 0 or words[at - 1].low not in scene.lexicon.words["beside"]:
            return True
        at = end
    return False


def claimed_deed(scene: Scene) -> Draft | None:
    """In "X will ... gesehen haben": what somebody says that he himself did or saw, in German with "wollen"."""
    view, words = scene.view, scene.lexicon.words
    for clause in scene.clauses:
        if clause.kind != MAIN or clause.verb < 0 or view.words[clause.verb].low not in words["claiming"]:
            continue
        done = view.words[clause.main].form & Form.PARTICIPLE and clause.main != clause.last
        if not done or view.words[clause.last].low not in words["perfect_infinitives"] or not view.outside[clause.verb]:
            continue
        speaker, _ = persons(scene, clause, CueVerb("Speech", "n"))
        if speaker and not is_nobody(scene, speaker):
            alone = sum(other.kind == MAIN and other.verb >= 0 for other in scene.clauses) == 1
            content = (0, len(view.words) - 1) if alone else (min(speaker[0], clause.first), clause.last)
            return Draft("reported", "reported", "Speech", [view.span(*content)], [view.span(*speaker)])
    return None


def relayed_acts(scene: Scene) -> list[Draft]:
    """Speech acts summed up inside somebody else's words: "Dombrek habe die Präsidentin eingeladen"."""
    found = []
    for clause in scene.clauses:
        draft = _act(scene, clause) if clause.mood and clause.auxiliary else None
        if draft:
            draft.rule = "relayed"
            draft.content = [scene.view.span(clause.first, clause.last)]
            found.append(draft)
    return found


def turn(scene: Scene) -> list[Draft]:
    """Who takes the floor in a sentence that states nothing itself: "Varro stellt es anders dar." It is no statement.

    Free speech behind such a sentence is that person's.
    """
    for clause in scene.clauses:
        verb = scene.lexicon.verbs.get(clause.lemma) if clause.kind == MAIN and clause.verb >= 0 else None
        if verb is None or not scene.view.outside[clause.verb]:
            continue
        speaker, _ = persons(scene, clause, verb)
        if speaker and not is_nobody(scene, speaker):
            content = [scene.view.span(0, len(scene.view.words) - 1)]
            return [Draft("turn", "reported", None, content, [scene.view.span(*speaker)])]
    return []


def _act(scene: Scene, clause: Clause) -> Draft | None:
    """The speech act of a clause, without its content yet."""
    view = scene.view
    if clause.kind != MAIN or clause.verb < 0 or not view.outside[clause.verb]:
        return None
    verb = scene.lexicon.verbs.get(clause.lemma)
    if verb is None or "n" not in verb.takes:
        return None
    words = {word.low for word in view.words[clause.first : clause.last + 1]}
    if verb.beside and not words & set(verb.beside.split()):
        return None
    if verb.modality != "denied" and words & scene.grammar.NEGATIONS:
        return None
    speaker, addressee = persons(scene, clause, verb)
    if speaker is None or is_nobody(scene, speaker):
        return None
    return Draft(
        rule="reported",
        form="reported",
        medium=verb.medium,
        content=[],
        speaker=[view.span(*speaker)],
        addressee=[view.span(*addressee)] if addressee else [],
        modality=verb.modality,
    )
