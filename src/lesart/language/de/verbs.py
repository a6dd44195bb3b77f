"""German verb forms: which form a word can be, of which verb, in which mood.

The table `data/verbs.tsv` is made by `tools/verb_table.py` with the package ablaut from a list of infinitives.
Particles ("mit|teilen") are cut off when a word is looked up, so that any particle goes with any verb of the table.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lesart.language.forms import Form
from lesart.language.tables import read_verbs

_DATA = Path(__file__).parent / "data"

PARTICLES = tuple(sorted((_DATA / "particles.txt").read_text(encoding="utf-8").split(), key=len, reverse=True))


KNOWN = frozenset((_DATA / "infinitives.txt").read_text(encoding="utf-8").split())
"""The infinitives that the table was made from, those with a particle among them."""


_TABLE = read_verbs(_DATA / "verbs.tsv")
_NO_FORM = (0, "")
_ADVERB_ENDING = "weise"
"""Ends adverbs ("teilweise") that would else be particle verbs."""


@lru_cache(maxsize=100_000)
def look_up(low: str) -> tuple[int, str]:
    """The flags and the infinitive (with its particle) of a word in lower case; `(0, "")` for no verb."""
    known = _TABLE.get(low)
    if known:
        return known
    if low.endswith(_ADVERB_ENDING):
        return _NO_FORM
    for particle in PARTICLES:
        if low.startswith(particle):
            rest = low[len(particle) :]
            if rest.startswith("zu") and _is(rest[2:], Form.INFINITIVE):
                return Form.ZU_INFINITIVE, particle + _TABLE[rest[2:]][1]
            found = _TABLE.get(rest)
            if found:
                return found[0] | Form.JOINED, particle + found[1]
    return _NO_FORM


def _is(word: str, form: int) -> bool:
    known = _TABLE.get(word)
    return bool(known and known[0] & form)
