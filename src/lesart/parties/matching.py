"""When two names, words for offices or genders can be those of one party."""

from __future__ import annotations

from functools import lru_cache

START = 4
"""Letters that all forms of a name, and the adjectives made from it, begin with."""
PLAIN = str.maketrans("äöü", "aou")
"""What is made from a word can have an umlaut that the word has not: "orsländisch", "Französin"."""


def name_key(name: str) -> str:
    """What all names of one party have in common: the last word without its endings."""
    return name_stem(name_stem(name.rpartition(" ")[2]))


def base(word: str) -> str:
    """A name without an ending of the genitive."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.rstrip("’'")


def same_stem(a: str, b: str) -> bool:
    """Whether two words are one but for the endings of adjectives and nouns ("Weißen Hofs", "Weiße Hof")."""
    return same_name(a, b) or name_stem(a) == name_stem(b)


@lru_cache(maxsize=65_536)
def name_stem(word: str) -> str:
    """A word in lower case without an ending of case or number."""
    low = base(word).lower()
    for ending in ("es", "en", "em", "er", "s", "e", "n"):
        if low.endswith(ending) and len(low) - len(ending) > 2:
            return low[: -len(ending)]
    return low


def same_name(a: str, b: str) -> bool:
    """Whether two words are one name but for the ending of the genitive."""
    a, b = sorted((base(a), base(b)), key=len)
    return b in (a, a + "s", a + "es") or (a.endswith("s") and b == a + "ses")


def one_person(a: str, b: str) -> bool:
    """Whether two full names are one person's: the same but for a genitive, or one with a middle name more."""
    if same_name(a, b):
        return True
    x, y = a.split(), b.split()
    return x[0] == y[0] and same_name(x[-1], y[-1])


def same_words(a: str, b: str) -> bool:
    """Whether two names have the same words but for endings."""
    x, y = a.split(), b.split()
    return len(x) == len(y) and all(same_stem(one, other) for one, other in zip(x, y, strict=True))


def one_role(a: str, b: str) -> bool:
    """Whether two words name one role: the same, or one the end of the other ("Bahnsprecher", "Sprecher")."""
    a, b = a.lower(), b.lower()
    return a == b or a.endswith(b) or b.endswith(a) or a.rstrip("s") == b.rstrip("s")


def fits(a: str, b: str) -> bool:
    """Whether two genders can be one person's; empty: not known."""
    return not a or not b or a == b


def called_in_short(name: str, noun: str) -> bool:
    """Whether a noun is what a body is called in short: "Werlachverband", "Kreis Nesselbrück"."""
    first = name.partition(" ")[0]
    return name != noun and (name.endswith(noun) or first == noun or (first != name and first.endswith(noun)))
