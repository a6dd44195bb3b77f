"""The terms of a piece of speech: its nouns, as stems that compounds share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer
from msgspec import Struct

from lesart.language import module
from lesart.language.forms import Form
from lesart.language.layer import MARK, POINT, WORD
from lesart.language.tokens import tokenize
from lesart.parties.lexicon import party_words

_STEMMERS = {"de": "german", "en": "english"}
_ENDS = ".!?:"
"""Signs behind which a sentence begins."""
_SHORTEST = 5
"""Letters from which a stem can be the part of a compound that decides what it is about."""


class Terms(Struct, frozen=True):
    """Terms of one piece: stem -> the words as they stand in the text."""

    words: dict[str, list[str]]


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """A list of words of a language: `no_topics`, `goes_on`, `points_back`."""
    path = Path(__file__).parent / "data" / language / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS.get(language, "english"))


@lru_cache(maxsize=200_000)
def stemmed(low: str, language: str) -> str:
    """The stem of a word in lower case."""
    return str(_stemmer(language).stemWord(low))


def terms_of(text: str, language: str, stop: Set[str]) -> Terms:
    """The terms of a text: words with a capital (German) or of five letters and more, without those in `stop`.

    Participles and adverbs that begin a sentence ("Geschenkt wurde nichts") are none.
    """
    generic = words_of(language, "no_topics")
    parties = party_words(language)
    words: dict[str, list[str]] = {}
    opens = True
    for token in tokenize(text):
        first, opens = opens, (token.kind == POINT and token.text in _ENDS) or (opens and token.kind == MARK)
        form = module(language).look_up(token.low)[0] if first else 0
        if first and (form & ~Form.JOINED == Form.PARTICIPLE or token.low in parties.openers):
            continue
        if token.kind != WORD or token.low in stop or token.low in generic or len(token.text) < 4:
            continue
        if language == "de" and not token.capital:
            continue
        if parties.is_role(token.low) or parties.is_group(token.low):
            continue
        words.setdefault(stemmed(token.low, language), []).append(token.text)
    return Terms(words)


def canonical(terms: Iterable[Terms]) -> dict[str, str]:
    """Stem -> the shortest stem of the whole set that begins or ends it: "getreideschiff" -> "getreid"."""
    counts: Counter[str] = Counter(stem for piece in terms for stem in piece.words)
    short = sorted((stem for stem in counts if len(stem) >= _SHORTEST), key=len)
    found: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    suffixes: dict[str, str] = {}
    for stem in short:
        known = _contained(stem, prefixes, suffixes)
        found[stem] = found.get(known, known) if known else stem
        prefixes.setdefault(stem, stem)
        suffixes.setdefault(stem, stem)
    return {stem: found.get(stem, stem) for stem in counts}


def _contained(stem: str, prefixes: dict[str, str], suffixes: dict[str, str]) -> str | None:
    for length in range(_SHORTEST, len(stem)):
        if stem[:length] in prefixes:
            return prefixes[stem[:length]]
        if stem[-length:] in suffixes:
            return suffixes[stem[-length:]]
    return None


def joined(pieces: Sequence[Terms], names: dict[str, str]) -> list[dict[str, list[str]]]:
    """The terms of each piece under their shared stems."""
    result = []
    for piece in pieces:
        words: dict[str, list[str]] = {}
        for stem, forms in piece.words.items():
            words.setdefault(names[stem], []).extend(forms)
        result.append(words)
    return result
