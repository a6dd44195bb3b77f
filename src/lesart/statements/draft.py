"""A statement as the rules find it, in tokens; and one sentence as the rules see it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from lesart.language.layer import BREAK, Layer, Quotation, Sentence, Token

Range = tuple[int, int]
"""First and last token, both included, as indices into the tokens of the article."""


class Draft(Struct, gc=False):
    """A statement in the making; ranges are of the article's tokens."""

    rule: str
    form: str
    medium: str | None
    content: list[Range]
    speaker: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    modality: str = "asserted"
    carried: bool = False
    """Whether the speaker was carried over from an earlier sentence."""
    confidence: float | None = None
    """How sure the engine is of content and speaker; None: as sure as its rule is (`confidence.py`)."""
    parent: int = -1
    """Place of the draft around this one in the list of drafts, or -1."""

    @property
    def first(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    @property
    def last(self) -> int:
        """The last token of the content."""
        return self.content[-1][1]

    def is_introduced_by(self, act: Draft) -> bool:
        """Whether a speech act is part of the frame."""
        return any(first <= act.last and act.first <= last for first, last in self.frame)


class Entity(Struct, frozen=True, gc=False):
    """A name: `first` to `last` (both included), of a kind of GermEval 2014: PER, ORG, LOC, OTH, LOCderiv ..."""

    first: int
    last: int
    kind: str


class Found(Struct, frozen=True):
    """What an engine finds in an article: statements in order of the text, and names (None: it does not look)."""

    drafts: list[Draft]
    entities: list[Entity] | None = None


class View(Struct, gc=False):
    """A sentence without its line ends: words, and whether each stands outside quotation marks."""

    sentence: Sentence
    words: list[Token]
    outside: list[bool]

    def span(self, first: int, last: int) -> Range:
        """Places in the sentence as a range of the article's tokens."""
        return self.words[first].index, self.words[last].index

    def trimmed(self, first: int, last: int, signs: str = ",;:–—-()") -> Range | None:
        """The same without signs at its ends; None where nothing is left."""
        while first <= last and self.words[first].text in signs:
            first += 1
        while last >= first and self.words[last].text in signs:
            last -= 1
        return self.span(first, last) if first <= last else None

    @property
    def end(self) -> int:
        """The place of the last word before the final stop."""
        last = len(self.words) - 1
        while last > 0 and self.outside[last] and self.words[last].text in ".!?…":
            last -= 1
        return last


def views(layer: Layer) -> list[View]:
    """All sentences of an article as the rules see them."""
    outside = [True] * len(layer.tokens)
    for quotation in layer.quotations:
        for at in range(quotation.first, quotation.last + 1):
            outside[at] = False
    found = []
    for sentence in layer.sentences:
        words = [t for t in layer.tokens[sentence.first : sentence.last + 1] if t.kind != BREAK]
        found.append(View(sentence, words, [outside[word.index] for word in words]))
    return found


def outer(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations that stand in no other."""
    return [quotation for quotation in quotations if quotation.depth == 0]
