"""The claims of a comparison's articles with their verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lesart.events.placing import Placed as EventPlaces
from lesart.events.words import event_words
from lesart.language import module
from lesart.language.ordered import Ordered
from lesart.model import Check, Claim, EventKind, Party, PlacedStatement, Span, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.compared import compared, pool_of
from lesart.record.checks.counted import Counts, counted, counts_of
from lesart.record.checks.days import published_on
from lesart.record.checks.developed import developed
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.recorded import Asked, answers, recorded
from lesart.record.checks.sentences import sentences
from lesart.record.checks.subject import subject_of
from lesart.record.checks.window import window_of
from lesart.record.claims.finding import find_claims
from lesart.record.claims.found import FoundClaim
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
        for one in _placed(name, evidence, about, by_article.get(name, ()))
    ]
    told = _Told(evidence, [one for one, _ in placed], {party.id: party.name for party in parties})
    found = []
    for one, inside in placed:
        check, basis = told.check(one)
        asked = told.asked(one)
        checks = [check, *(recorded(asked, record) for record in records if answers(record, asked, told.main))]
        found.append(_claim(one, inside, checks, basis))
    return found


class _Told:
    """What the articles tell, to be asked claim by claim."""

    def __init__(self, evidence: Evidence, placed: Sequence[Placed], names: Mapping[str, str]) -> None:
        self._evidence, self._names = evidence, names
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
            return compared(one, pool_of(one, self._evidence, self._names))
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


def _placed(
    name: str, evidence: Evidence, about: EventPlaces, statements: Sequence[PlacedStatement]
) -> Iterator[tuple[Placed, str | None]]:
    """The claims of an article with the event they are about, and the statement they stand in."""
    article, layer = evidence.articles[name], evidence.layers[name]
    language = article.language or ""
    published = published_on(article)
    spans = Ordered[tuple[Span, PlacedStatement]](
        ((span, statement) for statement in statements for span in statement.content), lambda one: one[0].start
    )
    longest = max((span.end - span.start for statement in statements for span in statement.content), default=0)
    for claim in find_claims(layer, language):
        key = claim.key
        around = [one for one in spans.between(key.start - longest, key.start + 1) if key.start < one[0].end]
        statement = around[-1][1] if around else None
        event = subject_of(claim, name, evidence, about.at(name, key.start))
        days = evidence.days(event) if event else None
        yield (
            Placed(
                claim=claim,
                article=name,
                language=language,
                event=event,
                days=days or ((published, published) if published else None),
                said_by=statement.said_by if statement else None,
                window=window_of(
                    claim.scope,
                    article,
                    layer,
                    published,
                    days[1] if days else None,
                    lambda noun: evidence.first_of(noun, language),
                ),
                published=published,
                words=article.text[key.start : key.end],
                scope_words=article.text[claim.scope.start : claim.scope.end] if claim.scope else "",
                clause=article.text[claim.span.start : claim.span.end],
                of_events=_of_events(claim, article.text, language),
                nouns=_nouns(claim, article.text, language),
                behind=_letters(article.text[key.end : claim.span.end]),
                sentences=sentences(language),
            ),
            statement.id if statement else None,
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


def _nouns(claim: FoundClaim, text: str, language: str) -> tuple[str, ...]:
    """The stems of the nouns of what is said to change, else of a claim without its key and scope: words with a capital
    where the language has them, else all that mean something."""
    span = claim.measure or claim.span
    rest = text[span.start : span.end]
    for other in (claim.scope, claim.key) if claim.measure is None else ():
        rest = rest.replace(text[other.start : other.end], " ") if other else rest
    capitals, closed = event_words(language).capitals, module(language).CLOSED
    words = [word for word in _letters(rest).split() if len(word) > _SHORT and word.lower() not in closed]
    nouns = [word for word in words if word[0].isupper()] if capitals else words
    return tuple(dict.fromkeys(stemmed(word.lower(), language) for word in nouns))


def _of_events(claim: FoundClaim, text: str, language: str) -> bool:
    """Whether the subject of a development has a noun for what happens: "die Angriffe", not "die Einfuhren"."""
    if claim.measure is None:
        return True
    words = _letters(text[claim.measure.start : claim.measure.end]).split()
    return any(event_words(language).noun(word.lower()) is not None for word in words)


def _letters(text: str) -> str:
    """A text without its signs."""
    return "".join(c if c.isalnum() else " " for c in text)


def _beside(one: Placed) -> set[str]:
    """The stems of the words behind a claim's key in its clause, as far as they mean something."""
    words = one.behind.split()[:_WORDS]
    return {stemmed(word.lower(), one.language) for word in words if len(word) > _SHORT}


_WORDS, _SHORT = 3, 4
"""Words behind a key that tell what is counted, and letters that they have at least (more than)."""
