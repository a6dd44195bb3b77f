"""What holds for any text and any table: places lie in the text, faults are sentences."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import lesart
from lesart import Article, RecordError
from lesart.language import module
from lesart.record.claims.finding import find_claims

WORDS = (
    "Seit seit dem März hat haben die Zahl der größte längste Angriffe Angriff zum dritten Mal. Mal, so viele wie nie "
    "mehr als 20 Drohnen nicht gestiegen gesunken zugenommen in diesem Jahr binnen zwei Jahren „ “ ; – : bislang je "
    "erstmals Rekord der zweite siebte 3. 14 2031 bis zwischen und Millionen Euro Prozent ein Viertel zuletzt vor\n"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_claims_lie_in_their_text(text: str) -> None:
    for language in ("de", "en"):
        for claim in find_claims(module(language).analyse(text), language):
            for span in (claim.span, claim.key, claim.scope or claim.key, claim.measure or claim.key):
                assert 0 <= span.start < span.end <= len(text)
            assert claim.span.start <= claim.key.start and claim.key.end <= claim.span.end


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_quantities_are_places_in_order(text: str) -> None:
    tokens = module("de").analyse(text).tokens
    last = -1
    for quantity in module("de").quantities(tokens):
        assert last < quantity.first <= quantity.number <= quantity.last < len(tokens)
        assert quantity.value >= 0
        last = quantity.last


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    articles = [
        Article(id=name, text=text, language="de", published="2031-05-15") for name, text in (("a", one), ("b", other))
    ]
    found = lesart.compare([lesart.read(article, engine="rules") for article in articles])
    known = {event.id for event in found.events} | {figure.id for figure in found.figures}
    for claim in found.claims:
        assert set(claim.basis) <= known
        assert claim.checks and all(check.finding and check.rule for check in claim.checks)


CELLS = st.sampled_from(
    [
        "",
        "Datum",
        "n",
        "2031-03-04",
        "04.03.2031",
        "04/03/2031",
        "1.131,5",
        "12 kg",
        "-",
        "heute",
        '"',
        "ä",
        "=1",
        "\x00",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6), st.sampled_from([",", ";", "\t", "|"]))
def test_any_table_is_read_or_says_what_is_wrong(rows: list[list[str]], delimiter: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
        try:
            record = lesart.load_record(path)
        except RecordError as fault:
            assert fault.reason
        else:
            assert record.first <= record.last
