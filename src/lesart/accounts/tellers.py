"""Accounts: what each teller says of an event, point by point in the teller's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lesart.accounts.leaning import Telling, leaning
from lesart.accounts.status import status_of
from lesart.accounts.tone import tone_of
from lesart.encoder.senses import Sense
from lesart.language import SUPPORTED
from lesart.model import Account, Article, Event, Party, PlacedStatement, Point

FEWEST = 1
"""Statements from which somebody has an account of an event."""


def find_accounts(
    statements: Sequence[PlacedStatement],
    parties: Sequence[Party],
    events: Sequence[Event],
    articles: Mapping[str, Article],
    senses: Mapping[str, Sense],
) -> list[Account]:
    """One account for every teller and event, in order of the text; tellers of one side share its tone.

    The teller is who stands at the end of the source chain: from whom the article has it. Quoted fragments inside a
    statement of the same speaker add nothing; parties without a name tell no account. `articles` are by id, `senses` by
    the ids of the statements.
    """
    by_id = {party.id: party for party in parties}
    speakers = {statement.id: statement.said_by for statement in statements}
    told: dict[tuple[str, str], list[PlacedStatement]] = {}
    for statement in statements:
        teller = teller_of(statement)
        if statement.event is None or teller is None or not _named(by_id[teller]):
            continue
        if statement.parent and speakers.get(statement.parent) == statement.said_by:
            continue
        told.setdefault((statement.event, teller), []).append(statement)
    side = sides(parties)
    together: dict[tuple[str, str], list[PlacedStatement]] = {}
    for (event, teller), found in told.items():
        together.setdefault((event, side[teller]), []).extend(found)
    happened = {event.id: event for event in events}
    tones = {
        (event, own): _tone(found, own, happened[event], side, articles, senses)
        for (event, own), found in together.items()
    }
    return [
        _account(f"a{number}", event, by_id[teller], found, tones[event, side[teller]])
        for number, ((event, teller), found) in enumerate(told.items(), 1)
        if len(found) >= FEWEST
    ]


def _tone(
    statements: Sequence[PlacedStatement],
    own: str,
    event: Event,
    side: Mapping[str, str],
    articles: Mapping[str, Article],
    senses: Mapping[str, Sense],
) -> float:
    """The tone of a side toward an event; what it says that others said evaluates nothing for it."""
    told = [
        telling(one, articles[one.article], senses[one.id], own=not one.said_by or side[one.said_by] == own)
        for one in statements
    ]
    return leaning(told, event.kind, any(side[party] == own for party in event.participants))


def telling(statement: PlacedStatement, article: Article, sense: Sense, own: bool) -> Telling:
    """What a statement tells of the tone of an account, whose teller it speaks for where it is its own."""
    frame = " ".join(article.text[span.start : span.end] for span in statement.frame)
    return Telling(
        tone=statement.tone if own else 0.0,
        frame_tone=tone_of(frame, article.language or SUPPORTED[0]),
        bad=sense.bad if own else 0.0,
        good=sense.good if own else 0.0,
        denied=statement.modality == "denied",
        direct=statement.form == "direct",
    )


def teller_of(statement: PlacedStatement) -> str | None:
    """From whom an article has a statement: the last relay, else who says it."""
    return statement.according_to[-1] if statement.according_to else statement.said_by


def _named(party: Party) -> bool:
    """Whether a party has a name of its own or speaks for a side: not an insider, not a mere role."""
    if party.kind == "group":
        return party.side is not None
    return party.kind != "person" or " " in party.name or party.role is not None


def _account(identifier: str, event: str, teller: Party, statements: Sequence[PlacedStatement], tone: float) -> Account:
    by_topic: dict[str, list[PlacedStatement]] = {}
    for statement in statements:
        for topic in statement.topics:
            by_topic.setdefault(topic, []).append(statement)
    points = [
        Point(topic=topic, status=status_of(found), statements=tuple(statement.id for statement in found))
        for topic, found in by_topic.items()
    ]
    return Account(
        id=identifier,
        event=event,
        teller=teller.id,
        side=teller.side,
        tone=tone,
        points=tuple(points),
    )


def sides(parties: Sequence[Party]) -> Mapping[str, str]:
    """Party -> the side it speaks for: the end of its affiliations, itself where it has none."""
    by_id = {party.id: party for party in parties}
    found = {}
    for party in parties:
        seen = {party.id}
        side = party
        while (above := side.side or side.affiliation) and above in by_id and above not in seen:
            seen.add(above)
            side = by_id[above]
        found[party.id] = side.id
    return found
