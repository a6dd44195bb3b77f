"""How likely a pronoun or a general noun means a party: by how near, in which role, and whether it speaks.

The weights are plain and few; those of Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution", go
the same way: subjects before what hangs on a preposition or is a genitive, near before far.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lesart.language.layer import Layer
from lesart.model import Statement
from lesart.parties.cluster import Cluster, Place
from lesart.parties.lexicon import PartyWords

_PACE, _SPEAKS, _SPEAKER, _OPENS, _OBLIQUE, _QUOTED, _UNSURE = 25, 0.4, 0.6, 0.4, -1.0, -2.0, -0.3
_PARAGRAPH = -0.6
"""Points for whoever stands in an earlier paragraph."""
"""Tokens that cost one point; points for one who speaks, for the very phrase of a speaker, for what opens a sentence,
for what hangs on a preposition, for what stands inside a quotation, for one whose gender is not known."""
_DASHES = "–—"
"""Signs behind a place and an agency at the beginning of an article."""
_LOOKED_AT = 6
"""Latest mentions of a party that are looked at."""


class Salience:
    """The salience of the parties of one article."""

    def __init__(self, layer: Layer, lexicon: PartyWords, statements: Sequence[Statement] = ()) -> None:
        spans = [span for statement in statements for span in statement.speaker]
        self._speakers = {span.end: span.start for span in spans}
        self._tokens, self._lexicon = layer.tokens, lexicon
        self._opening = lexicon.articles | lexicon.titles | lexicon.possessives | lexicon.possessive_genders.keys()
        self._opening |= lexicon.openers | (lexicon.before - lexicon.prepositions)
        self._openings = {sentence.first for sentence in layer.sentences}
        self._paragraph = [0] * len(layer.tokens)
        for sentence in layer.sentences:
            self._paragraph[sentence.first : sentence.last + 1] = [sentence.paragraph] * (
                sentence.last + 1 - sentence.first
            )
        self._quotation = [0] * len(layer.tokens)
        for number, one in enumerate(layer.quotations, 1):
            if one.depth == 0:
                self._quotation[one.first : one.last + 1] = [number] * (one.last + 1 - one.first)

    def is_quoted(self, at: int) -> bool:
        """Whether a token stands inside a quotation."""
        return self._quotation[at] != 0

    def of(self, cluster: Cluster, at: int, gender: str) -> float:
        """Points of a party for a phrase at token `at` that asks for a gender (or for none: empty)."""
        last = bisect_left(cluster.ends, at)
        ends = cluster.ends[max(0, last - _LOOKED_AT) : last]
        places = [self._of_place((cluster.starts[end], end), at) for end in ends]
        unsure = _UNSURE if gender and not cluster.gender else 0
        return max(places, default=-1e9) + (_SPEAKS if cluster.speaks else 0) + unsure

    def _of_place(self, place: Place, at: int) -> float:
        points = -(at - place[1]) / _PACE
        if self._paragraph[place[0]] != self._paragraph[at]:
            points += _PARAGRAPH
        if self._quotation[place[0]] not in (0, self._quotation[at]):
            points += _QUOTED
        start = self._tokens[place[0]].start
        if self._speakers.get(self._tokens[place[1]].end, start + 1) <= start:
            points += _SPEAKER
        before = place[0] - 1
        while before >= 0 and self._tokens[before].low in self._opening:
            before -= 1
        if before + 1 in self._openings or (before >= 0 and self._tokens[before].text in _DASHES):
            return points + _OPENS
        oblique = before >= 0 and self._tokens[before].low in self._lexicon.prepositions
        return points + (_OBLIQUE if oblique else 0)
