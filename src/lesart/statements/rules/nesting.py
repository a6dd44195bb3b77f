"""What stands inside what: quoted fragments in indirect speech, statements inside statements."""

from __future__ import annotations

from bisect import bisect_right

from lesart.language.layer import WORD, Layer, Quotation
from lesart.statements.draft import Draft

_NEAR = 12
"""Drafts before a place among which those around it are looked for."""


def quoted_fragments(layer: Layer, quotations: list[Quotation], drafts: list[Draft]) -> list[Draft]:
    """A direct statement for every quotation that lies inside an indirect one, by the same speaker."""
    found = []
    ordered = sorted(drafts, key=lambda draft: draft.first)
    starts = [draft.first for draft in ordered]
    for quotation in quotations:
        if _is_name(layer, quotation):
            continue
        place = bisect_right(starts, quotation.first)
        near = ordered[max(0, place - _NEAR) : place]
        around = [draft for draft in near if _inside(quotation.first, quotation.last, draft)]
        if not around or any(draft.form == "direct" for draft in around):
            continue
        inner = min(around, key=lambda draft: draft.last - draft.first)
        found.append(
            Draft(
                rule="fragment",
                form="direct",
                medium=inner.medium,
                content=[(quotation.first, quotation.last)],
                speaker=inner.speaker,
                cue=inner.cue,
                addressee=inner.addressee,
                frame=inner.frame,
                modality=inner.modality,
            )
        )
    return found


def _is_name(layer: Layer, quotation: Quotation) -> bool:
    """Whether the marks set off a name or title: only capitals inside, a noun before ("das Magazin „Focus“")."""
    inside = [token for token in layer.tokens[quotation.first + 1 : quotation.last] if token.kind == WORD]
    if not inside or len(inside) > 4 or not all(token.capital for token in inside):
        return not inside
    before = layer.tokens[quotation.first - 1] if quotation.first else None
    return before is not None and before.kind == WORD and before.capital


def _inside(first: int, last: int, draft: Draft) -> bool:
    return any(start <= first and last <= end for start, end in draft.content)


def with_parents(drafts: list[Draft]) -> list[Draft]:
    """The drafts in order of the text, each with the place of the smallest one around it."""
    ordered = sorted(drafts, key=lambda draft: (draft.first, -draft.last))
    for place, draft in enumerate(ordered):
        best = -1
        for other in range(max(0, place - _NEAR), min(len(ordered), place + 3)):
            candidate = ordered[other]
            if other == place or not _holds(candidate, draft):
                continue
            if best < 0 or _length(candidate) < _length(ordered[best]):
                best = other
        draft.parent = best
    return ordered


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether all of the inner content lies inside the outer one, which is longer."""
    return _length(outer) > _length(inner) and all(_inside(first, last, outer) for first, last in inner.content)


def _length(draft: Draft) -> int:
    return sum(last - first + 1 for first, last in draft.content)
