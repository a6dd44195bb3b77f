"""Accounts: who tells what of which event, and where the accounts part."""

from lesart.accounts.copies import find_copies
from lesart.accounts.discord import with_discord
from lesart.accounts.divergences import find_divergences
from lesart.accounts.gaps.numbers import is_people
from lesart.accounts.status import status_of
from lesart.accounts.tellers import find_accounts, sides
from lesart.accounts.tone import tone_of

__all__ = [
    "find_accounts",
    "find_copies",
    "find_divergences",
    "is_people",
    "sides",
    "status_of",
    "tone_of",
    "with_discord",
]
