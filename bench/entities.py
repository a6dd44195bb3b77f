"""Named entities: strict F1 of the outer entities of GermEval 2014's dev part, by kind.

    python bench/entities.py SHARED

All twelve labels count (persons, places, organisations, others; each also as derivation or part of a word); an entity
is right where its first and last letter and its kind are. The sentences are put together from their tokens.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lesart.encoder.model import Encoder
from lesart.encoder.settings import SHIPPED
from lesart.language import module
from lesart.statements.neural.engine import words_of
from lesart.statements.neural.entities import entities_of

sys.path.insert(0, str(Path(__file__).parents[1]))

from train.corpora import germeval_sentences, placed

Span = tuple[int, int, str]


def gold(rows: list[list[str]]) -> tuple[str, set[Span]]:
    """A sentence as text, and its outer entities by offsets."""
    spans: list[Span] = []
    glued = list(placed([row[1] for row in rows]))
    for row, (_, start, end) in zip(rows, glued, strict=True):
        if row[2].startswith("B-"):
            spans.append((start, end, row[2][2:]))
        elif row[2].startswith("I-"):
            spans[-1] = (spans[-1][0], end, spans[-1][2])
    return "".join(word for word, _, _ in glued), set(spans)


def main() -> None:
    """Print the table."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    encoder = Encoder(SHIPPED, 0)
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for rows in germeval_sentences(shared / "data", "dev"):
        text, spans = gold(rows)
        read = words_of(module("de").analyse(text), "de", encoder.tokenizer)
        scores = encoder.read(read.pieces, read.signals, read.sentences).entities
        own = {
            (read.words[e.first].start, read.words[e.last].end, e.kind)
            for e in entities_of(scores, encoder.settings.entities)
        }
        for counter, members in ((right, own & spans), (found, own), (wanted, spans)):
            counter.update(kind for _, _, kind in members)
            counter["all"] += len(members)
    print(f"\n{'kind':10} wanted  found      P      R     F1")
    for kind, count in wanted.most_common():
        precision, recall = right[kind] / max(1, found[kind]), right[kind] / count
        f1 = 200 * right[kind] / (found[kind] + count)
        print(f"{kind:10} {count:6} {found[kind]:6} {100 * precision:6.1f} {100 * recall:6.1f} {f1:6.1f}")


if __name__ == "__main__":
    main()
