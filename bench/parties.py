"""Who says what in sentences of our own, by phenomenon and engine, and in passages by other hands: the share right.

python bench/parties.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import lesart
from lesart import Article

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.parties.test_said_by import GROUPS, said, same


def read(text: str, engine: str) -> lesart.Reading:
    """A text read as the tests read it."""
    return lesart.read(Article(id="a", text=text, language="de", published="2031-05-15"), engine=engine)


def main() -> None:
    """Print the table."""
    total = {"rules": 0, "neural": 0}
    print(f"\n{'phenomenon':16} sentences  rules  neural")
    for group, rows in GROUPS.items():
        shares = []
        for engine in total:
            right = sum(same(said(read, marked, engine), expected) for _, marked, expected in rows)
            total[engine] += right
            shares.append(f"{right / len(rows):6.0%}")
        print(f"{group:16} {len(rows):9} {' '.join(shares)}", flush=True)
    count = sum(map(len, GROUPS.values()))
    print(f"{'all':16} {count:9} " + " ".join(f"{right / count:6.0%}" for right in total.values()))
    passages()


PASSAGES = Path(__file__).parent / "data" / "said_by_passages.tsv"


def passages() -> None:
    """Print how passages by other hands are read with the model, statement by statement."""
    lines = PASSAGES.read_text(encoding="utf-8").splitlines()
    rows = [line.replace("\\n", "\n").split("\t") for line in lines if not line.startswith("#")]
    print(f"\n{'passages':16} {'phenomenon':34} statements  found  said by  with chain")
    for part in ("looked at", "apart"):
        groups = dict.fromkeys(row[1] for row in rows if row[0] == part)
        total = [0, 0, 0, 0]
        for group in groups:
            counts = [0, 0, 0, 0]
            for _, _, marked, expected in (row for row in rows if row[:2] == [part, group]):
                for found, wanted in zip(said(read, marked, "neural"), expected.split("; "), strict=True):
                    speaker = found.partition(" < ")[0], wanted.partition(" < ")[0]
                    right = (True, found != "-", same([speaker[0]], speaker[1]), same([found], wanted))
                    counts = [count + bool(one) for count, one in zip(counts, right, strict=True)]
            total = [a + b for a, b in zip(total, counts, strict=True)]
            line(part, group, counts)
        line(part, "all", total)


def line(part: str, group: str, counts: list[int]) -> None:
    """Print the counts of a group; shares are of the statements found."""
    every, found, speaker, chain = counts
    print(f"{part:16} {group:34} {every:10} {found:6} {speaker / max(1, found):8.0%} {chain / max(1, found):11.0%}")


if __name__ == "__main__":
    main()
