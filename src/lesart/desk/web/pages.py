"""The pages."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from starlette.exceptions import HTTPException

from lesart.desk import asking
from lesart.desk.corrections import corrections
from lesart.desk.kept import comparison_of
from lesart.desk.search import COUNTED, FACETS, facets, hits_of, search
from lesart.desk.search import Query as Asked
from lesart.desk.web.desk import Desk
from lesart.desk.web.words import language_of, words_of
from lesart.model import Comparison, Reading
from lesart.present.page import context_of_comparison, context_of_readings
from lesart.present.register import months_of

pages = APIRouter(include_in_schema=False)
_PAGE = 40
"""Lines of a list on one page."""


def desk_of(request: Request) -> Desk:
    """The desk that is asked."""
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(desk_of)]
Row = Annotated[int, Path(ge=0, le=1 << 60)]
Skip = Annotated[int, Query(ge=0, le=1_000_000)]
Words = Annotated[str, Query(max_length=500)]
Name = Annotated[str, Query(max_length=200)]


@pages.get("/")
def start(request: Request, desk: TheDesk, skip: Skip = 0) -> Response:
    """The newest events, those first of which accounts part; the newest articles."""
    events = asking.newest_events(desk.connection, _PAGE + 1, skip)
    return desk.page(
        request,
        "start.html",
        title=words_of(language_of(request))["start"],
        events=events[:_PAGE],
        articles=asking.newest_articles(desk.connection, 10) if not skip else [],
        skip=skip,
        further=skip + _PAGE if len(events) > _PAGE else None,
        store=desk.path,
    )


@pages.get("/articles")
def articles(request: Request, desk: TheDesk, skip: Skip = 0) -> Response:
    """All articles, the newest first."""
    found = asking.newest_articles(desk.connection, _PAGE + 1, skip)
    title = words_of(language_of(request))["articles_page"]
    further = skip + _PAGE if len(found) > _PAGE else None
    return desk.page(request, "articles.html", title=title, articles=found[:_PAGE], skip=skip, further=further)


@pages.get("/event/{identifier}")
def event(request: Request, desk: TheDesk, identifier: Row) -> Response:
    """An event: matrix, gaps, series, what can be checked, and its articles with highlights."""
    line = asking.event(desk.connection, identifier)
    comparison = comparison_of(desk.connection, line.dossier) if line else None
    if line is None or comparison is None:
        raise HTTPException(404)
    words = words_of(language_of(request))
    context = context_of_comparison(comparison, words, line.local) | {"other_events": []}
    own = context["events"]
    others = asking.events_of(desk.connection, line.dossier)
    return desk.page(
        request,
        "event.html",
        **{
            **context,
            "title": own[0]["line"] if own else line.label,
            "line": line,
            "others": [other for other in others if other.id != identifier],
            "places": _places(comparison, line.local),
        },
    )


def _places(comparison: Comparison, local: str) -> list[dict[str, Any]]:
    """Where articles name an event, with the words."""
    texts = {article.id: article for article in comparison.articles}
    event = next(event for event in comparison.events if event.id == local)
    return [
        {
            "article": m.article,
            "first": m.start,
            "last": m.end,
            "words": texts[m.article].text[m.start : m.end],
            "outlet": texts[m.article].outlet or m.article,
        }
        for m in event.mentions
    ]


@pages.get("/article/{name:path}")
def article(request: Request, desk: TheDesk, name: str) -> Response:
    """An article with highlights."""
    line = asking.article(desk.connection, name)
    if line is None:
        raise HTTPException(404)
    reading = desk.store.reading(name)
    if reading is None:
        raise HTTPException(404)
    events = asking.events_of(desk.connection, line.dossier) if line.dossier else []
    return desk.page(
        request,
        "article.html",
        **{
            **context_of_readings([reading], words_of(language_of(request))),
            "title": line.title or line.name,
            "line": line,
            "told": [event for event in events if event.sides],
            "speakers": sorted({party.name for party in reading.parties}),
            "contents": _contents(reading),
        },
    )


def _contents(reading: Reading) -> list[dict[str, Any]]:
    """The statements of an article as they are corrected: where their words stand, and who says them."""
    names = {party.id: party.name for party in reading.parties}
    text = reading.article.text
    return [
        {
            "id": statement.id,
            "first": statement.content[0].start,
            "last": statement.content[0].end,
            "quote": text[statement.content[0].start : statement.content[0].end],
            "who": names.get(statement.said_by or "", ""),
        }
        for statement in reading.statements
    ]


@pages.get("/parties")
def parties(request: Request, desk: TheDesk, name: Name = "") -> Response:
    """Parties by a part of their names."""
    found = asking.parties(desk.connection, name, _PAGE)
    title = words_of(language_of(request))["parties_page"]
    return desk.page(request, "parties.html", title=title, parties=found, name=name)


@pages.get("/party/{identifier}")
def party(request: Request, desk: TheDesk, identifier: Row) -> Response:
    """A party: what it says when and on what, whom it relays and who relays it."""
    line = asking.party(desk.connection, identifier)
    if line is None:
        raise HTTPException(404)
    connection, words = desk.connection, words_of(language_of(request))
    days = [month.name for month in asking.months_of(connection, identifier) for _ in range(month.count)]
    return desk.page(
        request,
        "party.html",
        title=line.name,
        party=line,
        hits=search(desk.store, Asked(party=identifier), _PAGE),
        months=months_of(days, words),
        topics=asking.topics_of(connection, identifier),
        relays=asking.relayed_by(connection, identifier),
        relaying=asking.relaying(connection, identifier),
        names=asking.names_of(connection, identifier),
        events=asking.events_told_by(connection, identifier),
    )


def asked_of(
    words: Words = "",
    who: Name = "",
    relay: Name = "",
    side: Name = "",
    outlet: Name = "",
    topic: Name = "",
    form: Name = "",
    modality: Name = "",
    since: Name = "",
    until: Name = "",
    year: Name = "",
    event: Annotated[int | None, Query(ge=0, le=1 << 60)] = None,
    party: Annotated[int | None, Query(ge=0, le=1 << 60)] = None,
) -> Asked:
    """What a search asks for."""
    return Asked(
        words=words, who=who, relay=relay, side=side, outlet=outlet, topic=topic, form=form, modality=modality,
        since=since, until=until, year=year, event=event, party=party,
    )  # fmt: skip


Question = Annotated[Asked, Depends(asked_of)]


@pages.get("/search")
def find(
    request: Request,
    desk: TheDesk,
    asked: Question,
    like: Annotated[int | None, Query(ge=0, le=1 << 60)] = None,
    skip: Skip = 0,
) -> Response:
    """Statements by words, speaker, side, form, topic, time, or by meaning; with counts to go on by."""
    fields = {name: getattr(asked, name) for name in Asked.__struct_fields__}
    given = {name: value for name, value in fields.items() if value not in ("", None)}
    near = hits_of(desk.store, [like]) if like is not None else []
    if near:
        nearest = desk.meaning.nearest(desk.store, near[0].words, _PAGE + 1)
        hits = [hit for hit in hits_of(desk.store, [row for row, _ in nearest]) if hit.statement != like]
    else:
        hits = search(desk.store, asked, _PAGE + 1, skip)
    counts = facets(desk.store, asked) if not near else {}
    total = sum(count for _, count in counts.get("form", ()))
    return desk.page(
        request,
        "results.html" if _is_part(request) else "search.html",
        title=words_of(language_of(request))["search"],
        fields=fields,
        party=asking.party(desk.connection, asked.party) if asked.party is not None else None,
        hits=hits[:_PAGE],
        near=near[0] if near else None,
        facets={
            name: [
                (value, count, "?" + urlencode({**given, name: value}), given.get(name) == value)
                for value, count in own
            ]
            for name, own in counts.items()
        },
        without={
            name: "?" + urlencode({k: v for k, v in given.items() if k != name}) for name in FACETS if name in given
        },
        total=total,
        most=total >= COUNTED,
        skip=skip,
        before="?" + urlencode({**given, "skip": max(0, skip - _PAGE)}) if skip else None,
        further="?" + urlencode({**given, "skip": skip + _PAGE}) if len(hits) > _PAGE and not near else None,
    )


def _is_part(request: Request) -> bool:
    """Whether only the results are wanted: while one types, not when one goes back to a page."""
    return bool(request.headers.get("hx-request")) and not request.headers.get("hx-history-restore-request")


@pages.get("/phrases")
def phrases(request: Request, desk: TheDesk) -> Response:
    """Set phrases with what they are said to stand for, and every use."""
    words = words_of(language_of(request))
    found: list[dict[str, Any]] = []
    for phrase, glosses in asking.phrases(desk.connection).items():
        uses = asking.uses_of(desk.connection, phrase)
        days = [use.published for use in uses if use.published]
        found.append({"phrase": phrase, "glosses": glosses, "uses": uses, "months": months_of(days, words)})
    found.sort(key=lambda one: -len(one["uses"]))
    return desk.page(request, "phrases.html", title=words["phrases_page"], phrases=found)


@pages.get("/read")
def read_page(request: Request, desk: TheDesk) -> Response:
    """Where a text is pasted or an address is given."""
    return desk.page(request, "read.html", title=words_of(language_of(request))["read_page"], fault=None, given={})


@pages.get("/read/{name}")
def read_result(request: Request, desk: TheDesk, name: str) -> Response:
    """What came of a text or address; while it is read, a page that asks again by itself."""
    job = desk.jobs.find(name)
    if job is None:
        raise HTTPException(404)
    words = words_of(language_of(request))
    if not job.done:
        template = "waiting.html" if not request.headers.get("hx-request") else "progress.html"
        return desk.page(request, template, title=words["reading"], job=job)
    if request.headers.get("hx-request"):
        return Response(headers={"HX-Redirect": f"/read/{name}"})
    if job.reading is None:
        given = {"url": job.url, "text": job.text}
        fault = words["cannot_read"].format(job.fault)
        return desk.page(request, "read.html", 422, title=words["read_page"], fault=fault, given=given)
    context = context_of_readings([job.reading], words)
    return desk.page(request, "read_result.html", **{**context, "title": words["reading_done"], "job": job})


@pages.get("/corrections")
def corrections_page(request: Request, desk: TheDesk) -> Response:
    """What has been put right."""
    words = words_of(language_of(request))
    made = corrections(desk.connection)[::-1]
    return desk.page(request, "corrections.html", title=words["corrections"], made=made)


@pages.get("/sign-in")
def sign_in(request: Request, desk: TheDesk, to: Annotated[str, Query(max_length=4096)] = "/") -> Response:
    """Where the token is given."""
    return desk.page(request, "sign_in.html", title=words_of(language_of(request))["sign_in"], fault=None, to=to)


@pages.get("/favicon.ico")
def icon() -> Response:
    """No icon."""
    return Response(status_code=204)
