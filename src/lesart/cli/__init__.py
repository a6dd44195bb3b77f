"""The command line: arguments to calls. What it prints is `present`'s, what it finds the pipeline's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lesart import __version__
from lesart.cli.desk import desk_app
from lesart.cli.options import (
    AllowPrivate,
    Engine,
    EngineOption,
    Html,
    Jobs,
    Json,
    JsonLines,
    Language,
    LanguageOption,
    Published,
    Quiet,
    RecordMaps,
    Records,
    Reports,
    settings,
    until_stopped,
    write,
    write_page,
)
from lesart.cli.parties import parties_app

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(parties_app, name="parties")
app.add_typer(desk_app, name="desk")


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
@until_stopped
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

    run = Run(reports, settings(published, language, engine, allow_private), jobs, quiet, html is None)
    if json + jsonl + (html is not None) > 1:
        raise typer.BadParameter("give one of them at a time", param_hint="--json, --jsonl, --html")
    if jsonl:
        for line in run.lines():
            write(line)
    elif json:
        from lesart.present.encoded import as_json

        write(as_json(list(run.readings())))
    elif html is not None:
        from lesart.present.page import page_of_readings

        write_page(html, page_of_readings(list(run.readings())), run.found, quiet)
    else:
        from lesart.present.terminal import show_readings

        show_readings(run.readings(), quiet)
    raise typer.Exit(run.status)


@app.command()
@until_stopped
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
    run = Run(reports, settings(published, language, engine, allow_private), jobs, quiet)
    found = compare_readings(run.readings(), records)
    if not quiet:
        say_unasked(records, found)
    if json:
        from lesart.present.encoded import as_json

        write(as_json(found))
    elif html is not None:
        from lesart.present.page import page_of_comparison

        write_page(html, page_of_comparison(found), run.found, quiet)
    elif run.found:
        from lesart.present.terminal import show_comparison

        show_comparison(found, quiet)
    raise typer.Exit(run.status or (3 if record_faults else 0))


@app.command()
@until_stopped
def model() -> None:
    """Show the card of the model: what it was made from, its licence, what it is good and bad at."""
    from lesart.encoder.settings import card_of
    from lesart.present.terminal import show_markdown

    show_markdown(card_of())


@app.command()
@until_stopped
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

        write(as_json(found))
        return
    from lesart.present.evaluation import page_of_evaluation, show_evaluation

    show_evaluation(found)
    if html is not None:
        write_page(html, page_of_evaluation(found, gold.name), found.texts, quiet)


def main() -> None:
    """Run the command line; Ctrl-C ends it without a traceback."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
