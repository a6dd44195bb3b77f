"""What changes something, all of it from forms: corrections, texts to be read, articles to be kept, signing in."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from lesart.desk import asking
from lesart.desk.corrections import Correction, CorrectionKind
from lesart.desk.web.jobs import LONGEST
from lesart.desk.web.pages import TheDesk
from lesart.desk.web.security import SESSION
from lesart.desk.web.words import language_of, words_of

changes = APIRouter(include_in_schema=False)
Token = Annotated[str, Form(max_length=200)]
Short = Annotated[str, Form(max_length=300)]
Shown = Annotated[str, Form(max_length=400_000)]
"""The words that a page showed for the place that is put right."""
Target = Annotated[str, Form(max_length=4096)]
Row = Annotated[int, Form(ge=0, le=1 << 60)]


def _allow(request: Request, desk: TheDesk, token: str) -> None:
    if not desk.guard.may_change(request, token):
        raise HTTPException(403)


@changes.post("/correct/speaker")
def speaker(
    request: Request,
    desk: TheDesk,
    article: Short,
    first: Row,
    last: Row,
    shown: Shown,
    name: Short = "",
    form_token: Token = "",
) -> Response:
    """Say who says a statement; an empty name: nobody in particular."""
    _allow(request, desk, form_token)
    _make(desk, "speaker", {"name": name.strip() or None}, article, first, last, shown)
    return RedirectResponse(f"/article/{quote(article, safe='')}", 303)


@changes.post("/correct/party")
def party(
    request: Request,
    desk: TheDesk,
    identifier: Row,
    to: Short,
    article: Short = "",
    form_token: Token = "",
) -> Response:
    """Say what a party is called: as another one, so that both are one; in one article alone, so that it is another."""
    _allow(request, desk, form_token)
    line = asking.party(desk.connection, identifier)
    names = {name.name for name in asking.names_of(desk.connection, identifier)} | ({line.name} if line else set())
    if line is None or not to.strip() or (article and asking.article(desk.connection, article) is None):
        raise HTTPException(422)
    if names - {to.strip()}:
        _make(desk, "party", {"from": sorted(names - {to.strip()}), "to": to.strip()}, article or None)
    found = [one for one in asking.parties(desk.connection, to.strip(), 50) if one.name == to.strip()]
    return RedirectResponse(f"/party/{found[0].id}" if found else "/parties", 303)


@changes.post("/correct/join")
def join(request: Request, desk: TheDesk, event: Row, other: Row, form_token: Token = "") -> Response:
    """Say that two events are one."""
    _allow(request, desk, form_token)
    first, second = (_place_of(desk, one) for one in (event, other))
    (text,) = desk.connection.execute(
        "SELECT text FROM article WHERE name = ? AND current = 1", (second[0],)
    ).fetchone()
    value = {"article": second[0], "first": second[1], "last": second[2], "quote": text[second[1] : second[2]]}
    _make(desk, "join", value, *first)
    return RedirectResponse(f"/event/{_event_at(desk, *first) or event}", 303)


@changes.post("/correct/part")
def part(
    request: Request,
    desk: TheDesk,
    article: Short,
    first: Row,
    last: Row,
    shown: Shown,
    form_token: Token = "",
) -> Response:
    """Say that a place means an event of its own."""
    _allow(request, desk, form_token)
    _make(desk, "part", {}, article, first, last, shown)
    found = _event_at(desk, article, first, last)
    return RedirectResponse(f"/event/{found}" if found else "/", 303)


@changes.post("/correct/verdict")
def verdict(
    request: Request,
    desk: TheDesk,
    event: Row,
    article: Short,
    first: Row,
    last: Row,
    shown: Shown,
    verdict: Annotated[str, Form(pattern="^(supported|refuted|unknown)$")],
    why: Short = "",
    form_token: Token = "",
) -> Response:
    """Give a verdict on a claim."""
    _allow(request, desk, form_token)
    _make(desk, "verdict", {"verdict": verdict, "why": why.strip()}, article, first, last, shown)
    return RedirectResponse(f"/event/{event}#claims", 303)


@changes.post("/correct/undo")
def undo(request: Request, desk: TheDesk, identifier: Row, form_token: Token = "") -> Response:
    """Take a correction back."""
    _allow(request, desk, form_token)
    if not desk.undo(identifier):
        raise HTTPException(404)
    return RedirectResponse("/corrections", 303)


@changes.post("/read")
def read(
    request: Request,
    desk: TheDesk,
    text: Annotated[str, Form()] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    published: Short = "",
    form_token: Token = "",
) -> Response:
    """Read a text or what is at an address."""
    _allow(request, desk, form_token)
    words = words_of(language_of(request))
    given = {"text": text, "url": url.strip(), "published": published}
    fault = None
    if not text.strip() and not url.strip():
        fault = words["nothing_given"]
    elif len(text) > LONGEST:
        fault = words["too_long"].format(words.number(LONGEST))
    elif published and not _is_day(published):
        fault = words["bad_day"]
    job = desk.jobs.begin(text if not url.strip() else "", url.strip(), published or None) if not fault else None
    if job is None:
        fault = fault or words["too_busy"]
        return desk.page(request, "read.html", 422, title=words["read_page"], fault=fault, given=given)
    return RedirectResponse(f"/read/{job.id}", 303)


@changes.post("/read/{name}/keep")
def keep(request: Request, desk: TheDesk, name: str, form_token: Token = "") -> Response:
    """Put what was read into the store."""
    _allow(request, desk, form_token)
    job = desk.jobs.find(name)
    if job is None or job.reading is None:
        raise HTTPException(404)
    return RedirectResponse(f"/article/{quote(desk.keep(job.reading, job.source), safe='')}", 303)


@changes.post("/sign-in")
def sign_in(
    request: Request,
    desk: TheDesk,
    token: Annotated[str, Form(max_length=1000)] = "",
    to: Target = "/",
) -> Response:
    """Hold a token against the right one; then on to the page of this desk that was asked for."""
    words = words_of(language_of(request))
    if not desk.guard.knows(token.strip()):
        return desk.page(request, "sign_in.html", 403, title=words["sign_in"], fault=words["wrong_token"], to=to)
    response = RedirectResponse(to if to.startswith("/") and to[1:2] not in ("/", "\\") else "/", 303)
    secure = request.url.scheme == "https"
    session = desk.guard.session(request, signed_in=True)
    response.set_cookie(SESSION, session, httponly=True, samesite="lax", secure=secure)
    return response


def _make(
    desk: TheDesk,
    kind: CorrectionKind,
    value: dict[str, Any],
    article: str | None = None,
    first: int | None = None,
    last: int | None = None,
    shown: str | None = None,
) -> None:
    """Keep a correction with the words that it is about; not where others stand there now than the page showed."""
    quote_of = None
    if article is not None and first is not None:
        row = desk.connection.execute("SELECT text FROM article WHERE name = ? AND current = 1", (article,)).fetchone()
        if row is None or last is None or not first < last <= len(row[0]):
            raise HTTPException(422)
        quote_of = row[0][first:last]
        if shown is not None and shown.split() != quote_of.split():
            raise HTTPException(409)
    desk.correct(Correction(kind=kind, article=article, first=first, last=last, quote=quote_of, value=value))


def _place_of(desk: TheDesk, event: int) -> tuple[str, int, int]:
    """A place of an event: the first."""
    row = desk.connection.execute(
        "SELECT name, first, last FROM event_mention JOIN article ON article.id = event_mention.article "
        "WHERE event = ? ORDER BY event_mention.rowid LIMIT 1",
        (event,),
    ).fetchone()
    if row is None:
        raise HTTPException(404)
    return row[0], row[1], row[2]


def _event_at(desk: TheDesk, article: str, first: int, last: int) -> int | None:
    row = desk.connection.execute(
        "SELECT event FROM event_mention JOIN article ON article.id = event_mention.article "
        "WHERE name = ? AND current = 1 AND first < ? AND last > ? LIMIT 1",
        (article, last, first),
    ).fetchone()
    return int(row[0]) if row else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
