"""Time expressions and the days they mean; the patterns are the language's data, the arithmetic is here.

A report looks back: "am Donnerstag" is the last Thursday up to the day of publication, "im Juni" the last June, unless
a word ("kommenden") points ahead. Every expression means whole days, first and last included.
"""

from __future__ import annotations

import re
import tomllib
from calendar import isleap, monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct


class TimeExpression(Struct, frozen=True):
    """A stretch of text (code points) and the days it means."""

    start: int
    end: int
    first: date
    last: date
    open: bool = False
    """Whether it reaches from `first` to the day of publication ("seit März")."""
    begun: date | None = None
    """Of one that is open, the last of the days that its words name: 31 March."""


_KEPT = 64
"""Texts whose time expressions are kept: events and claims ask for those of the same article."""


class Calendar:
    """The time expressions of one language."""

    def __init__(self, data: Path) -> None:
        """Read the rules; the file's groups of words stand in its patterns in braces."""
        rules: dict[str, Any] = tomllib.loads(data.read_text(encoding="utf-8"))
        self._words: dict[str, Mapping[str, Any]] = {
            name.removesuffix("s"): words for name, words in rules.items() if isinstance(words, dict)
        }
        self._words["relative"] = rules["relative"]
        self._words |= {name: dict.fromkeys(rules[name]) for name in ("ahead", "back", "day_before")}
        self._plans, self._plans_here = (
            re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
            for words in (rules["plans"] + rules["loose_plans"], rules["plans"])
        )
        self._capitals = bool(rules.get("nouns_have_capitals"))
        self._rules: list[str] = [rule["means"] for rule in rules["rule"]]
        self._pattern = re.compile(
            "|".join(
                f"(?P<rule{number}>\\b{self._filled(rule['pattern'], number)}(?!\\w))"
                for number, rule in enumerate(rules["rule"])
            ),
            re.IGNORECASE,
        )
        self._kept = lru_cache(_KEPT)(self._find)

    def _filled(self, pattern: str, number: int) -> str:
        """A rule's pattern with the words in place of their braces, and group names of its own."""
        pattern = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{number}>", pattern)
        for name, words in self._words.items():
            choice = "|".join(sorted(words, key=len, reverse=True))
            pattern = pattern.replace("{" + name + "}", f"(?:{choice})")
        return pattern.replace(" ", r"\s")

    def find(self, text: str, published: date) -> list[TimeExpression]:
        """The time expressions of a text that appeared on a day, in order of the text."""
        return list(self._kept(text, published))

    def _find(self, text: str, published: date) -> list[TimeExpression]:
        found: list[TimeExpression] = []
        for match in self._pattern.finditer(text):
            number = next(n for n in range(len(self._rules)) if match[f"rule{n}"] is not None)
            groups = {
                name.rpartition("_")[0]: value.strip().lower()
                for name, value in match.groupdict().items()
                if value is not None and name.endswith(f"_{number}")
            }
            resolve = _RESOLVERS[self._rules[number]]
            end = match.end()
            if self._is_count(match, number, text, published):
                end = match.start(f"year_{number}")
                end -= len(text[match.start() : end]) - len(text[match.start() : end].rstrip())
                del groups["year"]
            try:
                place = match.start(), end
                planned = _is_near(self._plans, text, *place, _STOPS)
                words = _Words(self._words, groups, planned, _is_near(self._plans_here, text, *place, _PAUSES))
                days = resolve(words, published, found[-1] if found else None)
            except (ValueError, OverflowError):
                continue
            since = "since" in groups
            if days is None or (since and days[0] > published):
                continue
            last = max(published, days[0]) if since else days[1]
            found.append(TimeExpression(match.start(), end, days[0], last, since, days[1] if since else None))
        return found

    def _is_count(self, match: re.Match[str], number: int, text: str, published: date) -> bool:
        """Whether what stands where a year can is a count: it ends its expression and is before a noun, or lies far
        ahead ("am 26. April 4500")."""
        name = f"year_{number}"
        if name not in self._pattern.groupindex or match[name] is None or match.end(name) != match.end():
            return False
        if self._rules[number] not in _BEFORE_YEARS:
            return False
        behind = text[match.end() : match.end() + 2]
        noun = self._capitals and behind[:1] == " " and behind[1:].isupper() and self._rules[number].startswith("day")
        return noun or int(match[name]) > published.year + _FAR


def _is_near(plans: re.Pattern[str], text: str, start: int, end: int, stops: Sequence[str]) -> bool:
    """Whether the words around an expression, up to a stop, speak of what is to come."""
    first = max(text.rfind(stop, max(0, start - _AROUND), start) for stop in stops) + 1
    last = min((at for stop in stops if (at := text.find(stop, end, end + _AROUND)) >= 0), default=end + _AROUND)
    number = next((at for at in range(start, end) if text[at].isdigit()), start)
    return bool(plans.search(text, first, number) or plans.search(text, end, last))


