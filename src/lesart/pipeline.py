"""The two verbs: `read` an article, `compare` readings. Each step is a room of the package; here is their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import cast

from msgspec.structs import asdict, replace

from lesart.accounts import find_accounts, find_copies, find_divergences, sides, tone_of, with_discord
from lesart.errors import Reason, ReportError
from lesart.events import Placed, find_events
from lesart.language import SUPPORTED, detect, module
from lesart.language.layer import Layer
from lesart.model import SPOKEN, Article, Comparison, Event, Mention, Party, PlacedStatement, Reading, Span, Statement
from lesart.parties import find_parties
from lesart.parties.everywhere import everywhere
from lesart.parties.identity import one_party
from lesart.record import Evidence, Measured, Record, check_claims, find_figures, find_formulas
from lesart.renaming import with_own_ids
from lesart.sources import Options, Report, expand, iso, load
from lesart.statements import DEFAULT, ENGINES, find_statements
from lesart.topics import cut, find_topics, senses_of
from lesart.topics.dossiers import dossiers
from lesart.topics.terms import words_of


def read(
    source: str | Path | Article,
    *,
    published: str | None = None,
    language: str | None = None,
    allow_private: bool = False,
    engine: str = DEFAULT,
) -> Reading:
    """Read one report: who says what, according to whom.

    `source` is a file, a URL, `-` for standard input, or an Article. `published` (ISO 8601) and `language` (ISO
    639-1) are for reports that do not say. Raises ReportError, with a sentence for people, where it cannot be read, and
    ValueError for a date or engine that is none.
    """
    day = iso(published) if published is not None else None
    if published is not None and day is None:
        raise ValueError(f"published: {published!r} is no date like 2026-05-31")
    if engine not in ENGINES:
        raise ValueError(f"engine: {engine!r} is none of {', '.join(ENGINES)}")
    if isinstance(source, Article):
        return read_article(source, engine)
    if Path(source).is_dir():
        raise ReportError(str(source), Reason.FOLDER)
    for report in expand([str(source)]):
        if isinstance(report, ReportError):
            raise report
        options = Options(published=day, language=language, allow_private=allow_private)
        return read_article(load(report, options).article, engine, report)
    raise ReportError(str(source), Reason.MISSING)


def read_article(article: Article, engine: str = DEFAULT, report: Report | None = None) -> Reading:
    """Read an article whose text is at hand. Raises ReportError for a language that is not supported."""
    language = article.language or detect(article.text)
    if language is None:
        return Reading(article=article)
    if language not in SUPPORTED:
        name = report.name if report else article.id
        raise ReportError(name, Reason.LANGUAGE.format(language, ", ".join(SUPPORTED)))
    article = replace(article, language=language)
    layer = module(language).analyse(article.text)
    found, entities = find_statements(article, layer, engine)
    parties, statements = find_parties(article, layer, found, entities)
    return Reading(article=article, parties=parties, statements=statements)


def compare(
    readings: Iterable[Reading],
    records: Sequence[Record] = (),
    joined: Sequence[tuple[Mention, Mention]] = (),
    parted: Sequence[Mention] = (),
) -> Comparison:
    """Put readings beside each other: parties, events, accounts, where they part, and what they claim.

    `records` are tables of past events (`lesart.load_record`) that claims are held against. `joined` are pairs of
    places that mean one event, `parted` places that mean another event than those they would be put to.

    Where two articles have one id, the later one and all that is its own get a number behind it ("report-2").
    """
    readings = with_own_ids(readings)
    layers = {reading.article.id: _layer(reading.article) for reading in readings}
    parties, statements = one_party(readings)
    parties = everywhere(parties, layers)
    readings = [replace(reading, parties=(), statements=own) for reading, own in zip(readings, statements, strict=True)]
    pieces = [piece for reading in readings for piece in cut(reading, layers[reading.article.id])]
    articles = [reading.article for reading in readings]
    by_id = {article.id: article for article in articles}
    events, series, named = find_events(readings, layers, parties, joined, parted)
    together = dossiers([article.id for article in articles if article.language], events, parties)
    whole = [piece for piece in pieces if piece.parent is None]
    senses = senses_of(pieces, by_id)
    topics, topics_of = find_topics(
        [[piece for piece in whole if piece.article in group] for group in map(set, together)],
        by_id,
        layers,
        _no_topics(articles, parties, pieces, events),
        senses,
    )
    about = Placed(named, together, layers)
    placed = _placed(pieces, articles, topics_of, about)
    copies = find_copies(articles)
    copied = {copy.article for copy in copies}
    formulas = find_formulas(articles, layers, placed)
    glosses = {(formula.article, formula.gloss) for formula in formulas}
    telling = [
        s for s in placed if s.article not in copied and not _asks(s, by_id[s.article]) and not _is_gloss(s, glosses)
    ]
    accounts = find_accounts(telling, parties, events, by_id, senses)
    language = Counter(article.language for article in articles if article.language).most_common(1)
    measured = _measured(articles, layers, placed, about, parties)
    told_in = str(language[0][0]) if language else SUPPORTED[0]
    divergences = find_divergences(accounts, placed, events, parties, topics, articles, layers, told_in)
    return Comparison(
        articles=articles,
        parties=_concerned(parties, placed, events, measured),
        statements=placed,
        topics=topics,
        events=events,
        series=with_discord(series, accounts, divergences, sides(parties)),
        accounts=accounts,
        divergences=divergences,
        figures=[one.figure for one in measured],
        claims=check_claims(Evidence(articles, layers, events, named, measured), about, placed, parties, records),
        formulas=formulas,
        copies=copies,
    )


def _concerned(
    parties: Sequence[Party],
    placed: Sequence[PlacedStatement],
    events: Sequence[Event],
    measured: Sequence[Measured],
) -> list[Party]:
    """The parties that speak, relay, are spoken to, take part or give figures, and to whom these belong."""
    kept = {party for statement in placed for party in (statement.said_by, statement.said_to, *statement.according_to)}
    kept |= {party for event in events for party in event.participants}
    kept |= {one.figure.according_to for one in measured}
    by_id = {party.id: party for party in parties}
    above = [party for party in parties if party.id in kept]
    while above:
        owners = {owner for party in above for owner in (party.side, party.affiliation)} - kept
        above = [by_id[owner] for owner in owners if owner in by_id]
        kept |= owners
    return [party for party in parties if party.id in kept]


def _measured(
    articles: Sequence[Article],
    layers: Mapping[str, Layer],
    placed: Sequence[PlacedStatement],
    about: Placed,
    parties: Sequence[Party],
) -> list[Measured]:
    """The figures of all articles, each with whose it is and of which event."""
    own: dict[str, list[PlacedStatement]] = {article.id: [] for article in articles}
    for statement in placed:
        own[statement.article].append(statement)
    meant: dict[str, list[tuple[int, int, str]]] = {}
    for party in parties:
        for mention in party.mentions:
            meant.setdefault(mention.article, []).append((mention.start, mention.end, party.id))
    return [
        one
        for article in articles
        if article.language
        for one in find_figures(article, layers[article.id], own[article.id], about, meant.get(article.id, ()))
    ]


def load_record(path: str | Path, map_path: str | Path | None = None) -> Record:
    """A table of past events (CSV or Parquet) to hold claims against, by the map given, beside it, or guessed.

    Raises RecordError, with a sentence for people, where nothing of it can be used.
    """
    from lesart.record.table.load import load_record as load_table

    return load_table(Path(path), Path(map_path) if map_path else None)


def _layer(article: Article) -> Layer:
    analyse = module(article.language or SUPPORTED[0]).analyse
    return cast(Layer, analyse(article.text))


def _no_topics(
    articles: Sequence[Article], parties: Sequence[Party], pieces: Sequence[Statement], events: Sequence[Event]
) -> set[str]:
    """Words that are no topics: names of persons and of who speaks, roles, words for talks, days and months."""
    texts = {article.id: article.text for article in articles}
    speaking = {piece.said_by for piece in pieces} | {relay for piece in pieces for relay in piece.according_to}
    named = [party for party in parties if party.kind in ("person", "state") or party.id in speaking]
    forms = [party.name for party in named]
    forms += [texts[m.article][m.start : m.end] for party in named if party.kind == "state" for m in party.mentions]
    words = {word.lower() for form in forms for word in form.split()}
    words |= {word.lower() for party in parties for word in (party.role or "").split()}
    words |= {word + "s" for word in words} | {form for word in words for form in _declined(word)}
    for event in events:
        for mention in event.mentions if event.kind in SPOKEN else ():
            words.update(texts[mention.article][mention.start : mention.end].lower().split())
    for language in {article.language for article in articles if article.language}:
        words |= module(language).DAYS | module(language).CLOSED
    return words


def _asks(statement: Statement, article: Article) -> bool:
    """Whether a content is a question that somebody was asked: "ob auch die Lotsen zur Sprache gekommen seien"."""
    start = statement.content[0].start
    word = article.text[start : start + _WORD].split(maxsplit=1)[:1]
    return bool(word) and word[0].lower() in words_of(article.language or "", "asks")


def _is_gloss(statement: Statement, glosses: Set[tuple[str, Span]]) -> bool:
    """Whether a statement is what a set phrase is said to stand for: that tells of no event."""
    content = statement.content[0].start, statement.content[-1].end
    return any(
        article == statement.article and gloss.start <= content[0] and content[1] <= gloss.end
        for article, gloss in glosses
    )


_WORD = 20
"""Letters in which the first word of a content ends."""


def _declined(word: str) -> set[str]:
    """The forms of an adjective in a name: "Sozialer Bund", "des Sozialen Bunds"."""
    stem = next((word[: -len(end)] for end in ("er", "en", "es", "em", "e") if word.endswith(end)), "")
    return {stem + end for end in ("er", "en", "es", "em", "e")} if len(stem) > _SHORTEST else set()


_SHORTEST = 4
"""Letters of the stem of an adjective in a name."""


def _placed(
    pieces: Sequence[Statement],
    articles: Sequence[Article],
    topics: Mapping[str, tuple[str, ...]],
    about: Placed,
) -> list[PlacedStatement]:
    """The pieces with event, topics and tone; what stands inside another piece has that one's topics."""
    by_id = {article.id: article for article in articles}
    placed = []
    for piece in pieces:
        article = by_id[piece.article]
        words = " ".join(article.text[span.start : span.end] for span in piece.content)
        placed.append(
            PlacedStatement(
                **asdict(piece),
                event=about.at(piece.article, piece.content[0].start),
                topics=topics.get(piece.id) or topics.get(piece.parent or "", ()),
                tone=tone_of(words, article.language or SUPPORTED[0]),
            )
        )
    return placed
