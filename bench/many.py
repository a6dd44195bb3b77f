"""Many articles in one comparison: what joins that does not belong together, and what it costs.

    python bench/many.py SHARED [MOST]

The first part compares the 150 dev articles of the German news quotations, which have nothing to do with each other, as
one comparison, and prints every event, topic and divergence that stands on several articles. The second repeats the
training articles under shifted dates up to MOST articles (20,000) and prints the time of `compare` beside the reading;
so it does before for 20 reports of the cases.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

import lesart
from lesart import Article, Reading
from lesart.renaming import with_own_ids

SHARED = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
MOST = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000


def readings(part: str) -> list[Reading]:
    """The articles of a part, read by rules; the day stands in their names."""
    found = []
    with gzip.open(SHARED / "data" / "quotations-de" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            entry = json.loads(line)
            day = re.search(r"\d{4}-\d\d-\d\d", entry["name"])
            article = Article(
                id=f"{part}{number}", text=entry["text"], language="de", published=day[0] if day else None
            )
            found.append(lesart.read(article, engine="rules"))
    return found


def unrelated() -> None:
    """What stands on several of the dev articles."""
    found = lesart.compare(readings("dev"))
    texts = {article.id: article.text for article in found.articles}
    of_statement = {statement.id: statement.article for statement in found.statements}
    print(
        f"\n{len(found.events)} events, {len(found.topics)} topics, {len(found.accounts)} accounts, "
        f"{len(found.divergences)} divergences"
    )
    for event in found.events:
        places = {mention.article: mention for mention in event.mentions}
        if len(places) > 1:
            words = [texts[name][max(0, m.start - 50) : m.end + 30].replace("\n", " ") for name, m in places.items()]
            print("event:", event.kind, event.label, words)
    for topic in found.topics:
        names = {statement.article for statement in found.statements if topic.id in statement.topics}
        if len(names) > 1:
            print("topic:", topic.label, sorted(names))
    for gap in found.divergences:
        if len({of_statement[statement] for statement in gap.statements}) > 1:
            print("divergence:", gap.summary)


def repeated(base: list[Reading], count: int) -> Iterator[Reading]:
    """The readings over and over, each round four weeks later."""
    for number in range(count):
        reading = base[number % len(base)]
        published = reading.article.published
        if published:
            later = date.fromisoformat(published) + timedelta(weeks=4 * (number // len(base)))
            reading = replace(reading, article=replace(reading.article, published=later.isoformat()))
        yield reading


def cost() -> None:
    """The time of comparisons of more and more articles."""
    base = readings("train")
    print(f"\n{'articles':>8} {'seconds':>8} {'ms each':>8}")
    count = 20
    while count <= MOST:
        many = with_own_ids(repeated(base, count))
        began = time.perf_counter()
        lesart.compare(many)
        took = time.perf_counter() - began
        print(f"{count:8} {took:8.2f} {1000 * took / count:8.2f}", flush=True)
        count = count * 4 if count * 4 <= MOST or count == MOST else MOST


def dense() -> None:
    """The time of a comparison of 20 reports of the cases, of which nearly every sentence is somebody's words."""
    reports = sorted((SHARED / "cases").glob("*/*.md"))[:20]
    read = [lesart.read(report) for report in reports]
    lesart.compare(read)
    took = []
    for _ in range(5):
        began = time.perf_counter()
        lesart.compare(read)
        took.append(time.perf_counter() - began)
    statements = sum(len(reading.statements) for reading in read)
    print(f"\n20 reports of the cases, {statements} statements: {min(took):.2f} s (best of 5)")


if __name__ == "__main__":
    unrelated()
    dense()
    cost()
