"""What a store costs: adding beside reading alone, comparing, searching, its pages, its size.

    python bench/desk.py SHARED [ARTICLES]

The training articles of the German news quotations over and over, a number behind each so that no text is the same,
read by rules. Prints articles a second for reading alone and for adding, seconds for comparing what belongs together,
bytes an article, the times of searches (median and 95th percentile of 200 words out of the texts) one at a time and
with 20 threads at once, and those of the pages.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from fastapi.testclient import TestClient

import lesart
from lesart import Article
from lesart.desk import Store
from lesart.desk.dossiers import refresh
from lesart.desk.search import Query, search
from lesart.desk.web import create_app

SHARED = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
MOST = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
SEARCHES, CLIENTS = 200, 20
FEW = 300
"""Articles that are read with the model."""


def articles() -> Iterator[Article]:
    """The articles, as many as are asked for."""
    with gzip.open(SHARED / "data" / "quotations-de" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number in range(MOST):
        text = f"{texts[number % len(texts)]}\n\n{number}"
        yield Article(id=f"a{number}", text=text, language="de", published=f"2031-{number % 12 + 1:02}-01")


def timed(store: Store, words: list[str]) -> list[float]:
    """Milliseconds of each search."""
    found = []
    for word in words:
        begun = time.perf_counter()
        search(store, Query(words=word), most=50)
        found.append(1000 * (time.perf_counter() - begun))
    return found


def report(name: str, times: list[float]) -> None:
    """The median and the 95th percentile."""
    print(f"{name:24} median {median(times):7.1f} ms   95th percentile {quantiles(times, n=20)[-1]:7.1f} ms")


def report_adding(engine: str, some: Iterable[Article], path: Path) -> None:
    """How fast articles are read, and read and added."""
    reading = adding = count = 0.0
    with Store(path, create=True) as store:
        for article in some:
            begun = time.perf_counter()
            found = lesart.read(article, engine=engine)
            read = time.perf_counter()
            store.add(found, article.id)
            reading, adding = reading + read - begun, adding + time.perf_counter() - read
            count += 1
    share = reading / (reading + adding)
    both = count / (reading + adding)
    print(f"{engine:8} reading {count / reading:6.0f} articles a second, with adding {both:6.0f} ({share:.0%})")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.lesart"
        vocabulary = {word for article in articles() for word in article.text.split()[:3]}
        report_adding("rules", articles(), path)
        report_adding("neural", islice(articles(), FEW), Path(folder) / "neural.lesart")
        with Store(path) as store:
            print(store.counts())
        size = path.stat().st_size
        print(f"{size / MOST / 1000:.1f} kB an article, {size / 1e6:.0f} MB in all")
        with Store(path) as store:
            begun = time.perf_counter()
            dossiers = refresh(store)
            print(f"comparing {dossiers} dossiers: {time.perf_counter() - begun:.0f} s")
        words = random.Random(7).choices(sorted(vocabulary), k=SEARCHES)
        with Store(path) as store:
            report("one search at a time", timed(store, words))
        together: list[float] = []

        def client(own: list[str]) -> None:
            with Store(path) as store:
                together.extend(timed(store, own))

        threads = [threading.Thread(target=client, args=(words[place::CLIENTS],)) for place in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        report("20 at once", together)
        pages(path, words)


def pages(path: Path, words: list[str]) -> None:
    """The times of each page, 20 times."""
    with TestClient(create_app(path, engine="rules"), base_url="http://localhost") as client:
        event = client.get("/api/events").json()[0]["id"]
        party = client.get("/api/parties").json()[0]["id"]
        article = client.get("/api/articles").json()[0]["name"]
        statement = client.get("/api/search").json()["statements"][0]["statement"]
        for page in (
            "/", f"/event/{event}", f"/party/{party}", f"/article/{article}", "/search", "/search?words={}",
            "/search?who=Merkel", f"/search?like={statement}", "/phrases", "/parties", "/articles",
        ):  # fmt: skip
            times = []
            for place in range(20):
                begun = time.perf_counter()
                assert client.get(page.format(words[place])).status_code == 200, page
                times.append(1000 * (time.perf_counter() - begun))
            report(page, times)


if __name__ == "__main__":
    main()
