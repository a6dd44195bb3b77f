"""What each side tells of an event: the accounts of all who speak for it, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from lesart.accounts.sayings import Saying
from lesart.accounts.status import status_of
from lesart.accounts.tellers import teller_of
from lesart.model import Account

_MOST = 100
"""Sayings of a side on one topic that are held against the other sides': each is held against each."""


class SidePoint(Struct, frozen=True):
    """What a side says on one topic of an event: all of it, but for sides that never end."""

    topic: str
    sayings: tuple[Saying, ...]

    @property
    def status(self) -> Literal["raised", "denied"]:
        """Whether the side raises the topic or denies it."""
        return status_of([saying.statement for saying in self.sayings])

    @property
    def denied(self) -> tuple[Saying, ...]:
        """What it denies."""
        return tuple(saying for saying in self.sayings if saying.denied)

    @property
    def asserted(self) -> tuple[Saying, ...]:
        """What it does not deny."""
        return tuple(saying for saying in self.sayings if not saying.denied)


class Told(Struct, frozen=True):
    """A side's account of one event; points in the order of the texts."""

    event: str
    side: str
    accounts: tuple[Account, ...]
    points: dict[str, SidePoint]

    @property
    def tone(self) -> float:
        """The mean of its accounts' tones."""
        return sum(account.tone for account in self.accounts) / len(self.accounts)

    def teller(self, said: Sequence[Saying]) -> str:
        """Who of the side is to be named for some of its sayings: who says the first."""
        for saying in said:
            teller = teller_of(saying.statement)
            if teller is not None and any(account.teller == teller for account in self.accounts):
                return teller
        return self.accounts[0].teller


def told_of(
    accounts: Sequence[Account], sayings: Mapping[str, Saying], sides: Mapping[str, str]
) -> dict[str, list[Told]]:
    """Event -> its sides' accounts, in the order of the accounts."""
    grouped: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        grouped.setdefault((account.event, sides[account.teller]), []).append(account)
    found: dict[str, list[Told]] = {}
    for (event, side), own in grouped.items():
        by_topic: dict[str, list[Saying]] = {}
        for account in own:
            for point in account.points:
                by_topic.setdefault(point.topic, []).extend(sayings[s] for s in point.statements if s in sayings)
        points = {topic: SidePoint(topic, tuple(said[:_MOST])) for topic, said in by_topic.items() if said}
        found.setdefault(event, []).append(Told(event, side, tuple(own), points))
    return found
