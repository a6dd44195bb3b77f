"""What the commands have in common: their options, and what they do with results."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

import typer


class Engine(StrEnum):
    """How statements are found."""

    NEURAL = "neural"
    RULES = "rules"


class Language(StrEnum):
    """The languages that are supported."""

    DE = "de"
    EN = "en"


Reports = Annotated[list[str], typer.Argument(metavar="REPORT", help="Files, folders, URLs, or - for standard input.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Print a line of JSON for each article, as it is done.")]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page that needs no network.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day (YYYY-MM-DD) for reports that do not say when they appeared.")
]
LanguageOption = Annotated[
    Language | None, typer.Option("--language", help="Language of the reports; detected if not given.")
]
EngineOption = Annotated[Engine, typer.Option("--engine", help="How statements are found.")]
Jobs = Annotated[int, typer.Option(min=1, max=256, help="Processes that read side by side.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print the result alone: no notes, no progress.")]
Records = Annotated[
    list[Path] | None,
    typer.Option("--record", metavar="FILE", help="A table of past events (CSV) to hold claims against."),
]
RecordMaps = Annotated[
    list[Path] | None,
    typer.Option("--record-map", metavar="FILE", help="What a record's columns are (YAML), in the records' order."),
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and local addresses, too.")]


Command = TypeVar("Command", bound=Callable[..., None])


def until_stopped(command: Command) -> Command:
    """A command that ends quietly when its reader has enough (a closed pipe) and with a word at Ctrl-C."""

    @wraps(command)
    def guarded(*arguments: Any, **options: Any) -> None:  # noqa: ANN401 - whatever the command takes
        try:
            command(*arguments, **options)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            typer.echo("\nStopped.", err=True)
            raise typer.Exit(130) from None

    return cast(Command, guarded)


def settings(published: str | None, language: Language | None, engine: Engine, allow_private: bool) -> dict[str, Any]:
    """The settings of a run over reports; a day that is none is bad usage."""
    if published is not None:
        try:
            date.fromisoformat(published)
        except ValueError:
            raise typer.BadParameter(f"{published!r} is no day like 2026-05-31", param_hint="--published") from None
    return {
        "published": published,
        "language": language.value if language else None,
        "engine": engine.value,
        "allow_private": allow_private,
    }


def write(data: bytes) -> None:
    """Print a line of bytes."""
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def write_page(path: Path, page: str, found: int, quiet: bool) -> None:
    """Write a page and say where it is; a page that cannot be written is bad usage."""
    if not found:
        return
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written ({error.strerror})", param_hint="--html") from None
    if not quiet:
        typer.echo(f"Wrote {path}", err=True)
