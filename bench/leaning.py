"""The weights of the tone of accounts, fitted on annotated accounts, and how they do on dossiers kept apart.

    python bench/leaning.py SHARED

Fitted on our own dossiers that were looked at, and on those to learn from that the network of senses has not seen
(`train/models/senses.toml`), with the annotated statements of each account; those kept apart and the German cases are
only scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import asdict

import dossiers
import logistic
from given import accounts_of, entry_of, readings
from lesart.accounts.leaning import Telling, leaning, signs
from lesart.accounts.tellers import telling
from lesart.accounts.tone import tone_of
from lesart.model import Article, EventKind, PlacedStatement, Statement
from lesart.topics import senses_of
from logistic import Floats
from senses import held

_RIDGE = 5.0


class Told(Struct, frozen=True):
    """An annotated account with the statements it is made of."""

    tone: str
    kind: EventKind
    takes_part: bool
    told: list[Telling]


def accounts(case: Any) -> Iterator[Told]:  # noqa: ANN401 - the scorer has no types
    """The accounts of a case that have statements."""
    expected = case.expected
    side = {party["key"]: party["side"] or party["key"] for party in expected["parties"]}
    events = {event["key"]: event for event in expected["events"]}
    read = readings(case.reports, expected)
    found = [(statement, reading.article) for reading in read for statement in reading.statements]
    senses = senses_of([statement for statement, _ in found], {reading.article.id: reading.article for reading in read})
    told = [telling(_toned(one, article), article, senses[one.id], own=True) for one, article in found]
    entries = [entry_of(expected, statement) for statement, _ in found]
    for account, places in accounts_of(expected, entries):
        event, own = events[account["event"]], side.get(account["teller"], account["teller"])
        takes_part = own in {side.get(party, party) for party in event["participants"]}
        yield Told(account["tone"], event["kind"], takes_part, [told[place] for place in places])


def _toned(statement: Statement, article: Article) -> PlacedStatement:
    words = " ".join(article.text[span.start : span.end] for span in statement.content)
    return PlacedStatement(**asdict(statement), tone=tone_of(words, "de"))


def fit(found: Sequence[Told], pole: str) -> dict[str, float]:
    """The weights of the signs for a tone being that pole."""
    rows = [signs(one.told, one.kind, one.takes_part) for one in found]
    x = np.array([list(row.values()) for row in rows])
    weights: Floats = logistic.fit(x, np.array([float(one.tone == pole) for one in found]), _RIDGE)
    return dict(zip(rows[0], weights.tolist(), strict=True))


def main() -> None:
    """Fit and print."""
    sets = dossiers.sets()
    sets["held"] = held(sets["learn"])
    learnt = [one for name in ("own", "held") for case in sets[name] for one in accounts(case)]
    for pole in ("positive", "negative"):
        print(f"[{pole}]")
        for name, weight in fit(learnt, pole).items():
            print(f"{name} = {weight:.2f}")
    for name in ("own", "held", "own apart", "fresh", "worked on", "apart"):
        found = [one for case in sets[name] for one in accounts(case)]
        right = sum(dossiers.dossier.tone_word(leaning(t.told, t.kind, t.takes_part)) == t.tone for t in found)
        most = Counter(one.tone for one in found).most_common(1)[0]
        print(f"{name}: {right} of {len(found)} accounts right; {most[1]} are {most[0]}")


if __name__ == "__main__":
    main()
