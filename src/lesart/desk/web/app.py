"""The application: a desk, its pages, its API, its files."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import lesart.present
from lesart import __version__
from lesart.desk.store import StoreError
from lesart.desk.web.api import api
from lesart.desk.web.changes import changes
from lesart.desk.web.desk import Desk
from lesart.desk.web.pages import pages
from lesart.desk.web.words import language_of, words_of
from lesart.statements import DEFAULT

_STATIC = Path(__file__).parent / "static"
_SHARED = Path(lesart.present.__file__).parent / "templates"


def create_app(store: Path, token: str | None = None, engine: str = DEFAULT) -> FastAPI:
    """The web application over a store.

    `token` is what whoever asks from elsewhere has to know; without one only loopback names are answered. Raises
    StoreError where the store cannot be opened.
    """
    desk = Desk(store, token, engine)
    _ = desk.store
    app = FastAPI(
        title="Lesart desk", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.state.desk = desk
    app.middleware("http")(desk.guard)
    app.include_router(api)
    app.include_router(pages)
    app.include_router(changes)

    @app.get("/static/page.{kind}", include_in_schema=False)
    def shared(kind: str) -> Response:
        """The style and script that the pages share with those of `lesart compare --html`."""
        if kind not in ("css", "js"):
            raise HTTPException(404)
        return FileResponse(_SHARED / f"page.{kind}")

    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_exception_handler(HTTPException, _fault)
    app.add_exception_handler(RequestValidationError, _bad)
    app.add_exception_handler(StoreError, _unwritable)
    return app


def _fault(request: Request, error: Exception) -> Response:
    """What is not there, or may not be, said as a page or as JSON."""
    assert isinstance(error, HTTPException)
    return _said(request, error.status_code, str(error.detail), error.headers)


def _bad(request: Request, error: Exception) -> Response:
    """What was asked for in a way that makes no sense."""
    assert isinstance(error, RequestValidationError)
    faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()[:5])
    return _said(request, 422, faults)


def _unwritable(request: Request, error: Exception) -> Response:
    """A store that cannot be written, or a reading that it does not take."""
    return _said(request, 503, str(error))


def _said(request: Request, status: int, detail: str, headers: dict[str, str] | object = None) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": detail}, status, headers if isinstance(headers, dict) else None)
    words = words_of(language_of(request))
    key = {404: "not_found", 403: "forbidden", 409: "changed", 503: "unwritable"}.get(status, "bad_request")
    desk: Desk = request.app.state.desk
    return desk.page(request, "fault.html", status, title=words[key])
