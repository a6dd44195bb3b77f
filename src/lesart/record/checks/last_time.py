"""When it was last so, by other reports: "Länger hatte er zuletzt im Oktober getagt" against "die längste seit Mai"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from lesart.model import Check, Verdict
from lesart.record.checks.claim import Placed
from lesart.record.checks.evidence import Evidence
from lesart.record.claims.words import claim_words


def with_last_times(placed: Placed, check: Check, others: Sequence[Placed], evidence: Evidence) -> Check:
    """A superlative's check that decided nothing, decided by another report that names the last time that it was more.

    Refuted where that lies in the claim's scope, supported where the scope begins after it. `others` are all claims.
    """
    claim, window = placed.claim, placed.window
    if check.verdict != "unknown" or claim.kind != "superlative" or not window.known or not evidence.few:
        return check
    for other in others:
        last = other.window.first
        same = other.claim.kind == "superlative" and other.article != placed.article
        same = same and (other.claim.direction, other.claim.dimension) == (claim.direction, claim.dimension)
        named = claim_words(other.language).last_time.match(other.scope_words) is not None
        meant = placed.event is not None and _compares(other, placed.event, evidence)
        if not (same and named and meant and other.window.known) or last is None:
            continue
        within = window.first is None or window.first <= last
        verdict: Verdict = "refuted" if within else "supported"
        article = evidence.articles[other.article]
        who = article.outlet or article.title or article.id
        finding = placed.sentences.say("superlative_last", who=who, words=" ".join(other.clause.split()))
        return replace(check, verdict=verdict, finding=finding)
    return check


def _compares(other: Placed, event: str, evidence: Evidence) -> bool:
    """Whether a claim that names the last time compares an event: it is about it, about nothing, or about that time."""
    return other.event in (event, None) or other.window.holds(evidence.days(other.event))
