"""A comparison as people read it: per event the line, the gap, the matrix, the gaps one by one, the series.

Terminal and page show the same views; what differs is only how they look.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lesart.accounts import sides
from lesart.model import Account, Comparison, Divergence, Event, Party, PlacedStatement, Reading, Statement
from lesart.present.words import Words

MOST_WORDS = 8
"""Words in a cell of the matrix."""


class Quote(Struct, frozen=True):
    """Words of a statement with who says them where."""

    statement: str
    words: str
    chain: str
    article: str


class Cell(Struct, frozen=True):
    """What a teller says on a topic; an empty cell is silence."""

    status: str
    words: str
    statements: Sequence[str]
    """The evidence; the first has the words."""
    in_conflict: bool


class Row(Struct, frozen=True):
    """One topic with a cell for every teller."""

    topic: str
    cells: Sequence[Cell | None]


class Teller(Struct, frozen=True):
    """A column of the matrix."""

    id: str
    name: str
    role: str
    side: str
    initials: str
    colour: int


class Gap(Struct, frozen=True):
    """A divergence with the words it stands on."""

    kind: str
    summary: str
    quotes: Sequence[Quote]


class Step(Struct, frozen=True):
    """One event of a series."""

    label: str
    date: str
    discord: float
    unusual: bool
    current: bool


class EventView(Struct, frozen=True):
    """All that is shown of one event."""

    id: str
    label: str
    line: str
    tellers: Sequence[Teller]
    rows: Sequence[Row]
    gaps: Sequence[Gap]
    steps: Sequence[Step]


class Colours:
    """A colour number (0 to 7) for every side, in the order in which they are met."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = {party.id: party for party in parties}
        self._sides = sides(parties)
        self._numbers: dict[str, int] = {}

    def of(self, party: str | None) -> int:
        """The number of a party's side; -1 for nobody."""
        if party is None or party not in self.parties:
            return -1
        return self._numbers.setdefault(self.side(party), len(self._numbers) % 8)

    def side(self, party: str) -> str:
        """The party at the end of a party's affiliations."""
        return self._sides[party]


def content(statement: Statement, text: str) -> str:
    """The words of a statement in one line, pieces joined by an ellipsis."""
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in statement.content)


def shortened(words: str, most: int = MOST_WORDS) -> str:
    """At most so many words."""
    parts = words.split()
    return words if len(parts) <= most else " ".join(parts[:most]).rstrip(",;:–") + " …"


def chain_of(statement: Statement, parties: dict[str, Party], words: Words) -> str:
    """Who says it, according to whom: "Dombrek < Solling"."""
    ids = [statement.said_by, *statement.according_to]
    return " < ".join(parties[i].name if i in parties else words["unresolved"] for i in ids if i or i is None)


def copies_of(comparison: Comparison) -> dict[str, str]:
    """Article id -> the title of the article that it repeats."""
    titles = {article.id: article.title or article.id for article in comparison.articles}
    return {copy.article: titles[copy.of] for copy in comparison.copies}


def event_views(comparison: Comparison, words: Words, colours: Colours) -> list[EventView]:
    """The events that somebody tells of, those with the most tellers and gaps first."""
    accounts: dict[str, list[Account]] = {}
    for account in comparison.accounts:
        if account.points:
            accounts.setdefault(account.event, []).append(account)
    gaps: dict[str, list[Divergence]] = {}
    for divergence in comparison.divergences:
        gaps.setdefault(divergence.event, []).append(divergence)
    accounts = {event: _by_side(own, colours) for event, own in accounts.items()}
    shown = [event for event in comparison.events if event.id in accounts]
    shown.sort(key=lambda event: (-min(2, len(accounts[event.id])), -len(gaps.get(event.id, ())), _newest(event)))
    return [
        _event_view(comparison, event, accounts[event.id], gaps.get(event.id, []), words, colours) for event in shown
    ]


def _by_side(accounts: Sequence[Account], colours: Colours) -> list[Account]:
    """Tellers of one side beside each other; the sides that tell most come first."""
    told: dict[str, int] = {}
    for account in accounts:
        side = colours.side(account.teller)
        told[side] = told.get(side, 0) + sum(len(point.statements) for point in account.points)
    order = sorted(told, key=lambda side: -told[side])
    return sorted(accounts, key=lambda account: order.index(colours.side(account.teller)))


def _newest(event: Event) -> int:
    return -int(event.date.first.replace("-", "")) if event.date else 0


