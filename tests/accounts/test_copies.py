"""Near-identical reports count as one voice."""

from __future__ import annotations

from lesart.accounts import find_copies
from lesart.model import Article

AGENCY = " ".join(
    f"Am {number}. Mai sagte die Ministerin in Lohbrück vor der Presse, die Brücke Nummer {number} werde gebaut und "
    f"koste {number} Millionen Euro mehr als im Herbst gedacht."
    for number in range(1, 20)
)
OTHER = " ".join(
    f"Der Stadtrat von Hellau hat zum {number}. Mal über das Schwimmbad beraten, und wieder fehlten {number} Stimmen "
    f"für einen Beschluss, wie die Verwaltung am Abend mitteilte."
    for number in range(1, 20)
)


def _articles(*texts: str) -> list[Article]:
    return [Article(id=f"a{n}", text=text, published=f"2031-05-{20 - n}") for n, text in enumerate(texts)]


def test_a_copy_is_found_and_the_earlier_one_is_the_original() -> None:
    (copy,) = find_copies(_articles(f"Lohbrück. {AGENCY} Mehr folgt.", AGENCY))
    assert (copy.article, copy.of) == ("a0", "a1")
    assert copy.share > 0.9


def test_a_shortened_report_is_a_copy() -> None:
    assert len(find_copies(_articles(AGENCY, AGENCY[: len(AGENCY) // 2]))) == 1


def test_copies_of_copies_have_one_original() -> None:
    assert {copy.of for copy in find_copies(_articles(AGENCY, AGENCY, AGENCY))} == {"a2"}


def test_other_reports_are_no_copies() -> None:
    assert not find_copies(_articles(AGENCY, OTHER))


def test_short_and_empty_reports_are_no_copies() -> None:
    assert not find_copies(_articles("", "", "Kurz.", "Kurz."))
