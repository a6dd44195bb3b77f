"""Annotated articles as the network is trained on them: pieces, signals, tags of contents, candidates with roles."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec import Struct
from tokenizers import Tokenizer

from lesart.language import module
from lesart.statements.neural.engine import Words, words_of
from lesart.statements.neural.labels import BEGIN, CONTINUE, FORMS, INSIDE, LEVELS, MEDIA, OUTSIDE, ROLES


class Gold(Struct, frozen=True):
    """An annotated statement in words: content and roles as sorted lists of places."""

    content: list[int]
    roles: dict[str, list[int] | None]
    """None: not annotated in this corpus."""
    form: int | None
    medium: int


class Example(Words, frozen=True):
    """One article with its annotation."""

    targets: np.ndarray[Any, Any]
    """Tags, [words, LEVELS]."""
    gold: list[Gold]


def example(tokenizer: Tokenizer, document: dict[str, Any]) -> Example:
    """An article of the news quotations (or of data brought to their shape)."""
    article = words_of(module("de").analyse(document["text"]), "de", tokenizer)
    offsets = [(word.start, word.end) for word in article.words]
    golds = [_gold(statement, document["tokens"], offsets) for statement in document["statements"]]
    golds = [gold for gold in golds if gold.content]
    tags = tags_of([gold.content for gold in golds], len(offsets)).T
    return Example(*(getattr(article, name) for name in Words.__struct_fields__), tags, golds)


def places_of(numbers: list[int], tokens: list[list[int]], offsets: list[tuple[int, int]]) -> list[int]:
    """The words (by their `offsets`) that annotated tokens touch."""
    starts = [start for start, _ in offsets]
    found = set()
    for number in numbers:
        start, end = tokens[number]
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(offsets) and offsets[at][0] < end:
            if offsets[at][1] > start:
                found.add(at)
            at += 1
    return sorted(found)


def _gold(statement: dict[str, Any], tokens: list[list[int]], offsets: list[tuple[int, int]]) -> Gold:
    return Gold(
        places_of(statement["content"], tokens, offsets),
        {r: None if statement[r] is None else places_of(statement[r], tokens, offsets) for r in ROLES},
        None if statement["form"] is None else FORMS.index(statement["form"]),
        MEDIA.index(statement["medium"]) if statement["medium"] in MEDIA else len(MEDIA),
    )


def tags_of(contents: list[list[int]], words: int) -> np.ndarray[Any, Any]:
    """The tags of each level: longer contents outside, what overlaps them one level further in; no third level."""
    tags = np.full((LEVELS, words), OUTSIDE, np.int64)
    for content in sorted(contents, key=lambda one: -len(one)):
        for level in range(LEVELS):
            if (tags[level, content] == OUTSIDE).all():
                tags[level, content] = INSIDE
                tags[level, content[0]] = BEGIN
                for before, here in pairwise(content):
                    if here > before + 1:
                        tags[level, here] = CONTINUE
                break
    return tags