def _event_view(
    comparison: Comparison,
    event: Event,
    accounts: Sequence[Account],
    divergences: Sequence[Divergence],
    words: Words,
    colours: Colours,
) -> EventView:
    statements = {statement.id: statement for statement in comparison.statements}
    texts = {article.id: article.text for article in comparison.articles}
    conflicts = {(d.topic, party) for d in divergences if d.kind in ("denial", "contradiction") for party in d.between}
    tellers = [_teller(account, colours, words) for account in accounts]
    order = list(dict.fromkeys(point.topic for account in accounts for point in account.points))
    labels = {topic.id: topic.label for topic in comparison.topics}
    rows = [
        Row(labels[topic], [_cell(account, topic, statements, texts, conflicts) for account in accounts])
        for topic in order
    ]
    return EventView(
        id=event.id,
        label=event.label,
        line=event_line(event, colours.parties, words),
        tellers=tellers,
        rows=rows,
        gaps=[_gap(divergence, statements, texts, colours.parties, words) for divergence in divergences],
        steps=_steps(comparison, event, words),
    )


def event_line(event: Event, parties: dict[str, Party], words: Words) -> str:
    """What, who, when, the how-manieth, in one line."""
    names = ", ".join(parties[participant].name for participant in event.participants if participant in parties)
    ordinal = words["ordinal"].format(event.ordinal) if event.ordinal else ""
    planned = words["planned"] if event.status == "planned" else ""
    parts = [_what(event, words), names, words.period(event.date), ordinal, planned]
    return " · ".join(part for part in parts if part)


def _what(event: Event, words: Words) -> str:
    """What an event is called: its kind, or the noun that the texts have for it where the kind says little."""
    noun = event.label.split()[-1]
    telling = event.kind in ("accident", "announcement", "attack", "other") and noun[:1].isupper()
    return noun if telling else words[f"event_{event.kind}"]


def _teller(account: Account, colours: Colours, words: Words) -> Teller:
    party = colours.parties[account.teller]
    side = colours.parties.get(party.side or party.affiliation or "")
    return Teller(
        id=party.id,
        name=party.name,
        role=party.role or "",
        side=side.name if side else "",
        initials="".join(word[0] for word in party.name.split()[:2]),
        colour=colours.of(party.id),
    )


def _cell(
    account: Account,
    topic: str,
    statements: dict[str, PlacedStatement],
    texts: dict[str, str],
    conflicts: set[tuple[str | None, str]],
) -> Cell | None:
    point = next((point for point in account.points if point.topic == topic), None)
    if point is None:
        return None
    told = [(s, content(s, texts[s.article])) for s in (statements[identifier] for identifier in point.statements)]
    denies = point.status == "denied"
    told.sort(key=lambda pair: ((pair[0].modality == "denied") != denies, len(pair[1]) if denies else 0))
    return Cell(
        status=point.status,
        words=shortened(told[0][1]),
        statements=[statement.id for statement, _ in told],
        in_conflict=(topic, account.teller) in conflicts,
    )


def _gap(
    divergence: Divergence,
    statements: dict[str, PlacedStatement],
    texts: dict[str, str],
    parties: dict[str, Party],
    words: Words,
) -> Gap:
    evidence = [statements[identifier] for identifier in divergence.statements]
    return Gap(
        kind=words[f"kind_{divergence.kind}"],
        summary=divergence.summary,
        quotes=[
            Quote(
                s.id, words.quoted(shortened(content(s, texts[s.article]), 30)), chain_of(s, parties, words), s.article
            )
            for s in evidence[:6]
        ],
    )


def _steps(comparison: Comparison, event: Event, words: Words) -> list[Step]:
    series = next((series for series in comparison.series if series.id == event.series), None)
    if series is None:
        return []
    events = {one.id: one for one in comparison.events}
    return [
        Step(
            label=events[identifier].label,
            date=words.period(events[identifier].date),
            discord=discord,
            unusual=identifier in series.unusual,
            current=identifier == event.id,
        )
        for identifier, discord in zip(series.events, series.discord, strict=True)
    ]


class Group(Struct, frozen=True):
    """What one party says in an article."""

    name: str
    role: str
    side: str
    party: str | None
    statements: Sequence[Statement]


def groups_of(reading: Reading, words: Words) -> list[Group]:
    """The statements of an article grouped by who says them, in order of their first word; fragments left out."""
    parties = {party.id: party for party in reading.parties}
    speakers = {statement.id: statement.said_by for statement in reading.statements}
    told: dict[str | None, list[Statement]] = {}
    for statement in reading.statements:
        if statement.parent and speakers.get(statement.parent) == statement.said_by:
            continue
        told.setdefault(statement.said_by, []).append(statement)
    groups = []
    for speaker, statements in told.items():
        party = parties.get(speaker or "")
        side = parties.get((party.side or party.affiliation or "") if party else "")
        groups.append(
            Group(
                name=party.name if party else words["unresolved"],
                role=(party.role or "") if party else "",
                side=side.name if side else "",
                party=speaker,
                statements=statements,
            )
        )
    return groups
