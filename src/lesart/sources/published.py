"""Dates of publication as reports give them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

_DAY_FIRST = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b")


def iso(text: str) -> str | None:
    """A date (and time) in ISO 8601: as it is, or from "31.5.2026"; None for what is neither."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        found = _DAY_FIRST.fullmatch(text)
        if not found:
            return None
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return None
    return text if len(text) == len("2026-05-31") else moment.isoformat()
