"""The README's two commands, in a fresh clone with an environment of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def _make(target: str, folder: Path) -> subprocess.CompletedProcess[str]:
    own = ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS", "MFLAGS", "MAKELEVEL")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    return subprocess.run(
        ["make", target], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=1500
    )


@pytest.mark.slow
def test_the_two_commands_of_the_readme(tmp_path: Path) -> None:
    clone = tmp_path / "lesart"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    readme = (clone / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme and "make test" in readme
    demo = _make("demo", clone)
    assert demo.returncode == 0, demo.stderr
    assert "Lotsen" in demo.stdout and "demo.html" in demo.stdout
    assert (clone / "demo.html").stat().st_size > 10_000
    test = _make("test", clone)
    assert test.returncode == 0, test.stdout[-3000:]
