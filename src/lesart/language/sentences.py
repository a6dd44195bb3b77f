"""Sentence splitting, the same for every language; abbreviations and months come from the language's data.

A sentence ends at a full stop, question or exclamation mark (with the closing marks and brackets that follow it) when
what comes next can begin a sentence, and at the end of a paragraph or of a short line (a heading). Inside a quotation
of several sentences each is one; the last goes on when the sentence around it does („Wer?“, fragte sie).
"""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from lesart.language.layer import BREAK, MARK, NUMBER, WORD, Sentence, Token

_STOPS = {".", "!", "?", "…", "...", ".."}
_CLOSING = set("“”»«‘’›‹\"')]}")
_LONGEST = 600
"""Tokens at which a sentence is cut in any case, so that a text without full stops costs no more than another."""
_WRAPPED = range(50, 121)
"""Lengths of a line that was broken to fit a column; other line ends are ends of sentences."""


class Splitter(Struct, frozen=True):
    """What a language knows about its full stops; all words in lower case."""

    abbreviations: Set[str]
    after_ordinal: Set[str]
    """Words that an ordinal stands before though they begin with a small letter or are no nouns (months)."""
    openers: Set[str]
    """Words that begin a sentence often: after a number and a full stop, a capital of theirs ends the sentence."""
    final: Set[str]
    """Abbreviations that end a sentence often ("usw."): an opener behind them begins the next."""
    ordinals: bool
    """Whether a number with a full stop can be an ordinal."""

    def split(self, tokens: list[Token]) -> list[Sentence]:
        """The sentences of an article; ends of lines belong to none."""
        sentences: list[Sentence] = []
        first, paragraph, line_start, index = 0, 0, 0, 0
        while index < len(tokens):
            token = tokens[index]
            if token.kind == BREAK:
                new_paragraph = token.text.count("\n") > 1
                if new_paragraph or token.start - line_start not in _WRAPPED:
                    _add(sentences, tokens, first, index - 1, paragraph)
                    first = index + 1
                    paragraph += new_paragraph
                line_start = token.end
            elif token.text in _STOPS:
                last = _with_closing_signs(tokens, index)
                if self._ends(tokens, index, last):
                    _add(sentences, tokens, first, last, paragraph)
                    first = last + 1
                index = last
            if index - first >= _LONGEST:
                _add(sentences, tokens, first, index, paragraph)
                first = index + 1
            index += 1
        _add(sentences, tokens, first, len(tokens) - 1, paragraph)
        return sentences

    def _ends(self, tokens: list[Token], stop: int, last: int) -> bool:
        following = last + 1
        if following >= len(tokens):
            return True
        after = tokens[following]
        if after.kind == BREAK:
            following += 1
            if after.text.count("\n") > 1 or following >= len(tokens):
                return True
            after = tokens[following]
        if after.start == tokens[last].end and after.kind != MARK:
            return False
        opens = after.capital or after.kind in (NUMBER, MARK) or after.text in "(-–—•*"
        if not opens:
            return False
        return not (tokens[stop].text == "." and last == stop and self._abbreviates(tokens, stop, after))

    def _abbreviates(self, tokens: list[Token], stop: int, after: Token) -> bool:
        """Whether the full stop belongs to the word before it and does not end the sentence."""
        before = tokens[stop - 1] if stop else None
        if before is None or before.end != tokens[stop].start:
            return False
        if before.kind == NUMBER:
            return (
                self.ordinals
                and len(before.text) < 4
                and before.text.isdigit()
                and (after.low in self.after_ordinal or after.low not in self.openers)
                and (after.kind == WORD or (after.kind == NUMBER and len(before.text) < 3))
            )
        if before.kind != WORD:
            return False
        if before.low in self.final:
            return after.low not in self.openers
        if before.low in self.abbreviations:
            return True
        single_letter = len(before.text) == 1 and before.text.isalpha() and before.capital
        return single_letter and after.low not in self.openers


def _with_closing_signs(tokens: list[Token], stop: int) -> int:
    """The index of the last sign that still belongs to a sentence which stops here."""
    last = stop
    while last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
        if tokens[last + 1].text not in _CLOSING and tokens[last + 1].text not in _STOPS:
            break
        last += 1
    return last


def _add(sentences: list[Sentence], tokens: list[Token], first: int, last: int, paragraph: int) -> None:
    while first <= last and tokens[first].kind == BREAK:
        first += 1
    while last >= first and tokens[last].kind == BREAK:
        last -= 1
    if first <= last:
        sentences.append(Sentence(first, last, paragraph))
