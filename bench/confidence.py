"""How often each rule is right on the training part, for `src/lesart/statements/data/de/confidence.tsv`.

    python bench/confidence.py SHARED [--write]

A statement is right if at least half of its content (token F1) is that of a gold statement and, where gold has a
speaker, at least half of that too. Shares are drawn half-way to the mean for rules seen fewer than 20 times.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path
from typing import Any

from articles import documents
from lesart.language import de
from lesart.language.layer import Layer
from lesart.statements.draft import Draft, Range
from lesart.statements.rules import find_drafts

TABLE = Path(__file__).parents[1] / "src/lesart/statements/data/de/confidence.tsv"
HEAD = "# Rule, share of its statements that were right on the training part of the German news quotations, how many.\n"


def tokens_of(layer: Layer, ranges: list[Range], tokens: list[list[int]]) -> set[int]:
    """The gold tokens that ranges of ours touch."""
    starts = [start for start, _ in tokens]
    touched = set()
    for first, last in ranges:
        start, end = layer.tokens[first].start, layer.tokens[last].end
        index = max(0, bisect_right(starts, start) - 1)
        while index < len(tokens) and tokens[index][0] < end:
            if tokens[index][1] > start:
                touched.add(index)
            index += 1
    return touched


def f1(a: set[int], b: set[int]) -> float:
    """Token F1 of two sets of tokens; 1 for two empty ones."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def is_right(layer: Layer, draft: Draft, document: dict[str, Any]) -> bool:
    """Whether a gold statement has the same content and speaker."""
    content = tokens_of(layer, draft.content, document["tokens"])
    speaker = tokens_of(layer, draft.speaker, document["tokens"])
    return any(
        f1(content, set(gold["content"])) >= 0.5 and (not gold["speaker"] or f1(speaker, set(gold["speaker"])) >= 0.5)
        for gold in document["statements"]
    )


def main() -> None:
    """Count, print, and with --write keep."""
    shared = Path(next((a for a in sys.argv[1:] if not a.startswith("-")), "../shared"))
    counts: dict[str, list[bool]] = defaultdict(list)
    for document in documents(shared, "train"):
        layer = de.analyse(document["text"])
        for draft in find_drafts(layer, "de"):
            counts[draft.rule].append(is_right(layer, draft, document))
    mean = sum(map(sum, counts.values())) / sum(map(len, counts.values()))
    lines = []
    for rule, right in sorted(counts.items()):
        share = sum(right) / len(right) if len(right) >= 20 else (sum(right) / len(right) + mean) / 2
        lines.append(f"{rule}\t{share:.2f}\t{len(right)}")
    print("\n".join(lines))
    if "--write" in sys.argv:
        TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
