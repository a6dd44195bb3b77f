"""Whether a statement is asserted, denied or hedged: by its cue, then by the words of its content.

Denied: the cue denies ("bestritt"), a phrase does ("war kein Thema"), or a past with a negation says that something
did not happen. Hedged: words that mark it as uncertain. A refusal or a promise not to do something is asserted.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from lesart.language.forms import Form
from lesart.language.layer import Token
from lesart.model import Modality
from lesart.statements.draft import Draft
from lesart.statements.grammar import Grammar

_DATA = Path(__file__).parent / "data"
_SHORT, _LONGER = 12, 25
"""Words up to which a phrase of denial, or one that says that something was no subject, decides for the content."""


@cache
def _words(language: str) -> dict[str, tuple[str, ...]]:
    text = (_DATA / language / "modality.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


def modality_of(draft: Draft, tokens: Sequence[Token], grammar: Grammar, language: str) -> Modality:
    """The modality of a draft whose article has these tokens."""
    content = [token for first, last in draft.content for token in tokens[first : last + 1] if token.kind != "break"]
    if draft.modality == "denied":
        refused = draft.form == "reported" and any(token.low in grammar.NEGATIONS for token in content)
        return "hedged" if refused else "denied"
    said = modality_of_words(content, grammar, language)
    return "hedged" if said == "asserted" and draft.modality == "hedged" else said


def modality_of_words(content: Sequence[Token], grammar: Grammar, language: str) -> Modality:
    """The modality of a content by its own words, whatever introduces it."""
    words = _words(language)
    low = " " + " ".join(token.low for token in content) + " "
    for most, phrases in ((_SHORT, words["denials"]), (_LONGER, words["no_subject"])):
        if len(content) <= most and any(f" {phrase} " in low for phrase in phrases):
            return "denied"
    if _did_not_happen(content, grammar, words):
        return "denied"
    return "hedged" if any(f" {hedge} " in low for hedge in words["hedges"]) else "asserted"


def _did_not_happen(content: Sequence[Token], grammar: Grammar, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the first clause puts a negation into a past: "habe sie nicht angenommen", "gab es keine Gespräche"."""
    clause: list[Token] = []
    for token in content:
        if token.text in ",;:.!?–" and len(clause) > 2:
            break
        clause.append(token)
    negated = any(token.low in grammar.NEGATIONS for token in clause)
    if not negated or any(token.low in words["only"] for token in clause):
        return False
    if clause[0].low in words["compared"] or not any(token.low in words["past"] for token in clause):
        return False
    told = any(token.form & Form.PARTICIPLE for token in clause[-3:])
    existed = any(token.low in words["existed"] for token in clause)
    return told or existed
