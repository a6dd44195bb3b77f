"""The chance that a logistic model gives to signs by name; the weights are fitted by commands in `bench/`."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp


def chance(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """From 0 to 1. Raises KeyError for a sign without a weight."""
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in signs.items())))
