"""`lesart desk`: a store of readings."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer

from lesart.cli.options import (
    AllowPrivate,
    Engine,
    EngineOption,
    Html,
    Jobs,
    Json,
    LanguageOption,
    Published,
    Quiet,
    Reports,
    settings,
    until_stopped,
    write,
    write_page,
)

desk_app = typer.Typer(no_args_is_help=True, help="A store of readings: add, search, take out. See docs/desk.md.")

Later = Annotated[bool, typer.Option("--later", help="Do not compare yet; `lesart desk refresh` does.")]
StorePath = Annotated[Path, typer.Argument(metavar="STORE", help="The store, an SQLite file.")]


def _store(path: Path, create: bool = False) -> Any:  # noqa: ANN401 - desk is loaded only where it is asked for
    from lesart.desk import Store, StoreError

    try:
        return Store(path, create)
    except StoreError as error:
        typer.echo(f"lesart: {error}", err=True)
        raise typer.Exit(1) from None


def _source(name: str, text: str) -> str:
    """What tells a report from others: its address, the file it is in, or for standard input its text."""
    if name == "-":
        return f"stdin:{sha256(text.encode()).hexdigest()}"
    return name if "://" in name else str(Path(name).resolve())


def _needs(*modules: str) -> None:
    """End with a word where an optional part is not installed."""
    from importlib.util import find_spec

    for module in modules:
        if find_spec(module) is None:
            typer.echo(f"lesart: this needs {module}: pip install 'lesart[desk]'", err=True)
            raise typer.Exit(1)


@contextmanager
def _faults_said() -> Iterator[None]:
    """End with a word where a store cannot be written."""
    from lesart.desk import StoreError

    try:
        yield
    except StoreError as error:
        typer.echo(f"lesart: {error}", err=True)
        raise typer.Exit(1) from None


@desk_app.command("add")
@until_stopped
def desk_add(
    store: StorePath,
    reports: Reports,
    published: Published = None,
    language: LanguageOption = None,
    engine: EngineOption = Engine.NEURAL,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    allow_private: AllowPrivate = False,
    later: Later = False,
) -> None:
    """Read reports and keep them, each text once, a changed one as a new version; compare what belongs together."""
    from lesart.desk.dossiers import refresh
    from lesart.run import Run

    run = Run(reports, settings(published, language, engine, allow_private), jobs, quiet)
    counts: Counter[str] = Counter()
    readings = run.sourced()
    first = next(readings, None)
    if first is None:
        raise typer.Exit(run.status)
    with _faults_said(), _store(store, create=True) as kept:
        for name, reading in chain([first], readings):
            counts[kept.add(reading, _source(name, reading.article.text))] += 1
        if not later:
            refresh(kept)
    if not quiet:
        typer.echo(f"{store}: {counts['new']} new, {counts['changed']} changed, {counts['same']} known already")
    raise typer.Exit(run.status)


@desk_app.command("search")
@until_stopped
def desk_search(
    store: StorePath,
    words: Annotated[str, typer.Argument(metavar="WORDS", help='Words in any inflection, "a phrase", -not.')] = "",
    who: Annotated[str, typer.Option(help="Who says it (part of a name).")] = "",
    relay: Annotated[str, typer.Option(help="Who relays it (part of a name).")] = "",
    side: Annotated[str, typer.Option(help="For whom they speak (part of a name).")] = "",
    outlet: Annotated[str, typer.Option(help="Where it stands (part of a name).")] = "",
    topic: Annotated[str, typer.Option(help="What it is about (part of a topic of a comparison).")] = "",
    event: Annotated[int | None, typer.Option(min=0, help="The event, by its number in the pages.")] = None,
    form: Annotated[str, typer.Option(help="direct, indirect, reported, ...")] = "",
    modality: Annotated[str, typer.Option(help="asserted, denied or hedged.")] = "",
    since: Annotated[str, typer.Option(metavar="DAY", help="First day (YYYY-MM-DD).")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="Last day.")] = "",
    most: Annotated[int, typer.Option("--most", min=1, max=10_000, help="How many at the most.")] = 50,
    json: Json = False,
) -> None:
    """Find statements."""
    from lesart.desk.search import Query, search

    query = Query(
        words=words,
        who=who,
        relay=relay,
        side=side,
        outlet=outlet,
        topic=topic,
        event=event,
        form=form,
        modality=modality,
        since=since,
        until=until,
    )
    with _store(store) as kept:
        hits = search(kept, query, most)
    if json:
        from lesart.present.encoded import as_json

        write(as_json(hits))
        return
    from lesart.present.hits import show_hits

    show_hits(hits)
    if not hits:
        typer.echo("Nothing found.", err=True)


@desk_app.command("compare")
@until_stopped
def desk_compare(
    store: StorePath,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Names of articles in the store.")],
    json: Json = False,
    html: Html = None,
    quiet: Quiet = False,
) -> None:
    """Compare articles of the store; they are not read anew."""
    from lesart.desk.corrections import corrections
    from lesart.desk.dossiers import compared

    with _store(store) as kept:
        readings = list(kept.readings(articles))
        found = compared(readings, corrections(kept.connection))
    missing = set(articles) - {reading.article.id for reading in readings}
    for name in sorted(missing):
        typer.echo(f"lesart: {name}: no such article in {store}", err=True)
    if json:
        from lesart.present.encoded import as_json

        write(as_json(found))
    elif html is not None:
        from lesart.present.page import page_of_comparison

        write_page(html, page_of_comparison(found), len(readings), quiet)
    elif readings:
        from lesart.present.terminal import show_comparison

        show_comparison(found, quiet)
    raise typer.Exit(0 if not missing else 3 if readings else 1)


@desk_app.command("refresh")
@until_stopped
def desk_refresh(store: StorePath) -> None:
    """Compare what was added with --later, or put right."""
    from lesart.desk.dossiers import refresh

    with _faults_said(), _store(store) as kept:
        typer.echo(f"{store}: {refresh(kept)} dossiers compared")


@desk_app.command("follow")
@until_stopped
def desk_follow(
    store: StorePath,
    feeds: Annotated[
        list[str] | None, typer.Argument(metavar="FEED...", help="Addresses of RSS or Atom feeds.")
    ] = None,
    every: Annotated[int, typer.Option(min=0, help="Minutes between two rounds; 0: one round.")] = 0,
    forget: Annotated[
        list[str] | None, typer.Option("--forget", metavar="FEED", help="Follow this one no longer.")
    ] = None,
    engine: EngineOption = Engine.NEURAL,
    quiet: Quiet = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Read what is new in feeds, and in those that were followed before; politely, one request at a time."""
    _needs("feedparser")
    from lesart.desk.feeds import follow, forget_feed

    counts: Counter[bool] = Counter()
    with _faults_said(), _store(store, create=True) as kept:
        for url in forget or ():
            if not forget_feed(kept, url):
                typer.echo(f"lesart: {url}: is not followed", err=True)
                counts[True] += 1
        for line in follow(kept, feeds or [], every, engine.value, allow_private) if feeds or not forget else ():
            counts[line.fault] += 1
            if line.fault or not quiet:
                typer.echo(f"lesart: {line.text}" if line.fault else line.text, err=line.fault)
    raise typer.Exit(0 if not counts[True] else 3 if counts[False] else 1)


