"""One list of candidates from the tagger's and the rules'."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lesart.statements.draft import Draft
from lesart.statements.neural.candidates import Candidate, Run, f1

_NEAR = 0.3
"""Token F1 from which a draft of the rules counts as the same statement as a tagged content."""


def merged(tagged: Sequence[Candidate], ruled: Sequence[Candidate]) -> list[Candidate]:
    """The tagged contents, each with the draft nearest to it, and the drafts whose content was not tagged so."""
    found: dict[tuple[Run, ...], Candidate] = {}
    for one in ruled:
        known = found.get(one.content)
        if known is None or (known.draft and one.draft and len(one.draft.frame) > len(known.draft.frame)):
            found[one.content] = one
    for one in tagged:
        if one.content not in found:
            found[one.content] = replace(one, draft=_nearest(one, ruled))
    return list(found.values())


def _nearest(one: Candidate, ruled: Sequence[Candidate]) -> Draft | None:
    """The draft that shares most with a tagged content."""
    near = [(f1(one.places, other.places), place) for place, other in enumerate(ruled) if _touch(one, other)]
    score, place = max(near, default=(0.0, -1))
    return ruled[place].draft if score >= _NEAR else None


def _touch(a: Candidate, b: Candidate) -> bool:
    return a.content[0][0] <= b.content[-1][1] and b.content[0][0] <= a.content[-1][1]
