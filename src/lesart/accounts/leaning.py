"""The tone of an account toward its event: signs out of what its side says, weighed by two logistic models.

The signs are the evaluating words (`tone.py`) of what is said and of what introduces it, the chances of a good and a
bad tone of each statement (`lesart.encoder.senses`), how much of it denies or is quoted, what kind of event it is, and
whether the side took part in it: whoever tells of an attack on him seldom praises it, whoever went to the talks seldom
blames them. The weights were fitted on annotated accounts (`bench/leaning.py`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import log, log1p
from pathlib import Path

from msgspec import Struct

from lesart.accounts.tone import tone_of_all
from lesart.logistic import chance
from lesart.model import EventKind

_DATA = Path(__file__).parent / "data"
_MOST = 3.0
"""The most that the words of an account can weigh together."""
CLEAR = 0.15
"""Tones nearer to 0 are neutral."""
_SORTS: Mapping[EventKind, str] = {
    "call": "talk",
    "meeting": "talk",
    "talks": "talk",
    "attack": "harm",
    "accident": "harm",
    "strike": "fight",
    "protest": "fight",
    "vote": "act",
    "announcement": "act",
    "agreement": "deal",
    "other": "other",
}


class Telling(Struct, frozen=True):
    """What the tone of an account is told by in one statement."""

    tone: float
    """Of what is said, -1 to 1."""
    frame_tone: float
    """Of the words that introduce it."""
    bad: float
    good: float
    """The chances that it speaks ill and well of what it is about, as the network of senses has them."""
    denied: bool
    direct: bool


def signs(told: Sequence[Telling], kind: EventKind, takes_part: bool) -> dict[str, float]:
    """The signs of an account, by name; `told` are the statements of its side, at least one."""
    tones, frames = [one.tone for one in told], [one.frame_tone for one in told]
    good, bad = [one.good for one in told], [one.bad for one in told]
    plain = [1 - one.good - one.bad for one in told]
    sort = _SORTS[kind]
    found = {
        "balance": tone_of_all(tones),
        "good": min(_MOST, sum(max(0.0, tone) for tone in tones)),
        "bad": min(_MOST, -sum(min(0.0, tone) for tone in tones)),
        "best": max(0.0, *tones),
        "worst": -min(0.0, *tones),
        "good_frames": min(_MOST, sum(max(0.0, tone) for tone in frames)),
        "bad_frames": min(_MOST, -sum(min(0.0, tone) for tone in frames)),
        "mostly_good": log((_mean(good) + _LEAST) / (_mean(plain) + _LEAST)),
        "mostly_bad": log((_mean(bad) + _LEAST) / (_mean(plain) + _LEAST)),
        "mean_good": _mean(good),
        "mean_bad": _mean(bad),
        "top_good": max(good),
        "top_bad": max(bad),
        "length": log1p(len(told)),
        "denied": sum(one.denied for one in told) / len(told),
        "direct": sum(one.direct for one in told) / len(told),
        "takes_part": float(takes_part),
        "bias": 1.0,
    }
    for name in dict.fromkeys(_SORTS.values()):
        found[name] = float(name == sort)
        found[f"{name}_takes_part"] = float(name == sort and takes_part)
    return found


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


_LEAST = 0.01
"""What is added to chances before their logarithm is taken."""


@cache
def _weights() -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = tomllib.loads((_DATA / "leaning.toml").read_text(encoding="utf-8"))
    return weights


def leaning(told: Sequence[Telling], kind: EventKind, takes_part: bool) -> float:
    """The tone of an account, from -1 to 1: the chance of a positive one less that of a negative one.

    It is beyond `CLEAR` where one of them is the likeliest of the three, and within where neutral is.
    """
    found = signs(told, kind, takes_part)
    good, bad = (chance(found, _weights()[pole]) for pole in ("positive", "negative"))
    value, neutral = good - bad, 1 - good - bad + _PLAIN
    if max(good, bad) > neutral:
        least = CLEAR + _BEYOND
        return round(max(least, value) if good > bad else min(-least, value), 3)
    return round(max(-CLEAR, min(CLEAR, value)), 3)


_PLAIN = 0.1
"""What is added to the chance of a neutral tone: the weights were fitted on annotated accounts, and those that are read
mix in what was said of something else. Chosen of 0 to 0.3 on the dossiers that the weights were fitted on, as read."""
_BEYOND = 0.01
"""By how much a tone that is not neutral is beyond `CLEAR` at least."""
