"""What is said, word by word: stems, which words are negated, quantities and times of day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from lesart.language import module
from lesart.language.clock import TimeOfDay
from lesart.language.layer import NUMBER, WORD, Layer
from lesart.language.ordered import Ordered
from lesart.language.quantities import Quantity
from lesart.model import PlacedStatement, Span
from lesart.topics.terms import stemmed

_FIRST = 10
"""Words of a saying that stand in a sentence about it."""
_STOPS = frozenset([";", ":", ",", "–", "—"])
"""Signs at which the reach of a negation ends."""


class SaidWord(Struct, frozen=True, gc=False):
    """A word of a statement; `stem` is empty for words that mean nothing by themselves."""

    low: str
    stem: str
    negated: bool
    """Whether a negation stands in its stretch of words between signs."""


class Amount(Struct, frozen=True):
    """A quantity as the text has it."""

    quantity: Quantity
    text: str


class Saying(Struct, frozen=True):
    """A statement with what its words say."""

    statement: PlacedStatement
    text: str
    words: tuple[SaidWord, ...]
    context: frozenset[str]
    """Stems of the words that introduce it and of what was said just before: what "Das war kein Thema" points to."""
    amounts: tuple[Amount, ...]
    times: tuple[TimeOfDay, ...]

    @property
    def beginning(self) -> str:
        """Its first words, without quotation marks."""
        words = self.text.strip("„“”»«\"‚‘'.").split()
        return " ".join(words[:_FIRST]) + (" …" if len(words) > _FIRST else "")

    @property
    def denied(self) -> bool:
        """Whether the whole of it is denied."""
        return self.statement.modality == "denied"


def sayings(
    statements: Sequence[PlacedStatement], layers: Mapping[str, Layer], languages: Mapping[str, str]
) -> dict[str, Saying]:
    """Statement id -> its saying; statements of languages that are not supported are left out."""
    by_article: dict[str, list[PlacedStatement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    found: dict[str, Saying] = {}
    for article, own in by_article.items():
        if not languages.get(article):
            continue
        language = module(languages[article])
        layer = layers[article]
        quantities = _quantities(layer, languages[article])
        times = Ordered[TimeOfDay](language.times_of_day(layer.text), lambda one: one.start)
        starts = [token.start for token in layer.tokens]
        before: frozenset[str] = frozenset()
        for statement in own:
            words = _words(statement.content, layer, starts, languages[article], language.NEGATIONS)
            frame = _words(statement.frame, layer, starts, languages[article], language.NEGATIONS)
            context = frozenset(word.stem for word in frame) | before
            before = frozenset(word.stem for word in words)
            found[statement.id] = Saying(
                statement,
                " … ".join(layer.text[span.start : span.end] for span in statement.content),
                words,
                context,
                tuple(_amount(quantity, layer) for quantity in quantities.inside(statement.content)),
                tuple(times.inside(statement.content)),
            )
    return found


def _quantities(layer: Layer, language: str) -> Ordered[Quantity]:
    """The quantities of an article, each where its number stands."""
    return Ordered(module(language).quantities(layer.tokens), lambda one: layer.tokens[one.number].start)


def _amount(quantity: Quantity, layer: Layer) -> Amount:
    start, end = layer.tokens[quantity.first].start, layer.tokens[quantity.last].end
    return Amount(quantity, layer.text[start:end])


def _words(
    spans: Sequence[Span], layer: Layer, starts: Sequence[int], language: str, negations: Collection[str]
) -> tuple[SaidWord, ...]:
    found: list[SaidWord] = []
    for span in spans:
        stretch: list[str] = []
        for token in layer.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if token.text in _STOPS:
                found += _stretch(stretch, language, negations)
                stretch = []
            elif token.kind in (WORD, NUMBER):
                stretch.append(token.low)
        found += _stretch(stretch, language, negations)
    return tuple(found)


def _stretch(lows: Sequence[str], language: str, negations: Collection[str]) -> list[SaidWord]:
    negated = any(low in negations for low in lows)
    closed = module(language).CLOSED
    return [SaidWord(low, "" if low in closed else stemmed(low, language), negated) for low in lows]
