"""The sentences in which a check says what it found, in the language of the article."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from lesart.language import written
from lesart.record.checks.occurrence import Days, Occurrence

_DATA = Path(__file__).parent / "data"


class Sentences(dict[str, str]):
    """The sentences of one language by their keys, with `{}` for what differs."""

    def say(self, key: str, **parts: object) -> str:
        """A sentence with its parts filled in."""
        return self[key].format(**parts)

    def day(self, day: date) -> str:
        """A day in words."""
        return written.day(day, self["date"], self["months"])

    def days(self, days: Days | None) -> str:
        """Days in words."""
        if days is None:
            return self["undated"]
        return self.day(days[0]) if days[0] == days[1] else self["span"].format(self.day(days[0]), self.day(days[1]))

    def number(self, value: float) -> str:
        """A number as the language writes it, with at most two decimals."""
        return written.number(value, self["decimal"], self["thousands"])

    def value(self, one: Occurrence, unit: str) -> str:
        """A value in the words of its source, else as a number; with the source in brackets."""
        words = one.text or f"{self.number(one.value)} {unit}".strip()
        return f"{words} ({one.source})" if one.source else words


@cache
def sentences(language: str) -> Sentences:
    """The sentences of a language (ISO 639-1)."""
    return Sentences(tomllib.loads((_DATA / language / "sentences.toml").read_text(encoding="utf-8")))
