"""Speed, memory and start-up of reading, by both engines.

    python bench/speed.py SHARED [--long]

Articles a second over the dev texts (start-up apart: the time of a run over many copies less that of one over few);
wall time of a run over one short file; the largest memory of a run over few and over many articles; for the neural
engine, how much longer the whole of `lesart read` takes than the encoder alone over the same windows and candidates.
With --long the neural engine reads 20,000 articles too (half an hour and more).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from articles import texts

LESART = [str(Path(sys.executable).parent / "lesart"), "read", "--jsonl"]
COUNTS = {"rules": (1000, 20_000), "neural": (75, 600)}
"""Articles of the short and the long run."""


def run(folder: Path, *options: str) -> tuple[float, float]:
    """Seconds and largest memory in MB (of the largest process) of one run over a folder."""
    began = time.perf_counter()
    process = subprocess.Popen([*LESART, *options, str(folder)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"exit status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def fill(folder: Path, sources: list[str], count: int) -> Path:
    """A folder with so many articles, the texts repeated."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(sources[number % len(sources)], encoding="utf-8")
    return folder


def measure(folder: Path, sources: list[str], engine: str, few: int, many: int) -> None:
    """One engine: start-up, speed, memory."""
    name = f"{engine}-{many}"
    one = fill(folder / f"{name}-one", ["Kolb sagte, der Vertrag gelte."], 1)
    short, long = fill(folder / f"{name}-few", sources, few), fill(folder / f"{name}-many", sources, many)
    start = min(run(one, "--engine", engine)[0] for _ in range(5))
    print(f"\n{engine}: start-up {start:.2f} s (one short file, best of 5)", flush=True)
    for jobs in ("1", "2"):
        options = ("--engine", engine, "--jobs", jobs)
        few_seconds, few_memory = min(run(short, *options) for _ in range(2))
        many_seconds, many_memory = run(long, *options)
        speed = (many - few) / (many_seconds - few_seconds)
        print(f"{engine}, --jobs {jobs}: {speed:.1f} articles a second, start-up apart; ", end="")
        print(f"{few_memory:.0f} MB over {few} articles, {many_memory:.0f} MB over {many}", flush=True)


def overhead(sources: list[str]) -> None:
    """The whole reading of an article against the encoder alone, in one process."""
    import lesart
    from lesart import pipeline
    from lesart.encoder import model

    spent = {"encoder": 0.0, "parties": 0.0}
    encoder = model.shipped()
    inner = (encoder.read, encoder.link)

    def timed(function: Callable[..., Any], name: str = "encoder") -> Callable[..., Any]:
        def call(*arguments: object) -> Any:  # noqa: ANN401 - whatever the function gives
            began = time.perf_counter()
            result = function(*arguments)
            spent[name] += time.perf_counter() - began
            return result

        return call

    encoder.read, encoder.link = timed(inner[0]), timed(inner[1])  # type: ignore[method-assign] # measured
    parties, pipeline.find_parties = pipeline.find_parties, timed(pipeline.find_parties, "parties")
    began = time.perf_counter()
    for number, text in enumerate(sources):
        lesart.read(lesart.Article(id=str(number), text=text, language="de"))
    whole = time.perf_counter() - began
    encoder.read, encoder.link = inner  # type: ignore[method-assign] # as they were
    pipeline.find_parties = parties
    print(
        f"\nthe whole reading takes {whole / spent['encoder']:.2f} times the encoder alone ({len(sources)} articles),"
    )
    print(f"the parties {spent['parties'] / spent['encoder']:.2f} of it")


def main() -> None:
    """Measure and print."""
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    places = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    sources = texts(Path(places[0] if places else "../shared"), "dev")
    with tempfile.TemporaryDirectory() as temporary:
        for engine, (few, many) in COUNTS.items():
            measure(Path(temporary), sources, engine, few, many)
        if "--long" in options:
            measure(Path(temporary), sources, "neural", COUNTS["neural"][0], 20_000)
    overhead(sources)
    print(f"machine  {os.cpu_count()} cores, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}")


if __name__ == "__main__":
    main()
