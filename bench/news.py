"""Who says what in real news: our own notes on 135 articles of the German news quotations' training part.

python bench/news.py SHARED [PART] [--misses]

`bench/data/said_by_news.tsv` names, for each annotated statement, the party whose words it is and who relays it, as
helpers (language models) noted them by reading, once and not checked by others: parts L and N were looked at while the
rules for parties were written, part H was not. Each statement of the reading is held against the annotated one that it
overlaps most. "annotated" gives the parties the annotated statements
(so that only who is who is measured), "rules" and "neural" read the text themselves; the neural engine has been trained
on these articles' statements, so that its figure is too good as to which are found, not as to whose they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from lesart.language import module
from lesart.model import Article, Reading, Span, Statement
from lesart.parties import find_parties
from lesart.parties.matching import name_stem
from lesart.parties.states import states
from lesart.pipeline import read_article
from lesart.statements import find_statements

sys.path.insert(0, str(Path(__file__).parent))

from articles import documents

TABLE = Path(__file__).parent / "data" / "said_by_news.tsv"
WAYS = ("annotated", "rules", "neural")


class Note(NamedTuple):
    """What a reader noted of one statement; names that will do stand side by side."""

    part: str
    article: int
    statement: int
    said_by: str
    according_to: str


def notes() -> Iterator[Note]:
    """The lines of the table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            part, article, statement, said_by, *chain = line.split("\t")
            yield Note(part, int(article), int(statement), said_by, chain[0] if chain else "")


def is_named(name: str | None, noted: str) -> bool:
    """Whether a party's name is one of those noted: the same words, or all words of one in the other."""
    if name is None or noted == "-":
        return name is None and noted == "-"
    if any(is_government(name, one) for other in noted.split(" + ") for one in other.split("|")):
        return True
    words = {name_stem(word) for word in name.split()}
    accepted = [{name_stem(word) for word in one.split()} for other in noted.split(" + ") for one in other.split("|")]
    return any(words <= one or one <= words for one in accepted)


def is_government(name: str, noted: str) -> bool:
    """Whether a state stands for its government, as Lesart has it since 2026-11-28: "Irland", "irische Regierung"."""
    adjective, _, noun = noted.rpartition(" ")
    state = states("de").of_adjective(adjective.lower()) if noun in ("Regierung", "Regierungen") and adjective else None
    return state is not None and state.name == name


def chain_is(names: Sequence[str | None], noted: str) -> bool:
    """Whether a chain is the one noted."""
    wanted = [one.strip() for one in noted.split(" < ")] if noted else []
    return len(wanted) == len(names) and all(is_named(*pair) for pair in zip(names, wanted, strict=True))


def spans(tokens: Sequence[int] | None, offsets: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """Numbers of tokens as spans of the text."""
    runs: list[list[int]] = []
    for place in sorted(tokens or ()):
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return tuple(Span(offsets[first][0], offsets[last][1]) for first, last in runs)


def annotated(document: dict[str, Any], article: Article) -> list[Statement]:
    """The annotated statements of a document, in order of the text, each with its place in the document as id."""
    offsets = document["tokens"]
    found = []
    for number, one in enumerate(document["statements"]):
        parts = {part: spans(one[part], offsets) for part in ("content", "speaker", "cue", "addressee", "frame")}
        found.append(Statement(id=str(number), article=article.id, form=one["form"], medium=None, **parts))
    sized = sorted(found, key=lambda one: (one.content[0].start, -one.content[-1].end))
    return [_within(one, sized[:place]) for place, one in enumerate(sized)]


def _within(one: Statement, before: Sequence[Statement]) -> Statement:
    """A statement with its parent: the last one before it that ends no earlier."""
    around = [other for other in before if other.content[-1].end >= one.content[-1].end]
    return replace(one, parent=around[-1].id if around else None)


def reading_of(document: dict[str, Any], way: str) -> Reading:
    """The reading of a document."""
    article = Article(id="a", text=document["text"], language="de", published="2010-05-15")
    if way != "annotated":
        return read_article(article, way)
    layer = module("de").analyse(article.text)
    _, entities = find_statements(article, layer)
    parties, statements = find_parties(article, layer, annotated(document, article), entities)
    return Reading(article=article, parties=parties, statements=statements)


def found_for(gold: Statement, reading: Reading) -> Statement | None:
    """The statement of a reading that overlaps an annotated one most; None where none does by half."""

    def overlap(one: Statement) -> float:
        both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in gold.content)
        return 2 * both / sum(span.end - span.start for span in (*one.content, *gold.content))

    best = max(reading.statements, key=overlap, default=None)
    return best if best is not None and overlap(best) >= 0.5 else None


def main() -> None:
    """Print the shares that are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("part", nargs="?", default="LNH")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    articles = documents(options.shared, "train")
    print(f"{'part':5}{'way':10}{'noted':>7}{'found':>7}{'said by':>9}{'chains':>8}{'no chain':>10}")
    for part in options.part:
        rows = [note for note in notes() if note.part == part and note.said_by != "?"]
        for way in WAYS:
            measure(part, way, rows, articles, options.misses)


def measure(part: str, way: str, rows: Sequence[Note], articles: Sequence[dict[str, Any]], misses: bool) -> None:
    """Print one line: statements noted and found; of those found, how many have the right party, chain, no chain."""
    said: list[bool] = []
    chains: dict[bool, list[bool]] = {True: [], False: []}
    readings: dict[int, Reading] = {}
    for note in rows:
        document = articles[note.article]
        if note.article not in readings:
            readings[note.article] = reading_of(document, way)
        reading = readings[note.article]
        names = {party.id: party.name for party in reading.parties}
        gold = next(one for one in annotated(document, reading.article) if one.id == str(note.statement))
        one = next((s for s in reading.statements if s.id == gold.id), None) or found_for(gold, reading)
        if one is None:
            continue
        name = names.get(one.said_by or "")
        relays = [names.get(relay) for relay in one.according_to]
        said.append(is_named(name, note.said_by))
        chains[bool(note.according_to)].append(chain_is(relays, note.according_to))
        if misses and not (said[-1] and chain_is(relays, note.according_to)):
            text = document["text"]
            print(f"{note.article}.{note.statement} wanted {note.said_by} < {note.according_to}; found {name} {relays}")
            print("    ", *(text[s.start : s.end] for s in one.speaker), "::", text[one.content[0].start :][:80])
    shares = [100 * sum(each) / max(1, len(each)) for each in (said, chains[True], chains[False])]
    print(f"{part:5}{way:10}{len(rows):7}{len(said):7}{shares[0]:9.1f}{shares[1]:8.1f}{shares[2]:10.1f}", flush=True)


if __name__ == "__main__":
    main()
