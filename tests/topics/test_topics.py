import numpy as np

import lesart
from lesart import Article
from lesart.topics.clusters import Piece, named
from lesart.topics.terms import canonical, terms_of


def test_compounds_share_a_stem() -> None:
    pieces = [terms_of(text, "de", frozenset()) for text in ("Das Getreide", "Getreideschiffe", "Die Häfen")]
    names = canonical(pieces)
    (grain,), (ships,), (ports,) = (piece.words for piece in pieces)
    assert names[grain] == names[ships] != names[ports]


def test_one_topic_across_articles() -> None:
    texts = ["Jana Kolb sagte, die Brücke werde gebaut.", "Bernd Maier sagte, für die Brücke fehle das Geld."]
    readings = [lesart.read(Article(id=f"a{n}", text=t, language="de"), engine="rules") for n, t in enumerate(texts)]
    found = lesart.compare(readings)
    assert found.topics[0].label == "Brücke"
    assert {tuple(s.topics) for s in found.statements} == {(found.topics[0].id,)}


def test_names_of_persons_are_no_topics() -> None:
    text = "Jana Kolb sagte, Bernd Maier komme. Jana Kolb sagte, Bernd Maier gehe."
    found = lesart.compare([lesart.read(Article(id="a", text=text, language="de"), engine="rules")])
    assert not {"Kolb", "Maier"} & {topic.label for topic in found.topics}


def test_how_long_it_took_is_one_topic() -> None:
    texts = [
        "Jana Kolb sagte, über die Häfen sei man sich einig. Das Gespräch habe eine Stunde gedauert, sagte sie.",
        "Bernd Maier sagte, eine Einladung liege nicht vor. Kaum vierzig Minuten habe es gedauert, so Maier.",
    ]
    readings = [lesart.read(Article(id=f"a{n}", text=t, language="de"), engine="rules") for n, t in enumerate(texts)]
    found = lesart.compare(readings)
    labels = {topic.id: topic.label for topic in found.topics}
    told = [
        one
        for one in found.statements
        if "gedauert" in texts[int(one.article[1:])][one.content[0].start : one.content[-1].end]
    ]
    assert [[labels[topic] for topic in one.topics] for one in told] == [["Dauer"], ["Dauer"]]


def test_a_cluster_that_loses_its_noun_is_no_topic() -> None:
    """What begins with "Darüber" goes to the topic before it; what stays behind without a noun has none."""
    texts = ("die Brücke werde gebaut", "Darüber sei mit Maier gesprochen worden", "es gehe weiter")
    pieces = [
        Piece(
            article="a",
            paragraph=0,
            place=place,
            speaker=None,
            nouns=frozenset(),
            words=frozenset(),
            fields={},
            sure=frozenset(),
            units=frozenset(),
            vector=np.zeros(1, np.float32),
            around=np.zeros(1, np.float32),
            sense=np.zeros(1, np.float32),
            goes_on=False,
            points_back=text.startswith("Darüber"),
            terms={"bruck": ["Brücke"]} if "Brücke" in text else {},
            capitals=tuple(word for word in text.split() if word[0].isupper())[-1:],
        )
        for place, text in enumerate(texts)
    ]
    assert named([[0], [1, 2]], pieces) == [[0, 1]]
