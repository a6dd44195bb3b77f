"""Readings and comparisons in the terminal: reads at 80 columns, and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lesart.model import Article, Comparison, Reading, Statement
from lesart.present.chart import Chart
from lesart.present.claims import ClaimView, claim_views
from lesart.present.register import PhraseView, phrase_views
from lesart.present.view import Cell, Colours, EventView, Group, Teller, content, copies_of, event_views, groups_of
from lesart.present.words import Words, words_for

_STYLES = ("blue", "yellow", "green", "magenta", "cyan", "bright_yellow", "bright_blue", "bright_magenta")
"""A colour of the terminal for every side; the names stand beside them."""
_COLUMNS = 3
"""Tellers side by side at 80 columns; more go into a second table."""


class _Terminal(Console):
    """A console that leaves a closed pipe to its caller."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def show_markdown(text: str) -> None:
    """A document in Markdown."""
    from rich.markdown import Markdown

    _Terminal(width=min(100, Console().width)).print(Markdown(text))


def show_readings(readings: Iterable[Reading], quiet: bool) -> None:
    """Per article the statements grouped by who says them, with chain, form and words."""
    console = _Terminal(highlight=False)
    for reading in readings:
        words = words_for([reading.article])
        if not quiet:
            console.print(_heading(reading.article, words))
        groups = groups_of(reading, words)
        if not groups:
            console.print(Padding(words["no_statements"], (0, 2)))
        colours = Colours(reading.parties)
        for group in groups:
            _show_group(console, group, reading, colours, words)
        console.print()


def _heading(article: Article, words: Words) -> Text:
    parts = [article.outlet or article.id, words.day(article.published) if article.published else ""]
    text = Text(article.title or article.id, style="bold")
    return text.append("\n" + " · ".join(part for part in parts if part), style="dim not bold")


def _show_group(console: Console, group: Group, reading: Reading, colours: Colours, words: Words) -> None:
    number = colours.of(group.party)
    name = Text("\n" + group.name, style=f"bold {_STYLES[number]}" if number >= 0 else "bold dim")
    about = ", ".join(part for part in (group.role, group.side) if part)
    name.append(f"  {about}" if about else "", style="not bold dim")
    console.print(name)
    parties = {party.id: party for party in reading.parties}
    for statement in group.statements:
        console.print(Padding(_line(statement, reading.article.text, words), (0, 0, 0, 2)))
        if statement.according_to:
            relays = " < ".join(parties[relay].name for relay in statement.according_to)
            console.print(Padding(Text(f"{words['according']} {relays}", style="italic"), (0, 0, 0, 4)))


def _line(statement: Statement, text: str, words: Words) -> Text:
    words_said = content(statement, text)
    line = Text(words_said if statement.form != "direct" else words.quoted(words_said))
    signs = [words[f"form_{statement.form}"]]
    if statement.modality != "asserted":
        signs.append(words[f"modality_{statement.modality}"])
    if statement.confidence < 0.5:
        signs.append(words["unsure"])
        line.stylize("dim")
    return line.append("  (" + ", ".join(signs) + ")", style="dim")


def show_comparison(comparison: Comparison, quiet: bool, console: Console | None = None) -> None:
    """Event line, gap, matrix, gaps, series for every event that two tell of; claims, set phrases, other events."""
    console = console or _Terminal(highlight=False)
    words = words_for(comparison.articles)
    colours = Colours(comparison.parties)
    views = event_views(comparison, words, colours)
    if not views:
        console.print(words["no_event"])
        return
    main = [view for view in views if len(view.tellers) > 1] or views[:1]
    for view in main:
        _show_event(console, view, words, quiet)
    if not quiet:
        _show_claims(console, claim_views(comparison, words, colours.parties), words)
        _show_phrases(console, phrase_views(comparison, words, colours.parties), words)
    rest = [view for view in views if view not in main]
    for article, original in copies_of(comparison).items() if not quiet else ():
        console.print(Text(f"{article}: {words['copy_of'].format(original)}", style="dim"))
    if rest and not quiet:
        console.print(Text(words["other_events"], style="bold"))
        for view in rest:
            console.print(Padding(escape(view.line), (0, 2)))


