"""Clauses that hang on a noun of saying ("die Behauptung, dass ...") or on "wonach"."""

from __future__ import annotations

from lesart.language.clause import COMPLEMENT, INFINITIVE, MAIN, Clause
from lesart.statements.draft import Draft
from lesart.statements.grammar import Scene


def noun_frames(scene: Scene) -> list[Draft]:
    """A statement for every noun with its clause."""
    drafts = []
    for before, clause in zip(scene.clauses, scene.clauses[1:], strict=False):
        if clause.sign != "," or not scene.view.outside[clause.first]:
            continue
        draft = _wonach(scene, before, clause) or _noun(scene, before, clause)
        if draft:
            drafts.append(draft)
    return drafts


def _wonach(scene: Scene, before: Clause, clause: Clause) -> Draft | None:
    view = scene.view
    if view.words[clause.first].low not in scene.lexicon.words["relative"] or clause.last <= clause.first:
        return None
    content = view.trimmed(clause.first + 1, _resumed(scene, clause))
    if not content:
        return None
    speaker = _last_phrase(scene, before)
    cue = view.span(clause.first, clause.first)
    return Draft(
        rule="wonach",
        form="indirect",
        medium="SW",
        content=[content],
        speaker=[view.span(*speaker)] if speaker else [],
        cue=[cue],
        frame=[view.span(0, clause.first)],
    )


def _noun(scene: Scene, before: Clause, clause: Clause) -> Draft | None:
    view = scene.view
    noun = view.words[before.last]
    medium = scene.lexicon.nouns.get(noun.low) if noun.capital else None
    fits = clause.kind in (COMPLEMENT, INFINITIVE) or (clause.kind == MAIN and clause.mood == 1)
    if medium is None or not fits:
        return None
    content = view.trimmed(clause.first, _resumed(scene, clause))
    if not content:
        return None
    first = before.last
    while first > before.first and not view.words[first - 1].capital and first > before.last - 2:
        first -= 1
    subject = scene.grammar.subject(view.words, before) if before.verb >= 0 else None
    return Draft(
        rule="noun",
        form="indirect",
        medium=medium,
        content=[content],
        speaker=[view.span(*subject)] if subject and subject[1] < before.last else [],
        cue=[view.span(before.last, before.last)],
        frame=[view.span(0, clause.first - 1)],
    )


def _last_phrase(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The noun phrase at the end of a clause."""
    for start in range(max(clause.first, clause.last - 12), clause.last + 1):
        if scene.grammar.noun_phrase(scene.view.words, start) == clause.last + 1:
            return start, clause.last
    return None


def _resumed(scene: Scene, clause: Clause) -> int:
    """The last place before the clause around the noun goes on with its verb."""
    for other in scene.clauses:
        if other.first > clause.last and other.kind == MAIN and other.verb_first:
            return other.first - 2
    return scene.view.end
