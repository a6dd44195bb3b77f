"""A whole evaluation: the table, figures per form, the reliability of confidence, the worst misses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from lesart.evaluation.gold import Gold, GoldStatement
from lesart.evaluation.measure import FOUND, PARTS, Marked, Pair, Table, is_right, pairs_of, table_of, token_f1
from lesart.model import Article, Reading, Span, Statement

BINS = 10
WORST = 40
"""Misses that are listed."""


class FormRow(Struct, frozen=True):
    """One form: annotated statements, how many were found, how many of those with the right form and speaker."""

    form: str
    gold: int
    found: int
    right_form: int
    right_speaker: int
    invented: int
    """Statements of this form that nothing annotated answers to."""


class Bin(Struct, frozen=True):
    """Statements of about one confidence: how many, their mean confidence, the share that is right."""

    count: int
    confidence: float
    right: float


class Miss(Struct, frozen=True):
    """An annotated statement that was missed or distorted, or one that was invented; `score` is the token F1."""

    text: int
    wanted: str
    found: str
    speaker_wanted: str
    speaker_found: str
    form: str
    score: float


class Evaluation(Struct, frozen=True):
    """All figures over some annotated texts."""

    texts: int
    statements: int
    table: Table
    forms: Sequence[FormRow]
    bins: Sequence[Bin]
    calibration_error: float
    """Mean distance of confidence and share of right statements over the bins, weighted by their size."""
    misses: Sequence[Miss]


def evaluate(golds: Iterable[Gold], read: Callable[[Article], Reading], language: str) -> Evaluation:
    """Read every text with `read` and hold it against its annotation."""
    pairs: list[Pair] = []
    misses: list[Miss] = []
    sure: list[tuple[float, bool]] = []
    texts = statements = 0
    for gold in golds:
        reading = read(Article(id=f"{texts:05}", text=gold.text, language=language))
        wanted = [_of_gold(statement) for statement in gold.statements]
        found = [_of_system(statement, gold.tokens) for statement in reading.statements]
        kept = [one for one in found if one.content]
        own = pairs_of(wanted, kept)
        pairs += own
        misses += [_miss(texts, gold, *pair) for pair in own if token_f1(pair[0].content, pair[1].content) < FOUND]
        sure += [
            (statement.confidence, any(is_right(one, mark) for one in wanted))
            for statement, mark in zip(reading.statements, found, strict=True)
        ]
        texts, statements = texts + 1, statements + len(wanted)
    misses.sort(key=lambda miss: (miss.score, -len(miss.wanted + miss.found)))
    bins = _bins(sure)
    return Evaluation(
        texts,
        statements,
        table_of(pairs),
        _forms(pairs),
        bins,
        sum(one.count * abs(one.confidence - one.right) for one in bins) / max(1, len(sure)),
        misses[:WORST],
    )


def _of_gold(statement: GoldStatement) -> Marked:
    sets = {part: frozenset(getattr(statement, part)) for part in PARTS}
    return Marked(form=statement.form, medium=statement.medium, **sets)


def _of_system(statement: Statement, tokens: Sequence[tuple[int, int]]) -> Marked:
    sets = {part: _touched(getattr(statement, part), tokens) for part in PARTS}
    return Marked(form=statement.form, medium=statement.medium, **sets)


def _touched(spans: Sequence[Span], tokens: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The tokens that any of the spans touches."""
    starts = [start for start, _ in tokens]
    found = set()
    for span in spans:
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(tokens) and tokens[at][0] < span.end:
            if tokens[at][1] > span.start:
                found.add(at)
            at += 1
    return frozenset(found)


def _forms(pairs: Sequence[Pair]) -> list[FormRow]:
    names = sorted({form for pair in pairs for form in (pair[0].form, pair[1].form) if form})
    rows = []
    for name in names:
        own = [pair for pair in pairs if pair[0].form == name]
        found = [pair for pair in own if token_f1(pair[0].content, pair[1].content) >= FOUND]
        rows.append(
            FormRow(
                name,
                len(own),
                len(found),
                sum(gold.form == system.form for gold, system in found),
                sum(is_right(gold, system) for gold, system in found),
                sum(s.form == name and token_f1(g.content, s.content) < FOUND for g, s in pairs),
            )
        )
    return rows


def _bins(sure: Sequence[tuple[float, bool]]) -> list[Bin]:
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in sure:
        parts[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [
        Bin(len(part), sum(c for c, _ in part) / len(part), sum(r for _, r in part) / len(part))
        for part in parts
        if part
    ]


def _miss(number: int, gold: Gold, wanted: Marked, found: Marked) -> Miss:
    def words(tokens: frozenset[int]) -> str:
        """The tokens as running text, gaps as an ellipsis."""
        pieces: list[str] = []
        last = -2
        for token in sorted(tokens):
            start, end = gold.tokens[token]
            if token == last + 1:
                pieces[-1] += gold.text[gold.tokens[last][1] : end]
            else:
                pieces.append(gold.text[start:end])
            last = token
        return " … ".join(" ".join(piece.split()) for piece in pieces)

    return Miss(
        number,
        words(wanted.content),
        words(found.content),
        words(wanted.speaker),
        words(found.speaker),
        wanted.form or found.form or "",
        token_f1(wanted.content, found.content),
    )
