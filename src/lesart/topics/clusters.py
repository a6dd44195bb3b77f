"""Topics over all statements of a comparison: nouns that several statements share, the widest first.

A greedy cover: of all shared nouns the one that most statements not yet covered have in common makes the next topic.
What shares no noun with any other statement makes a topic of its own while there is room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from lesart.model import Span, Statement, Topic
from lesart.topics.terms import Terms, canonical, joined, terms_of

MOST = 12
"""Topics of one comparison: more than a reader wants to see side by side."""
_TOO_COMMON = 0.4
"""Share of the statements from which a noun says nothing any more."""


def find_topics(
    statements: Sequence[Statement], texts: dict[str, str], languages: dict[str, str], stop: Set[str]
) -> tuple[list[Topic], dict[str, tuple[str, ...]]]:
    """The topics, widest first, and the topic ids of every statement that has one.

    `texts` and `languages` are by article id; `stop` are words in lower case that are no topic (names of parties,
    events, times).
    """
    pieces = [
        _terms(statement, texts[statement.article], languages[statement.article], stop) for statement in statements
    ]
    words = joined(pieces, canonical(pieces))
    keys = _keys(statements, words)
    chosen: list[str] = []
    topic_of: dict[int, str] = {}
    for key in keys:
        members = [place for place in range(len(words)) if place not in topic_of and key in words[place]]
        if members and len(chosen) < MOST:
            chosen.append(key)
            topic_of |= dict.fromkeys(members, key)
    _carry_on(statements, words, topic_of)
    ids = {key: f"t{number}" for number, key in enumerate(chosen, 1)}
    topics = [_topic(ids[key], key, words, topic_of) for key in chosen]
    return topics, {statements[place].id: (ids[key],) for place, key in topic_of.items()}


def _terms(statement: Statement, text: str, language: str, stop: Set[str]) -> Terms:
    """The terms of what is said; where a denial has none ("Das war kein Thema"), of the words that introduce it."""
    found = terms_of(_words(statement.content, text), language, stop)
    if found.words or statement.modality != "denied":
        return found
    return terms_of(_words(statement.frame, text), language, stop)


def _words(spans: Sequence[Span], text: str) -> str:
    return " ".join(text[span.start : span.end] for span in spans)


def _keys(statements: Sequence[Statement], words: Sequence[dict[str, list[str]]]) -> list[str]:
    """Nouns in the order in which they make topics."""
    counts: Counter[str] = Counter(stem for piece in words for stem in piece)
    limit = max(3, len(words) * _TOO_COMMON)
    left = {place for place, piece in enumerate(words) if piece}
    keys: list[str] = []
    while left and len(keys) < MOST:
        gains = _gains(statements, words, left, {stem for stem in counts if counts[stem] > limit} | set(keys))
        if not gains:
            break
        best = min(gains, key=lambda stem: (-gains[stem], -counts[stem], stem))
        keys.append(best)
        left = {place for place in left if best not in words[place]}
    return keys


def _gains(
    statements: Sequence[Statement], words: Sequence[dict[str, list[str]]], left: Set[int], passed: Set[str]
) -> dict[str, float]:
    """How much each noun would cover: statements, and half as much again for every further article."""
    covered: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    for place in left:
        for stem in words[place]:
            if stem not in passed:
                covered[stem] += 1
                articles.setdefault(stem, set()).add(statements[place].article)
    return {stem: count + (len(articles[stem]) - 1) / 2 for stem, count in covered.items()}


def _carry_on(statements: Sequence[Statement], words: Sequence[dict[str, list[str]]], topic_of: dict[int, str]) -> None:
    """A statement without nouns of its own goes on with the topic of the same speaker's statement before it."""
    for place in range(1, len(statements)):
        before, statement = statements[place - 1], statements[place]
        same = before.article == statement.article and before.said_by == statement.said_by
        if place not in topic_of and place - 1 in topic_of and same and len(words[place]) == 0:
            topic_of[place] = topic_of[place - 1]


def _topic(identifier: str, key: str, words: Sequence[dict[str, list[str]]], topic_of: dict[int, str]) -> Topic:
    forms: Counter[str] = Counter(form for piece in words for form in piece.get(key, ()))
    others: Counter[str] = Counter(
        form
        for place, topic in topic_of.items()
        if topic == key
        for stem, found in words[place].items()
        if stem != key
        for form in found
    )
    label = min(forms, key=lambda form: (-forms[form], len(form), form))
    return Topic(id=identifier, label=label, terms=tuple(form for form, _ in others.most_common(5)))


__all__ = ["Terms", "find_topics"]
