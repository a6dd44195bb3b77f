"""Times of day: "um 4.41 Uhr", "kurz nach zwei", "um halb zwei", "Viertel nach eins"; the patterns are data."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

_HALF_DAY = 12 * 60


class TimeOfDay(Struct, frozen=True):
    """A stretch of text (code points) and the minute of the half day that it means, give or take `room` minutes."""

    start: int
    end: int
    minute: int
    room: int

    def agrees(self, other: TimeOfDay) -> bool:
        """Whether both can be one time."""
        return self.apart(other) <= self.room + other.room

    def apart(self, other: TimeOfDay) -> int:
        """Minutes between both; "zwei Uhr" may be in the afternoon."""
        gap = abs(self.minute - other.minute) % _HALF_DAY
        return min(gap, _HALF_DAY - gap)


class Clock:
    """The times of day of one language."""

    def __init__(self, data: Path) -> None:
        """Read the rules; the file's hours stand in its patterns as {hour}."""
        rules: dict[str, Any] = tomllib.loads(data.read_text(encoding="utf-8"))
        self._hours: dict[str, int] = rules["hours"]
        self._minutes: dict[str, int] = rules["minutes"]
        self._vague: dict[str, int] = rules["vague"]
        hour = "|".join(sorted([*self._hours, r"\d\d?"], key=len, reverse=True))
        vague = "|".join(sorted(self._vague, key=len, reverse=True))
        minute = "|".join(sorted([*self._minutes, r"\d\d"], key=len, reverse=True))
        patterns = [
            pattern.replace("{hour}", f"(?P<hour{n}>{hour})")
            .replace("{minute}", f"(?P<minute{n}>{minute})")
            .replace("{vague}", f"(?P<vague{n}>{vague})")
            for n, pattern in enumerate(rules["patterns"])
        ]
        self._shift: list[int] = rules["shifts"]
        self._pattern = re.compile("|".join(f"(?P<rule{n}>\\b{p}\\b)" for n, p in enumerate(patterns)), re.IGNORECASE)

    def find(self, text: str) -> list[TimeOfDay]:
        """The times of day of a text, in order."""
        found = []
        for match in self._pattern.finditer(text):
            groups = match.groupdict()
            number = next(n for n in range(len(self._shift)) if groups[f"rule{n}"] is not None)
            hour = self._value(groups[f"hour{number}"], self._hours)
            minute = self._value(groups.get(f"minute{number}") or "0", self._minutes)
            vague = (groups.get(f"vague{number}") or "").lower()
            if hour > 24 or minute > 59:
                continue
            at = (hour * 60 + minute + self._shift[number]) % _HALF_DAY
            found.append(TimeOfDay(match.start(), match.end(), at, self._vague.get(vague, 0)))
        return found

    @staticmethod
    def _value(text: str, words: dict[str, int]) -> int:
        return int(text) if text.isdigit() else words[text.lower()]
