"""Speech that goes on: whose free statements are, and which sentences are one statement."""

from __future__ import annotations

from lesart.language.layer import Layer
from lesart.statements.draft import Draft

ASIDE = ("noun", "wonach", "relayed")
"""Rules whose speaker does not go on speaking in the next sentence."""
_REACH = 2
"""How many paragraphs a speaker is carried over."""


def carry_speakers(layer: Layer, drafts: list[Draft]) -> list[Draft]:
    """Give every statement without a frame of its own the speaker of the last one with a name."""
    paragraph = _paragraphs(layer)
    last: Draft | None = None
    spoken_in = -1
    for place, draft in enumerate(drafts):
        if not draft.carried:
            if draft.speaker and draft.rule not in ASIDE and not _inside_free(drafts, place):
                last, spoken_in = draft, paragraph[draft.last]
            continue
        source = last
        if draft.form == "direct" and spoken_in != paragraph[draft.first]:
            source = _next_in_paragraph(drafts, place, paragraph) or last
        if source and paragraph[draft.first] - paragraph[source.first] < _REACH:
            draft.speaker = source.speaker
            spoken_in = paragraph[draft.last]
            draft.medium = source.medium
            if draft.rule == "hearsay":
                draft.modality = "asserted"
    return drafts


def _inside_free(drafts: list[Draft], place: int) -> bool:
    """Whether a draft stands inside a free sentence before it: then somebody else's speech goes on behind it."""
    for outer in reversed(drafts[max(0, place - 3) : place]):
        if outer.carried and outer.form != "direct":
            return outer.first <= drafts[place].first and drafts[place].last <= outer.last
    return False


def _next_in_paragraph(drafts: list[Draft], place: int, paragraph: dict[int, int]) -> Draft | None:
    for draft in drafts[place + 1 : place + 3]:
        if draft.speaker and not draft.carried and paragraph[draft.first] == paragraph[drafts[place].first]:
            return draft
    return None


def _paragraphs(layer: Layer) -> dict[int, int]:
    """Token -> paragraph."""
    found = {}
    for sentence in layer.sentences:
        for index in range(sentence.first, sentence.last + 1):
            found[index] = sentence.paragraph
    return found


def join_free(drafts: list[Draft]) -> list[Draft]:
    """Free sentences that follow each other as one statement."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before and before.rule == draft.rule == "free" and draft.first - before.last <= 1:
            before.content = [(before.first, draft.last)]
        else:
            joined.append(draft)
    return joined
