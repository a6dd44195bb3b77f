"""When what an article names took place: which of its expressions of time belong to which trigger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from lesart.events.days import Days
from lesart.events.triggers import Trigger
from lesart.events.words import EventWords
from lesart.language.dates import TimeExpression
from lesart.language.layer import Layer
from lesart.language.ordered import Ordered
from lesart.model import Span

LEAD = 1
"""Paragraphs in which a report names what it is about."""
_LONGEST = 31
"""Days over which an expression of time that does not stand right beside an event can still tell when it happened."""
_DAY = 8
"""Days (less than) over which a time elsewhere in the sentence can tell when."""
_YEAR = 4
"""Digits of a year."""
_GAP = 12
"""Code points between two days that are told in a row: "am 3. März, am 22. April"."""
_MEASURED = 32
"""The same where a measure stands between them: "am 14. Januar, 75 Minuten lang, und am 27. Februar"."""


class Dating:
    """Which expressions of time belong to which trigger."""

    def __init__(
        self,
        layer: Layer,
        times: Sequence[TimeExpression],
        frames: Sequence[Span],
        summed: Sequence[Span],
        words: EventWords,
        published: date | None,
    ) -> None:
        self.layer = layer
        self.published = published
        self.words = words
        self.given: set[int] = set()
        """Where the times start that tell when a trigger was."""
        self.starts = [token.start for token in layer.tokens]
        self.times = times
        self._by_start = Ordered(range(len(times)), lambda at: times[at].start)
        self._by_end = Ordered(range(len(times)), lambda at: times[at].end)
        places = Ordered([*self.starts, *(time.start for time in times)], lambda place: place)
        self.framed = frozenset(places.inside(frames))
        """Where words and times start that introduce what somebody says."""
        self._summed = frozenset(places.inside(summed))
        self.lead_end = next((layer.tokens[s.first].start for s in layer.sentences if s.paragraph >= LEAD), 1 << 40)

    def of(self, trigger: Trigger) -> tuple[list[TimeExpression], bool]:
        """The times of a trigger: one, or several in a row ("am 3. März und am 22. April"); whether they stand outside
        its clause."""
        tokens = self.layer.tokens
        start, end = tokens[trigger.first].start, self._end(trigger)
        beside = sorted({*self._by_start.between(end - 1, end + 3), *self._by_end.between(start - 2, start + 1)})
        beside = beside or self._related(trigger)
        told = self._adjective(trigger)
        if told and not beside:
            return [told], False
        if trigger.hoped:
            beside = [at for at in beside if self.times[at].start >= end] or self._meant_for(trigger)
        if beside:
            return [self._ahead(time) if trigger.status == "planned" else time for time in self._row(beside[0])], False
        if trigger.aside or trigger.hoped:
            return [], False
        clause = tokens[trigger.clause[0]].start, tokens[trigger.clause[1]].end
        sentence = self.layer.sentences[trigger.sentence]
        whole = tokens[sentence.first].start, tokens[sentence.last].end
        framed = start in self.framed
        apart = tokens[trigger.clause[0]].low in self.words.apart
        for (first, last), longest in ((clause, _LONGEST), (clause if apart else whole, _DAY)):
            near = [
                at
                for at in self._by_start.between(first, last)
                if (self.times[at].last - self.times[at].first).days < longest
                and not (trigger.ordinal is not None and self.times[at].start in self.given)
                and (framed or self.times[at].start not in self.framed)
                and not self._is_of_another(self._row(at)[0], trigger)
            ]
            if near:
                row = self._row(min(near, key=lambda at: abs(self.times[at].start - start)))
                return row, longest == _DAY
        return [], False

    def _meant_for(self, trigger: Trigger) -> list[int]:
        """The day in the clause of what is only announced that is said to be its: "kündigten für Sonntag ... an"."""
        tokens = self.layer.tokens
        clause = self._by_start.between(tokens[trigger.clause[0]].start, tokens[trigger.clause[1]].end)
        opening = (tokens[bisect_left(self.starts, self.times[at].start)].low for at in clause)
        return [at for at, low in zip(clause, opening, strict=True) if low in self.words.meant_for]

    def _ahead(self, time: TimeExpression) -> TimeExpression:
        """The time of a planned event: a day without a year that would lie long ago is the next one."""
        told = any(
            letters.isdigit() and len(letters) == _YEAR for letters in self.layer.text[time.start : time.end].split()
        )
        if told or self.published is None or time.last + timedelta(days=_LONGEST) >= self.published:
            return time
        try:
            first, last = (day.replace(year=day.year + 1) for day in (time.first, time.last))
        except ValueError:  # 29 February
            return time
        return replace(time, first=first, last=last)

    def _end(self, trigger: Trigger) -> int:
        """Where a noun ends with what hangs on it: "dem Telefonat der Präsidenten"."""
        last = trigger.last
        for first, end in trigger.cast if not trigger.verb else ():
            last = end if first == last + 1 else last
        return self.layer.tokens[last].end

    def _adjective(self, trigger: Trigger) -> TimeExpression | None:
        """The day that an adjective before a noun tells: "das heutige Treffen"."""
        for token in self.layer.tokens[trigger.first : trigger.last]:
            days = self.words.day_of_adjective(token.low)
            if days is not None and self.published is not None:
                day = self.published + timedelta(days=days)
                return TimeExpression(token.start, token.end, day, day)
        return None

    def _related(self, trigger: Trigger) -> list[int]:
        """The time in the relative clause right behind a noun: "dem dritten, das am 19. Mai stattfand"."""
        tokens, at = self.layer.tokens, trigger.last + 1
        if trigger.verb or at + 1 >= len(tokens) or tokens[at].text != ",":
            return []
        end = tokens[at + 1].end
        return list(self._by_start.between(end, end + 2)) if tokens[at + 1].low in self.words.relatives else []

    def is_free(self, time: TimeExpression) -> bool:
        """Whether a time can tell of an event of its own: it is past, and not given to a named event."""
        past = self.published is None or time.first < self.published
        return past and time.start not in self.given

    def is_ahead(self, time: TimeExpression) -> bool:
        """Whether a time lies ahead of the report, and is not given to a named event."""
        return self.published is not None and time.first > self.published and time.start not in self.given

    def is_of_speaking(self, time: TimeExpression) -> bool:
        """Whether a time tells when somebody said something."""
        return time.start in self.framed or time.start in self._summed

    def is_saying(self, trigger: Trigger) -> bool:
        """Whether a verb of telling only introduces what somebody says: "gab die Polizei bekannt"."""
        told = trigger.verb and trigger.word.kind == "announcement"
        return told and self.layer.tokens[trigger.first].start in self.framed

    def is_dated(self, trigger: Trigger) -> bool:
        """Whether the clause of a trigger has any expression of time, were it too wide to tell the day."""
        first, last = self.layer.tokens[trigger.clause[0]].start, self.layer.tokens[trigger.clause[1]].end
        return bool(self._by_start.between(first, last))

    def _row(self, at: int) -> list[TimeExpression]:
        """A time with those that stand in a row with it."""
        first = last = at
        while first > 0 and self._in_row(self.times[first - 1], self.times[first]):
            first -= 1
        while last + 1 < len(self.times) and self._in_row(self.times[last], self.times[last + 1]):
            last += 1
        return list(self.times[first : last + 1])

    def _in_row(self, a: TimeExpression, b: TimeExpression) -> bool:
        between = self.layer.text[a.end : b.start]
        measured = between.startswith(",") and any(letter.isdigit() for letter in between)
        longest = _MEASURED if measured else _GAP
        joined = bool({",", *self.words.joining} & {between.strip(), *between.split()})
        return len(between) < longest and joined and not {".", ";", ":"} & set(between)

    def in_stretch(self, start: int, end: int) -> TimeExpression | None:
        """The first day or so in a stretch (code points)."""
        near = (self.times[at] for at in self._by_start.between(start, end))
        past = (time for time in near if self.published is None or time.first <= self.published)
        return next((time for time in past if (time.last - time.first).days < _DAY), None)

    def lead(self) -> TimeExpression | None:
        """The first day that the first paragraph names outside of who said something when."""
        past = [time for time in self.times if self.published is None or time.first <= self.published]
        days = [time for time in past if time.start < self.lead_end and (time.last - time.first).days < 2]
        plain = [time for time in days if time.start not in self.framed]
        return next((time for time in plain or days if not self._is_attribute(time)), None)

    def _is_of_another(self, time: TimeExpression, trigger: Trigger) -> bool:
        """Whether a time is the day of another noun, right before it: "seit der Waffenruhe vom März", "nach denen vom
        März"."""
        at = bisect_left(self.starts, time.start)
        before = self.layer.tokens[at - 1] if at else None
        noun = before is not None and (before.capital or before.low in self.words.definite)
        named = noun and self.layer.tokens[at].low in self.words.dating
        return named and not trigger.first <= at - 1 <= trigger.last

    def _is_attribute(self, time: TimeExpression) -> bool:
        """Whether a time belongs to the noun before it: "auf den Schlusskurs vom Freitag"."""
        at = bisect_left(self.starts, time.start)
        before = self.layer.tokens[at - 1] if at else None
        return before is not None and before.capital and self.layer.tokens[at].low in self.words.relating


def days_of(time: TimeExpression | None, night: bool) -> Days | None:
    """The days of a time; what happens at night began the day before."""
    if time is None:
        return None
    return (time.first - timedelta(days=1) if night and time.first == time.last else time.first), time.last
