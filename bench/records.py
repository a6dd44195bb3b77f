"""What a record costs: reading a table and checking a claim against it, by its number of rows, and a file of gigabytes.

    python bench/records.py [GIGABYTES]

Prints seconds and peak memory for tables of 1,000 to 1,000,000 rows; with an argument also for one file of that size.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import lesart
from lesart import Article, RecordError

ROWS = (1_000, 10_000, 100_000, 1_000_000)
TEXT = (
    "Tolmar hat in der Nacht zum 15. April die Stadt Sool mit 214 Drohnen angegriffen, sagte Eva Rast. "
    "Es sei die größte Angriffswelle seit 2029 gewesen."
)


def write(path: Path, rows: int, filling: str = "") -> None:
    """A table of so many rows, three sources a day."""
    start = date(1990, 1, 1)
    with path.open("w", encoding="utf-8") as file:
        file.write("date,Drohnen,source,note\n")
        for n in range(rows):
            file.write(f"{start + timedelta(days=n // 3 % 15_000)},{n % 977},Q{n % 3},{filling}\n")


def measure(path: Path) -> None:
    """Print what one table costs; run in a process of its own, so that memory is its own."""
    article = Article(id="a", text=TEXT, language="de", published="2031-04-16")
    reading = lesart.read(article, engine="rules")
    lesart.compare([reading])
    begun = time.perf_counter()
    try:
        record = lesart.load_record(path)
        loaded = time.perf_counter()
        (claim,) = [c for c in lesart.compare([reading], [record]).claims if c.kind == "superlative"]
        result = f"{record.rows:>10,} rows  read {loaded - begun:6.2f} s  claim {time.perf_counter() - loaded:6.2f} s"
        result += f"  {len(record.events):>8,} events  {claim.checks[-1].verdict}"
    except RecordError as error:
        result = f"{path.stat().st_size / 1e9:6.2f} GB  {time.perf_counter() - begun:6.2f} s  {error}"
    print(result, f" {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB", flush=True)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drohnen.csv"
        for rows in ROWS:
            write(path, rows)
            subprocess.run([sys.executable, __file__, "--one", str(path)], check=True)
        if len(sys.argv) > 1:
            write(path, int(float(sys.argv[1]) * 1e9 / 1_030), "x" * 1_000)
            subprocess.run([sys.executable, __file__, "--one", str(path)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(Path(sys.argv[2]))
    else:
        main()
