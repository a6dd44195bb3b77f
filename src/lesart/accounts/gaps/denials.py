"""One side raises what the other denies."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from lesart.accounts.gaps.gap import Gap
from lesart.accounts.gaps.relation import nearest, points_back, shared, stems
from lesart.accounts.phrases import Phrases
from lesart.accounts.sayings import Saying
from lesart.accounts.told import SidePoint, Told

_DATA = Path(__file__).parent.parent / "data"
_SURE, _LESS_SURE = 0.8, 0.6
_CLEAR = 2
"""Telling stems in common from which a denial denies the very thing that the other says."""
_EVIDENCE = 2
"""Sayings of each side that show it."""


@cache
def _absolute(language: str) -> Phrases:
    """Expressions that deny a thing as a whole, or that it came up."""
    lines = (_DATA / language / "denials.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    return Phrases(dict.fromkeys([*words, *_came_up(language)["no_subject"]], 1.0))


@cache
def _came_up(language: str) -> dict[str, list[str]]:
    """Expressions that something came up in talks, or did not."""
    return tomllib.loads((_DATA / language / "talks.toml").read_text(encoding="utf-8"))


@cache
def _talks(language: str) -> dict[str, Phrases]:
    return {name: Phrases(dict.fromkeys(expressions, 1.0)) for name, expressions in _came_up(language).items()}


def denials(a: Told, b: Told, language: str, talking: Collection[str] | None = None) -> Iterator[Gap]:
    """Topics that one side raises and the other denies; of a topic that both raise, what one denies in so many words.

    What is denied must have a word in common with what is raised; a denial without words of its own ("Das war kein
    Thema", "frei erfunden") has those that it points to, and one of the whole thing with words of its own ("Eine solche
    Freigabe gab es nicht") needs none. The first side of a gap is the one that raises it.

    `talking` are the sides that took part, where the event is one of talks: that something did not come up denies only
    what these say, and who tells that it did.
    """
    for topic, point in a.points.items():
        other = b.points.get(topic)
        if other is None:
            continue
        both = (_denial(a, point, b, other, language), _denial(b, other, a, point, language))
        found = [gap for gap in both if gap and not _is_beside_it(gap, language, talking)]
        if found:
            yield max(found, key=lambda gap: gap.score)


def _is_beside_it(gap: Gap, language: str, talking: Collection[str] | None) -> bool:
    """Whether one side denies that something came up in talks, of which the other tells nothing: "Die Lotsen waren kein
    Thema", "Die Lotsen hatten eine gesperrte Rinne benutzt".
    """
    if talking is None or gap.a.side in talking or not _has(gap.of_b[:1], "no_subject", language):
        return False
    return not _has(gap.of_a, "came_up", language)


def _has(sayings: Sequence[Saying], name: str, language: str) -> bool:
    expressions = _talks(language)[name]
    lows = [[word.low for word in saying.words] for saying in sayings]
    return any(expressions.at(own, place)[0] for own in lows for place in range(len(own)))


def _denial(a: Told, raised: SidePoint, b: Told, denied: SidePoint, language: str) -> Gap | None:
    """What `b` denies of what `a` raises."""
    whole = denied.status == "denied" and raised.status == "raised"
    pairs = [
        (said, against)
        for said in denied.denied
        if not _only_measures(said, language)
        and (
            against := nearest(own := _own_words(said, language), raised.asserted)
            or (list(raised.asserted) if whole and _is_absolute(said, language) and not points_back(own) else [])
        )
    ]
    if not pairs:
        return None
    said, against = max(pairs, key=lambda pair: shared(pair[0], pair[1][0]))
    if not whole and not _negates(said, against[0]) and not _is_absolute(said, language):
        return None
    return Gap(
        kind="denial",
        topic=denied.topic,
        a=a,
        b=b,
        of_a=tuple(against[:_EVIDENCE]),
        of_b=_first(said, denied.denied) if whole else (said,),
        score=_SURE if shared(said, against[0]) >= _CLEAR else _LESS_SURE,
        words=("", said.beginning),
    )


def _own_words(saying: Saying, language: str) -> Saying:
    """A denial without the expressions that deny a thing as a whole: "frei erfunden" has no words of its own."""
    lows = [word.low for word in saying.words]
    taken: set[int] = set()
    for place in range(len(lows)):
        taken.update(range(place, place + _absolute(language).at(lows, place)[0]))
    return replace(saying, words=tuple(word for place, word in enumerate(saying.words) if place not in taken))


def _negates(denying: Saying, telling: Saying) -> bool:
    """Whether one says not what the other says: they share a word that only one of them negates."""
    said = frozenset(word.stem for word in telling.words if not word.negated)
    return bool(stems(denying) & said)


def _only_measures(saying: Saying, language: str) -> bool:
    """Whether a saying gives a number, however it negates ("nirgends mehr als 0,3"): that denies no other number."""
    return bool(saying.amounts) and not _is_absolute(saying, language)


def _is_absolute(saying: Saying, language: str) -> bool:
    lows = [word.low for word in saying.words]
    return any(_absolute(language).at(lows, place)[0] for place in range(len(lows)))


def _first(saying: Saying, others: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """A saying and the next others."""
    return (saying, *(other for other in others if other is not saying))[:_EVIDENCE]
