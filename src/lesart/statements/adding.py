"""Statements beside those that an engine found: only where it found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lesart.statements.draft import Draft
from lesart.statements.rules.nesting import with_parents
from lesart.statements.rules.reported import leave_denial_to

_UNSURE = 0.4
"""How sure a speech act is that the model passed over."""


def with_more(drafts: list[Draft], more: Iterable[Draft], share: float, frames: bool = True) -> list[Draft]:
    """The statements with those of `more` of which at most a share of the words is said, or with `frames` introduces
    something.
    """
    said = {
        token for draft in drafts for part in (draft.content, draft.frame if frames else []) for first, last in part
        for token in range(first, last + 1)
    }  # fmt: skip
    found = [draft for draft in more if _share(draft, said) <= share]
    return with_parents([*drafts, *found]) if found else drafts


def with_acts(drafts: list[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """What the model finds with the summed-up speech acts that only the rules find: "Die Ministerin wies das zurück".

    The model passes over half of them, and accounts are made of them (`docs/benchmarks.md` has what that costs).
    """
    acts = [draft for draft in ruled if draft.rule == "reported"]
    for act in acts:
        act.confidence = _UNSURE
    more = with_more(drafts, acts, 0.0, frames=False)
    leave_denial_to(acts, drafts)
    return more


def _share(draft: Draft, said: set[int]) -> float:
    own = [token for first, last in draft.content for token in range(first, last + 1)]
    return sum(token in said for token in own) / max(1, len(own))
