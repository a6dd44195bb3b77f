"""One party over several articles: capitals of states that only the articles know, bodies of two states, names."""

import lesart
from lesart import Article, Comparison, Reading
from lesart.model import Party
from lesart.parties.seats import seats


def _compare(*texts: str) -> Comparison:
    return lesart.compare(
        lesart.read(Article(id=f"a{n}", text=text, language="de", published="2031-04-16"))
        for n, text in enumerate(texts)
    )


def _speakers(comparison: Comparison) -> list[str]:
    names = {party.id: party.name for party in comparison.parties}
    return [names[statement.said_by] for statement in comparison.statements if statement.said_by]


def _mentions(comparison: Comparison, name: str) -> list[str]:
    texts = {article.id: article.text for article in comparison.articles}
    party = next(party for party in comparison.parties if party.name == name)
    return [texts[m.article][m.start : m.end] for m in party.mentions]


def _reading(number: int, text: str, *belongs: tuple[str, str]) -> Reading:
    """A reading in which bodies belong to states: ("Generalstab", "Veland")."""
    states = {state: f"a{number}.{state}" for _, state in belongs}
    return Reading(
        article=Article(id=f"a{number}", text=text, language="de"),
        parties=[
            *(Party(id=identifier, name=state, kind="state") for state, identifier in states.items()),
            *(
                Party(id=f"a{number}.p{place}", name=body, kind="organisation", affiliation=states[state])
                for place, (body, state) in enumerate(belongs)
            ),
        ],
    )


def test_a_capital_speaks_for_the_state_whose_capital_it_is_called() -> None:
    text = "Die velandische Hauptstadt Tormund blieb ruhig."
    assert seats([_reading(0, text, ("Rat", "Tormund"), ("Senat", "Veland"))])["Tormund"] == "Veland"


def test_a_capital_speaks_for_the_state_to_which_its_bodies_belong() -> None:
    text = "Das velandische und das orstische Parlament tagten."
    readings = [
        _reading(0, text, ("Generalstab", "Veland"), ("Senat", "Orstan")),
        _reading(1, text, ("Generalstab", "Tormund"), ("Marine", "Orstan")),
    ]
    assert seats(readings)["Tormund"] == "Veland"


def test_a_town_of_which_nothing_is_told_speaks_for_no_state() -> None:
    text = "Das velandische Parlament tagte."
    assert "Tormund" not in seats([_reading(0, text, ("Rat", "Tormund"), ("Senat", "Veland"))])


def test_two_bodies_of_one_name_in_an_article_make_no_capital() -> None:
    text = "Das velandische Parlament tagte."
    apart = [_reading(0, text, ("Generalstab", "Tormund")), _reading(1, text, ("Generalstab", "Veland"))]
    assert seats(apart)["Tormund"] == "Veland"
    beside = _reading(2, text, ("Generalstab", "Tormund"), ("Generalstab", "Veland"))
    assert "Tormund" not in seats([*apart, beside])


def test_a_body_of_one_name_in_two_states_is_two_parties() -> None:
    found = _compare(
        "Das norwegische Außenministerium erklärte, man warte ab. Das portugiesische Außenministerium erklärte, man "
        "verhandle."
    )
    assert len({statement.said_by for statement in found.statements}) == 2


def test_a_name_is_its_party_also_where_it_says_nothing() -> None:
    found = _compare(
        "Ministerin Ada Lorenz sagte, das gelte.",
        "Am Montag kam Lorenz nach Bonn. Präsident Viktor Halm sagte, er gehe.",
    )
    assert _mentions(found, "Ada Lorenz") == ["Ministerin Ada Lorenz", "Lorenz"]


def test_a_noun_behind_an_article_is_nobodys_surname() -> None:
    found = _compare(
        "Ministerin Ada Richter sagte, das gelte.", "Der Richter vertagte. Präsident Viktor Halm sagte, er gehe."
    )
    assert _mentions(found, "Ada Richter") == ["Ministerin Ada Richter"]


def test_a_body_is_one_with_and_without_its_attribute() -> None:
    found = _compare(
        "Die Internationale Energieagentur teilte mit, es fehle Gas.", "Die Energieagentur erklärte, es fehle Öl."
    )
    assert len({statement.said_by for statement in found.statements}) == 1


def test_things_do_not_speak() -> None:
    found = _compare("Kanzlerin Ada Lorenz trat vor die Presse. Die Übergabe der Akten nehme man an, sagte sie.")
    assert set(_speakers(found)) == {"Ada Lorenz"}


def test_an_office_is_the_one_person_who_has_it() -> None:
    named = "Landrat Torben Heitkamp sagte, das Feuer sei aus."
    found = _compare(named, "Der Landrat erklärte, die Halle sei leer.")
    assert set(_speakers(found)) == {"Torben Heitkamp"}
    two = _compare(named, "Landrat Enno Voss sagte, es sei kalt.", "Der Landrat erklärte, die Halle sei leer.")
    assert "Landrat" in _speakers(two)


def test_an_office_of_another_state_is_another_persons() -> None:
    named = "Die irische Ministerpräsidentin Ada Lorenz sagte, das gelte."
    same = _compare(named, "Die irische Ministerpräsidentin erklärte, es sei kalt.")
    assert set(_speakers(same)) == {"Ada Lorenz"}
    other = _compare(named, "Die dänische Ministerpräsidentin erklärte, es sei kalt.")
    assert len(set(_speakers(other))) == 2


def test_a_surname_joins_nobody_to_a_namesake() -> None:
    found = _compare(
        "Obermoser sagte, er bleibe.",
        "Ferdinand Obermoser sagte, er bleibe gern.",
        "Der frühere Bürgermeister Hubert Obermoser sagte, er solle gehen.",
    )
    assert {"Ferdinand Obermoser", "Hubert Obermoser"} <= set(_speakers(found))


def test_a_first_name_or_a_title_is_no_other_person() -> None:
    named = "Umweltminister Ilko Ferenz sagte, das Wasser sei sauber."
    assert set(_speakers(_compare(named, "Ilko Ferenz sprach. Ilko sagte, er trinke es."))) == {"Ilko Ferenz"}
    general = _compare("General Ludger Abromeit sagte, man suche.", "Generalinspekteur Abromeit sagte, man finde.")
    assert set(_speakers(general)) == {"Ludger Abromeit"}
