"""Source phrases: "laut Solling", "dem Ministerium zufolge", "nach Angaben der Polizei", "demnach", "so Tessko".

The content is the rest of the clause or sentence that the phrase stands in.
"""

from __future__ import annotations

from msgspec import Struct

from lesart.language.clause import FRAGMENT, RELATIVE, SUBORDINATE, Clause
from lesart.statements.draft import Draft, Range
from lesart.statements.grammar import Scene


class _Phrase(Struct):
    """A source phrase: places in the sentence, ends included."""

    first: int
    last: int
    cue: int
    speaker: tuple[int, int]


def source_phrases(scene: Scene) -> list[Draft]:
    """A statement for every source phrase of the sentence."""
    drafts = []
    for clause in scene.clauses:
        phrase = _find(scene, clause)
        if phrase:
            draft = _draft(scene, clause, phrase)
            if draft:
                drafts.append(draft)
    return drafts


def _find(scene: Scene, clause: Clause) -> _Phrase | None:
    """The first source phrase of a clause."""
    words, outside, sources = scene.view.words, scene.view.outside, scene.lexicon.words
    for at in range(clause.first, clause.last + 1):
        if not outside[at]:
            continue
        low = words[at].low
        phrase = None
        if low in sources["so"]:
            phrase = _so(scene, clause, at)
        elif low in sources["before"]:
            phrase = _before(scene, clause, at)
        elif low in sources["nach"]:
            phrase = _nach(scene, clause, at)
        elif low in sources["sight_prepositions"]:
            phrase = _with_noun(scene, clause, at, scene.lexicon.words["sight_nouns"])
        elif low in sources["two_words"] and words[at + 1].low in sources["second_words"]:
            phrase = _before(scene, clause, at, 2)
        elif low in sources["anaphoric"]:
            phrase = _Phrase(at, at, at, (at, at))
        elif low in sources["follow"] and at == clause.first:
            phrase = _follow(scene, clause, at)
        if phrase is None and low in sources["behind"]:
            phrase = _behind(scene, clause, at)
        if phrase:
            return phrase
    return None


def _so(scene: Scene, clause: Clause, at: int) -> _Phrase | None:
    """For ", so Tessko" at the start of a clause that has no verb."""
    if at != clause.first or clause.verb >= 0 or not clause.sign or clause.sign == ":":
        return None
    end = scene.grammar.noun_phrase(scene.view.words, at + 1)
    return _Phrase(at, clause.last, at, (at + 1, end - 1)) if end > at + 1 else None


def _before(scene: Scene, clause: Clause, at: int, words_before: int = 1) -> _Phrase | None:
    """For "laut X"; "gemäß X" only with a noun of saying."""
    words = scene.view.words
    start = at + words_before
    end = _phrase_end(scene, clause, start)
    if end <= start:
        return None
    named = any(word.capital or word.low in scene.grammar.DETERMINERS for word in words[start:end])
    sure = words[at].low in scene.lexicon.words["sure"]
    if not named or not (sure or _has_source_noun(scene, start, end)):
        return None
    return _Phrase(at, end - 1, at, (start, end - 1))


def _phrase_end(scene: Scene, clause: Clause, at: int) -> int:
    """The end of a phrase: up to the finite verb where the phrase opens the clause, else by its shape."""
    end = min(scene.grammar.noun_phrase(scene.view.words, at), clause.last + 1)
    return clause.verb if at - 1 == clause.first and end < clause.verb <= end + 6 else end


def _has_source_noun(scene: Scene, first: int, end: int) -> bool:
    words = scene.view.words
    return any(words[at].capital and scene.lexicon.is_source_noun(words[at].low) for at in range(first, end))


