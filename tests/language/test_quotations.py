import pytest

from lesart.language import de

PAIRS = [
    ("Er sagte „Hallo“ und ging.", ["„Hallo“"]),
    ("Er sagte „Hallo” und ging.", ["„Hallo”"]),
    ('Er sagte „Hallo" und ging.', ['„Hallo"']),
    ("Er sagte »Hallo« und ging.", ["»Hallo«"]),
    ("Er sagte «Hallo» und ging.", ["«Hallo»"]),
    ("Er sagte “Hallo” und ging.", ["“Hallo”"]),
    ('Er sagte "Hallo" und ging.', ['"Hallo"']),
    ("„Die ‚Halle‘ ist zu“, sagte er.", ["„Die ‚Halle‘ ist zu“", "‚Halle‘"]),
    ("»Die ›Halle‹ ist zu«, sagte er.", ["»Die ›Halle‹ ist zu«", "›Halle‹"]),
    ("Das offene „ Zeichen bleibt allein.", []),
    ("Unverschlossen: „Das geht nicht.\n\nNeuer Absatz „mit Ende“.", ["„mit Ende“"]),
    ("Das ist Hans' Auto, nicht Fritz' Rad.", []),
    ('Fünf Zoll sind 5" und mehr.', []),
    ("“ ” « » ‚ ‘", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text[:30] for text, _ in PAIRS])
def test_pairs_of_marks(text: str, expected: list[str]) -> None:
    layer = de.analyse(text)
    found = [text[layer.tokens[q.first].start : layer.tokens[q.last].end] for q in layer.quotations]
    assert found == expected


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "„Das ist der Anfang.\n\n„Das ist das Ende“, sagte Kolb."
    layer = de.analyse(text)
    found = [text[layer.tokens[q.first].start : layer.tokens[q.last].end] for q in layer.quotations]
    assert found == ["„Das ist der Anfang.", "„Das ist das Ende“"]


def test_depth_counts_the_quotations_around() -> None:
    layer = de.analyse("„Er rief ‚Halt‘ und lief“, sagte sie.")
    assert [quotation.depth for quotation in layer.quotations] == [0, 1]
