"""Annotated cases as readings: the statements and parties as their annotation has them, so that what comes after them
(events, topics, accounts) can be measured alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from lesart.model import Article, Mention, Party, Reading, Span, Statement
from lesart.sources import Options, Report, expand, load


def articles(reports: Sequence[Path]) -> list[Article]:
    """The articles of a case, as Lesart reads them."""
    found = []
    for report in expand(map(str, reports)):
        assert isinstance(report, Report)
        article = load(report, Options()).article
        found.append(replace(article, language=article.language or "de"))
    return found


def readings(reports: Sequence[Path], expected: dict[str, Any]) -> list[Reading]:
    """The readings of a case's reports with what its `expected.json` has."""
    return [_reading(article, expected) for article in articles(reports)]


def entry_of(expected: dict[str, Any], statement: Statement) -> dict[str, Any]:
    """The annotation that a statement was made of: the number in its id counts those of its article."""
    own = [entry for entry in expected["statements"] if entry["article"].removesuffix(".md") == statement.article]
    found: dict[str, Any] = own[int(statement.id.rpartition(".s")[2])]
    return found


def accounts_of(
    expected: dict[str, Any], entries: Sequence[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], list[int]]]:
    """The accounts that have statements, with the places of these among the entries: by their event where that is
    annotated, else by their topics."""
    side = {party["key"]: party["side"] or party["key"] for party in expected["parties"]}
    for account in expected["accounts"]:
        own, topics = side.get(account["teller"], account["teller"]), {point["topic"] for point in account["points"]}
        told = [
            place
            for place, entry in enumerate(entries)
            if side.get((entry["according_to"] or [entry["speaker"]])[-1]) == own
            and (entry["event"] == account["event"] if "event" in entry else entry["topic"] in topics)
        ]
        if told:
            yield account, told


def _reading(article: Article, expected: dict[str, Any]) -> Reading:
    own = [entry for entry in expected["statements"] if entry["article"].removesuffix(".md") == article.id]
    contents = [sorted(_span(article.text, text) for text in _strings(entry["content"])) for entry in own]
    inside = [span for spans in contents for span in spans]
    statements = [
        Statement(
            id=f"{article.id}.s{number}",
            article=article.id,
            form=entry["form"],
            content=tuple(spans),
            said_by=f"{article.id}.{entry['speaker']}",
            according_to=tuple(f"{article.id}.{relay}" for relay in entry["according_to"]),
            modality=entry["modality"],
            frame=tuple(_frame(article.text, spans, inside)),
        )
        for number, (entry, spans) in enumerate(zip(own, contents, strict=True))
    ]
    statements.sort(key=lambda statement: statement.content[0].start)
    return Reading(article=article, parties=_parties(article, expected, own), statements=statements)


def _strings(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _frame(text: str, spans: Sequence[Span], inside: Sequence[Span]) -> list[Span]:
    """The rest of the sentence around a content, without what belongs to another."""
    start, end = spans[0].start, spans[-1].end
    first = max([match.end() for match in re.finditer(r"(?<=[.!?“«])\s|\n", text[:start])] or [0])
    stop = re.search(r"[.!?](\s|$)|\n", text[end:])
    found = [Span(first, start), Span(end, end + (stop.end() if stop else 0))]
    for other in inside:
        found = [piece for span in found for piece in _without(span, other)]
    return [span for span in found if span.end - span.start > 3]


def _without(span: Span, other: Span) -> list[Span]:
    if other.end <= span.start or other.start >= span.end:
        return [span]
    return [Span(span.start, max(span.start, other.start)), Span(min(span.end, other.end), span.end)]


def _parties(article: Article, expected: dict[str, Any], own: Sequence[dict[str, Any]]) -> list[Party]:
    """The parties that the article means, with their sides; longer names are found before what is in them."""
    by_key = {party["key"]: party for party in expected["parties"]}
    forms = [(form, key) for key, party in by_key.items() for form in {party["name"], *party["aliases"]}]
    taken: set[int] = set()
    mentions: dict[str, list[Mention]] = {}
    for form, key in sorted(forms, key=lambda pair: (-len(pair[0]), pair)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.text):
            if not taken & set(range(*match.span())):
                taken |= set(range(*match.span()))
                mentions.setdefault(key, []).append(Mention(article.id, *match.span()))
    named = {*mentions, *(key for entry in own for key in (entry["speaker"], *entry["according_to"]))}
    needed: set[str] = set()
    for key in named:
        above: str | None = key
        while above and above not in needed:
            needed.add(above)
            above = by_key[above]["side"]
    return [
        Party(
            id=f"{article.id}.{key}",
            name=by_key[key]["name"],
            kind=by_key[key]["kind"],
            side=f"{article.id}.{by_key[key]['side']}" if by_key[key]["side"] else None,
            mentions=tuple(sorted(mentions.get(key, []))),
        )
        for key in sorted(needed)
    ]
