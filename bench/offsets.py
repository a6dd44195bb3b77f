"""Offsets: on every training article, every span lies inside the text, and no text differs from its input.

python bench/offsets.py SHARED
"""

from __future__ import annotations

import sys
from pathlib import Path

import lesart
from articles import texts
from lesart import Article


def main() -> None:
    """Read every article and look at every span."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    spans = wrong = altered = 0
    inputs = texts(shared, "train")
    for number, text in enumerate(inputs):
        reading = lesart.read(Article(id=str(number), text=text, language="de"))
        altered += reading.article.text != text
        for statement in reading.statements:
            for role in ("content", "speaker", "cue", "addressee", "frame"):
                for span in getattr(statement, role):
                    spans += 1
                    wrong += not 0 <= span.start < span.end <= len(text)
        for party in reading.parties:
            spans += len(party.mentions)
            wrong += sum(not 0 <= m.start < m.end <= len(text) for m in party.mentions)
    print(f"\noffsets: {len(inputs)} articles, {spans} spans, {wrong} outside the text, {altered} texts altered")
    sys.exit(bool(wrong or altered))


if __name__ == "__main__":
    main()
