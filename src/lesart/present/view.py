"""A comparison as people read it: per event the line, the gap, the matrix, the gaps one by one, the series.

Terminal and page show the same views; what differs is only how they look.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lesart.accounts import sides, status_of
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
    """What a side says on a topic; an empty cell is silence."""

    status: str
    by: str
    """Whose words they are, where several tell for a side."""
    words: str
    statements: Sequence[str]
    """The evidence; the first has the words."""
    in_conflict: bool


class Row(Struct, frozen=True):
    """One topic with a cell for every side."""

    topic: str
    cells: Sequence[Cell | None]


class Teller(Struct, frozen=True):
    """A column of the matrix: all who tell for a side, by the name of the one that does, or of the side."""

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
    note: str
    """What is unusual, and against how many events; which topics are new or gone against the one told before."""
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
    return words if len(parts) <= most else " ".join(parts[:most]).rstrip(" ,;:–…") + " …"


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
    shown = [event for event in comparison.events if event.id in accounts]
    shown.sort(key=lambda event: (-min(2, len(accounts[event.id])), -len(gaps.get(event.id, ())), _newest(event)))
    return [
        _event_view(comparison, event, accounts[event.id], gaps.get(event.id, []), words, colours) for event in shown
    ]


def _by_side(accounts: Sequence[Account], colours: Colours) -> list[list[Account]]:
    """The accounts of each side together; the sides that tell most come first."""
    found: dict[str, list[Account]] = {}
    for account in accounts:
        found.setdefault(colours.side(account.teller), []).append(account)
    return sorted(found.values(), key=lambda own: -sum(len(p.statements) for account in own for p in account.points))


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
    together = _by_side(accounts, colours)
    order = list(dict.fromkeys(point.topic for account in accounts for point in account.points))
    labels = {topic.id: topic.label for topic in comparison.topics}
    rows = [
        Row(labels[topic], [_cell(own, topic, statements, texts, conflicts, colours.parties) for own in together])
        for topic in order
    ]
    return EventView(
        id=event.id,
        label=event.label,
        line=event_line(event, colours.parties, words),
        tellers=[_teller(own, colours) for own in together],
        rows=rows,
        gaps=[_gap(divergence, statements, texts, colours.parties, words) for divergence in divergences],
        steps=_steps(comparison, event, words),
    )


def event_line(event: Event, parties: dict[str, Party], words: Words) -> str:
    """What, who, when, the how-manieth, in one line."""
    names = ", ".join(parties[participant].name for participant in event.participants if participant in parties)
    ordinal = words["ordinal"].format(event.ordinal) if event.ordinal else ""
    planned = words["planned"] if event.status == "planned" else ""
    parts = [_what(event, words), names, event.place or "", words.period(event.date), ordinal, planned]
    return " · ".join(part for part in parts if part)


def _what(event: Event, words: Words) -> str:
    """What an event is called: its kind, or the noun that the texts have for it where the kind says little."""
    noun = event.label.split()[-1]
    telling = event.kind in ("accident", "announcement", "attack", "other") and noun[:1].isupper()
    return noun if telling else words[f"event_{event.kind}"]


def _teller(accounts: Sequence[Account], colours: Colours) -> Teller:
    """The column of a side's accounts."""
    parties = [colours.parties[account.teller] for account in accounts]
    above = colours.parties[colours.side(parties[0].id)]
    party = parties[0] if len(parties) == 1 else above
    own = parties[0].side or parties[0].affiliation
    names = ", ".join(other.name for other in parties if other.id != party.id)
    return Teller(
        name=party.name,
        role=names if len(parties) > 1 else party.role or "",
        side=colours.parties[own].name if len(parties) == 1 and own in colours.parties else "",
        initials="".join(word[0] for word in party.name.split()[:2]),
        colour=colours.of(party.id),
    )


def _cell(
    accounts: Sequence[Account],
    topic: str,
    statements: dict[str, PlacedStatement],
    texts: dict[str, str],
    conflicts: set[tuple[str | None, str]],
    parties: dict[str, Party],
) -> Cell | None:
    points = [(account.teller, point) for account in accounts for point in account.points if point.topic == topic]
    if not points:
        return None
    told = [(teller, statements[identifier]) for teller, point in points for identifier in point.statements]
    status = status_of([statement for _, statement in told])
    lines = [(teller, s, content(s, texts[s.article])) for teller, s in told]
    denies = status == "denied"
    lines.sort(key=lambda line: ((line[1].modality == "denied") != denies, len(line[2]) if denies else 0))
    several = len({account.teller for account in accounts}) > 1
    return Cell(
        status=status,
        by=parties[lines[0][0]].name.split()[-1] if several else "",
        words=shortened(lines[0][2]),
        statements=[statement.id for _, statement, _ in lines],
        in_conflict=any((topic, account.teller) in conflicts for account in accounts),
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
    topics = _topics_of(comparison)
    steps: list[Step] = []
    before: dict[str, str] = {}
    for place, identifier in enumerate(series.events):
        own = topics.get(identifier, {})
        told = series.told_before[place]
        notes = [words["unusual"].format(told)] if identifier in series.unusual else []
        if events[identifier].status == "planned":
            notes.append(words["planned"])
        if before and own:
            notes += _changes(before, own, words)
        before = own or before
        steps.append(
            Step(
                label=events[identifier].label,
                date=words.period(events[identifier].date),
                discord=series.discord[place],
                note="; ".join(notes),
                current=identifier == event.id,
            )
        )
    return steps


def _topics_of(comparison: Comparison) -> dict[str, dict[str, str]]:
    """Event -> the topics of its accounts with their labels."""
    labels = {topic.id: topic.label for topic in comparison.topics}
    found: dict[str, dict[str, str]] = {}
    for account in comparison.accounts:
        found.setdefault(account.event, {}).update({point.topic: labels[point.topic] for point in account.points})
    return found


def _changes(before: dict[str, str], own: dict[str, str], words: Words) -> list[str]:
    """The topics that an event has and the one before had not, and the other way round."""
    new = [label for topic, label in own.items() if topic not in before]
    gone = [label for topic, label in before.items() if topic not in own]
    return [words[name].format(", ".join(some)) for name, some in (("new", new), ("gone", gone)) if some]


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