Days = tuple[date, date] | None
_BEFORE_YEARS = ("day_of_month", "day_range", "month", "part_of_month")
"""Rules that can do without the year at their end."""
_FAR = 30
"""Years ahead from which a number behind a day is none."""
_AHEAD = timedelta(days=92)
"""How far ahead a planned day without a year may lie; what would lie further ahead lies in the past."""
_MONTHS_AHEAD = 6
"""The same for a month."""
_LEAP_GAP = 8
"""Years from one 29 February to the next, at the most (1896 to 1904)."""
_AROUND, _STOPS = 150, ("\n", ". ", "! ", "? ", "; ")
"""Code points around an expression in which a word tells that it is planned, and what ends its sentence."""
_PAUSES = (*_STOPS, ", ", ": ", " – ")
"""What ends its clause."""


class _Words(Struct):
    """The named parts of an expression, looked up in the language's words."""

    words: Mapping[str, Mapping[str, Any]]
    groups: Mapping[str, str]
    planned: bool = False
    """Whether the sentence speaks of what is to come."""
    planned_here: bool = False
    """Whether the clause does."""

    def text(self, name: str) -> str:
        return self.groups.get(name, "")

    def value(self, name: str, group: str = "") -> Any:  # noqa: ANN401 - numbers or pairs, as the data has them
        return self.words[group or name][self.groups[name]]

    def number(self, name: str) -> int | None:
        digits = self.groups.get(name, "")
        return int(digits) if digits.isdigit() else None

    @property
    def ahead(self) -> bool:
        """Whether a word points to the future."""
        return self.text("shift") in self.words["ahead"] or bool(self.text("toward"))

    @property
    def back(self) -> bool:
        """Whether a word points behind the running week, month or year."""
        return (self.text("shift") or self.text("shift2")) in self.words["back"]


def _weekday(words: _Words, published: date, before: TimeExpression | None) -> Days:
    back = (published.weekday() - words.value("weekday")) % 7
    day = published - timedelta(days=back)
    if words.planned_here and not words.text("since") and not words.text("shift"):
        near = before is not None and timedelta() < before.first - published < timedelta(days=7)
        earliest = before.first if before and near else published
        coming = earliest + timedelta(days=(words.value("weekday") - earliest.weekday()) % 7)
        return coming, coming
    if words.ahead:
        day += timedelta(days=7)
    elif words.back and back == 0:
        day -= timedelta(days=7)
    return day, day


def _weekday_range(words: _Words, published: date, _: TimeExpression | None) -> Days:
    """From one weekday to another: the last ones up to publication or, if planned, the next."""
    days = (words.value("weekday2", "weekday") - words.value("weekday")) % 7
    back = (published.weekday() - words.value("weekday")) % 7
    first = published + timedelta(days=-back % 7) if words.planned else published - timedelta(days=back)
    return first, first + timedelta(days=days)


def _night_before(words: _Words, published: date, before: TimeExpression | None) -> Days:
    days = _weekday(words, published, before)
    return (days[0] - timedelta(days=1), days[0]) if days else None


def _day_of_month(words: _Words, published: date, _: TimeExpression | None) -> Days:
    day = _dated(words.number("day"), words.value("month"), words.number("year"), published, words.planned)
    return day, day


def _numeric_day(words: _Words, published: date, _: TimeExpression | None) -> Days:
    year = words.number("year")
    year = year + 2000 if year is not None and year < 100 else year
    day = _dated(words.number("day"), words.number("number") or 0, year, published, words.planned)
    return day, day


def _day_range(words: _Words, published: date, _: TimeExpression | None) -> Days:
    month2 = words.value("month2", "month")
    year = words.number("year2") or words.number("year")
    last = _dated(words.number("day2"), month2, year, published, words.planned)
    month = words.value("month") if words.text("month") else month2
    first = date(words.number("year") or last.year, month, words.number("day") or 0)
    return (first, last) if first <= last else (first.replace(year=first.year - 1), last)


def _dated(day: int | None, month: int, year: int | None, published: date, planned: bool) -> date:
    """A day of a month; without a year the last one up to publication or, if planned, up to three months after it."""
    if year is not None:
        return date(year, month, day or 0)
    latest = published + (_AHEAD if planned else timedelta())
    years = range(published.year + 1, published.year - _LEAP_GAP - 1, -1)
    return next(found for y in years if (found := _in_year(day or 0, month, y)) and found <= latest)


