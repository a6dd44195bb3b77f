"""Direct quotations by their marks, with the frame before, between or behind them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from lesart.language.clause import Clause
from lesart.language.forms import FINITE
from lesart.language.layer import WORD, Layer, Quotation
from lesart.statements.draft import Draft, Range
from lesart.statements.grammar import Scene
from lesart.statements.lexicon import CueVerb
from lesart.statements.rules.verb_frames import agent, cue_of, persons

_REACH = 6
"""How many words of frame may stand between two parts of one quotation beside its speaker's name."""


class _Frame(Struct):
    """Who says a quotation, by which words."""

    frame: list[Range]
    cue: list[Range]
    speaker: list[Range]
    addressee: list[Range]
    medium: str
    modality: str
    behind: bool


def is_clause(layer: Layer, quotation: Quotation) -> bool:
    """Whether a quotation is a clause or more, not a quoted name or fragment."""
    inside = layer.tokens[quotation.first + 1 : quotation.last]
    words = [token for token in inside if token.kind == WORD]
    if not words:
        return False
    stops = inside[-1].text in (".", "!", "?", "…", "...")
    finite = any(token.form & FINITE for token in words)
    if stops:
        return finite or len(words) > 1
    return finite and len(words) > (2 if _stands_alone(layer, quotation) else 5)


def _stands_alone(layer: Layer, quotation: Quotation) -> bool:
    """Whether a sign or the start of a sentence, no word, stands before or behind a quotation."""
    before = layer.tokens[quotation.first - 1] if quotation.first else None
    after = layer.tokens[quotation.last + 1] if quotation.last + 1 < len(layer.tokens) else None
    return before is None or before.kind != WORD or (after is not None and after.text == ",")


def direct_quotations(layer: Layer, scenes: list[Scene], quotations: list[Quotation]) -> list[Draft]:
    """A statement for every quotation of a clause or more; parts with a frame between them are one."""
    drafts: list[Draft] = []
    places = _sentence_of(scenes)
    last_behind: Quotation | None = None
    for quotation in quotations:
        if drafts and last_behind is not None and _continues(layer, last_behind, quotation):
            drafts[-1].content.append((quotation.first, quotation.last))
            last_behind = None
            continue
        begin, end = places.get(quotation.first), places.get(quotation.last)
        if begin is None or end is None:
            continue
        frame = _behind(scenes[end], quotation)
        comma = layer.tokens[min(quotation.last + 1, len(layer.tokens) - 1)].text == ","
        if not is_clause(layer, quotation) and (frame is None or not comma):
            continue
        frame = frame or _before(scenes[begin], quotation)
        if frame is None and begin != end:
            frame = _before(scenes[end], quotation)
        if frame is None and drafts and _adjacent(layer, drafts[-1], quotation):
            drafts[-1].content.append((quotation.first, quotation.last))
            continue
        last_behind = quotation if frame and frame.behind else None
        drafts.append(_draft(quotation, frame))
    return drafts


def _sentence_of(scenes: list[Scene]) -> dict[int, int]:
    """Token -> place of its sentence, for the quotation marks."""
    places = {}
    for place, scene in enumerate(scenes):
        for word, outside in zip(scene.view.words, scene.view.outside, strict=True):
            if not outside and word.kind == "mark":
                places[word.index] = place
        places[scene.view.words[-1].index] = place
    return places


def _continues(layer: Layer, earlier: Quotation | None, quotation: Quotation) -> bool:
    """Whether a quotation goes on with the earlier one behind a frame: "A", sagte X, "B"."""
    if earlier is None:
        return False
    before = layer.tokens[quotation.first - 1]
    if before.text != ",":
        return False
    between = layer.tokens[earlier.last + 1 : quotation.first]
    return len(between) < 30 and not any(token.text in ".!?" for token in between)


def _adjacent(layer: Layer, draft: Draft, quotation: Quotation) -> bool:
    """Whether only white space or an ellipsis stands between two quotations."""
    between = layer.tokens[draft.last + 1 : quotation.first]
    return all(token.text in ("…", "...", "[", "]", "(", ")") or token.kind == "break" for token in between)


