"""The pieces that German and English news need, out of the 250,000 of the base: WORK/tokenizer.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import wordfreq
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from train import corpora
from train.base import Base, decode, fetch

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
UNKNOWN = 3


def tokenizer_of(pieces: list[str], scores: Iterable[float]) -> Tokenizer:
    """A unigram tokenizer as XLM-R's: NFKC, cut at white space, "▁" before each word."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, map(float, scores), strict=True)), UNKNOWN))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    return tokenizer


def choose(base: Base, texts: Iterable[str], words: Iterable[str], least: int = 3) -> list[int]:
    """The rows of the base to keep: specials, single letters of European scripts, pieces met in texts and words.

    A piece of the texts is kept when it is met `least` times, one of the (frequent) words at once.
    """
    whole = tokenizer_of(base.pieces, base.scores)
    counts: Counter[int] = Counter()
    for encoding in whole.encode_batch_fast(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    kept = {number for number, count in counts.items() if count >= least}
    for encoding in whole.encode_batch_fast(list(words), add_special_tokens=False):
        kept.update(encoding.ids)
    kept |= {n for n, piece in enumerate(base.pieces) if len(piece.removeprefix("▁")) <= 1 and _european(piece)}
    place = {piece: number for number, piece in enumerate(base.pieces)}
    special = [place[piece] for piece in SPECIAL]
    return special + sorted(kept - set(special))


def _european(piece: str) -> bool:
    return all(ord(letter) < 0x0530 or 0x2000 <= ord(letter) < 0x2200 for letter in piece.removeprefix("▁"))


FREQUENT = {"de": 30_000, "en": 25_000}
"""Words of the frequency lists of wordfreq (Apache-2.0) whose pieces are kept."""
PARAGRAPHS = 30_000


def free_texts(data: Path) -> list[str]:
    """Running text that is free for any use: SmartData, GermEval, protocols; no part that anything is measured on."""
    smart = [document["text"]["string"] for document in corpora.smart_data(data)]
    wiki = [corpora.joined([row[1] for row in rows]) for rows in corpora.germeval_sentences(data, "test")]
    return smart + wiki + corpora.protocols(data)[:PARAGRAPHS]


def texts(data: Path) -> list[str]:
    """Running text to count pieces in, the news twice; no part that anything is measured on."""
    articles = [article["text"] for article in corpora.news(data)]
    stories = [corpora.joined([row["tok"] for row in rows]) for rows in corpora.redewiedergabe(data)]
    return 2 * articles + stories[::3] + free_texts(data)


def write_tokenizer(work: Path, data: Path) -> Path:
    """Choose the pieces and write the tokenizer, if it is not there."""
    path = work / "tokenizer.json"
    if not path.exists():
        base = decode(fetch(work))
        words = [word for language, count in FREQUENT.items() for word in wordfreq.top_n_list(language, count)]
        kept = choose(base, texts(data), words + [word.capitalize() for word in words])
        tokenizer_of([base.pieces[row] for row in kept], base.scores[kept]).save(str(path))
    return path
