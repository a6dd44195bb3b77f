"""What all pages of one desk share: the store, the templates, the guard, what is being read."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock, local
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader

import lesart.present
from lesart import __version__
from lesart.desk.corrections import Correction, correct, undo
from lesart.desk.dossiers import refresh
from lesart.desk.meaning import Meaning
from lesart.desk.store import Store
from lesart.desk.web.jobs import Jobs
from lesart.desk.web.security import SESSION, Guard
from lesart.desk.web.words import COOKIE, LANGUAGES, language_of, words_of
from lesart.model import Reading

_TEMPLATES = Path(__file__).parent / "templates", Path(lesart.present.__file__).parent / "templates"


class Desk:
    """One desk; every thread has an open file of its own, and one writes at a time."""

    def __init__(self, path: Path, token: str | None, engine: str) -> None:
        self.path = path
        self.guard = Guard(token)
        self.jobs = Jobs(engine)
        self.meaning = Meaning()
        self._local = local()
        self._writing = Lock()
        self._templates = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True)
        self._templates.filters["segment"] = lambda name: quote(name, safe="")

    @property
    def store(self) -> Store:
        """This thread's store."""
        store = getattr(self._local, "store", None)
        if store is None:
            store = self._local.store = Store(self.path)
        return store

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's open file."""
        return self.store.connection

    def correct(self, correction: Correction) -> int:
        """Keep a correction and compare anew what it changes."""
        with self._writing:
            with self.store.transaction() as cursor:
                identifier = correct(cursor, correction)
            refresh(self.store)
        return identifier

    def undo(self, identifier: int) -> bool:
        """Take a correction back and compare anew what it changes."""
        with self._writing:
            with self.store.transaction() as cursor:
                found = undo(cursor, identifier)
            refresh(self.store)
        return found

    def keep(self, reading: Reading, source: str) -> str:
        """Put a reading into the store and compare it; the name under which it is there."""
        with self._writing:
            self.store.add(reading, source)
            refresh(self.store)
        row = self.connection.execute(
            "SELECT name FROM article WHERE text = ? AND current = 1 ORDER BY id DESC LIMIT 1", (reading.article.text,)
        ).fetchone()
        return str(row[0])

    def page(self, request: Request, template: str, status: int = 200, **context: Any) -> Response:  # noqa: ANN401 - a template's
        """A page; it brings the cookie that its forms need."""
        language = language_of(request)
        session = self.guard.session(request)
        base = {
            "words": words_of(language),
            "version": __version__,
            "request": request,
            "form_token": self.guard.form_token(session),
        }
        response = HTMLResponse(self._templates.get_template(template).render({**base, **context}), status)
        if request.cookies.get(SESSION) != session:
            response.set_cookie(SESSION, session, httponly=True, samesite="lax")
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie(COOKIE, language, max_age=31_536_000, samesite="lax", httponly=True)
        return response
