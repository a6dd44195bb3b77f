"""Quality: the statements against the German news quotations, the comparisons against the cases.

    python bench/quality.py SHARED

Runs the two scorers of the shared folder over the command line as a user would, and prints their tables.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

LESART = Path(sys.executable).parent / "lesart"


def score(shared: Path, scorer: str, gold: Path, command: str) -> None:
    """Run one scorer and print its table."""
    lesart = f"{shlex.quote(str(LESART))} {command}"
    print(f"\n{scorer} {gold.name}, {command}", flush=True)
    subprocess.run([sys.executable, str(shared / "score" / scorer), str(gold), "--command", lesart], check=True)


def main() -> None:
    """Score everything."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    dev = shared / "data/quotations-de/dev.jsonl.gz"
    for engine in ("rules", "neural"):
        score(shared, "quotations.py", dev, f"read --jsonl --engine {engine}")
        score(shared, "dossier.py", shared / "cases", f"compare --json --engine {engine}")


if __name__ == "__main__":
    main()
