"""`lesart parties`: a list of persons and bodies of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lesart.cli.options import until_stopped, write

parties_app = typer.Typer(no_args_is_help=True, help="Your own list of persons and bodies: who somebody is.")


@parties_app.command("import")
@until_stopped
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
@until_stopped
def list_parties() -> None:
    """Show the list, a line of JSON each, as `import` takes it."""
    from lesart.parties.known import stored
    from lesart.present.encoded import as_json

    for line in stored():
        write(as_json(line))
