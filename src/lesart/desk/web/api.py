"""The same as JSON. Structs go out as `msgspec` encodes them; the OpenAPI description is at /api/openapi.json."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from lesart.desk import asking
from lesart.desk.corrections import Correction, corrections
from lesart.desk.kept import comparison_of
from lesart.desk.search import facets, hits_of, search
from lesart.desk.web.jobs import LONGEST
from lesart.desk.web.pages import Name, Question, Row, Skip, TheDesk

_FAULT = {"description": "What was wrong", "content": {"application/json": {"example": {"detail": "..."}}}}
api = APIRouter(prefix="/api", responses={400: _FAULT, 401: _FAULT, 403: _FAULT, 404: _FAULT, 422: _FAULT})
Most = Annotated[int, Query(ge=1, le=500)]


class Pasted(BaseModel):
    """A text or an address to be read."""

    text: str = Field("", max_length=LONGEST)
    url: str = Field("", max_length=2000)
    published: date | None = None


class Given(BaseModel):
    """The speaker of the statement at a place of an article; null: nobody in particular."""

    article: str = Field(max_length=300)
    first: int = Field(ge=0, le=1 << 40)
    last: int = Field(ge=0, le=1 << 40)
    name: str | None = Field(max_length=300)
    quote: str | None = Field(default=None, max_length=400_000)
    """The words that stand there; others mean that the article was read anew meanwhile (409)."""


def _json(found: Any, status: int = 200) -> Response:  # noqa: ANN401 - any struct or list of them
    return Response(msgspec.json.encode(found), status, media_type="application/json")


@api.get("/events")
def events(desk: TheDesk, most: Most = 50, skip: Skip = 0) -> Response:
    """Events that somebody tells of: those where accounts part first, the newest first."""
    return _json(asking.newest_events(desk.connection, most, skip))


@api.get("/events/{identifier}")
def event(desk: TheDesk, identifier: Row) -> Response:
    """An event with the comparison of its dossier, as `lesart compare --json` prints it."""
    line = asking.event(desk.connection, identifier)
    if line is None:
        raise HTTPException(404, "no such event")
    return _json({"event": line, "comparison": comparison_of(desk.connection, line.dossier)})


@api.get("/parties")
def parties(desk: TheDesk, name: Name = "", most: Most = 50) -> Response:
    """Parties by a part of their names, those who say most first."""
    return _json(asking.parties(desk.connection, name, most))


@api.get("/parties/{identifier}")
def party(desk: TheDesk, identifier: Row) -> Response:
    """A party: its topics, names, months, whom it relays and who relays it, its events."""
    line = asking.party(desk.connection, identifier)
    if line is None:
        raise HTTPException(404, "no such party")
    connection = desk.connection
    return _json(
        {
            "party": line,
            "names": asking.names_of(connection, identifier),
            "months": asking.months_of(connection, identifier),
            "topics": asking.topics_of(connection, identifier),
            "relays": asking.relayed_by(connection, identifier),
            "relayed_by": asking.relaying(connection, identifier),
            "events": asking.events_told_by(connection, identifier),
        }
    )


@api.get("/articles")
def articles(desk: TheDesk, most: Most = 50, skip: Skip = 0) -> Response:
    """The articles that appeared last."""
    return _json(asking.newest_articles(desk.connection, most, skip))


@api.get("/articles/{name:path}")
def article(desk: TheDesk, name: str) -> Response:
    """The reading of an article, as `lesart read --json` prints it, with what people have put right."""
    reading = desk.store.reading(name)
    if reading is None:
        raise HTTPException(404, "no such article")
    return _json(reading)


@api.get("/search")
def find(desk: TheDesk, asked: Question, most: Most = 50, skip: Skip = 0) -> Response:
    """Statements, and how many of all that are found have which speaker, side, outlet, topic, form, modality, year."""
    return _json({"statements": search(desk.store, asked, most, skip), "facets": facets(desk.store, asked)})


@api.get("/similar/{statement}")
def similar(desk: TheDesk, statement: Row, most: Most = 20) -> Response:
    """The statements nearest in meaning to one, the nearest first, with the cosine."""
    own = hits_of(desk.store, [statement])
    if not own:
        raise HTTPException(404, "no such statement")
    near = [(row, score) for row, score in desk.meaning.nearest(desk.store, own[0].words, most + 1) if row != statement]
    scores = dict(near[:most])
    hits = hits_of(desk.store, [row for row, _ in near[:most]])
    return _json([{"likeness": round(scores[hit.statement], 3), "statement": hit} for hit in hits])


@api.get("/phrases")
def phrases(desk: TheDesk) -> Response:
    """Set phrases with what they are said to stand for, and every use."""
    found = asking.phrases(desk.connection)
    return _json(
        [
            {"phrase": phrase, "glosses": glosses, "uses": asking.uses_of(desk.connection, phrase)}
            for phrase, glosses in found.items()
        ]
    )


@api.get("/corrections")
def made(desk: TheDesk) -> Response:
    """What people have put right."""
    return _json(corrections(desk.connection))


@api.post("/corrections/speaker", status_code=201)
def correct(request: Request, desk: TheDesk, given: Annotated[Given, Body()]) -> Response:
    """Say who says the statement at a place of an article."""
    if not desk.guard.may_change(request, None):
        raise HTTPException(403, "from another site")
    row = desk.connection.execute(
        "SELECT text FROM article WHERE name = ? AND current = 1", (given.article,)
    ).fetchone()
    if row is None or not given.first < given.last <= len(row[0]):
        raise HTTPException(404, "no such place")
    quote = row[0][given.first : given.last]
    if given.quote is not None and given.quote.split() != quote.split():
        raise HTTPException(409, "other words stand there now")
    correction = Correction(
        kind="speaker",
        article=given.article,
        first=given.first,
        last=given.last,
        quote=quote,
        value={"name": given.name},
    )
    return _json({"id": desk.correct(correction)}, 201)


@api.delete("/corrections/{identifier}")
def take_back(request: Request, desk: TheDesk, identifier: Row) -> Response:
    """Take a correction back."""
    if not desk.guard.may_change(request, None):
        raise HTTPException(403, "from another site")
    if not desk.undo(identifier):
        raise HTTPException(404, "no such correction")
    return _json({"undone": identifier})


@api.post("/read", status_code=202)
def read(request: Request, desk: TheDesk, pasted: Annotated[Pasted, Body()]) -> Response:
    """Read a text or an address; what came of it is at /api/read/{id}."""
    if not desk.guard.may_change(request, None):
        raise HTTPException(403, "from another site")
    if not pasted.text.strip() and not pasted.url.strip():
        raise HTTPException(422, "neither text nor url")
    published = pasted.published.isoformat() if pasted.published else None
    job = desk.jobs.begin(pasted.text if not pasted.url else "", pasted.url.strip(), published)
    if job is None:
        raise HTTPException(503, "too much is being read")
    return _json({"id": job.id}, 202)


@api.get("/read/{name}")
def read_result(desk: TheDesk, name: str) -> Response:
    """Whether it has been read, and the reading, or why it could not be."""
    job = desk.jobs.find(name)
    if job is None:
        raise HTTPException(404, "no such job")
    return _json({"done": job.done, "fault": job.fault, "reading": job.reading})
