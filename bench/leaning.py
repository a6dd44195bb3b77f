"""The weights of the tone of accounts, fitted on annotated accounts, and how they do on dossiers kept apart.

    python bench/leaning.py SHARED

Fitted on our own dossiers that were looked at or are there to learn from (`bench/data/dossiers`), with the annotated
statements of each account; those kept apart and the German cases are only scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

import dossiers
import logistic
from given import readings
from lesart.accounts.leaning import Telling, leaning, signs
from lesart.accounts.tone import tone_of
from lesart.model import EventKind, Statement
from logistic import Floats

_RIDGE = 5.0


class Told(Struct, frozen=True):
    """An annotated account with the statements it is made of."""

    tone: str
    kind: EventKind
    takes_part: bool
    told: list[Telling]


def accounts(case: Any) -> Iterator[Told]:  # noqa: ANN401 - the scorer has no types
    """The accounts of a case that have statements: by their event where that is annotated, else by their topics."""
    expected = case.expected
    side = {party["key"]: party["side"] or party["key"] for party in expected["parties"]}
    events = {event["key"]: event for event in expected["events"]}
    read = readings(case.reports, expected)
    entries = [
        (_entry(expected, statement), reading, statement) for reading in read for statement in reading.statements
    ]
    for account in expected["accounts"]:
        own, topics = side.get(account["teller"], account["teller"]), {point["topic"] for point in account["points"]}
        told = [
            Telling(
                tone=tone_of(" ".join(reading.article.text[s.start : s.end] for s in statement.content), "de"),
                frame_tone=tone_of(" ".join(reading.article.text[s.start : s.end] for s in statement.frame), "de"),
                denied=statement.modality == "denied",
                direct=statement.form == "direct",
            )
            for entry, reading, statement in entries
            if side.get((entry["according_to"] or [entry["speaker"]])[-1]) == own
            and (entry["event"] == account["event"] if "event" in entry else entry["topic"] in topics)
        ]
        event = events[account["event"]]
        if told:
            yield Told(account["tone"], event["kind"], own in {side.get(p, p) for p in event["participants"]}, told)


def _entry(expected: dict[str, Any], statement: Statement) -> dict[str, Any]:
    """The annotation that a statement was made of: the number in its id counts those of its article."""
    own = [entry for entry in expected["statements"] if entry["article"].removesuffix(".md") == statement.article]
    found: dict[str, Any] = own[int(statement.id.rpartition(".s")[2])]
    return found


def fit(found: Sequence[Told], pole: str) -> dict[str, float]:
    """The weights of the signs for a tone being that pole."""
    rows = [signs(one.told, one.kind, one.takes_part) for one in found]
    x = np.array([list(row.values()) for row in rows])
    weights: Floats = logistic.fit(x, np.array([float(one.tone == pole) for one in found]), _RIDGE)
    return dict(zip(rows[0], weights.tolist(), strict=True))


def main() -> None:
    """Fit and print."""
    sets = dossiers.sets()
    learnt = [one for name in ("own", "learn") for case in sets[name] for one in accounts(case)]
    for pole in ("positive", "negative"):
        print(f"[{pole}]")
        for name, weight in fit(learnt, pole).items():
            print(f"{name} = {weight:.2f}")
    for name in ("own", "learn", "own apart", "fresh", "worked on", "apart"):
        found = [one for case in sets[name] for one in accounts(case)]
        right = sum(dossiers.dossier.tone_word(leaning(t.told, t.kind, t.takes_part)) == t.tone for t in found)
        most = Counter(one.tone for one in found).most_common(1)[0]
        print(f"{name}: {right} of {len(found)} accounts right; {most[1]} are {most[0]}")


if __name__ == "__main__":
    main()
