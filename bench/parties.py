"""Who says what in sentences of our own, by phenomenon and engine: the share right.

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


if __name__ == "__main__":
    main()
