"""The command line: arguments to calls. What it prints is `present`'s, what it finds the pipeline's."""

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

from lesart import __version__

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


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


def _until_stopped(command: Command) -> Command:
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


def _version(asked: bool) -> None:
    if asked:
        from lesart.encoder.settings import settings_of

        model = settings_of()
        typer.echo(f"lesart {__version__} (Apache-2.0); model weights {model.name} ({model.licence})")
        raise typer.Exit


@app.callback()
def lesart(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Who said what, according to whom, and where the accounts part."""


@app.command()
@_until_stopped
def read(
    reports: Reports,
    json: Json = False,
    jsonl: JsonLines = False,
    html: Html = None,
    published: Published = None,
    language: LanguageOption = None,
    engine: EngineOption = Engine.NEURAL,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Show who says what, according to whom, article by article."""
    from lesart.run import Run

    run = Run(reports, _settings(published, language, engine, allow_private), jobs, quiet, html is None)
    if json + jsonl + (html is not None) > 1:
        raise typer.BadParameter("give one of them at a time", param_hint="--json, --jsonl, --html")
    if jsonl:
        for line in run.lines():
            _write(line)
    elif json:
        from lesart.present.encoded import as_json

        _write(as_json(list(run.readings())))
    elif html is not None:
        from lesart.present.page import page_of_readings

        _page(html, page_of_readings(list(run.readings())), run.found, quiet)
    else:
        from lesart.present.terminal import show_readings

        show_readings(run.readings(), quiet)
    raise typer.Exit(run.status)


@app.command()
@_until_stopped
def compare(
    reports: Reports,
    json: Json = False,
    html: Html = None,
    published: Published = None,
    language: LanguageOption = None,
    engine: EngineOption = Engine.NEURAL,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    allow_private: AllowPrivate = False,
    record: Records = None,
    record_map: RecordMaps = None,
) -> None:
    """Show the same, and where the accounts of one event part, across all reports."""
    from lesart.pipeline import compare as compare_readings
    from lesart.run import Run, read_records, say_unasked

    if json and html is not None:
        raise typer.BadParameter("give one of them at a time", param_hint="--json, --html")
    if len(record_map or ()) > len(record or ()):
        raise typer.BadParameter("give a --record for each", param_hint="--record-map")
    records, record_faults = read_records(record or (), record_map or (), quiet)
    run = Run(reports, _settings(published, language, engine, allow_private), jobs, quiet)
    found = compare_readings(run.readings(), records)
    if not quiet:
        say_unasked(records, found)
    if json:
        from lesart.present.encoded import as_json

        _write(as_json(found))
    elif html is not None:
        from lesart.present.page import page_of_comparison

        _page(html, page_of_comparison(found), run.found, quiet)
    elif run.found:
        from lesart.present.terminal import show_comparison

        show_comparison(found, quiet)
    raise typer.Exit(run.status or (3 if record_faults else 0))


@app.command()
@_until_stopped
def model() -> None:
    """Show the card of the model: what it was made from, its licence, what it is good and bad at."""
    from lesart.encoder.settings import card_of
    from lesart.present.terminal import show_markdown

    show_markdown(card_of())


@app.command()
@_until_stopped
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated texts, JSON lines (.jsonl or .jsonl.gz).")],
    json: Json = False,
    html: Html = None,
    language: LanguageOption = Language.DE,
    engine: EngineOption = Engine.NEURAL,
    quiet: Quiet = False,
) -> None:
    """Hold the statements that are found against your own annotated texts."""
    from lesart.evaluation import GoldError, read_gold
    from lesart.evaluation import evaluate as evaluate_texts
    from lesart.pipeline import read_article

    if json and html is not None:
        raise typer.BadParameter("give one of them at a time", param_hint="--json, --html")
    code = (language or Language.DE).value
    try:
        found = evaluate_texts(read_gold(gold), lambda article: read_article(article, engine.value), code)
    except GoldError as error:
        typer.echo(f"lesart: {error}", err=True)
        raise typer.Exit(1) from None
    except ModuleNotFoundError as error:
        typer.echo(f"lesart: this needs {error.name}: pip install 'lesart[evaluate]'", err=True)
        raise typer.Exit(1) from None
    if json:
        from lesart.present.encoded import as_json

        _write(as_json(found))
        return
    from lesart.present.evaluation import page_of_evaluation, show_evaluation

    show_evaluation(found)
    if html is not None:
        _page(html, page_of_evaluation(found, gold.name), found.texts, quiet)


parties_app = typer.Typer(no_args_is_help=True, help="Your own list of persons and bodies: who somebody is.")
app.add_typer(parties_app, name="parties")


@parties_app.command("import")
@_until_stopped
def import_parties(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with a first line of columns, or JSON lines.")],
    add: Annotated[bool, typer.Option("--add", help="Keep the list that is there and add to it.")] = False,
) -> None:
    """Take over a list: name, aliases, kind, role, affiliation, from, to, wikidata. It beats what Lesart knows."""
    from lesart.errors import ReportError
    from lesart.parties.imports import BadLine, read_list
    from lesart.parties.known import store, stored

    try:
        lines = list(read_list(file))
    except ReportError as error:
        typer.echo(f"lesart: {error}", err=True)
        raise typer.Exit(1) from None
    good = [line for _, line in lines if not isinstance(line, BadLine)]
    bad = [(number, line) for number, line in lines if isinstance(line, BadLine)]
    for number, reason in bad:
        typer.echo(f"lesart: {file}, line {number}: {reason}", err=True)
    if not good:
        typer.echo(f"lesart: {file}: nothing to take over", err=True)
        raise typer.Exit(1)
    path = store((stored() if add else []) + good)
    typer.echo(f"{len(good)} lines are in {path}")
    raise typer.Exit(3 if bad else 0)


