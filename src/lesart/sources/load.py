"""One report to one Article."""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec import Struct

from lesart.errors import Reason, ReportError
from lesart.model import Article
from lesart.sources import decode, front_matter
from lesart.sources.names import STDIN, Report
from lesart.sources.published import iso

MEGABYTES = 20
"""The size above which a file is no single article any more."""


class Options(Struct, frozen=True):
    """What the user says of reports that do not say it themselves."""

    published: str | None = None
    language: str | None = None
    allow_private: bool = False


class Loaded(Struct, frozen=True):
    """An article and what its reader should know about how it was read."""

    article: Article
    notes: tuple[str, ...] = ()


def load(report: Report, options: Options) -> Loaded:
    """Read a report. Raises ReportError with the reason where it cannot be read."""
    url: str | None = None
    plain = not report.name.lower().endswith((".html", ".htm"))
    if report.is_url:
        from lesart.sources.fetch import fetch

        fetched = fetch(report.name, options.allow_private)
        data, url, plain = fetched.data, fetched.url, fetched.plain
        if fetched.charset and fetched.charset != "utf-8":
            data = _recoded(data, fetched.charset)
    else:
        data = _bytes(report.name)
    text, encoding = decode.decode(data, report.name)
    notes = [f"not UTF-8, read as {encoding}"] if encoding else []
    if not plain:
        from lesart.sources.page import article_of_page

        article = article_of_page(text, report.id, report.name, url)
    else:
        fields, body, problem = front_matter.split(text)
        if problem:
            notes.append(Reason.FRONT_MATTER.format(problem))
        article = Article(id=report.id, text=body, **{**fields, "url": url or fields.get("url")})
    if article.published and iso(article.published) is None:
        notes.append(Reason.PUBLISHED.format(article.published))
    return Loaded(_completed(article, options), tuple(notes))


def _completed(article: Article, options: Options) -> Article:
    """The article with what the options add: its date where it has none, its language in any case."""
    from msgspec.structs import replace

    return replace(
        article,
        published=iso(article.published or "") or options.published,
        language=(options.language or article.language or "").partition("-")[0].lower() or None,
    )


def _recoded(data: bytes, charset: str) -> bytes:
    try:
        return data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _bytes(name: str) -> bytes:
    limit = MEGABYTES * 1_000_000
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError:
        raise ReportError(name, Reason.MISSING) from None
    except PermissionError:
        raise ReportError(name, Reason.NO_PERMISSION) from None
    except (OSError, ValueError) as error:
        raise ReportError(name, Reason.UNREADABLE.format(getattr(error, "strerror", None) or error)) from None
    if len(data) > limit:
        raise ReportError(name, Reason.TOO_LARGE.format(MEGABYTES))
    return data
