"""Articles that belong together are compared; events and parties live on; what people put right stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lesart
from lesart import Article, Comparison
from lesart.desk import Store
from lesart.desk.corrections import Correction, correct, corrections, lines, undo
from lesart.desk.dossiers import refresh
from lesart.desk.kept import comparison_of
from tests.conftest import EXAMPLES

FIRST = """Der Verband und die Hafengesellschaft haben am Dienstag in Ohlsdorf verhandelt. „Wir sind uns einig“, sagte
Verbandschef Karl Ohm. Die Sprecherin der Hafengesellschaft, Ute Brandt, sagte, über Löhne sei gesprochen worden."""
SECOND = """Nach der Verhandlung vom Dienstag widersprach die Hafengesellschaft in Ohlsdorf. „Einig sind wir uns nicht“,
sagte Sprecherin Ute Brandt. Über Löhne sei nicht gesprochen worden. Verbandschef Karl Ohm sagte, er bleibe dabei."""
OTHER = "Im Zoo von Lohen ist am Montag ein Elefant geboren. Zoodirektorin Lisa Rehm sagte, das Tier sei gesund."


def _article(name: str, text: str, published: str = "2031-04-16") -> lesart.Reading:
    article = Article(id=name, title=name, outlet=name, text=text, language="de", published=published)
    return lesart.read(article, engine="rules")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = Store(tmp_path / "s.lesart", create=True)
    for name, text in (("eins", FIRST), ("zwei", SECOND), ("zoo", OTHER)):
        kept.add(_article(name, text), name)
    refresh(kept)
    return kept


def _dossiers(store: Store) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for dossier, name in store.connection.execute(
        "SELECT dossier, name FROM dossier_article JOIN article ON article.id = dossier_article.article"
    ):
        found.setdefault(dossier, set()).add(name)
    return {frozenset(names) for names in found.values()}


def _comparison(store: Store, name: str) -> Comparison:
    (dossier,) = store.connection.execute(
        "SELECT dossier FROM dossier_article JOIN article ON article.id = article WHERE name = ? AND current = 1",
        (name,),
    ).fetchone()
    found = comparison_of(store.connection, dossier)
    assert found is not None
    return found


def _speakers(comparison: Comparison, article: str) -> list[str | None]:
    names = {party.id: party.name for party in comparison.parties}
    return [names.get(s.said_by or "") for s in comparison.statements if s.article == article]


def _correct(store: Store, correction: Correction) -> int:
    with store.transaction() as cursor:
        made = correct(cursor, correction)
    refresh(store)
    return made


def test_reports_of_one_affair_are_compared_and_others_not(store: Store) -> None:
    assert _dossiers(store) == {frozenset(["eins", "zwei"]), frozenset(["zoo"])}
    (gaps,) = store.connection.execute("SELECT count(*) FROM divergence").fetchone()
    assert gaps > 0
    assert refresh(store) == 0


def test_a_person_is_one_party_over_all_articles(store: Store) -> None:
    rows = store.connection.execute(
        "SELECT count(DISTINCT known), count(*) FROM party WHERE name = 'Karl Ohm'"
    ).fetchone()
    assert rows == (1, 2)


def test_events_keep_their_number_when_another_report_comes(store: Store) -> None:
    before = store.connection.execute("SELECT id FROM event WHERE kind = 'talks'").fetchall()
    third = (
        "Die Verhandlung vom Dienstag in Ohlsdorf dauerte lange. Verbandschef Karl Ohm sagte, Ute Brandt habe gelacht."
    )
    store.add(_article("drei", third, "2031-04-17"), "drei")
    refresh(store)
    assert frozenset(["eins", "zwei", "drei"]) in _dossiers(store)
    assert store.connection.execute("SELECT id FROM event WHERE kind = 'talks'").fetchall() == before


def test_a_changed_text_is_compared_anew(store: Store) -> None:
    store.add(_article("eins", FIRST.replace("Karl Ohm", "Karl Ohm am Abend")), "eins")
    assert refresh(store) == 1
    assert frozenset(["eins", "zwei"]) in _dossiers(store)
    assert "am Abend" in next(a.text for a in _comparison(store, "eins").articles if a.id == "eins")


def test_a_corrected_speaker_stays_when_the_article_is_read_anew(store: Store) -> None:
    quote = "Wir sind uns einig"
    first = FIRST.index(quote)
    made = Correction(
        kind="speaker", article="eins", first=first, last=first + len(quote), quote=quote, value={"name": "Rosa Lind"}
    )
    identifier = _correct(store, made)
    assert "Rosa Lind" in _speakers(_comparison(store, "eins"), "eins")
    store.add(_article("eins", "Ohlsdorf. " + FIRST), "eins")
    refresh(store)
    assert "Rosa Lind" in _speakers(_comparison(store, "eins"), "eins")
    with store.transaction() as cursor:
        assert undo(cursor, identifier)
    refresh(store)
    assert "Rosa Lind" not in _speakers(_comparison(store, "eins"), "eins")
    assert corrections(store.connection) == [] and len(corrections(store.connection, undone=True)) == 1


def test_parties_are_joined_and_parted(store: Store) -> None:
    _correct(store, Correction(kind="party", value={"from": ["Ute Brandt"], "to": "Karl Ohm"}))
    assert set(_speakers(_comparison(store, "zwei"), "zwei")) == {"Karl Ohm"}
    _correct(store, Correction(kind="party", article="zwei", value={"from": ["Karl Ohm"], "to": "Karl Ohm (Lohen)"}))
    speakers = set(_speakers(_comparison(store, "zwei"), "zwei"))
    assert "Karl Ohm (Lohen)" in speakers and "Karl Ohm" in _speakers(_comparison(store, "eins"), "eins")


def test_an_event_is_parted_and_joined_again(store: Store) -> None:
    events = [event for event in _comparison(store, "zwei").events if event.kind == "talks"]
    assert len(events) == 1
    word = "Verhandlung vom Dienstag"
    first = SECOND.index(word)
    place = {"article": "zwei", "first": first, "last": first + len("Verhandlung")}
    _correct(store, Correction(kind="part", quote="Verhandlung", value={}, **place))
    parted = [event for event in _comparison(store, "zwei").events if event.kind == "talks"]
    assert len(parted) == 2
    start = FIRST.index("verhandelt")
    other = {"article": "eins", "first": start, "last": start + len("verhandelt")}
    _correct(store, Correction(kind="join", quote="Verhandlung", value=other, **place))
    assert len([event for event in _comparison(store, "zwei").events if event.kind == "talks"]) == 1


def test_a_verdict_that_a_person_gives_stands(tmp_path: Path) -> None:
    with Store(tmp_path / "s.lesart", create=True) as store:
        for path in sorted(EXAMPLES.iterdir()):
            store.add(lesart.read(path, engine="rules"), path.name)
        refresh(store)
        name = next(iter(store.readings())).article.id
        claim = _comparison(store, name).claims[0]
        given = "refuted" if claim.verdict != "refuted" else "supported"
        made = Correction(
            kind="verdict", article=claim.article, first=claim.span.start, last=claim.span.end,
            value={"verdict": given, "why": "nachgezählt"},
        )  # fmt: skip
        _correct(store, made)
        found = next(c for c in _comparison(store, name).claims if c.span == claim.span)
        assert found.verdict == given and found.checks[0].finding == "nachgezählt"


def test_corrections_are_data_to_learn_from(store: Store) -> None:
    quote = "Wir sind uns einig"
    first = FIRST.index(quote)
    made = Correction(
        kind="speaker", article="eins", first=first, last=first + len(quote), quote=quote, value={"name": "Rosa Lind"}
    )
    _correct(store, made)
    (line,) = [json.loads(line) for line in lines(store.connection)]
    assert line["quote"] == quote and quote in line["around"] and line["value"] == {"name": "Rosa Lind"}


def _known(store: Store) -> dict[str, int]:
    rows = store.connection.execute(
        "SELECT known.name, count(DISTINCT article.id) FROM known JOIN party ON party.known = known.id "
        "JOIN article ON article.id = party.article AND current = 1 GROUP BY known.id"
    )
    return dict(rows.fetchall())


def test_a_merge_that_is_undone_leaves_both_as_they_were(store: Store) -> None:
    before = _known(store)
    identifier = _correct(store, Correction(kind="party", value={"from": ["Ute Brandt"], "to": "Karl Ohm"}))
    assert "Ute Brandt" not in _known(store)
    with store.transaction() as cursor:
        undo(cursor, identifier)
    refresh(store)
    assert _known(store) == before


def test_a_party_is_another_in_one_article_alone(store: Store) -> None:
    _correct(store, Correction(kind="party", article="zwei", value={"from": ["Karl Ohm"], "to": "Karl Ohm (Lohen)"}))
    known = _known(store)
    assert known["Karl Ohm"] == 1 and known["Karl Ohm (Lohen)"] == 1


def test_parties_of_two_dossiers_are_joined(store: Store) -> None:
    _correct(store, Correction(kind="party", value={"from": ["Lisa Rehm"], "to": "Ute Brandt"}))
    assert _known(store)["Ute Brandt"] == 3 and "Lisa Rehm" not in _known(store)
    store.add(_article("vier", "Lisa Rehm sagte am Montag, der Zoo sei offen."), "vier")
    refresh(store)
    assert _known(store)["Ute Brandt"] == 4


def test_a_new_speaker_has_an_account(store: Store) -> None:
    quote = "Einig sind wir uns nicht"
    first = SECOND.index(quote)
    made = Correction(
        kind="speaker", article="zwei", first=first - 1, last=first + len(quote) + 1, value={"name": "Erika Neu"}
    )
    _correct(store, made)
    assert store.connection.execute("SELECT count(*) FROM told WHERE teller = 'Erika Neu'").fetchone() != (0,)
    assert store.connection.execute("SELECT who FROM said WHERE words LIKE '%Einig sind%'").fetchone() == ("Erika Neu",)


def test_corrections_of_events_find_their_words_again(store: Store) -> None:
    first = SECOND.index("Verhandlung")
    made = Correction(kind="part", article="zwei", first=first, last=first + 11, quote="Verhandlung", value={})
    _correct(store, made)
    store.add(_article("zwei", "Es ist kalt. " + SECOND), "zwei")
    refresh(store)
    assert len([event for event in _comparison(store, "zwei").events if event.kind == "talks"]) == 2


def test_more_articles_than_are_compared_belong_to_a_dossier(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lesart.desk.dossiers._MOST", 2)
    store.add(_article("drei", FIRST + " Es war kalt.", "2031-04-17"), "drei")
    refresh(store)
    assert frozenset(["eins", "zwei", "drei"]) in _dossiers(store)
    assert refresh(store) == 0


def test_what_changes_while_it_is_compared_is_compared_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from lesart.desk import dossiers

    compare, seen = dossiers.compare, []

    def slow(readings: list[lesart.Reading], **given: object) -> Comparison:
        if not seen:
            seen.append(1)
            store.add(_article("eins", FIRST + " Es regnet."), "eins")
        return compare(readings, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(dossiers, "compare", slow)
    store.add(_article("drei", FIRST + " Es war kalt.", "2031-04-17"), "drei")
    refresh(store)
    assert "Es regnet." in next(a.text for a in _comparison(store, "eins").articles if a.id == "eins")


def test_a_dossier_that_cannot_be_compared_does_not_keep_the_others_from_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from lesart.desk import dossiers

    compare = dossiers.compare

    def faulty(readings: list[lesart.Reading], **given: object) -> Comparison:
        if any(reading.article.id == "zoo" for reading in readings):
            raise ZeroDivisionError
        return compare(readings, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(dossiers, "compare", faulty)
    store.add(_article("zoo", OTHER + " Es regnet."), "zoo")
    store.add(_article("eins", FIRST + " Es regnet."), "eins")
    refresh(store)
    assert "Es regnet." in next(a.text for a in _comparison(store, "eins").articles if a.id == "eins")
    assert [article.id for article in _comparison(store, "zoo").articles] == ["zoo"]
    assert "zoo: could not be compared" in caplog.text and "Traceback" not in caplog.text
    assert refresh(store) == 0


def test_the_table_of_who_says_what_has_the_lasting_names(store: Store) -> None:
    _correct(store, Correction(kind="party", value={"from": ["Lisa Rehm"], "to": "Elisabeth Rehm"}))
    names = {who for (who,) in store.connection.execute("SELECT DISTINCT who FROM said")}
    assert "Elisabeth Rehm" in names and "Lisa Rehm" not in names


def test_articles_that_only_name_the_same_states_are_not_put_together(store: Store) -> None:
    texts = (
        "In Frankreich und Polen ist der Weizen am Dienstag teurer geworden. Händlerin Eva Korn sagte, der Weizen "
        "werde knapp.",
        "In Frankreich und Polen ist der Weizen am Dienstag teurer geworden. Müller Jan Mahl sagte, der Weizen reiche.",
    )
    for number, text in enumerate(texts):
        store.add(_article(f"weizen{number}", text), f"weizen{number}")
    refresh(store)
    assert {frozenset(["weizen0"]), frozenset(["weizen1"])} <= _dossiers(store)
