"""Numbers and days as a language writes them."""

from __future__ import annotations

from datetime import date


def number(value: float, decimal: str, thousands: str) -> str:
    """A number with at most two decimals: "1.131,5" with `decimal` "," and `thousands` "."."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate({ord(","): thousands, ord("."): decimal})


def day(value: date, pattern: str, months: str) -> str:
    """A day by a pattern of `{day}`, `{month}` and `{year}`; `months` are twelve names in a row."""
    return pattern.format(day=value.day, month=months.split()[value.month - 1], year=value.year)
