"""What keeps a reading that came from elsewhere out of a store."""

from __future__ import annotations

from lesart.language import SUPPORTED
from lesart.model import Reading, Span


def fault_of(reading: Reading) -> str | None:
    """What is wrong with a reading, in words, or None where it is whole."""
    article = reading.article
    if not article.id:
        return "the article has no id"
    if article.language is not None and article.language not in SUPPORTED:
        return f"language not supported ({article.language})"
    ids = {party.id for party in reading.parties}
    for party in reading.parties:
        if any(not 0 <= mention.start < mention.end <= len(article.text) for mention in party.mentions):
            return f"party {party.id} is mentioned where the text has no words"
    known = {statement.id for statement in reading.statements}
    for statement in reading.statements:
        spans = [*statement.content, *statement.speaker, *statement.cue, *statement.addressee, *statement.frame]
        if not statement.content or not all(_is_inside(span, article.text) for span in spans):
            return f"statement {statement.id} has no words, or such as the text has not"
        named = {statement.said_by, statement.said_to, *statement.according_to} - {None}
        if not ids.issuperset(named) or (statement.parent is not None and statement.parent not in known):
            return f"statement {statement.id} names a party or statement that is not there"
    return None


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)
