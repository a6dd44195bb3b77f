"""Names that are written otherwise in another language: "Selenskyj", "Zelensky"; "Gorbatschow", "Gorbachev".

Both spellings lead to one key where they differ only as transliterations do. The rules are data, tried in their order
at every place of a name; they leave alone what tells German names apart ("Meier", "Maier").
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "spellings.toml"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = tomllib.loads(_DATA.read_text(encoding="utf-8"))["rules"]
    return tuple((re.compile(pattern), key) for pattern, key in rules)


@cache
def spelling_key(name: str) -> str:
    """The key of a name: words whose spellings can be the same name's have the same."""
    plain = unicodedata.normalize("NFKD", name.lower())
    key = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, replacement in _rules():
        key = pattern.sub(replacement, key)
    return key
