"""Tables of verb forms, the same for every language: a line a verb, its forms with their flags (`forms.Form`)."""

from __future__ import annotations

from pathlib import Path


def read_verbs(path: Path) -> dict[str, tuple[int, str]]:
    """Word in lower case -> the flags of its forms and the infinitive; the first verb of a shared form names it."""
    table: dict[str, tuple[int, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        verb, _, forms = line.partition("\t")
        for entry in forms.split():
            word, _, flags = entry.partition(":")
            known = table.get(word)
            table[word] = (int(flags) | known[0], known[1]) if known else (int(flags), verb)
    return table