def _in_year(day: int, month: int, year: int) -> date | None:
    """A day of a year; None for 29 February in a year without one. Raises ValueError for a day that no year has."""
    if (day, month) == (29, 2) and not isleap(year):
        return None
    return date(year, month, day)


_MONTHS = 12


def _month_year(words: _Words, published: date, month: int) -> int:
    """The year of a month: the one given, else the one that makes it the last or, with a word for it, the next.

    "noch im Mai" is the next where that is nearer.
    """
    year = words.number("year")
    if year is not None:
        return year
    still = bool(words.text("still")) and (month - published.month) % _MONTHS <= _MONTHS // 2
    if words.ahead or still or (words.planned_here and 0 < month - published.month <= _MONTHS_AHEAD):
        return published.year + (month <= published.month)
    return published.year - (month > published.month or (words.back and month == published.month))


def _month(words: _Words, published: date, before: TimeExpression | None) -> Days:
    month = words.value("month")
    year = before.first.year if words.text("same") and before else _month_year(words, published, month)
    return _whole_month(year, month)


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _part_of_month(words: _Words, published: date, _: TimeExpression | None) -> Days:
    first, last = words.value("part")
    if words.text("this") and words.value("this", "unit") == "year":
        start = {1: 1, 11: 5, 21: 10}[first]
        return date(published.year, start, 1), _whole_month(published.year, start + 2)[1]
    month = words.value("month") if words.text("month") else published.month
    year = _month_year(words, published, month)
    end = monthrange(year, month)[1]
    return date(year, month, first), date(year, month, min(last, end))


def _quarter(words: _Words, published: date, _: TimeExpression | None) -> Days:
    first = 3 * words.value("quarter") - 2
    year = words.number("year") or published.year - (first > published.month)
    return date(year, first, 1), _whole_month(year, first + 2)[1]


def _years(words: _Words, _: date, __: TimeExpression | None) -> Days:
    first, last = words.number("year") or 0, words.number("year2") or 0
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _weekday_of_week(words: _Words, published: date, _: TimeExpression | None) -> Days:
    """A weekday, or the first or last days, of the week before, of this week or of the next."""
    monday = published - timedelta(days=published.weekday())
    monday += timedelta(weeks=1 if words.ahead else -1 if words.back else 0)
    if words.text("weekday"):
        day = monday + timedelta(days=words.value("weekday"))
        return day, day
    first, last = words.value("part", "week_part")
    return monday + timedelta(days=first), monday + timedelta(days=last)


def _season(words: _Words, published: date, _: TimeExpression | None) -> Days:
    first, last = words.value("season")
    year = words.number("year")
    if year is None:
        year = published.year - (first > published.month) + words.ahead
        if words.back and first <= published.month <= last:
            year -= 1
    end = year + (last < first)
    return date(year, first, 1), _whole_month(end, last)[1]


def _ago(words: _Words, published: date, _: TimeExpression | None) -> Days:
    count = words.number("count")
    if count is None:
        count = words.value("count", "number")
    day = _moved(published, -count, words.value("unit"))
    return day, day


def _moved(day: date, count: int, unit: str) -> date:
    """A day moved by days, weeks, months or years."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(weeks=count)
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last_unit(words: _Words, published: date, _: TimeExpression | None) -> Days:
    unit = words.value("unit")
    step = 1 if words.ahead else -1 if words.back else 0
    day = _moved(published, step, unit)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return _whole_month(day.year, day.month)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _same_day(_: _Words, __: date, before: TimeExpression | None) -> Days:
    return (before.last, before.last) if before else None


def _day_after(words: _Words, _: date, before: TimeExpression | None) -> Days:
    if before is None:
        return None
    side = words.text("side") or words.text("side2")
    step = -1 if side in words.words["day_before"] else 1
    day = (before.first if step < 0 else before.last) + timedelta(days=step)
    return day, day


def _relative_day(words: _Words, published: date, _: TimeExpression | None) -> Days:
    day = published + timedelta(days=words.value("relative"))
    return day, day


def _year(words: _Words, _: date, __: TimeExpression | None) -> Days:
    year = words.number("year") or 0
    return date(year, 1, 1), date(year, 12, 31)


_RESOLVERS: dict[str, Callable[[_Words, date, TimeExpression | None], Days]] = {
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "night_before": _night_before,
    "day_of_month": _day_of_month,
    "numeric_day": _numeric_day,
    "day_range": _day_range,
    "month": _month,
    "part_of_month": _part_of_month,
    "season": _season,
    "quarter": _quarter,
    "years": _years,
    "weekday_of_week": _weekday_of_week,
    "ago": _ago,
    "last_unit": _last_unit,
    "same_day": _same_day,
    "day_after": _day_after,
    "relative_day": _relative_day,
    "year": _year,
}
