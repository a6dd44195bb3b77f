"""The dev texts in other styles of quotation marks: joint F1 by both engines.

python bench/marks.py SHARED
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from articles import documents

STYLES = {"„…“": "„“", '"..."': '""', "»...«": "»«", '„..."': '„"'}
"""What „ and “ become."""


def restyled(document: dict[str, Any], style: str) -> dict[str, Any]:
    """The document with its marks in another style; offsets stay."""
    table = str.maketrans({"„": style[0], "“": style[1]})
    return document | {"text": document["text"].translate(table)}


def main() -> None:
    """Score each style."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    lesart = str(Path(sys.executable).parent / "lesart")
    gold = documents(shared, "dev")
    print("\njoint F1 by style of quotation marks")
    for engine in ("rules", "neural"):
        for name, style in STYLES.items():
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "gold.jsonl.gz"
                lines = "\n".join(json.dumps(restyled(document, style)) for document in gold)
                path.write_bytes(gzip.compress(lines.encode()))
                done = subprocess.run(
                    [lesart, "evaluate", "--json", "--engine", engine, str(path)], capture_output=True, check=True
                )
            print(f"{engine:7} {name:6} {100 * json.loads(done.stdout)['table']['joint'][2]:.1f}", flush=True)


if __name__ == "__main__":
    main()
