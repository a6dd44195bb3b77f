"""The nouns of Lesart: what is read, and what a comparison finds.

Every struct is frozen; its msgspec encoding is the JSON that Lesart prints (`docs/output.md`), nothing else. Offsets
are half-open `[start, end)`, in Unicode code points into `Article.text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

FORMAT = "1"
"""The version of the JSON; raised when a change breaks a reader of it."""

StatementForm = Literal["direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"]
Medium = Literal["Speech", "Thought", "Writing", "ST", "SW", "TW"]
Modality = Literal["asserted", "denied", "hedged"]
PartyKind = Literal["person", "office", "state", "organisation", "group"]
EventKind = Literal[
    "call",
    "meeting",
    "talks",
    "attack",
    "strike",
    "vote",
    "announcement",
    "accident",
    "protest",
    "agreement",
    "other",
]
SPOKEN: frozenset[EventKind] = frozenset(["call", "meeting", "talks"])
"""Kinds of event in which something can come up, and whose names are no topic of what is said of them."""
EventStatus = Literal["happened", "planned", "not"]
DivergenceKind = Literal["denial", "contradiction", "silence", "tone", "figure"]
Bound = Literal["exactly", "at_least", "more_than", "at_most", "about"]
ClaimKind = Literal["ordinal", "superlative", "since"]
ClaimDirection = Literal["most", "least", "up", "down", "none"]
Verdict = Literal["supported", "refuted", "unknown"]


class Span(Struct, frozen=True, order=True):
    """A stretch of an article's text: code points `start` to `end`, `end` not included."""

    start: int
    end: int


class Article(Struct, frozen=True, kw_only=True):
    """One report as it was given; `text` is never altered, `published` is ISO 8601."""

    id: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    text: str


class Statement(Struct, frozen=True, kw_only=True):
    """Content that the article does not say in its own voice, with who says it according to whom."""

    id: str
    article: str
    form: StatementForm
    medium: Medium | None = None
    content: Sequence[Span]
    speaker: Sequence[Span] = ()
    cue: Sequence[Span] = ()
    addressee: Sequence[Span] = ()
    frame: Sequence[Span] = ()
    said_by: str | None = None
    said_to: str | None = None
    according_to: Sequence[str] = ()
    parent: str | None = None
    modality: Modality = "asserted"
    confidence: float = 0.5


class PlacedStatement(Statement, frozen=True, kw_only=True):
    """A statement as a comparison sees it: with its event, topics and tone (-1 to 1)."""

    event: str | None = None
    topics: Sequence[str] = ()
    tone: float = 0.0


class Mention(Struct, frozen=True, order=True):
    """A place where an article means a party or an event."""

    article: str
    start: int
    end: int


class Party(Struct, frozen=True, kw_only=True):
    """A person or body: who speaks, is spoken to, relays or takes part."""

    id: str
    name: str
    kind: PartyKind
    role: str | None = None
    affiliation: str | None = None
    side: str | None = None
    wikidata: str | None = None
    mentions: Sequence[Mention] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """One article with its parties and statements: what `lesart read` prints as a line."""

    lesart: str = FORMAT
    article: Article
    parties: Sequence[Party] = ()
    statements: Sequence[Statement] = ()


class Topic(Struct, frozen=True, kw_only=True):
    """What statements are about; `label` is a phrase out of the texts."""

    id: str
    label: str
    terms: Sequence[str] = ()


