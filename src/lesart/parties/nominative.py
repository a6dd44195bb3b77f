"""A role as it stands in a list of parties: "ehemaliger Amtsrichter" for "des ehemaligen Amtsrichters"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lesart.language.layer import Token
from lesart.parties.lexicon import PartyWords

_SHORTEST = 4
"""Letters of an adjective with its ending."""


def as_written(words: Sequence[Token]) -> str:
    """The text of some words, with blanks where it has some: "39-jähriger Landwirt"."""
    return _joined(words, [word.text for word in words])


def in_nominative(words: Sequence[Token], gender: str, genitive: bool, lexicon: PartyWords) -> str:
    """The text of a role of that gender (m, f, or empty: as it stands) with its attributes, without an article."""
    ending = lexicon.strong_endings.get(gender, "")
    if not ending:
        return as_written(words)
    attributes = [_with_ending(word, ending, lexicon) for word in words[:-1]]
    return _joined(words, [*attributes, _noun(words[-1].text, gender, genitive, lexicon)])


def _with_ending(word: Token, ending: str, lexicon: PartyWords) -> str:
    old = max((end for end in lexicon.attribute_endings if word.low.endswith(end)), key=len, default="")
    return word.text.removesuffix(old) + ending if old and len(word.text) >= _SHORTEST else word.text


def _noun(text: str, gender: str, genitive: bool, lexicon: PartyWords) -> str:
    """The noun: "Amtsrichters", "Präsidenten", "Vorsitzende" (of a man) without their cases."""
    if gender == "m" and text.endswith("e") and lexicon.is_role(text.lower() + "r"):
        return text + "r"
    forms = [text.removesuffix(case) for case in ("s", "es") if genitive and text.endswith(case)]
    forms += [text.removesuffix("en")] if gender == "m" and text.endswith("en") else []
    return next((form for form in forms if any(form.lower().endswith(role) for role in lexicon.role_endings)), text)


def _joined(words: Sequence[Token], texts: Sequence[str]) -> str:
    pieces = (
        " " * (word.start > before.end) + text for (before, word), text in zip(pairwise(words), texts[1:], strict=True)
    )
    return texts[0] + "".join(pieces) if texts else ""