def _show_event(console: Console, view: EventView, words: Words, quiet: bool) -> None:
    if not quiet:
        console.print(Text(view.line, style="bold"))
        console.print(escape(view.gaps[0].summary if view.gaps else words["no_gaps"]))
    for start in range(0, len(view.tellers), _COLUMNS):
        console.print(_matrix(view, start, words))
    if quiet:
        return
    if view.gaps:
        console.print(Text(words["gaps"], style="bold"))
    for gap in view.gaps:
        console.print(Padding(Text.assemble((f"{gap.kind}: ", "bold"), gap.summary), (0, 0, 0, 2)))
        for quote in gap.quotes:
            line = Text(quote.words).append(f"  {quote.chain}, {quote.article}", style="dim")
            console.print(Padding(line, (0, 0, 0, 4)))
    if view.steps:
        console.print(Text(f"{words['series']} ({words['discord']})", style="bold"))
        for step in view.steps:
            mark = f"  {step.note}" if step.note else ""
            bar = "█" * round(step.discord * 20)
            row = f"{step.date or step.label:<24.24} {step.discord:4.2f} {bar}{mark}"
            console.print(Padding(Text(row, style="bold" if step.current else ""), (0, 0, 0, 2)))
    console.print()


def _show_claims(console: Console, views: Sequence[ClaimView], words: Words) -> None:
    """Each claim with its verdict, what it stands on, and the values as bars, the claim's own event in bold; what stays
    open in a line each."""
    if not views:
        return
    console.print(Text(words["claims"], style="bold"))
    for view in views:
        said = Text.assemble((f"{view.verdict}: ", "bold"), words.quoted(view.words), (f"  {view.by}", "dim"))
        console.print(Padding(said, (0, 0, 0, 2)))
        for check in view.checks if not view.open else ():
            verdict = f" ({check.verdict})" if len(view.checks) > 1 else ""
            console.print(Padding(Text.assemble((f"{check.by}{verdict}: ", "dim"), check.finding), (0, 0, 0, 4)))
            if check.chart and not check.chart.counted:
                _show_bars(console, check.chart)
    console.print()


def _show_bars(console: Console, chart: Chart) -> None:
    """The last values of a chart, and those that are marked in it."""
    last = set(range(len(chart.bars) - _BARS, len(chart.bars)))
    tallest = max(bar.height for bar in chart.bars) or 1.0
    for place, bar in enumerate(chart.bars):
        if place in last or bar.sign:
            line = Text("█" * round(bar.height / tallest * 20)).append(f" {bar.title}", style="" if bar.sign else "dim")
            console.print(Padding(line, (0, 0, 0, 6)), style="bold" if bar.sign == "own" else "")


_BARS = 8
"""Values of a chart that the terminal shows."""


def _show_phrases(console: Console, views: Sequence[PhraseView], words: Words) -> None:
    """Each set phrase with what it stands for, its uses in their context, and how many there are a month."""
    if not views:
        return
    console.print(Text(words["phrases"], style="bold"))
    for view in views:
        console.print(Padding(Text(words.quoted(view.phrase), style="bold"), (0, 0, 0, 2)))
        for gloss in view.glosses:
            about = ", ".join(part for part in (gloss.by, gloss.day) if part)
            line = Text.assemble((f"{words['stands_for']}: ", "dim"), gloss.words, (f"  {about}", "dim"))
            console.print(Padding(line, (0, 0, 0, 4)))
        for use in view.uses:
            line = Text.assemble(
                use.before, (use.words, "bold"), use.after, (f"  {use.who}, {use.outlet}, {use.day}", "dim")
            )
            console.print(Padding(line, (0, 0, 0, 6)))
        if len(view.months) > 1:
            months = "  ".join(f"{month.label} {month.count}" for month in view.months if month.count)
            console.print(Padding(Text(f"{words['a_month']}: {months}", style="dim"), (0, 0, 0, 4)))
    console.print()


def _matrix(view: EventView, start: int, words: Words) -> Table:
    """Topics down, tellers across; an empty cell is silence."""
    tellers = view.tellers[start : start + _COLUMNS]
    table = Table(show_lines=True, expand=False)
    table.add_column(words["topic"], style="bold", max_width=18)
    for teller in tellers:
        table.add_column(_column(teller), max_width=26)
    for row in view.rows:
        cells: list[Text] = []
        for cell in row.cells[start : start + _COLUMNS]:
            if cell is None:
                cells.append(Text("–", style="dim", justify="center"))
            elif cell.status == "denied":
                cells.append(Text.assemble((words["denied"] + ": ", "italic"), cell.words, _by(cell)))
            else:
                cells.append(Text.assemble(cell.words, _by(cell)))
        if any(cell.plain != "–" for cell in cells):
            mark = " ≠" if any(cell and cell.in_conflict for cell in row.cells) else ""
            table.add_row(row.topic + mark, *cells)
    return table


def _by(cell: Cell) -> tuple[str, str]:
    """Whose words a cell has, where several tell for a side."""
    return (f" ({cell.by})" if cell.by else "", "dim")


def _column(teller: Teller) -> Text:
    about = teller.side or teller.role
    text = Text(teller.name, style=_STYLES[teller.colour])
    return text.append(f"\n{about}", style="dim") if about else text
