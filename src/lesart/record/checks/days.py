"""Days of articles and events."""

from __future__ import annotations

from datetime import date

from lesart.model import Article, Event
from lesart.record.checks.occurrence import Days


def published_on(article: Article) -> date | None:
    """The day an article appeared."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def days_of(event: Event) -> Days | None:
    """The days of an event."""
    if event.date is None:
        return None
    return date.fromisoformat(event.date.first), date.fromisoformat(event.date.last or event.date.first)
