"""The claims of a comparison's articles with their verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lesart.events.placing import Placed as EventPlaces
from lesart.model import Check, Claim, EventKind, Party, PlacedStatement, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.compared import compared, pool_of
from lesart.record.checks.counted import Counts, counted, counts_of
from lesart.record.checks.developed import developed
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.last_time import with_last_times
from lesart.record.checks.placing import placed_claims
from lesart.record.checks.recorded import Asked, answers, recorded
from lesart.record.table.record import Record
from lesart.topics.terms import stemmed


def check_claims(
    evidence: Evidence,
    about: EventPlaces,
    statements: Sequence[PlacedStatement],
    parties: Sequence[Party],
    records: Sequence[Record] = (),
) -> list[Claim]:
    """The claims of all articles, in the articles' order, each held against what the articles tell and against the
    records that are about its kind of event."""
    by_article: dict[str, list[PlacedStatement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    placed = [
        one
        for name, article in evidence.articles.items()
        if article.language
        for one in placed_claims(name, evidence, about, by_article.get(name, ()))
    ]
    told = _Told(evidence, [one for one, _ in placed], {party.id: party.name for party in parties})
    found = []
    for one, inside in placed:
        check, basis = told.check(one)
        asked = told.asked(one) if records else None
        checks = [check, *(recorded(asked, r) for r in records if asked and answers(r, asked, told.main))]
        found.append(_claim(one, inside, checks, basis))
    return found


class _Told:
    """What the articles tell, to be asked claim by claim."""

    def __init__(self, evidence: Evidence, placed: Sequence[Placed], names: Mapping[str, str]) -> None:
        self._evidence, self._names, self._placed = evidence, names, placed
        self._counts = _counts(evidence, placed)
        self._echoes = _echoes(placed)
        kinds = Counter[EventKind]()
        for event in evidence.events.values():
            kinds[event.kind] += len(event.mentions)
        self.main: EventKind | None = next((kind for kind, _ in kinds.most_common(1)), None)
        """The kind of event that the articles name most."""

    def check(self, one: Placed) -> tuple[Check, list[str]]:
        """The articles' check of a claim by its kind, and the ids of the events and figures that it stands on."""
        if one.claim.kind == "ordinal":
            return counted(one, self._evidence, self._counts, self._echoes.get(id(one), ()))
        if one.claim.kind == "superlative":
            check, basis = compared(one, pool_of(one, self._evidence, self._names))
            return with_last_times(one, check, self._placed, self._evidence), basis
        return developed(one, self._evidence, self._names)

    def asked(self, one: Placed) -> Asked:
        """The claim with what a record needs of the articles."""
        pool = pool_of(one, self._evidence, self._names) if one.claim.kind != "ordinal" else None
        kind = self._evidence.events[one.event].kind if one.event else None
        return Asked(one, kind, pool.unit if pool else "", pool.own if pool else ())


def _verdict(checks: Sequence[Check]) -> Verdict:
    """A record's verdict before the articles'; unknown where two records part."""
    decided = [check.verdict for check in checks[1:] if check.verdict != "unknown"]
    if not decided:
        return checks[0].verdict
    return decided[0] if len(set(decided)) == 1 else "unknown"


def _claim(one: Placed, statement: str | None, checks: Sequence[Check], basis: Sequence[str]) -> Claim:
    return Claim(
        article=one.article,
        span=one.claim.span,
        kind=one.claim.kind,
        verdict=_verdict(checks),
        basis=tuple(dict.fromkeys(basis)),
        statement=statement,
        event=one.event,
        key=one.claim.key,
        scope=one.claim.scope,
        number=one.claim.number,
        direction=one.claim.direction,
        checks=tuple(checks),
    )


def _counts(evidence: Evidence, placed: Sequence[Placed]) -> Counts:
    """How the articles count the events: in the words that name them, and in their claims."""
    counts = counts_of(evidence)
    for one in placed:
        if one.claim.kind == "ordinal" and one.event and one.claim.number:
            told = counts.setdefault(one.event, [])
            if (one.article, one.claim.number) not in told:
                told.append((one.article, one.claim.number))
    return counts


def _echoes(placed: Sequence[Placed]) -> dict[int, list[str]]:
    """Claim (by identity) -> other articles that claim the same number in words of which one, beside it, is the same:
    "wurde zum dritten Mal vertagt", "Zum dritten Mal vertagt"."""
    by_words: dict[tuple[int, str], list[Placed]] = {}
    for one in placed:
        if one.claim.kind == "ordinal" and one.event is None:
            for word in _beside(one):
                by_words.setdefault((one.claim.number or 0, word), []).append(one)
    found: dict[int, list[str]] = {}
    for same in by_words.values():
        for one in same:
            others = dict.fromkeys(other.article for other in same if other.article != one.article)
            found.setdefault(id(one), []).extend(others)
    return found


def _beside(one: Placed) -> set[str]:
    """The stems of the words behind a claim's key in its clause, as far as they mean something."""
    words = one.behind.split()[:_WORDS]
    return {stemmed(word.lower(), one.language) for word in words if len(word) > _SHORT}


_WORDS, _SHORT = 3, 4
"""Words behind a key that tell what is counted, and letters that they have at least (more than)."""