@parties_app.command("list")
@_until_stopped
def list_parties() -> None:
    """Show the list, a line of JSON each, as `import` takes it."""
    from lesart.parties.known import stored
    from lesart.present.encoded import as_json

    for line in stored():
        _write(as_json(line))


desk_app = typer.Typer(no_args_is_help=True, help="A store of readings: add, search, take out. See docs/desk.md.")
app.add_typer(desk_app, name="desk")

StorePath = Annotated[Path, typer.Argument(metavar="STORE", help="The store, an SQLite file.")]


def _store(path: Path, create: bool = False) -> Any:  # noqa: ANN401 - desk is loaded only where it is asked for
    from lesart.desk import Store, StoreError

    try:
        return Store(path, create)
    except StoreError as error:
        typer.echo(f"lesart: {error}", err=True)
        raise typer.Exit(1) from None


@desk_app.command("add")
@_until_stopped
def desk_add(
    store: StorePath,
    reports: Reports,
    published: Published = None,
    language: LanguageOption = None,
    engine: EngineOption = Engine.NEURAL,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports and keep them: each text once, a changed text as a new version."""
    from collections import Counter

    from lesart.desk import StoreError
    from lesart.run import Run

    run = Run(reports, _settings(published, language, engine, allow_private), jobs, quiet)
    counts: Counter[str] = Counter()
    with _store(store, create=True) as kept:
        try:
            for name, reading in run.sourced():
                counts[kept.add(reading, name)] += 1
        except StoreError as error:
            typer.echo(f"lesart: {error}", err=True)
            raise typer.Exit(1) from None
    if not quiet:
        typer.echo(f"{store}: {counts['new']} new, {counts['changed']} changed, {counts['same']} known already")
    raise typer.Exit(run.status)


@desk_app.command("search")
@_until_stopped
def desk_search(
    store: StorePath,
    words: Annotated[str, typer.Argument(metavar="WORDS", help='Words in any inflection, "a phrase", -not.')] = "",
    who: Annotated[str, typer.Option(help="Who says it (part of a name).")] = "",
    relay: Annotated[str, typer.Option(help="Who relays it (part of a name).")] = "",
    side: Annotated[str, typer.Option(help="For whom they speak (part of a name).")] = "",
    outlet: Annotated[str, typer.Option(help="Where it stands (part of a name).")] = "",
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
        form=form,
        modality=modality,
        since=since,
        until=until,
    )
    with _store(store) as kept:
        hits = search(kept, query, most)
    if json:
        from lesart.present.encoded import as_json

        _write(as_json(hits))
        return
    from lesart.present.hits import show_hits

    show_hits(hits)
    if not hits:
        typer.echo("Nothing found.", err=True)


@desk_app.command("compare")
@_until_stopped
def desk_compare(
    store: StorePath,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Names of articles in the store.")],
    json: Json = False,
    html: Html = None,
    quiet: Quiet = False,
) -> None:
    """Compare articles of the store; they are not read anew."""
    from lesart.pipeline import compare as compare_readings

    with _store(store) as kept:
        readings = list(kept.readings(articles))
    missing = set(articles) - {reading.article.id for reading in readings}
    for name in sorted(missing):
        typer.echo(f"lesart: {name}: no such article in {store}", err=True)
    found = compare_readings(readings)
    if json:
        from lesart.present.encoded import as_json

        _write(as_json(found))
    elif html is not None:
        from lesart.present.page import page_of_comparison

        _page(html, page_of_comparison(found), len(readings), quiet)
    elif readings:
        from lesart.present.terminal import show_comparison

        show_comparison(found, quiet)
    raise typer.Exit(0 if not missing else 3 if readings else 1)


@desk_app.command("export")
@_until_stopped
def desk_export(
    store: StorePath,
    as_csv: Annotated[bool, typer.Option("--csv", help="Statements as CSV instead of readings as JSON lines.")] = False,
) -> None:
    """Print all that is in the store."""
    from lesart.desk.transfer import export_csv, export_lines

    with _store(store) as kept:
        if as_csv:
            export_csv(kept, sys.stdout)
            return
        for line in export_lines(kept):
            _write(line)


@desk_app.command("import")
@_until_stopped
def desk_import(
    store: StorePath,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Readings, JSON lines, as `export` or `read` print them.")
    ],
) -> None:
    """Take over readings that were exported."""
    from collections import Counter

    from lesart.desk import StoreError
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
    typer.echo(f"{store}: {counts['new']} new, {counts['changed']} changed, {counts['same']} known already")
    raise typer.Exit(0 if not counts["bad"] else 3 if counts.total() > counts["bad"] else 1)


@desk_app.command("info")
@_until_stopped
def desk_info(store: StorePath) -> None:
    """Say how much is in the store."""
    with _store(store) as kept:
        for name, count in kept.counts().items():
            typer.echo(f"{name:12} {count:,}")


def _settings(published: str | None, language: Language | None, engine: Engine, allow_private: bool) -> dict[str, Any]:
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


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def _page(path: Path, page: str, found: int, quiet: bool) -> None:
    """Write a page and say where it is; a page that cannot be written is bad usage."""
    if not found:
        return
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written ({error.strerror})", param_hint="--html") from None
    if not quiet:
        typer.echo(f"Wrote {path}", err=True)


def main() -> None:
    """Run the command line; Ctrl-C ends it without a traceback."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
