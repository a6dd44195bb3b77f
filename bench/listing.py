"""The weights of the signs of events that a reader lists, fitted on annotated dossiers, and how they do on others.

    python bench/listing.py SHARED

Fitted on our own dossiers that were looked at or are there to learn from (`bench/data/dossiers`), as read with the
model; an event that is named is one to list where it is matched to an annotated one. Those kept apart and the German
cases are only scored: F1 of events with all that are named, and with those that are listed; `learn` and `own` also in
four parts, each left out of the fit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

import dossiers
import logistic
from lesart.events import named_events
from lesart.events.group import Group
from lesart.events.listing import LEAST, neighbours, signs
from lesart.language import module
from lesart.logistic import chance
from lesart.parties.everywhere import everywhere
from lesart.parties.identity import one_party
from logistic import Floats

_RIDGE = 3.0
_PARTS = 4


class Named(Struct):
    """The events that a case's reports name: their signs, which are annotated, and how many are."""

    signs: list[dict[str, float]]
    right: list[bool]
    wanted: int


def named(case: Any) -> Named:  # noqa: ANN401 - the scorer has no types
    """The events that the reports of a case name."""
    readings = dossiers.as_read(case, "neural")
    articles = [reading.article for reading in readings]
    layers = {article.id: module(article.language or "").analyse(article.text) for article in articles}
    parties, statements = one_party(readings)
    told = [replace(reading, parties=(), statements=own) for reading, own in zip(readings, statements, strict=True)]
    groups = named_events(told, layers, everywhere(parties, layers))
    texts = dossiers.dossier.Reading(case, {"articles": [{"id": a.id, "text": a.text} for a in articles]})
    found = [_places(group, texts) for group in groups]
    wanted = [_annotated(case, event["mention"]) for event in case.expected["events"]]
    matched = {at for _, at in dossiers.dossier.assign(dossiers.dossier.overlaps(wanted, found), 1e-9)}
    return Named(
        [signs(group, others) for group, others in zip(groups, neighbours(groups), strict=True)],
        [at in matched for at in range(len(groups))],
        len(wanted),
    )


def _places(group: Group, texts: Any) -> set[tuple[str, int]]:  # noqa: ANN401 - the scorer's
    shown = [place for mention in group.mentions for place in (mention.mention, *mention.times)]
    spans = [(place.article, {"start": place.start, "end": place.end}) for place in shown]
    return {place for article, span in spans for place in texts.places(article, span)}


def _annotated(case: Any, words: str) -> set[tuple[str, int]]:  # noqa: ANN401 - the scorer's
    return {place for name, body in case.bodies.items() if words in body for place in case.places(name, words)}


def fit(cases: Sequence[Named]) -> dict[str, float]:
    """The weights of the signs."""
    rows = [row for case in cases for row in case.signs]
    right = np.array([float(right) for case in cases for right in case.right])
    weights: Floats = logistic.fit(np.array([list(row.values()) for row in rows]), right, _RIDGE)
    return dict(zip(rows[0], weights.tolist(), strict=True))


def counts(cases: Sequence[Named], weights: Mapping[str, float] | None) -> Floats:
    """Events found right, found, wanted, of all that are named or of those that some weights list."""
    right = found = 0
    for case in cases:
        for row, is_right in zip(case.signs, case.right, strict=True):
            if weights is None or chance(row, weights) >= LEAST:
                right, found = right + is_right, found + 1
    return np.array([right, found, sum(case.wanted for case in cases)], float)


def report(name: str, before: Floats, after: Floats) -> None:
    """Print the F1 of events of a set, of all and of those listed."""
    f1 = [200 * right / (found + wanted) for right, found, wanted in (before, after)]
    print(f"{name:24} {f1[0]:5.1f} {f1[1]:5.1f}   {after[0]:.0f} right, {after[1]:.0f} found, {after[2]:.0f} wanted")


def main() -> None:
    """Fit and print."""
    cases = {name: [named(case) for case in own] for name, own in dossiers.sets().items() if name != "English"}
    learnt = [*cases["own"], *cases["learn"]]
    parts = [learnt[at::_PARTS] for at in range(_PARTS)]
    left_out = [counts(part, fit([case for other in parts if other is not part for case in other])) for part in parts]
    weights = fit(learnt)
    report("own and learn, left out", counts(learnt, None), np.sum(left_out, axis=0))
    for name, own in cases.items():
        report(name, counts(own, None), counts(own, weights))
    for name, weight in weights.items():
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
