"""English verb forms, from the table that `tools/english_verb_table.py` makes."""

from __future__ import annotations

from lesart.language.en.words import DATA, MODALS
from lesart.language.forms import Form


def _read_table() -> dict[str, tuple[int, str]]:
    table: dict[str, tuple[int, str]] = {modal: (Form.PRESENT, modal) for modal in MODALS}
    for line in (DATA / "verbs.tsv").read_text(encoding="utf-8").splitlines():
        verb, _, forms = line.partition("\t")
        for entry in forms.split():
            word, _, flags = entry.partition(":")
            known = table.get(word)
            table[word] = (int(flags) | known[0], known[1]) if known else (int(flags), verb)
    return table


_TABLE = _read_table()
_NO_FORM = (0, "")


def look_up(low: str) -> tuple[int, str]:
    """The flags and the infinitive of a word in lower case; `(0, "")` for no verb of the table."""
    return _TABLE.get(low, _NO_FORM)
