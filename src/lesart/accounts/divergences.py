"""Where the accounts of an event part: denial, silence, tone. One sentence for each, from the language's data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import combinations
from pathlib import Path

from lesart.accounts.tellers import sides, teller_of
from lesart.model import Account, Divergence, Party, PlacedStatement, Point, Topic

_DATA = Path(__file__).parent / "data"
_FULL_ACCOUNT = 2
"""Points from which the silence of an account on another topic says something."""
_APART = 0.5
"""Distance of two tones from which they part."""
_EVIDENCE = 2
"""Statements of each side that show its tone."""
_CLEAR = 0.15
"""Tones nearer to 0 are neutral."""


@cache
def _sentences(language: str) -> dict[str, str]:
    text = (_DATA / language / "summaries.toml").read_text(encoding="utf-8")
    return {name: str(sentence) for name, sentence in tomllib.loads(text).items()}


class _Names:
    """How parties and topics are called in a summary."""

    def __init__(self, parties: Sequence[Party], topics: Sequence[Topic], language: str) -> None:
        self.party = {party.id: party.name for party in parties}
        self.topic = {topic.id: topic.label for topic in topics}
        self.terms = {topic.id: (topic.label, *topic.terms) for topic in topics}
        self.sentences = _sentences(language)


def find_divergences(
    accounts: Sequence[Account],
    statements: Sequence[PlacedStatement],
    parties: Sequence[Party],
    topics: Sequence[Topic],
    texts: Mapping[str, str],
    language: str,
) -> list[Divergence]:
    """All divergences between accounts of one event by different sides, the widest first.

    `texts` are those of the articles, by id: whoever has a word of a topic in what he says is not silent on it.
    """
    names = _Names(parties, topics, language)
    toned = _toned(statements)
    side = sides(parties)
    said = _said(statements, side, texts)
    inner = {statement.id for statement in statements if statement.parent}
    by_event: dict[str, list[Account]] = {}
    for account in accounts:
        by_event.setdefault(account.event, []).append(account)
    found: list[Divergence] = []
    for told in by_event.values():
        for a, b in combinations(told, 2):
            if side[a.teller] != side[b.teller]:
                found += _denials(a, b, names)
                found += _tones(a, b, names, toned)
        found += _silences(told, side, names, said, inner)
    return sorted(found, key=lambda divergence: -divergence.score)


def _denials(a: Account, b: Account, names: _Names) -> list[Divergence]:
    """Topics that one raises and the other denies."""
    of_b = {point.topic: point for point in b.points}
    found = []
    for point in a.points:
        other = of_b.get(point.topic)
        if other is None or other.status == point.status:
            continue
        raised, denied = ((a, point), (b, other)) if point.status == "raised" else ((b, other), (a, point))
        found.append(_denial(*raised, *denied, names))
    return found


def _denial(a: Account, raised: Point, b: Account, denied: Point, names: _Names) -> Divergence:
    return Divergence(
        event=a.event,
        kind="denial",
        topic=raised.topic,
        between=(a.teller, b.teller),
        statements=(*raised.statements, *denied.statements),
        score=0.8 if min(len(a.points), len(b.points)) >= _FULL_ACCOUNT else 0.6,
        summary=names.sentences["denial"].format(
            topic=names.topic[raised.topic], a=names.party[a.teller], b=names.party[b.teller]
        ),
    )


def _said(
    statements: Sequence[PlacedStatement], side: Mapping[str, str], texts: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """Event and side -> all that the side says of it, in lower case."""
    found: dict[tuple[str, str], list[str]] = {}
    for statement in statements:
        teller = teller_of(statement)
        if statement.event and teller:
            words = found.setdefault((statement.event, side[teller]), [])
            words += [texts[statement.article][span.start : span.end].lower() for span in statement.content]
    return {key: " ".join(words) for key, words in found.items()}


def _silences(
    told: Sequence[Account],
    side: Mapping[str, str],
    names: _Names,
    said: Mapping[tuple[str, str], str],
    inner: Set[str],
) -> list[Divergence]:
    """Topics that one side raises more than in passing and another side with an account of its own leaves out.

    `inner` are statements inside others, which say nothing a second time.
    """
    found = []
    for a in told:
        for b in told:
            if side[a.teller] == side[b.teller] or len(b.points) < _FULL_ACCOUNT or len(a.points) < _FULL_ACCOUNT:
                continue
            spoken = {point.topic for c in told if side[c.teller] == side[b.teller] for point in c.points}
            for point in a.points:
                weight = len(set(point.statements) - inner)
                if point.topic in spoken or weight < 2 or point.status != "raised":
                    continue
                words = said.get((b.event, side[b.teller]), "")
                if not any(term.lower() in words for term in names.terms[point.topic]):
                    found.append(_silence(a, b, point, weight, names))
    return found


def _silence(a: Account, b: Account, point: Point, weight: int, names: _Names) -> Divergence:
    return Divergence(
        event=a.event,
        kind="silence",
        topic=point.topic,
        between=(a.teller, b.teller),
        statements=point.statements,
        score=round(min(0.6, 0.2 + 0.1 * weight), 2),
        summary=names.sentences["silence"].format(
            topic=names.topic[point.topic], a=names.party[a.teller], b=names.party[b.teller]
        ),
    )


def _toned(statements: Sequence[PlacedStatement]) -> dict[tuple[str, str], list[PlacedStatement]]:
    """Event and teller -> the statements that carry a tone, the strongest first."""
    found: dict[tuple[str, str], list[PlacedStatement]] = {}
    for statement in sorted(statements, key=lambda statement: -abs(statement.tone)):
        teller = teller_of(statement)
        if statement.event and teller and statement.tone and statement.parent is None:
            found.setdefault((statement.event, teller), []).append(statement)
    return found


def _tones(
    a: Account, b: Account, names: _Names, toned: Mapping[tuple[str, str], Sequence[PlacedStatement]]
) -> list[Divergence]:
    """Tones of opposite sign, with the two statements of each side that carry them most."""
    if a.tone * b.tone >= 0 or abs(a.tone - b.tone) < _APART:
        return []
    words = names.sentences
    evidence = [
        [s.id for s in toned.get((account.event, account.teller), ()) if s.tone * account.tone > 0][:_EVIDENCE]
        for account in (a, b)
    ]
    return [
        Divergence(
            event=a.event,
            kind="tone",
            topic=None,
            between=(a.teller, b.teller),
            statements=(*evidence[0], *evidence[1]),
            score=round(min(1.0, abs(a.tone - b.tone) / 2), 2),
            summary=words["tone"].format(
                a=names.party[a.teller],
                b=names.party[b.teller],
                tone_a=words[_word(a.tone)],
                tone_b=words[_word(b.tone)],
            ),
        )
    ]


def _word(tone: float) -> str:
    return "positive" if tone > _CLEAR else "negative" if tone < -_CLEAR else "neutral"
