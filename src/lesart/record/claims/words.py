"""The words by which a language claims something about a series or a record; see `data/de/claims.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

_DATA = Path(__file__).parent / "data"

Dimension = Literal["duration", "money", "level", "count", "any", "deaths", ""]
Direction = Literal["most", "least"]


class OrdinalPattern(Struct, frozen=True):
    """A way to say the how-manieth; `needs` is what makes it a claim: a scope beside it ("scope"), a noun for an event
    ("event", "named"; "object": without a preposition, and not the first), or nothing.
    """

    pattern: re.Pattern[str]
    first: bool
    needs: str


class ClaimWords(Struct, frozen=True):
    """The patterns and word lists of one language."""

    scope_start: re.Pattern[str]
    scope_time: re.Pattern[str]
    scope_new: frozenset[str]
    scope_alone: frozenset[str]
    scope_whole: re.Pattern[str]
    counted: re.Pattern[str]
    """Scopes that only a count has."""
    everything: re.Pattern[str]
    year_start: re.Pattern[str]
    ordinals: Mapping[str, int]
    ordinal: tuple[OrdinalPattern, ...]
    none: tuple[str, ...]
    been: frozenset[str]
    """Participles of the copula."""
    relative: frozenset[str]
    """Words that open a relative clause."""
    of_kind: re.Pattern[str]
    """Words behind an ordinal that stand for its noun: "der elfte dieser Art"."""
    beside: frozenset[str]
    sup: re.Pattern[str]
    other: re.Pattern[str]
    not_other: tuple[str, ...]
    superlative: tuple[re.Pattern[str], ...]
    record_needs: re.Pattern[str]
    strict: frozenset[str]
    strict_scope: re.Pattern[str]
    measures: Mapping[str, tuple[Direction, Dimension]]
    up: re.Pattern[str]
    down: re.Pattern[str]
    level: re.Pattern[str]
    negation: re.Pattern[str]
    behind_up: re.Pattern[str]
    behind_down: re.Pattern[str]
    often: re.Pattern[str]
    """Words of change that tell how often something happens."""
    spans: re.Pattern[str]
    not_scope: re.Pattern[str]
    last_time: re.Pattern[str]
    before: re.Pattern[str]
    """Words of a sentence that lists what was before."""
    after: re.Pattern[str]
    until: re.Pattern[str]
    openers: frozenset[str]
    tails: frozenset[str]

    def number(self, text: str) -> int | None:
        """The number of an ordinal in any case: "dritten", "3."."""
        low = text.lower().rstrip(".")
        if low.isdigit():
            return int(low)
        return next((n for stem, n in self.ordinals.items() if low.startswith(stem) and len(low) - len(stem) < 3), None)

    def measure(self, adjective: str) -> tuple[Direction, Dimension] | None:
        """What an adjective compares."""
        low = adjective.lower()
        return next((self.measures[low[:end]] for end in range(len(low), 2, -1) if low[:end] in self.measures), None)


@cache
def claim_words(language: str) -> ClaimWords:
    """The words of a language (ISO 639-1)."""
    data = tomllib.loads((_DATA / language / "claims.toml").read_text(encoding="utf-8"))
    measures = {word: (str(way), str(of)) for word, (way, of) in data["measures"].items()}
    superlatives = [word for word in measures if word.endswith(tuple(data["superlative"]["endings"]))]
    parts = {
        **data["parts"],
        "ORDINALS": _choice(data["ordinals"]) + r"|\d{1,3}\.",
        "SUPERLATIVES": _choice(superlatives),
    }

    def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
        for _ in range(_NESTED):
            for name, part in parts.items():
                pattern = pattern.replace("{" + name + "}", part)
        return re.compile(pattern.replace(" ", r"\s+"), flags)

    def any_of(patterns: list[str]) -> re.Pattern[str]:
        return compiled("|".join(f"(?:{pattern})" for pattern in patterns))

    ordinal, superlative, since, clause = data["ordinal"], data["superlative"], data["since"], data["clause"]
    return ClaimWords(
        scope_start=any_of(data["scope"]["start"]),
        scope_time=compiled(data["scope"]["time"]),
        scope_new=frozenset(data["scope"]["new"]),
        scope_alone=frozenset(data["scope"]["alone"]),
        scope_whole=any_of(data["scope"]["whole"]),
        counted=compiled(data["scope"]["counted"]),
        everything=compiled(data["scope"]["everything"], re.IGNORECASE),
        year_start=compiled(data["scope"]["year_start"], re.IGNORECASE),
        ordinals=dict(sorted(data["ordinals"].items(), key=lambda entry: -len(entry[0]))),
        ordinal=tuple(_ordinal(entry, compiled) for entry in ordinal["patterns"]),
        none=tuple(ordinal["none"]),
        been=frozenset(ordinal["been"]),
        relative=frozenset(clause["relative"]),
        of_kind=compiled(ordinal["of_kind"]),
        beside=frozenset(ordinal["beside"]),
        sup=compiled(superlative["sup"]),
        other=compiled(superlative["other"]),
        not_other=tuple(superlative["not_other"]),
        superlative=tuple(compiled(entry["pattern"]) for entry in superlative["patterns"]),
        record_needs=compiled(rf"\b{superlative['record_needs']}\b"),
        strict=frozenset(superlative["strict"]),
        strict_scope=compiled(superlative["strict_scope"], re.IGNORECASE),
        measures=measures,  # type: ignore[arg-type] # the file says no other words
        up=compiled(rf"\b{since['up']}\b"),
        down=compiled(rf"\b{since['down']}\b"),
        level=compiled(rf"\b{since['none']}\b"),
        negation=compiled(rf"\b{since['negation']}\b"),
        behind_up=compiled(rf"\b{since['behind_up']}\b"),
        behind_down=compiled(rf"\b{since['behind_down']}\b"),
        often=compiled(since["often"], re.IGNORECASE),
        spans=any_of(since["spans"]),
        not_scope=compiled(since["not_scope"], re.IGNORECASE),
        last_time=compiled(clause["last_time"]),
        before=compiled(clause["before"]),
        after=compiled(clause["after"]),
        until=compiled(clause["until"]),
        openers=frozenset(clause["openers"]),
        tails=frozenset(clause["tails"]),
    )


_NESTED = 3
"""How deep parts stand in parts."""


def _choice(words: Any) -> str:  # noqa: ANN401 - a list, or a table's names
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _ordinal(entry: Mapping[str, Any], compiled: Any) -> OrdinalPattern:  # noqa: ANN401 - the compiler above
    return OrdinalPattern(compiled(entry["pattern"]), bool(entry.get("first")), str(entry.get("needs", "")))
