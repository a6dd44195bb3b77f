"""Whatever the text: tokens cover it, and every offset of a reading lies in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

import lesart
from lesart import Article
from lesart.language.tokens import tokenize

SIGNS = ["„", "“", '"', "»", "«", "‚", "‘", "'", "’", "(", ")", ", ", ". ", ": ", "; ", " – ", "\n", "\n\n", " ", "\t"]
WORDS = "sagte Kolb dass sei laut zufolge der so wie mitteilte demnach er habe soll haben 12. 2031 ß İ".split()
ODD = ["nach Angaben", "die Polizei", "am 4. Mai", "e\u0301", "👩\u200d🚀", "\u00a0", "\u200b"]
PIECES = st.sampled_from([*SIGNS, *WORDS, *ODD])
NEWSLIKE = st.lists(PIECES, max_size=60).map(" ".join)


@given(st.text(max_size=400))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    tokens = tokenize(text)
    covered = [place for token in tokens for place in range(token.start, token.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[token.start : token.end] == token.text for token in tokens)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), NEWSLIKE), st.sampled_from(["de", "en"]), st.sampled_from(["rules", "neural"]))
def test_offsets_lie_inside_an_unaltered_text(text: str, language: str, engine: str) -> None:
    reading = lesart.read(Article(id="a", text=text, language=language, published="2031-05-15"), engine=engine)
    assert reading.article.text == text
    ids = [statement.id for statement in reading.statements]
    assert len(ids) == len(set(ids))
    for statement in reading.statements:
        assert statement.content
        assert statement.parent is None or statement.parent in ids
        for span in (
            *statement.content, *statement.speaker, *statement.cue, *statement.addressee, *statement.frame
        ):  # fmt: skip
            assert 0 <= span.start < span.end <= len(text)
    parties = {party.id for party in reading.parties}
    for statement in reading.statements:
        assert {p for p in (statement.said_by, statement.said_to, *statement.according_to) if p} <= parties
    for party in reading.parties:
        assert all(0 <= mention.start < mention.end <= len(text) for mention in party.mentions)


@settings(max_examples=60, deadline=None)
@given(st.lists(NEWSLIKE, min_size=1, max_size=3))
def test_a_comparison_refers_only_to_what_it_holds(texts: list[str]) -> None:
    readings = [
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-05-15"))
        for n, text in enumerate(texts)
    ]
    found = lesart.compare(readings)
    statements = {statement.id for statement in found.statements}
    events, topics = {event.id for event in found.events}, {topic.id for topic in found.topics}
    parties = {party.id for party in found.parties}
    assert len(statements) == len(found.statements)
    for statement in found.statements:
        assert statement.event is None or statement.event in events
        assert set(statement.topics) <= topics
        assert statement.parent is None or statement.parent in statements
        assert -1 <= statement.tone <= 1
    for account in found.accounts:
        assert account.event in events and account.teller in parties
        assert all(set(point.statements) <= statements and point.topic in topics for point in account.points)
    for divergence in found.divergences:
        assert set(divergence.statements) <= statements and set(divergence.between) <= parties
        assert 0 <= divergence.score <= 1
