"""The words of the pages in the language that a reader wants."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from fastapi import Request

from lesart.present.words import Words, words_in

LANGUAGES = ("de", "en")
COOKIE = "lesart_language"


@cache
def _own() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "ui.toml").read_text(encoding="utf-8"))


@cache
def words_of(language: str) -> Words:
    """All words of a language."""
    return Words({**words_in(language), **_own()[language]})


def language_of(request: Request) -> str:
    """The language that the address, a cookie or the browser asks for; German where none does."""
    for asked in (request.query_params.get("lang", ""), request.cookies.get(COOKIE, "")):
        if asked in LANGUAGES:
            return asked
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
