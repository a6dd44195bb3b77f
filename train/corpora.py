"""The public data in `shared/data`, read as plain text and as annotated articles. Nothing of it is kept here."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LONG_ENOUGH = 200
"""Paragraphs of protocols shorter than this are mostly votes and calls."""


def json_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def protocols(data: Path) -> list[str]:
    """Paragraphs of plenary protocols, in an order drawn once."""
    with gzip.open(data / "text-de" / "bundestag.txt.gz", "rt", encoding="utf-8") as lines:
        texts = [line.strip() for line in lines if len(line) >= LONG_ENOUGH]
    random.Random(1).shuffle(texts)
    return texts


def news(data: Path, part: str = "train") -> list[dict[str, Any]]:
    """The articles of the German news quotations."""
    return json_lines(data / "quotations-de" / f"{part}.jsonl.gz")


def smart_data(data: Path, part: str = "train") -> Iterator[dict[str, Any]]:
    """The documents of SmartData; the file is a row of JSON objects without separators."""
    with gzip.open(data / "ner-de" / f"smartdata-v1-{part}.json.gz", "rt", encoding="utf-8") as file:
        text = file.read()
    decoder, place = json.JSONDecoder(), 0
    while (place := len(text) - len(text[place:].lstrip())) < len(text):
        document, place = decoder.raw_decode(text, place)
        yield document


def redewiedergabe(data: Path) -> Iterator[list[dict[str, str]]]:
    """The samples of Redewiedergabe, each a list of rows with the columns of its files."""
    with tarfile.open(data / "redewiedergabe" / "main-tsv.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            name = Path(member.name).name
            file = archive.extractfile(member) if name.startswith("rwk_") else None
            if file is not None:
                text = io.TextIOWrapper(file, encoding="utf-8", newline="")
                yield list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def germeval_sentences(data: Path, part: str) -> Iterator[list[list[str]]]:
    """The sentences of GermEval 2014, each a list of rows: number, word, outer label, inner label."""
    rows: list[list[str]] = []
    with gzip.open(data / "ner-de" / f"germeval2014-{part}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                if rows:
                    yield rows
                rows = []
            else:
                rows.append(line.rstrip("\n").split("\t"))
    if rows:
        yield rows


def joined(words: list[str]) -> str:
    """Words as running text; marks stand as German prints them, nothing more is guessed."""
    return "".join(text for text, _, _ in placed(words))


CLOSING, OPENING = set(".,;:!?)]}«“”’…%"), set("([{»„‚")


def placed(words: list[str]) -> Iterator[tuple[str, int, int]]:
    """Each word with the blank before it, and its offsets in the running text."""
    place, glue = 0, True
    for word in words:
        blank = "" if glue or word[:1] in CLOSING else " "
        place += len(blank)
        yield blank + word, place, place + len(word)
        place += len(word)
        glue = word in OPENING


def documents(data: Path, corpus: str) -> list[dict[str, Any]]:
    """Annotated articles of a corpus in the shape of the news quotations."""
    return news(data) if corpus == "news" else list({"stories": stories, "speeches": speeches}[corpus](data))


SENTENCES = 16
"""Sentences of a speech that make one text to train on."""
SHORTEST = 2
"""Messages of fewer words are mostly pronouns ("das sage ich"), which the news quotations do not count as contents."""
ROLES_OF_SPEECHES = {"content": ("Message",), "speaker": ("Source",), "cue": ("Cue", "PTC"), "addressee": ("Addr",)}


def speeches(data: Path) -> Iterator[dict[str, Any]]:
    """Stretches of the Bundestag's speeches in the shape of the news quotations; forms, media, frames are None."""
    for speech in json_lines(data / "speech-de" / "train.jsonl.gz"):
        for first in range(0, len(speech["sentences"]), SENTENCES):
            sentences = speech["sentences"][first : first + SENTENCES]
            keys = [f"{n}:{k}" for n, words in enumerate(sentences, first) for k in range(len(words))]
            number = {key: place for place, key in enumerate(keys)}
            glued = list(placed([word for words in sentences for word in words]))
            statements = []
            for event in speech["annotations"]:
                parts = {
                    role: sorted(number[key] for label in labels for key in event[label] if key in number)
                    for role, labels in ROLES_OF_SPEECHES.items()
                }
                if len(parts["content"]) >= SHORTEST:
                    statements.append(parts | {"form": None, "medium": None, "frame": None})
            yield {
                "text": "".join(word for word, _, _ in glued),
                "tokens": [[start, end] for _, start, end in glued],
                "statements": statements,
            }


def stories(data: Path) -> Iterator[dict[str, Any]]:
    """Redewiedergabe's samples in the shape of the news quotations: contents with cue and frame.

    Its speakers are single words, and it has no addressees: these roles are None.
    """
    for rows in redewiedergabe(data):
        words = [row["tok"] for row in rows]
        glued = list(placed(words))
        tokens, text = [[start, end] for _, start, end in glued], "".join(word for word, _, _ in glued)
        statements: dict[str, dict[str, Any]] = {}
        for kind in ("stwr", "frame", "intexpr"):
            for place, row in enumerate(rows):
                for label in row[kind].split("|"):
                    _note(statements, kind, label.strip(), place)
        found = [one for one in statements.values() if one["content"]]
        yield {"text": text, "tokens": tokens, "statements": found}


FORMS_OF_STORIES = {
    "direct": "direct",
    "indirect": "indirect",
    "reported": "reported",
    "freeIndirect": "free_indirect",
    "indirect freeIndirect": "indirect_free_indirect",
}
MEDIA_OF_STORIES = {
    "speech": "Speech",
    "thought": "Thought",
    "writing": "Writing",
    "speech writing": "SW",
    "speech thought": "ST",
    "thought writing": "TW",
}
NO_STATEMENT = ("border", "metaph")
"""Marks of what Redewiedergabe counts as a border case or a metaphor; the news quotations have no such things."""


def _note(statements: dict[str, dict[str, Any]], kind: str, label: str, place: int) -> None:
    parts = label.split(".")
    number = next((part for part in reversed(parts) if part.isdigit()), None)
    if number is None or any(mark in label for mark in NO_STATEMENT):
        return
    empty: dict[str, Any] = {"form": "direct", "medium": None, "speaker": None, "addressee": None}
    one = statements.setdefault(number, empty | {"content": [], "cue": [], "frame": []})
    if kind == "stwr":
        one["content"].append(place)
        one["form"] = FORMS_OF_STORIES.get(parts[0], "reported")
        one["medium"] = MEDIA_OF_STORIES.get(parts[1]) if len(parts) > 1 else None
    else:
        one[{"frame": "frame", "intexpr": "cue"}[kind]].append(place)
