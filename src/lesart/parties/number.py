"""Whether a pronoun means one or several, by the verb beside it."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.forms import FINITE, Form
from lesart.language.layer import Token


def number_of(tokens: Sequence[Token], at: int) -> str:
    """s, p, or empty where neither the word before a pronoun nor the one behind it tells."""
    beside = [tokens[place].form for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
    finite = [form for form in beside if form & FINITE]
    if any(form & Form.SINGULAR and not form & Form.PLURAL for form in finite):
        return "s"
    return "p" if any(form & Form.PLURAL and not form & Form.SINGULAR for form in finite) else ""
