"""A claim with all that a check needs of it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lesart.record.checks.occurrence import Days
from lesart.record.checks.sentences import Sentences
from lesart.record.checks.window import Window
from lesart.record.claims.found import FoundClaim


class Placed(Struct, frozen=True):
    """A found claim with its article, the event that it is about, and the days of its scope."""

    claim: FoundClaim
    article: str
    language: str
    event: str | None
    days: Days | None
    """When that event was; the day of the report where it is not known."""
    window: Window
    published: date | None
    words: str
    """The claim's key, and its scope, as the article has them."""
    scope_words: str
    clause: str
    """All words of the claim."""
    nouns: tuple[str, ...]
    """The stems of the nouns of what is said to change, or of the claim without its key and scope."""
    of_events: bool
    """Whether what is said to change is called by a noun for what happens, or nothing is known to change."""
    behind: str
    """What stands behind the key in its clause."""
    sentences: Sentences

    @property
    def scope(self) -> str:
        """The scope as a check's rule says it."""
        window, sentences = self.window, self.sentences
        if not window.known:
            return sentences.say("scope_unknown", scope=self.scope_words)
        if window.first is None:
            return ""
        first = sentences.day(window.first)
        if window.last is None:
            return sentences.say("scope_from", first=first)
        return sentences.say("scope_between", first=first, last=sentences.day(window.last))
