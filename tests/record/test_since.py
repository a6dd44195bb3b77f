"""The most "since" some days: what happened on these days is the mark that it is measured from."""

import lesart
from lesart import Article


def _verdict(text: str) -> str:
    reading = lesart.read(Article(id="a", text=text, language="de", published="2031-05-12"), engine="rules")
    (claim,) = [claim for claim in lesart.compare([reading]).claims if claim.kind == "superlative"]
    return claim.verdict


BEFORE = "Am 3. März gab es einen Angriff mit 310 Drohnen. Am 4. April gab es einen Angriff mit 188 Drohnen. "
LAST = "In der Nacht zum 11. Mai gab es einen Angriff mit 286 Drohnen, die größte Angriffswelle seit {}."


def test_the_mark_does_not_speak_against_it() -> None:
    assert _verdict(BEFORE + LAST.format("Anfang März")) == "supported"


def test_what_came_after_the_mark_does() -> None:
    assert _verdict(BEFORE + LAST.format("Mitte Februar")) == "refuted"


def test_since_the_beginning_of_the_year_counts_all_of_it() -> None:
    assert _verdict(BEFORE + LAST.format("Jahresbeginn")) == "refuted"