def _draft(quotation: Quotation, frame: _Frame | None) -> Draft:
    content = [(quotation.first, quotation.last)]
    if frame is None:
        return Draft(rule="direct-alone", form="direct", medium="Speech", content=content, carried=True)
    return Draft(
        rule="direct",
        form="direct",
        medium=frame.medium,
        content=content,
        speaker=frame.speaker,
        cue=frame.cue,
        addressee=frame.addressee,
        frame=frame.frame,
        modality=frame.modality,
        carried=not frame.speaker,
    )


def _behind(scene: Scene, quotation: Quotation) -> _Frame | None:
    """The frame right behind a quotation: "...", sagte X."""
    words = scene.view.words
    at = next((i for i, word in enumerate(words) if word.index == quotation.last), None)
    if at is None:
        return None
    after = at + 1
    while after < len(words) and words[after].text in ",–—-":
        after += 1
    for clause in scene.clauses:
        begins = clause.first == after or clause.first <= at < clause.last
        if not begins or clause.verb < after:
            continue
        verb = scene.lexicon.verbs.get(clause.lemma)
        if verb and clause.verb <= after + 1:
            own = replace(clause, first=max(clause.first, after))
            return _frame(scene, own, verb, (after, clause.last), True)
    return _so_behind(scene, after)


def _so_behind(scene: Scene, after: int) -> _Frame | None:
    words = scene.view.words
    if after >= len(words) or words[after].low not in scene.lexicon.words["so"]:
        return None
    end = scene.grammar.noun_phrase(words, after + 1)
    if end == after + 1:
        return None
    return _Frame(
        [scene.view.span(after, end - 1)],
        [scene.view.span(after, after)],
        [scene.view.span(after + 1, end - 1)],
        [],
        "Speech",
        "asserted",
        True,
    )


def _before(scene: Scene, quotation: Quotation) -> _Frame | None:
    """The frame before a quotation in its sentence: X sagte: "..."."""
    words = scene.view.words
    at = next((i for i, word in enumerate(words) if word.index == quotation.first), None)
    if at is None or at == 0:
        return None
    for clause in reversed(scene.clauses):
        if clause.first > at or clause.verb < 0 or (clause.verb > at and clause.first != 0):
            continue
        verb = scene.lexicon.verbs.get(clause.lemma)
        if verb and clause.verb < at:
            return _frame(scene, clause, verb, (0, at - 1), False)
    if words[at - 1].text == ":":
        return _label(scene, at)
    return None


def _label(scene: Scene, at: int) -> _Frame | None:
    """A colon without a verb of saying: the subject of the sentence, or the phrase before the colon, speaks.

    Where the subject is what was said ("Der Satz stammt von X"), it is whom it is from.
    """
    words = scene.view.words
    subject = None
    for clause in scene.clauses:
        if clause.verb >= 0 and clause.last < at:
            subject = scene.grammar.subject(words, clause)
            break
    else:
        end = scene.grammar.noun_phrase(words, 0)
        subject = (0, end - 1) if 0 < end < at else None
    if subject and words[subject[1]].low in scene.lexicon.words["quoted"]:
        subject = agent(scene, Clause(subject[1] + 1, at - 1, ""))
    speaker = [scene.view.span(*subject)] if subject else []
    return _Frame([scene.view.span(0, at - 1)], [], speaker, [], "Speech", "asserted", False)


def _frame(scene: Scene, clause: Clause, verb: CueVerb, span: tuple[int, int], behind: bool) -> _Frame:
    speaker, addressee = persons(scene, clause, verb)
    view = scene.view
    return _Frame(
        [view.span(*span)],
        cue_of(scene, clause),
        [view.span(*speaker)] if speaker else [],
        [view.span(*addressee)] if addressee else [],
        verb.medium,
        "asserted",
        behind,
    )
