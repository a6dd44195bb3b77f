"""Which event a claim is about: the one that its words name, else the one that its noun means, else its place's."""

from __future__ import annotations

import re

from lesart.record.checks.evidence import Evidence
from lesart.record.claims.found import FoundClaim
from lesart.record.claims.words import ClaimWords, claim_words

_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{3,}")
_NEAR = 80
"""Code points around a claim's key in which the event that it counts is named."""


def subject_of(claim: FoundClaim, article: str, evidence: Evidence, placed: str | None) -> str | None:
    """The id of the event; `placed` is the one that the claim's place is about.

    "zum ersten Mal nach einem dieser Gespräche" counts nothing that is named as an event: None.
    """
    text = evidence.articles[article].text
    words = claim_words(evidence.articles[article].language or "")
    inside = [
        (abs(mention.mention.start - claim.key.start), event)
        for mention, event in evidence.mentions(article)
        if not mention.aside
        and claim.span.start - _NEAR <= mention.mention.start < claim.span.end
        and mention.status != "not"
        and not _parted(text, mention.mention.start, claim.key.start)
        and not _stands_beside(text[_behind(claim) : mention.mention.start], words)
        and not (claim.scope and claim.scope.start <= mention.mention.start < claim.scope.end)
    ]
    if inside:
        return min(inside)[1]
    named = _by_noun(claim, article, evidence)
    if named is not None:
        return named
    if claim.kind != "superlative":
        return None
    return _named_before(claim, article, evidence) or placed


def _named_before(claim: FoundClaim, article: str, evidence: Evidence) -> str | None:
    """The event that the sentence before names last, for a claim without a noun: "Es sei der schwerste gewesen"."""
    text = evidence.articles[article].text
    behind = text[claim.key.end : claim.span.end].split(maxsplit=1)[:1]
    if _NOUN.search(text[claim.key.start : claim.key.end]) or (behind and _NOUN.match(behind[0])):
        return None
    first = max(text.rfind("\n", 0, claim.span.start) + 1, claim.span.start - _BEFORE)
    before = [
        (mention.mention.start, event)
        for mention, event in evidence.mentions(article)
        if first <= mention.mention.start < claim.span.start and not mention.verb and mention.status != "not"
    ]
    return max(before)[1] if before else None


_BEFORE = 250
"""Code points before a claim in which the sentence before it stands."""


def _parted(text: str, one: int, other: int) -> bool:
    """Whether a sentence ends between two places."""
    between = text[min(one, other) : max(one, other)]
    return bool(re.search(r"[.!?]\s+[A-ZÄÖÜ„]|\n", between))


def _behind(claim: FoundClaim) -> int:
    """Where the words behind a claim's key begin; a scope right behind it belongs to it."""
    scoped = claim.scope is not None and claim.key.end <= claim.scope.start <= claim.key.end + 1
    return claim.scope.end if scoped and claim.scope else claim.key.end


def _stands_beside(between: str, words: ClaimWords) -> bool:
    """Whether a preposition right behind a claim's key has the event: "zum ersten Mal nach einem dieser Gespräche"."""
    first = between.split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in words.beside


def _by_noun(claim: FoundClaim, article: str, evidence: Evidence) -> str | None:
    """The event whose name ends like a noun of the claim ("Welle", "Angriffswelle"), the one named last before it."""
    text = evidence.articles[article].text
    words = claim_words(evidence.articles[article].language or "")
    nouns = [noun.lower() for noun in _NOUN.findall(text[claim.key.start : claim.key.end])]
    for word in text[claim.key.end : claim.scope.start if claim.scope else claim.span.end].split():
        if word.lower() in words.beside:
            break
        nouns += [noun.lower() for noun in _NOUN.findall(word)]
    for noun in nouns[:2]:
        stem = noun.rstrip("ens") if len(noun) > 5 else noun
        for own in (True, False):
            fitting = [
                (mention.mention.article == article, mention.mention.start, event)
                for name in ([article] if own else evidence.articles)
                for mention, event in evidence.mentions(name)
                if stem in mention.label.lower()
            ]
            before = [one for one in fitting if not own or one[1] < claim.key.start]
            if before or fitting:
                return max(before or fitting)[2]
    return None
