"""Web pages: the article's text and what the page says of itself, by trafilatura and htmldate."""

from __future__ import annotations

from lesart.errors import Reason, ReportError
from lesart.model import Article


def article_of_page(html: str, identifier: str, report: str, url: str | None) -> Article:
    """The article that an HTML page holds. Raises ReportError where no text is found in it."""
    import trafilatura
    from trafilatura.settings import Document

    try:
        found = trafilatura.bare_extraction(
            html, url=url, with_metadata=True, include_comments=False, include_tables=False
        )
    except (ValueError, RecursionError, AssertionError):
        found = None
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise ReportError(report, Reason.NO_TEXT_IN_PAGE)
    return Article(
        id=identifier,
        title=found.title or None,
        outlet=found.sitename or found.hostname or None,
        author=found.author or None,
        published=found.date or None,
        language=found.language or None,
        url=url or found.url or None,
        text=str(found.text),
    )
