"""Speed and memory of reading by rules, and of starting up.

    python bench/speed.py SHARED

Articles a second on one core over the dev texts (start-up apart: the time of one run over many copies less that over
few); wall time of a run over one short file; the largest memory of a run over 1,000 and over 20,000 articles.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import texts

LESART = [str(Path(sys.executable).parent / "lesart"), "read", "--jsonl", "--engine", "rules"]


def run(folder: Path) -> tuple[float, float]:
    """Seconds and largest memory in MB of one run over a folder."""
    began = time.perf_counter()
    process = subprocess.Popen([*LESART, str(folder)], stdout=subprocess.DEVNULL)
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


def main() -> None:
    """Measure and print."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    sources = texts(shared, "dev")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        one = fill(folder / "one", ["Kolb sagte, der Vertrag gelte."], 1)
        few, many = fill(folder / "few", sources, 1000), fill(folder / "many", sources, 20_000)
        start = min(run(one)[0] for _ in range(5))
        few_seconds, few_memory = min(run(few) for _ in range(2))
        many_seconds, many_memory = run(many)
    speed = 19_000 / (many_seconds - few_seconds)
    print(f"\nstart-up {start:.2f} s (one short file, best of 5)")
    print(f"speed    {speed:.0f} articles a second on one core, start-up apart")
    print(f"memory   {few_memory:.0f} MB over 1,000 articles, {many_memory:.0f} MB over 20,000")
    print(f"machine  {os.cpu_count()} cores, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}")


if __name__ == "__main__":
    main()
