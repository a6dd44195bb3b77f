"""English verb forms, from the table that `tools/english_verb_table.py` makes."""

from __future__ import annotations

from lesart.language.en.words import DATA, MODALS
from lesart.language.forms import Form
from lesart.language.tables import read_verbs

_TABLE = {modal: (Form.PRESENT, modal) for modal in MODALS} | read_verbs(DATA / "verbs.tsv")
_NO_FORM = (0, "")


def look_up(low: str) -> tuple[int, str]:
    """The flags and the infinitive of a word in lower case; `(0, "")` for no verb of the table."""
    return _TABLE.get(low, _NO_FORM)
