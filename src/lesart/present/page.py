"""Readings and comparisons as one self-contained page: no network, no inline script but its own (by its hash)."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from lesart.model import Article, Comparison, Party, PlacedStatement, Reading, Statement
from lesart.present.claims import ClaimView, claim_views
from lesart.present.marking import Mark, pieces_of
from lesart.present.mentions import Mentions
from lesart.present.register import PhraseView, phrase_views
from lesart.present.view import Colours, chain_of, content, copies_of, event_line, event_views
from lesart.present.words import Words, words_for

_TEMPLATES = Path(__file__).parent / "templates"


def page_of_comparison(comparison: Comparison) -> str:
    """The page of a comparison: events, gaps, matrix, series, articles with highlights."""
    return _page(context_of_comparison(comparison, words_for(comparison.articles)))


def page_of_readings(readings: Sequence[Reading]) -> str:
    """The page of readings: the articles with highlights, and who appears in them."""
    return _page(context_of_readings(readings, words_for([reading.article for reading in readings])))


def context_of_comparison(comparison: Comparison, words: Words, only: str | None = None) -> dict[str, Any]:
    """What the templates show of a comparison; of the event `only` if that is given."""
    colours = Colours(comparison.parties)
    views = event_views(comparison, words, colours)
    shown = [view for view in views if len(view.tellers) > 1] or views[:1]
    if only is not None:
        shown = [view for view in views if view.id == only]
    listed = {view.id for view in shown}
    labels = {
        "events": {event.id: event_line(event, colours.parties, words) for event in comparison.events},
        "topics": {topic.id: topic.label for topic in comparison.topics},
    }
    return _context(
        title=words["title_compare"].format(len(comparison.articles)),
        words=words,
        articles=comparison.articles,
        statements=comparison.statements,
        parties=comparison.parties,
        colours=colours,
        labels=labels,
        events=[_with_conflicts(view) for view in shown],
        other_events=[labels["events"][event.id] for event in comparison.events if event.id not in listed],
        compared=True,
        copies=copies_of(comparison),
        claims=claim_views(comparison, words, colours.parties),
        phrases=phrase_views(comparison, words, colours.parties),
    )


def context_of_readings(readings: Sequence[Reading], words: Words) -> dict[str, Any]:
    """What the templates show of readings."""
    articles = [reading.article for reading in readings]
    parties = [party for reading in readings for party in reading.parties]
    return _context(
        title=words["title_read"],
        words=words,
        articles=articles,
        statements=[statement for reading in readings for statement in reading.statements],
        parties=parties,
        colours=Colours(parties),
        labels={"events": {}, "topics": {}},
        events=[],
        other_events=[],
        compared=False,
        copies={},
    )


def _with_conflicts(view: Any) -> dict[str, Any]:  # noqa: ANN401 - a struct as the template reads it
    """The view with its rows marked where cells are in conflict."""
    fields = {name: getattr(view, name) for name in view.__struct_fields__}
    rows = [
        {"topic": row.topic, "cells": row.cells, "in_conflict": any(cell and cell.in_conflict for cell in row.cells)}
        for row in view.rows
    ]
    return {**fields, "rows": rows}


def _page(context: dict[str, Any]) -> str:
    """A context as a page by itself."""
    script = _part("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            context,
            version=version("lesart"),
            style=Markup(_part("page.css")),
            script=Markup(script),
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _context(
    title: str,
    words: Words,
    articles: Sequence[Article],
    statements: Sequence[Statement],
    parties: Sequence[Party],
    colours: Colours,
    labels: Mapping[str, Mapping[str, str]],
    events: Sequence[Any],
    other_events: Sequence[str],
    compared: bool,
    copies: Mapping[str, str],
    claims: Sequence[ClaimView] = (),
    phrases: Sequence[PhraseView] = (),
) -> dict[str, Any]:
    texts = {article.id: article.text for article in articles}
    chains = {s.id: chain_of(s, colours.parties, words) for s in statements}
    numbers = {s.id: colours.of(s.said_by) for s in statements}
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    cards = {s.id: _card(s, texts[s.article], colours.parties, words, labels, chains[s.id]) for s in statements}
    cards |= {claim.id: _claim_card(claim, words) for claim in claims}
    marks = _marks(claims, phrases)
    places = {party.id: number for number, party in enumerate(parties)}
    return {
        "title": title,
        "words": words,
        "statements": _json(cards),
        "events": events,
        "compared": compared,
        "other_events": other_events,
        "parties": _parties(parties, statements, colours),
        "claims": claims,
        "phrases": phrases,
        "articles": [
            {
                "title": article.title or article.id,
                "language": article.language or "",
                "source": _source(article, words),
                "copy_of": copies.get(article.id, ""),
                "pieces": pieces_of(
                    article.text,
                    by_article.get(article.id, []),
                    Mentions(article.id, parties, places),
                    numbers,
                    chains,
                    marks.get(article.id, ()),
                ),
            }
            for article in articles
        ],
    }


def _source(article: Article, words: Words) -> str:
    date = words.day(article.published) if article.published else ""
    return " · ".join(part for part in (article.outlet, article.author, date, article.url) if part)


def _card(
    statement: Statement,
    text: str,
    parties: dict[str, Party],
    words: Words,
    labels: Mapping[str, Mapping[str, str]],
    chain: str,
) -> dict[str, Any]:
    """What the card of a statement says; facts that are not known are left out."""
    party = parties.get(statement.said_by or "")
    side = parties.get((party.side or party.affiliation or "") if party else "")
    facts = [
        (words["role"], party.role if party else None),
        (words["side"], side.name if side else None),
        (words["chain"], chain if statement.according_to else None),
        (words["form"], words[f"form_{statement.form}"]),
        (words["modality"], words[f"modality_{statement.modality}"]),
    ]
    if isinstance(statement, PlacedStatement):
        topics = ", ".join(labels["topics"].get(topic, "") for topic in statement.topics)
        facts += [(words["event"], labels["events"].get(statement.event or "")), (words["topic"], topics)]
    facts.append((words["confidence"], words.confidence(statement.confidence)))
    return {
        "who": party.name if party else words["unresolved"],
        "words": content(statement, text),
        "facts": [fact for fact in facts if fact[1]],
    }


def _claim_card(claim: ClaimView, words: Words) -> dict[str, Any]:
    """What the card of a claim says; its first chart is taken over from the list of claims."""
    facts = [(words["who"], claim.who), (words["kind"], claim.kind)]
    for check in claim.checks:
        facts += [(check.by, f"{check.verdict}. {check.finding}"), (words["rule"], check.rule)]
    charted = next((number for number, check in enumerate(claim.checks) if check.chart), None)
    chart = f"chart-{claim.id}-{charted}" if charted is not None else None
    return {"who": claim.verdict.capitalize(), "words": claim.words, "facts": facts, "chart": chart}


def _marks(claims: Sequence[ClaimView], phrases: Sequence[PhraseView]) -> dict[str, list[Mark]]:
    """Article -> the stretches of its claims and of its uses of set phrases."""
    found: dict[str, list[Mark]] = {}
    for claim in claims:
        mark = Mark(claim.id, claim.start, claim.end, "claim", claim.verdict, claim.status)
        found.setdefault(claim.article, []).append(mark)
    for phrase in phrases:
        for use in phrase.uses:
            found.setdefault(use.article, []).append(Mark(use.id, use.start, use.end, "phrase"))
    return found


def _parties(parties: Sequence[Party], statements: Sequence[Statement], colours: Colours) -> list[dict[str, Any]]:
    """Who speaks, by the number of statements."""
    counts = Counter(statement.said_by for statement in statements if statement.said_by)
    speaking = [(number, party) for number, party in enumerate(parties) if counts[party.id]]
    return [
        {
            "number": number,
            "name": party.name,
            "about": ", ".join(
                part
                for part in (party.role, colours.parties[colours.side(party.id)].name)
                if part and part != party.name
            ),
            "initials": "".join(word[0] for word in party.name.split()[:2]),
            "colour": colours.of(party.id),
            "count": counts[party.id],
        }
        for number, party in sorted(speaking, key=lambda pair: -counts[pair[1].id])
    ]


def _json(cards: Mapping[str, Any]) -> Markup:
    """JSON that cannot end the script element it stands in."""
    encoded = msgspec.json.encode(cards).decode()
    return Markup(encoded.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _part(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True)
