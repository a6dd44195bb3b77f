"""Sheets of statements: dossiers of which only the statements were written, each with its topic.

`bench/data/sheets`: written for Lesart by helpers (language models) who never saw it, to learn and measure topics on
more than the annotated dossiers. A file has a line `# event: ...`, a line `# topic: key<TAB>label` for each topic, and
one line for each statement in the order of the reports: number, report, paragraph, speaker, topic, tone toward the
event (+, -, 0), numbers of earlier statements that cannot both be right with it, frame, content; tabs between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from lesart.model import Article, Span, Statement

SHEETS = Path(__file__).parent / "data" / "sheets"
_COLUMNS = 9


class Sheet(Struct):
    """The statements of a sheet in articles made of them, and the topic of each."""

    name: str
    articles: dict[str, Article] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)

    @property
    def speakers(self) -> set[str]:
        """The words of the speakers' names in lower case."""
        return {word.lower() for statement in self.statements for word in (statement.said_by or "").split()}


def read_sheet(path: Path) -> Sheet:
    """A sheet. Raises ValueError, with the line, for one that is not in the format."""
    sheet, texts = Sheet(path.stem), dict[str, str]()
    last: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != _COLUMNS:
            raise ValueError(f"{path}, line {number}: {len(row)} columns, not {_COLUMNS}")
        _, report, paragraph, speaker, topic, _, _, frame, content = row
        before = texts.get(report, "")
        before += "" if not before else " " if last[report] == paragraph else "\n\n"
        last[report] = paragraph
        start = len(before) + len(frame) + bool(frame)
        text = f"{before}{frame}{' ' if frame else ''}{content}"
        texts[report] = text if text[-1] in ".!?“" else text + "."
        sheet.statements.append(
            Statement(
                id=f"{report}.s{len(sheet.statements)}",
                article=report,
                form="indirect",
                content=(Span(start, start + len(content)),),
                said_by=speaker,
                frame=(Span(len(before), len(before) + len(frame)),) if frame else (),
            )
        )
        sheet.topics.append(topic)
    sheet.articles = {report: Article(id=report, text=text, language="de") for report, text in texts.items()}
    return sheet


def read_sheets() -> Sequence[Sheet]:
    """All sheets, in the order of their names."""
    return [read_sheet(path) for path in sorted(SHEETS.glob("*.tsv"))]
