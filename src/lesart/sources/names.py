"""Which reports an argument of the command line names, and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from lesart.errors import Reason, ReportError

ENDINGS = (".md", ".txt", ".html", ".htm")
STDIN = "-"


class Report(Struct, frozen=True):
    """One report: how the user named it, and the id of its article."""

    name: str
    id: str

    @property
    def is_url(self) -> bool:
        """Whether it is to be fetched."""
        return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", self.name))


def expand(arguments: Iterable[str]) -> Iterator[Report | ReportError]:
    """The reports that the arguments name, in order, with ids that are unique; folders by the names of their files."""
    taken: dict[str, int] = {}
    for argument in arguments:
        found = False
        for name in _names(argument):
            found = True
            yield Report(name, _unique(_stem(name), taken))
        if not found:
            yield ReportError(argument, Reason.EMPTY_FOLDER)


def _names(argument: str) -> Iterator[str]:
    path = Path(argument)
    if argument not in ("", STDIN) and path.is_dir():
        for inside in sorted(path.iterdir()):
            if inside.suffix.lower() in ENDINGS and inside.is_file():
                yield str(inside)
    else:
        yield argument


def _stem(name: str) -> str:
    """The file's stem; of a URL its host and path in letters, digits and hyphens."""
    if name == STDIN:
        return "stdin"
    if "://" in name:
        rest = name.split("://", 1)[1].split("#", 1)[0]
        return re.sub(r"[^\w]+", "-", re.sub(r"\.html?$", "", rest)).strip("-")[:100] or "page"
    return Path(name).stem or name


def _unique(stem: str, taken: dict[str, int]) -> str:
    """The stem, with "-2", "-3" behind it where it was given before."""
    candidate = stem
    while candidate in taken:
        taken[stem] = taken.get(stem, 1) + 1
        candidate = f"{stem}-{taken[stem]}"
    taken[candidate] = 1
    return candidate
