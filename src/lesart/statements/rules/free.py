"""Indirect speech that goes on without a frame: main clauses in the Konjunktiv, or with "sollen"."""

from __future__ import annotations

from lesart.language.clause import COMPLEMENT, INFINITIVE, MAIN, RELATIVE, SUBORDINATE
from lesart.language.forms import Form
from lesart.statements.draft import Draft
from lesart.statements.grammar import Scene


def free_subjunctive(scene: Scene, follows_speech: bool) -> Draft | None:
    """The sentence as somebody's words if its main clause is in the Konjunktiv.

    A form that can be indicative or Konjunktiv II counts only right after speech (`follows_speech`).
    """
    view = scene.view
    mains = [clause for clause in scene.clauses if clause.kind == MAIN and clause.verb >= 0]
    if not mains:
        return None
    mood = mains[0].mood
    if mood != 1 and not (follows_speech and _unreal(scene, mains[0].verb)):
        return None
    if not view.outside[mains[0].verb]:
        return None
    return Draft(
        rule="free" if mood == 1 else "free-past",
        form="indirect_free_indirect",
        medium="Speech",
        content=[view.span(0, len(view.words) - 1)],
        carried=True,
    )


def _unreal(scene: Scene, verb: int) -> bool:
    """Whether a verb is a Konjunktiv II that is no preterite (hätte, wäre, würde)."""
    form = scene.view.words[verb].form
    return bool(form & Form.SUBJUNCTIVE2) and not form & Form.PRETERITE


def hearsay(scene: Scene) -> Draft | None:
    """In "X soll ... getan haben": what is said without a name."""
    view = scene.view
    for clause in scene.clauses:
        if clause.kind in (COMPLEMENT, INFINITIVE, RELATIVE, SUBORDINATE) or clause.verb < 0:
            continue
        if view.words[clause.verb].low not in scene.lexicon.words["hearsay"] or not view.outside[clause.verb]:
            continue
        last = view.words[clause.last].low
        if (
            last in scene.lexicon.words["perfect_infinitives"]
            and clause.main != clause.last
            and view.words[clause.main].form & Form.PARTICIPLE
        ):
            return Draft(
                rule="hearsay",
                form="free_indirect",
                medium="SW",
                content=[view.span(0, len(view.words) - 1)],
                modality="hedged",
                carried=True,
            )
    return None
