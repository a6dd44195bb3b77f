"""All rules over one article, in order: direct quotations, then each sentence, then what stands inside what."""

from __future__ import annotations

from bisect import bisect_right

from lesart.language.clause import MAIN
from lesart.language.layer import Layer
from lesart.statements.draft import Draft, Range, outer, views
from lesart.statements.grammar import Grammar, Scene
from lesart.statements.lexicon import Lexicon
from lesart.statements.rules.carrying import ASIDE, carry_speakers, join_free
from lesart.statements.rules.direct import direct_quotations
from lesart.statements.rules.free import free_subjunctive, hearsay
from lesart.statements.rules.nesting import quoted_fragments, with_parents
from lesart.statements.rules.noun_frames import noun_frames
from lesart.statements.rules.reported import (
    acts_before_speech,
    claimed_deed,
    leave_denial_to,
    relayed_acts,
    reported_act,
    turn,
)
from lesart.statements.rules.source_phrases import source_phrases
from lesart.statements.rules.verb_frames import verb_frames


def drafts_of(layer: Layer, grammar: Grammar, lexicon: Lexicon) -> list[Draft]:
    """The statements of an article, in order of their content."""
    scenes = [Scene(view, grammar.clauses(view.words, view.outside), lexicon, grammar) for view in views(layer)]
    quotations = outer(layer.quotations)
    direct = direct_quotations(layer, scenes, quotations)
    starts = [scene.view.sentence.first for scene in scenes]
    by_sentence: list[list[Draft]] = [[] for _ in scenes]
    for draft in direct:
        by_sentence[bisect_right(starts, draft.first) - 1].append(draft)
    drafts: list[Draft] = []
    for place, scene in enumerate(scenes):
        _read_sentence(scene, by_sentence[place], drafts)
    drafts = join_free([draft for draft in carry_speakers(layer, drafts) if draft.rule != "turn"])
    return with_parents(drafts + quoted_fragments(layer, quotations, drafts))


def _read_sentence(scene: Scene, direct: list[Draft], drafts: list[Draft]) -> None:
    sources = source_phrases(scene)
    frames = [draft for draft in verb_frames(scene) + noun_frames(scene) if not _clashes(draft, sources)]
    direct = [draft for draft in direct if draft.frame or not any(_holds(source, draft) for source in sources)]
    found = [draft for draft in sources + frames if not any(_same_words(draft, other) for other in direct)]
    last = drafts[-1] if drafts else None
    follows = last is not None and last.last >= scene.view.sentence.first - 2
    drafts += direct
    free = None
    if not direct and not sources:
        free = free_subjunctive(scene, follows and not found)
        if free and all(draft.first > _verb_of(scene) for draft in found):
            drafts.append(free)
        elif not found:
            other = hearsay(scene) or claimed_deed(scene) or reported_act(scene)
            drafts += [other] if other else []
    drafts += found
    speech = [free, *found] if free else found
    drafts += [
        act
        for act in relayed_acts(scene)
        if any(_relays(draft, act) for draft in speech) and not any(draft.is_introduced_by(act) for draft in found)
    ]
    acts = acts_before_speech(scene)
    leave_denial_to(acts, found)
    drafts += acts
    if all(draft.rule in ASIDE for draft in found) and not direct and not free:
        drafts += turn(scene)


def _holds(source: Draft, quotation: Draft) -> bool:
    """Whether a quotation without a frame is part of what a source phrase speaks for."""
    return any(first <= quotation.first and quotation.last <= last for first, last in source.content)


def _relays(draft: Draft, act: Draft) -> bool:
    """Whether a speech act lies inside somebody else's words."""
    inside = any(first <= act.first and act.last <= last for first, last in draft.content)
    return inside and draft.speaker != act.speaker and _overlap(draft, act) < 0.99


def _verb_of(scene: Scene) -> int:
    """The token of the first main clause's verb; what begins behind it stands inside that clause."""
    return next(
        (scene.view.words[c.verb].index for c in scene.clauses if c.kind == MAIN and c.verb >= 0),
        scene.view.sentence.last,
    )


def _clashes(draft: Draft, others: list[Draft]) -> bool:
    """Whether a draft says again what a source phrase already says."""
    return any(_overlap(draft, other) > 0.7 for other in others)


def _same_words(draft: Draft, other: Draft) -> bool:
    return _overlap(draft, other) > 0.6


def _overlap(a: Draft, b: Draft) -> float:
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0]) + 1) for x in a.content for y in b.content)
    return 2 * both / (_length(a.content) + _length(b.content))


def _length(ranges: list[Range]) -> int:
    return sum(last - first + 1 for first, last in ranges)
