"""What is known of one article while its parties are being found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lesart.language.layer import Layer, Token
from lesart.model import Span, Statement
from lesart.parties.cluster import Cluster
from lesart.parties.lexicon import PartyWords
from lesart.parties.registry import Registry
from lesart.parties.salience import Salience
from lesart.parties.states import states
from lesart.statements.lexicon import Lexicon


class Context:
    """The text, the words of its language, and the parties so far."""

    def __init__(self, layer: Layer, lexicon: PartyWords, cues: Lexicon, statements: Sequence[Statement] = ()) -> None:
        self.layer, self.lexicon, self.cues = layer, lexicon, cues
        self.registry = Registry()
        self.salience = Salience(layer, lexicon, statements)
        self.said = cues.words["nouns"] | lexicon.utterances
        """Nouns for what somebody says."""
        self.states = states(lexicon.language)
        self.knows_names = False
        """Whether all persons are known who are named."""
        self.named: set[int] = set()
        """The tokens of the names that are known."""
        self.documents: dict[str, Cluster] = {}
        """Noun for a document -> whose it is."""
        self.written: list[tuple[int, Cluster]] = []
        """Where a document was named (its last token), and whose it is; in order of the text."""

        self._starts = [token.start for token in layer.tokens]
        self._at = {token.start: token.index for token in layer.tokens}
        self._ends = {token.end: token.index for token in layer.tokens}
        self._said_by: dict[int, list[Span]] = {}
        for statement in statements:
            for span in statement.speaker:
                self._said_by.setdefault(span.start, []).extend(statement.content)

    def at(self, start: int) -> int:
        """The token that begins at an offset. Raises KeyError where none does."""
        return self._at[start]

    def ends(self, end: int) -> int:
        """The token that ends at an offset. Raises KeyError where none does."""
        return self._ends[end]

    def places(self, spans: Sequence[Span]) -> Iterator[int]:
        """The tokens of some spans."""
        for span in spans:
            yield from range(self.at(span.start), self.ends(span.end) + 1)

    def is_said(self, place: int) -> bool:
        """Whether a word is a noun for what somebody said."""
        low = self.layer.tokens[place].low
        return low in self.said or low.endswith(self.cues.noun_endings)

    def speaks(self, at: int) -> bool:
        """Whether a token begins the phrase of a speaker."""
        return self._starts[at] in self._said_by

    def told_of(self, at: int) -> list[Cluster]:
        """Whom the words name that the phrase at a token says: "der Mann" who says them is somebody else.

        A pronoun need not be: "Imhoff hat das Papier nicht weitergegeben, sagt er".
        """
        if self.lexicon.pronouns.get(self.layer.tokens[at].low) in ("m", "f", "p"):
            return []
        found = []
        for span in self._said_by.get(self._starts[at], ()):
            first, stop = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            for (start, end), cluster in self.registry.inside(first, stop - 1):
                pronoun = start == end and self.layer.tokens[start].low in self.lexicon.pronouns
                if not pronoun and start != at:
                    found.append(cluster)
        return found

    def words(self, first: int, last: int) -> list[Token]:
        """The tokens of a phrase."""
        return self.layer.tokens[first : last + 1]


def nearest(clusters: list[Cluster], at: int) -> Cluster:
    """Who was meant last before a token; there must be one."""
    return max(clusters, key=lambda cluster: cluster.last_before(at))
