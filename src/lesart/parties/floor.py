"""Who has the floor: the source in whose words an article goes on.

Who is introduced in the indicative ("Wernigk berichtete") has the floor until the next one is. What stands in the
subjunctive is relayed by him: a whole sentence ("Die Stimmung sei schlecht gewesen") is his own statement, a frame
("Busk habe versichert") makes him the relay of somebody else's.
"""

from __future__ import annotations

from lesart.model import Span, Statement
from lesart.parties.cluster import Cluster
from lesart.parties.scenes import Scenes, is_hearsay, is_subjunctive


class Floor:
    """The source that has the floor and whoever relays it, as an article goes on."""

    def __init__(self, scenes: Scenes) -> None:
        self.holder: Cluster | None = None
        self.chain: tuple[Cluster, ...] = ()
        self.since = 0
        self._scenes = scenes
        self._second_hand: list[Cluster] = []

    def take(self, speaker: Cluster, chain: tuple[Cluster, ...], since: int) -> None:
        """Give the floor to a source whose words begin at an offset."""
        self.holder, self.chain, self.since = speaker, chain, since
        self._second_hand = []

    def leave(self) -> None:
        """Take the floor from whoever has it: what follows is nobody's."""
        self.holder, self.chain, self._second_hand = None, (), []

    def relays(self, speaker: Cluster | None) -> tuple[Cluster, ...]:
        """Who relays what somebody is said to have said: whoever has the floor, and his own relays."""
        if speaker is not None:
            self._second_hand.append(speaker)
        if self.holder is None or self.holder is speaker:
            return self.chain
        return (self.holder, *(one for one in self.chain if one is not speaker))

    def is_newer(self, phrase: Span, speaker: Cluster) -> bool:
        """Whether a speaker speaks up after whoever has the floor, and not only in his words."""
        second_hand = any(one is speaker for one in self._second_hand)
        return phrase.start > self.since and not second_hand and self._scenes.speaks(phrase)

    def is_carried(self, statement: Statement) -> bool:
        """Whether a statement has its speaker from a sentence before it, without words of its own for him."""
        if statement.frame or statement.cue or not statement.speaker:
            return False
        return statement.speaker[0].end <= self._scenes.begin(statement.content[0].start)

    def is_later(self, statement: Statement) -> bool:
        """Whether somebody took the floor after the one from whom a statement has its speaker."""
        return statement.speaker[0].end < self.since < statement.content[0].start

    def is_relayed(self, statement: Statement) -> bool:
        """Whether the clause that introduces a statement, or is its act, stands in the subjunctive or with "soll"."""
        act = statement.form == "reported" and not statement.frame and bool(statement.speaker)
        cue = self._scenes.saying(statement.cue[-1]) if statement.cue and statement.frame else None
        found = cue or (self._scenes.predicate(statement.frame) if statement.frame else None)
        if act and not self.is_carried(statement):
            found = self._scenes.clause(statement.speaker[0]) or self._scenes.predicate(statement.content)
        if found is None and statement.speaker and not self.is_carried(statement):
            found = self._scenes.saying(statement.speaker[0])
        return found is not None and (is_hearsay(*found) or is_subjunctive(*found))

    def is_aside(self, statement: Statement) -> bool:
        """Whether a source is named in passing, and who has the floor keeps it: in his words ("dem Gutachten zufolge
        sei ..."), or for a mere number ("der Polizei zufolge gut 200").
        """
        if statement.frame and statement.form == "indirect" and self._scenes.predicate(statement.content) is None:
            return not self._scenes.is_infinitive(statement.content)
        source = bool(statement.frame) and self._scenes.holds(statement.frame, "behind")
        return source and self.in_subjunctive(statement)

    def in_subjunctive(self, statement: Statement) -> bool:
        """Whether the first clause of a content with a verb stands in the subjunctive."""
        found = self._scenes.predicate(statement.content)
        return found is not None and is_subjunctive(*found)
