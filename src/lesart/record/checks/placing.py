"""The claims of an article with what a check needs of them: event, days, scope, words, whose statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lesart.events.placing import Placed as EventPlaces
from lesart.events.words import event_words
from lesart.language import module
from lesart.language.ordered import Ordered
from lesart.model import PlacedStatement, Span
from lesart.record.checks.claim import Placed
from lesart.record.checks.days import published_on
from lesart.record.checks.evidence import Evidence
from lesart.record.checks.sentences import sentences
from lesart.record.checks.subject import subject_of
from lesart.record.checks.window import window_of
from lesart.record.claims.finding import find_claims
from lesart.record.claims.found import FoundClaim
from lesart.topics.terms import stemmed

_SHORT = 4
"""Letters that a noun has at least (more than)."""


def placed_claims(
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