class Period(Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """Days, ISO 8601; `last` is None for a single day."""

    first: str
    last: str | None = None


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened, with all places where the articles mean it."""

    id: str
    kind: EventKind
    label: str
    date: Period | None = None
    place: str | None = None
    participants: Sequence[str] = ()
    series: str | None = None
    ordinal: int | None = None
    status: EventStatus = "happened"
    mentions: Sequence[Mention] = ()


class Series(Struct, frozen=True, kw_only=True):
    """Events of one kind between the same participants, in order of time; for each one `discord` (0 to 1) and how many
    events before it two sides tell of."""

    id: str
    label: str
    kind: EventKind
    participants: Sequence[str] = ()
    events: Sequence[str] = ()
    discord: Sequence[float] = ()
    told_before: Sequence[int] = ()
    unusual: Sequence[str] = ()


class Point(Struct, frozen=True, kw_only=True):
    """One topic of an account: raised or denied, with the statements that it stands on."""

    topic: str
    status: Literal["raised", "denied"]
    statements: Sequence[str]


class Account(Struct, frozen=True, kw_only=True):
    """What one teller says of one event; points in the teller's order, `tone` toward the event from -1 to 1."""

    id: str
    event: str
    teller: str
    side: str | None = None
    tone: float = 0.0
    points: Sequence[Point] = ()


class Divergence(Struct, frozen=True, kw_only=True):
    """Where two accounts part; `between` are two parties, for a silence the one who raises the topic first."""

    event: str
    kind: DivergenceKind
    topic: str | None
    between: Sequence[str]
    statements: Sequence[str]
    score: float
    summary: str


class Figure(Struct, frozen=True, kw_only=True):
    """A quantity that an article gives."""

    id: str
    article: str
    span: Span
    what: str
    value: float
    bound: Bound = "exactly"
    according_to: str | None = None
    event: str | None = None


class DatedValue(Struct, frozen=True, kw_only=True):
    """What a check compares: a value on its day or days, or a place in a count; `ids` are events, figures or rows."""

    label: str
    period: Period | None = None
    value: float | None = None
    source: str | None = None
    ids: Sequence[str] = ()


class Check(Struct, frozen=True, kw_only=True):
    """What one body of evidence says of a claim.

    `against` is "articles" or the name of a record; `finding` and `rule` are sentences in the article's language: what
    was found, and how it was counted; `own` is the claim's own value, `rival` the one that decides or comes next;
    `covers` the days that the evidence reaches over, `scope` those that the claim is about (None: all);
    `values` are those compared, in order of time, `unit` what they count.
    """

    against: str
    verdict: Verdict
    finding: str
    rule: str
    unit: str = ""
    own: DatedValue | None = None
    rival: DatedValue | None = None
    covers: Period | None = None
    scope: Period | None = None
    values: Sequence[DatedValue] = ()


class Claim(Struct, frozen=True, kw_only=True):
    """A sentence about a series or a record, taken apart, and what the articles and records say of it.

    `number` is an ordinal's, or the rank of a superlative (1: the largest); `direction` is "most" or "least" of a
    superlative, "up", "down" or "none" of a development; `basis` are the ids of the events and figures on which the
    verdict stands.
    """

    article: str
    span: Span
    kind: ClaimKind
    verdict: Verdict
    basis: Sequence[str] = ()
    statement: str | None = None
    event: str | None = None
    key: Span
    scope: Span | None = None
    number: int | None = None
    direction: ClaimDirection | None = None
    checks: Sequence[Check] = ()


class PhraseUse(Struct, frozen=True, kw_only=True):
    """One use of a set phrase; `said_by` is null for the article's own words."""

    article: str
    span: Span
    said_by: str | None = None


class Formula(Struct, frozen=True, kw_only=True):
    """A set phrase whose meaning an article spells out, with all its uses in the comparison."""

    article: str
    span: Span
    phrase: str
    used_by: Sequence[str]
    gloss: Span
    glossed_by: str | None = None
    uses: Sequence[PhraseUse] = ()


class Copy(Struct, frozen=True, kw_only=True):
    """An article that repeats another nearly word for word; `share` is how much of the shorter one is the same."""

    article: str
    of: str
    share: float


class Comparison(Struct, frozen=True, kw_only=True):
    """All that `lesart compare` finds over several articles."""

    lesart: str = FORMAT
    articles: Sequence[Article]
    parties: Sequence[Party] = ()
    statements: Sequence[PlacedStatement] = ()
    topics: Sequence[Topic] = ()
    events: Sequence[Event] = ()
    series: Sequence[Series] = ()
    accounts: Sequence[Account] = ()
    divergences: Sequence[Divergence] = ()
    figures: Sequence[Figure] = ()
    claims: Sequence[Claim] = ()
    formulas: Sequence[Formula] = ()
    copies: Sequence[Copy] = ()