def _nach(scene: Scene, clause: Clause, at: int) -> _Phrase | None:
    """For "nach Angaben von X", or "seiner Meinung nach"."""
    words = scene.view.words
    core = scene.grammar.noun_phrase(words, at + 1, False)
    if core > at + 1 and _has_source_noun(scene, at + 1, core):
        end = _phrase_end(scene, clause, at + 1)
        return _Phrase(at, end - 1, at, (at + 1, end - 1))
    start = _phrase_start(scene, clause, at)
    if start < at and _has_source_noun(scene, start, at):
        return _Phrase(start, at, at, (start, at - 1))
    return None


def _with_noun(scene: Scene, clause: Clause, at: int, nouns: frozenset[str]) -> _Phrase | None:
    """For "aus Sicht der Gewerkschaft"."""
    words = scene.view.words
    core = scene.grammar.noun_phrase(words, at + 1, False)
    if core > at + 1 and any(word.low in nouns for word in words[at + 1 : core]):
        end = _phrase_end(scene, clause, at + 1)
        if end > core:
            return _Phrase(at, end - 1, at, (at + 1, end - 1))
    return None


def _behind(scene: Scene, clause: Clause, at: int) -> _Phrase | None:
    """For "dem Ministerium zufolge"."""
    start = _phrase_start(scene, clause, at)
    return _Phrase(start, at, at, (start, at - 1)) if start < at else None


def _phrase_start(scene: Scene, clause: Clause, end: int) -> int:
    """Where the noun phrase begins that ends before `end`; the earliest place that fits."""
    for start in range(max(clause.first, end - 14), end):
        if start > clause.first and scene.view.words[start].low in scene.grammar.COORDINATORS:
            continue
        if scene.grammar.noun_phrase(scene.view.words, start) == end:
            return start
    return end


def _follow(scene: Scene, clause: Clause, at: int) -> _Phrase | None:
    """For "Folgt man Tessko, ..."."""
    words = scene.view.words
    if at + 2 > clause.last or words[at + 1].low not in scene.lexicon.words["nobody"]:
        return None
    end = scene.grammar.noun_phrase(words, at + 2)
    return _Phrase(at, clause.last, at, (at + 2, end - 1)) if end > at + 2 else None


def _draft(scene: Scene, clause: Clause, phrase: _Phrase) -> Draft | None:
    view = scene.view
    first, last = _scope(scene, clause)
    content = [part for part in (view.trimmed(first, phrase.first - 1), view.trimmed(phrase.last + 1, last)) if part]
    if not content or sum(end - start + 1 for start, end in content) < 2:
        return None
    low = view.words[phrase.cue].low
    return Draft(
        rule="source-" + ("nach" if low in scene.lexicon.words["nach"] else low),
        form="direct" if _all_quoted(scene, first, last, phrase) else "indirect",
        medium="SW",
        content=content,
        speaker=[view.span(*phrase.speaker)],
        cue=[view.span(phrase.cue, phrase.cue)],
        frame=[view.span(phrase.first, phrase.last)],
    )


def _scope(scene: Scene, clause: Clause) -> Range:
    """First and last place of what the phrase speaks for: its clause, or the main clauses around it."""
    if clause.kind in (RELATIVE, SUBORDINATE) and clause.sign == ",":
        return clause.first, clause.last
    place = scene.clauses.index(clause)
    first, last = 0, scene.view.end
    if clause.kind != FRAGMENT and clause.sign and scene.view.words[clause.first].low in scene.grammar.COORDINATORS:
        first = clause.first
    for other in scene.clauses[: place + 1]:
        if other.sign == ";":
            first = other.first
    for other in scene.clauses[place + 1 :]:
        if other.sign == ";":
            last = other.first - 1
            break
    return first, last


def _all_quoted(scene: Scene, first: int, last: int, phrase: _Phrase) -> bool:
    """Whether all words of the content stand in quotation marks."""
    view = scene.view
    rest = [
        at for at in range(first, last + 1) if not phrase.first <= at <= phrase.last and view.words[at].kind != "point"
    ]
    return bool(rest) and not any(view.outside[at] for at in rest)
