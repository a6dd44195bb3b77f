"""An evaluation as a table in the terminal and as a page of the worst misses."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader
from rich.console import Console
from rich.table import Table

from lesart.evaluation import Evaluation


def show_evaluation(found: Evaluation, console: Console | None = None) -> None:
    """Precision, recall and F1 of every part; how many of each form were found; how far confidence can be trusted."""
    console = console or Console(highlight=False)
    console.print(f"{found.texts} texts, {found.statements} annotated statements")
    table = Table("", "P", "R", "F1", box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for name, row in found.table.items():
        table.add_row(name, *(f"{100 * value:.1f}" for value in row))
    console.print(table)
    forms = Table("form", "annotated", "found", "form right", "speaker right", "invented", box=None, pad_edge=False)
    for column in forms.columns[1:]:
        column.justify = "right"
    for form in found.forms:
        share = f"{form.found} ({100 * form.found / form.gold:.0f} %)" if form.gold else "0"
        numbers = (form.right_form, form.right_speaker, form.invented)
        forms.add_row(form.form, str(form.gold), share, *map(str, numbers))
    console.print("\nFound: at least half of the content (token F1).")
    console.print(forms)
    console.print(f"\nConfidence: expected calibration error {found.calibration_error:.3f}")
    bins = Table("statements", "confidence", "right", box=None, pad_edge=False)
    for one in found.bins:
        bins.add_row(str(one.count), f"{one.confidence:.2f}", f"{one.right:.2f}")
    console.print(bins)


def page_of_evaluation(found: Evaluation, gold: str) -> str:
    """The figures and the worst misses, wanted and found side by side."""
    environment = Environment(loader=PackageLoader("lesart.present", "templates"), autoescape=True, trim_blocks=True)
    return environment.get_template("evaluation.html").render(found=found, gold=gold)
