"""Which articles of a store are put together: annotated dossiers among unrelated news of the same days.

    python bench/grouping.py SHARED

The six German cases that were worked on and our own dossiers that were looked at (on which the bounds were chosen),
then those that were not, each among 600 training texts of the German news quotations, all of which appear in the same
nine days. Prints how many dossiers stay whole, in how many pieces all of them fall, and how many pairs of articles are
joined that are not of one dossier.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import lesart
from lesart import Article
from lesart.desk import Store
from lesart.desk.related import Related

SHARED = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
OWN = Path(__file__).parent / "data" / "dossiers"
APART, ENGLISH = ("stadionbau", "grenzzwischenfall"), ("dockers", "fisheries-call")
OTHERS, DAYS = 600, 9


def unrelated() -> Iterator[Article]:
    """News that has nothing to do with each other, but for what news of a week has."""
    with gzip.open(SHARED / "data" / "quotations-de" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in zip(range(OTHERS), lines, strict=False):
            day = f"2031-05-{1 + number % DAYS:02}"
            yield Article(id=f"n{number}", text=json.loads(line)["text"], language="de", published=day)


def measure(name: str, folders: list[Path]) -> None:
    """Print the figures of some dossiers."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "s", create=True) as store:
        dossier: dict[int, str] = {}
        for case in folders:
            for report in sorted(case.glob("*.md")):
                store.add(lesart.read(report, engine="rules"), str(report))
                dossier[_newest(store)] = case.name
        for article in unrelated():
            store.add(lesart.read(article, engine="rules"), article.id)
            dossier[_newest(store)] = article.id
        group = {article: article for article in dossier}

        def root(article: int) -> int:
            while group[article] != article:
                article = group[article]
            return article

        wrong, related = set(), Related(store.connection)
        for article in dossier:
            for other in related.to(article):
                group[root(article)] = root(other)
                if dossier[article] != dossier[other]:
                    wrong.add(frozenset((article, other)))
        pieces = [{root(a) for a, owner in dossier.items() if owner == case.name} for case in folders]
        whole = sum(len(own) == 1 for own in pieces)
        pairs = sum(1 for _ in combinations(dossier, 2))
        print(f"{name:12} {whole} of {len(folders)} dossiers whole, {sum(map(len, pieces))} pieces in all; ", end="")
        print(f"{len(wrong)} of {pairs} pairs joined that are not of one dossier")


def _newest(store: Store) -> int:
    return int(store.connection.execute("SELECT max(id) FROM article").fetchone()[0])


def main() -> None:
    """Both sets."""
    cases = sorted(path.parent for path in (SHARED / "cases").glob("*/expected.json"))
    own = {
        part: sorted(path.parent for path in (OWN / part).glob("*/expected.json")) for part in ("looked_at", "apart")
    }
    measure("looked at", [case for case in cases if case.name not in (*APART, *ENGLISH)] + own["looked_at"])
    measure("not read", [case for case in cases if case.name in APART] + own["apart"])


if __name__ == "__main__":
    main()
