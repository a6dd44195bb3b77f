"""Whether a statement is asserted, denied or hedged: by its cue, then by the words of its content.

Denied: the cue denies ("bestritt"), or the content says that something did not happen or is not so (`denying.py`).
Hedged: words that mark it as uncertain. A refusal or a promise not to do something is asserted.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lesart.language.layer import Token
from lesart.model import Modality
from lesart.statements.denying import denial_odds
from lesart.statements.draft import Draft
from lesart.statements.grammar import Grammar

_DATA = Path(__file__).parent / "data"
DENIES = -0.4
"""Log-odds from which a content denies: a denial that is missed costs a reader more than one too many."""


@cache
def _words(language: str) -> dict[str, tuple[str, ...]]:
    text = (_DATA / language / "modality.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


def modality_of(draft: Draft, tokens: Sequence[Token], grammar: Grammar, language: str) -> Modality:
    """The modality of a draft whose article has these tokens."""
    content = [token for first, last in draft.content for token in tokens[first : last + 1] if token.kind != "break"]
    if draft.modality == "denied":
        return _turned_down(draft, content, grammar, language)
    said = modality_of_words(content, grammar, language)
    return "hedged" if said == "asserted" and draft.modality == "hedged" else said


def _turned_down(draft: Draft, content: Sequence[Token], grammar: Grammar, language: str) -> Modality:
    """The modality where the cue denies: not turned down is hedged, to turn down what is asked for is asserted."""
    if draft.form != "reported":
        return "denied"
    if any(token.low in grammar.NEGATIONS for token in content):
        return "hedged"
    return "asserted" if any(token.low in _words(language)["asked_for"] for token in content) else "denied"


def modality_of_words(content: Sequence[Token], grammar: Grammar, language: str) -> Modality:
    """The modality of a content by its own words, whatever introduces it."""
    if denial_odds(content, grammar, language) > DENIES:
        return "denied"
    low = " " + " ".join(token.low for token in content) + " "
    return "hedged" if any(f" {hedge} " in low for hedge in _words(language)["hedges"]) else "asserted"
