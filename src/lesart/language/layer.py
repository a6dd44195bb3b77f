"""What every language gives of an article: tokens, sentences, quotations. Offsets are those of the article."""

from __future__ import annotations

from msgspec import Struct

WORD, NUMBER, MARK, POINT, BREAK = "word", "number", "mark", "point", "break"
"""Kinds of token. MARK: a quotation mark; POINT: any other sign; BREAK: the end of a paragraph or line."""


class Token(Struct, gc=False):
    """One word, number or sign; `index` is its place in the article's tokens, `low` its lower case."""

    index: int
    start: int
    end: int
    text: str
    low: str
    kind: str
    form: int = 0
    """Flags of the verb forms that it can be, in the language's own numbering; 0: no verb."""
    capital: bool = False
    """Whether its first letter is a capital."""


class Quotation(Struct, frozen=True, gc=False):
    """Tokens between a pair of quotation marks: `first` is the opening mark, `last` the closing one.

    `depth` is 0 for an outer quotation. A quotation that runs over paragraphs is one Quotation a paragraph; where
    a paragraph's end stands for the closing mark, `last` is its last token.
    """

    first: int
    last: int
    depth: int


class Sentence(Struct, frozen=True, gc=False):
    """Tokens `first` to `last`, both included; `paragraph` counts the paragraphs of the article."""

    first: int
    last: int
    paragraph: int


class Layer(Struct, frozen=True):
    """An article's text with its tokens, sentences and quotations, each in order of the text."""

    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    quotations: list[Quotation]
