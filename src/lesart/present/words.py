"""The interface's words in the language of the reports."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from lesart.language import written
from lesart.model import Article, Period

_DATA = Path(__file__).parent / "data"


@cache
def _all_words() -> dict[str, dict[str, str]]:
    return tomllib.loads((_DATA / "ui.toml").read_text(encoding="utf-8"))


class Words(dict[str, str]):
    """The words of one language by their keys."""

    def day(self, iso: str) -> str:
        """A day in words; a string that is no day as it is."""
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        return written.day(day, self["date"], self["months"])

    def period(self, period: Period | None) -> str:
        """Days in words; empty for none."""
        if period is None:
            return ""
        months = self._whole_months(period)
        if months:
            return months
        first = self.day(period.first)
        return f"{first} – {self.day(period.last)}" if period.last else first

    def _whole_months(self, period: Period) -> str:
        """A whole month or year by its name; empty for other periods."""
        try:
            first, last = date.fromisoformat(period.first), date.fromisoformat(period.last or period.first)
        except ValueError:
            return ""
        if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
            return ""
        if (first.month, last.month) == (1, 12):
            return str(first.year)
        return f"{self['months'].split()[first.month - 1]} {first.year}" if first.month == last.month else ""

    def month(self, day: date) -> str:
        """A day's month, short, with the year in January."""
        return self.month_of(f"{day.year}-{day.month:02}")

    def month_of(self, month: str) -> str:
        """A month ("2031-05") in short: "Mai 31"."""
        year, _, number = month.partition("-")
        return f"{self['months'].split()[int(number) - 1][:3]} {year[-2:]}"

    def number(self, value: float) -> str:
        """A number as the language writes it, with at most two decimals."""
        return written.number(value, self["decimal"], self["thousands"])

    def confidence(self, value: float) -> str:
        """How sure a reading is, in words."""
        return self["sure"] if value >= 0.75 else self["fair"] if value >= 0.5 else self["unsure"]

    def quoted(self, text: str) -> str:
        """A text in quotation marks, if it does not bring its own."""
        if text[:1] in '„“»«"':
            return text
        return self["open_quote"] + text + self["close_quote"]


def words_for(articles: Iterable[Article]) -> Words:
    """The interface in the language that most reports have; English for other languages."""
    counts = Counter(article.language for article in articles if article.language)
    language = counts.most_common(1)[0][0] if counts else "en"
    return words_in(str(language))


def words_in(language: str) -> Words:
    """The interface in a language (ISO 639-1); English for those that it does not have."""
    return Words(_all_words().get(language, _all_words()["en"]))
