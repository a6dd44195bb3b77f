"""Claims held against the other articles of a comparison."""

import lesart
from lesart import Article
from lesart.model import Claim, Comparison


def _compare(*texts: tuple[str, str], language: str = "de") -> Comparison:
    articles = [
        Article(id=f"a{number}", outlet=f"Blatt {number}", text=text, language=language, published=day)
        for number, (day, text) in enumerate(texts, 1)
    ]
    return lesart.compare([lesart.read(article, engine="rules") for article in articles])


def _claim(found: Comparison, words: str) -> Claim:
    texts = {article.id: article.text for article in found.articles}
    return next(c for c in found.claims if words in texts[c.article][c.span.start : c.span.end])


CALLS = (
    "2031-11-19",
    "Präsident Aurel Brandt und Präsidentin Mira Holm haben am Dienstag miteinander telefoniert. Es war das vierte "
    "Telefonat von Brandt und Holm in diesem Jahr, teilte Brandts Sprecher mit. Das Gespräch dauerte 80 Minuten. "
    "Es sei das bislang längste Telefonat gewesen.",
)
EARLIER = (
    "2031-09-06",
    "Aurel Brandt und Mira Holm haben am Donnerstag telefoniert. Das Gespräch dauerte gut anderthalb Stunden. Zuvor "
    "hatten Brandt und Holm am 3. März, am 22. April und am 12. Juni telefoniert.",
)


def test_more_events_than_claimed_refute_an_ordinal() -> None:
    claim = _claim(_compare(CALLS, EARLIER), "vierte")
    assert (claim.number, claim.verdict) == (4, "refuted")
    assert claim.checks[0].against == "articles"
    assert len(claim.basis) == 5


def test_as_many_events_as_claimed_support_an_ordinal() -> None:
    day, text = CALLS
    found = _compare((day, text.replace("vierte", "fünfte")), EARLIER)
    assert _claim(found, "fünfte").verdict == "supported"


def test_an_ordinal_alone_is_unknown() -> None:
    assert _claim(_compare(CALLS), "vierte").verdict == "unknown"


def test_another_article_that_counts_the_same_supports() -> None:
    other = (
        "2031-11-19",
        "Brandt und Holm telefonierten am Dienstag zum vierten Mal in diesem Jahr. Es ging um Fisch, sagte Holm.",
    )
    claim = _claim(_compare(CALLS, other), "vierte")
    assert claim.verdict == "supported"
    assert "Blatt 2" in claim.checks[0].finding


def test_who_counts_an_event_higher_refutes_the_lower_count() -> None:
    second = (
        "2031-06-11",
        "Am Dienstag haben Brandt und Holm telefoniert. Es war das zweite Telefonat in diesem Jahr.",
    )
    third = ("2031-06-11", "Am Dienstag haben Brandt und Holm telefoniert. Es war das dritte Telefonat in diesem Jahr.")
    found = _compare(second, third)
    assert _claim(found, "zweite").verdict == "refuted"
    assert _claim(found, "dritte").verdict == "unknown"


def test_a_list_of_earlier_days_supports_an_ordinal() -> None:
    strike = ("2031-05-18", "Die Lokführer streiken seit Sonntag. Es ist der dritte Ausstand in diesem Jahr.")
    listed = ("2031-05-17", "Schon am 3. Februar sowie am 10. und 11. März ruhte der Verkehr, sagte Karl Ohm.")
    claim = _claim(_compare(strike, listed), "dritte")
    assert claim.verdict == "supported"
    assert "3. Februar" in claim.checks[0].finding and "Blatt 2" in claim.checks[0].finding
    other = ("2031-05-17", "Schon am 3. Februar, am 10. März und am 4. April ruhte der Verkehr, sagte Karl Ohm.")
    assert _claim(_compare(strike, other), "dritte").verdict == "unknown"


def test_a_larger_earlier_value_refutes_a_superlative() -> None:
    claim = _claim(_compare(CALLS, EARLIER), "längste")
    assert (claim.direction, claim.verdict) == ("most", "refuted")
    check = claim.checks[0]
    assert check.own is not None and check.own.value == 80
    assert check.rival is not None and check.rival.value == 90
    assert "anderthalb" in check.finding


def test_smaller_values_support_a_superlative() -> None:
    day, text = EARLIER
    found = _compare(CALLS, (day, text.replace("gut anderthalb Stunden", "knapp 40 Minuten")))
    assert _claim(found, "längste").verdict == "supported"


def test_the_last_time_that_another_report_names_decides() -> None:
    rat = ("2031-05-16", "Der Rat hat am Mittwoch beraten. Es war die längste Sitzung seit {}, sagte Karl Ohm.")
    last = ("2031-05-17", "Der Rat hat am Mittwoch beraten. Länger hatte er zuletzt im Oktober 2030 getagt.")
    for scope, verdict in (("2029", "refuted"), ("Januar 2031", "supported")):
        claim = _claim(_compare((rat[0], rat[1].format(scope)), last), "längste")
        assert claim.verdict == verdict
        assert "Oktober 2030" in claim.checks[0].finding


def test_bounds_that_overlap_decide_nothing() -> None:
    day, text = EARLIER
    found = _compare(CALLS, (day, text.replace("gut anderthalb Stunden", "rund 80 Minuten")))
    assert _claim(found, "längste").verdict == "unknown"


def test_later_events_do_not_count() -> None:
    claim = _compare(CALLS, ("2031-12-20", EARLIER[1].replace("am Donnerstag", "am 18. Dezember")))
    assert _claim(claim, "längste").verdict == "unknown"


ATTACKS = [
    ("2031-03-05", "Tolmar hat in der Nacht zum 4. März die Stadt Sool mit 74 Drohnen angegriffen, sagte Eva Rast."),
    ("2031-03-26", "Tolmar hat in der Nacht zum 25. März die Stadt Sool mit 131 Drohnen angegriffen, sagte Eva Rast."),
    ("2031-04-16", "Tolmar hat in der Nacht zum 15. April die Stadt Sool mit 214 Drohnen angegriffen, sagte Eva Rast."),
]


def test_values_that_rise_support_a_growth_and_refute_a_decline() -> None:
    more = ("2031-04-17", "Seit Anfang März hätten die Angriffe auf Sool zugenommen, sagte Eva Rast am Mittwoch.")
    fewer = ("2031-04-17", "Seit Anfang März seien die Angriffe auf Sool zurückgegangen, sagte Karl Ohm am Mittwoch.")
    found = _compare(*ATTACKS, more, fewer)
    claims = {claim.direction: claim for claim in found.claims if claim.kind == "since"}
    assert claims["up"].verdict == "supported"
    assert claims["down"].verdict == "refuted"
    assert [value.value for value in claims["up"].checks[0].values] == [74, 131, 214]


def test_a_claim_stands_in_its_statement_and_its_basis_are_events_and_figures() -> None:
    found = _compare(CALLS, EARLIER)
    claim = _claim(found, "längste")
    assert claim.statement in {statement.id for statement in found.statements}
    known = {event.id for event in found.events} | {figure.id for figure in found.figures}
    assert claim.basis and set(claim.basis) <= known


def test_an_article_without_a_day_is_no_error() -> None:
    article = Article(
        id="a", text="Es war der größte Streik seit Beginn des Konflikts. 300 Leute kamen.", language="de"
    )
    assert lesart.compare([lesart.read(article, engine="rules")]).claims[0].verdict == "unknown"