@desk_app.command("serve")
@until_stopped
def desk_serve(
    store: StorePath,
    host: Annotated[
        str, typer.Option(help="Address to listen at; others than this machine need --token-file.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8420,
    token_file: Annotated[Path | None, typer.Option(help="A file with the token that whoever asks must know.")] = None,
    engine: EngineOption = Engine.NEURAL,
) -> None:
    """Show the store as pages in a browser."""
    _needs("fastapi", "uvicorn", "multipart")
    from lesart.desk import StoreError
    from lesart.desk.web.serving import TokenError, serve

    try:
        serve(store, host, port, token_file, engine.value)
    except (StoreError, TokenError, OSError) as error:
        typer.echo(f"lesart: {error}", err=True)
        raise typer.Exit(1) from None


@desk_app.command("corrections")
@until_stopped
def desk_corrections(store: StorePath) -> None:
    """Print what people have put right, a line of JSON each, with the text around it: data to learn from."""
    from lesart.desk.corrections import lines

    with _store(store) as kept:
        for line in lines(kept.connection):
            write(line)


class ExportForm(StrEnum):
    """How a store is printed."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"


@desk_app.command("export")
@until_stopped
def desk_export(
    store: StorePath,
    to: Annotated[
        ExportForm,
        typer.Option(
            "--as",
            help="Readings as `read` prints them (jsonl), statements (csv, parquet), Web Annotations (annotations).",
        ),
    ] = ExportForm.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file instead of printing.")
    ] = None,
) -> None:
    """Take out all that is in the store."""
    from lesart.desk.transfer import export_annotations, export_csv, export_lines, export_parquet

    if to is ExportForm.PARQUET and output is None:
        raise typer.BadParameter("Parquet needs a file", param_hint="--output")
    with _store(store) as kept:
        try:
            if to is ExportForm.PARQUET and output is not None:
                export_parquet(kept, output)
                return
            with output.open("wb") if output is not None else nullcontext(sys.stdout.buffer) as file:
                if to is ExportForm.CSV:
                    export_csv(kept, file)
                    return
                for line in export_lines(kept) if to is ExportForm.JSONL else export_annotations(kept):
                    file.write(line + b"\n")
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            typer.echo(f"lesart: {output}: cannot be written ({error.strerror})", err=True)
            raise typer.Exit(1) from None


@desk_app.command("import")
@until_stopped
def desk_import(
    store: StorePath,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Readings, JSON lines, as `export` or `read` print them.")
    ],
    later: Later = False,
) -> None:
    """Take over readings that were exported; compare what belongs together."""
    from lesart.desk import StoreError
    from lesart.desk.dossiers import refresh
    from lesart.desk.transfer import import_lines

    counts: Counter[str] = Counter()
    with _store(store, create=True) as kept:
        try:
            for _, what in import_lines(kept, file):
                if isinstance(what, StoreError):
                    typer.echo(f"lesart: {what}", err=True)
                counts["bad" if isinstance(what, StoreError) else what] += 1
        except OSError as error:
            typer.echo(f"lesart: {file}: cannot be read ({error.strerror})", err=True)
            raise typer.Exit(1) from None
        if not later:
            refresh(kept)
    typer.echo(f"{store}: {counts['new']} new, {counts['changed']} changed, {counts['same']} known already")
    raise typer.Exit(0 if not counts["bad"] else 3 if counts.total() > counts["bad"] else 1)


@desk_app.command("info")
@until_stopped
def desk_info(store: StorePath) -> None:
    """Say how much is in the store."""
    with _store(store) as kept:
        for name, count in kept.counts().items():
            typer.echo(f"{name:12} {count:,}")
