"""The two verbs: `read` an article, `compare` readings. Each step is a room of the package; here is their order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from lesart.errors import Reason, ReportError
from lesart.language import SUPPORTED, detect, module
from lesart.model import Article, Comparison, Reading
from lesart.parties import find_parties
from lesart.sources import Options, Report, expand, load
from lesart.statements import find_statements


def read(
    source: str | Path | Article,
    *,
    published: str | None = None,
    language: str | None = None,
    allow_private: bool = False,
    engine: str = "rules",
) -> Reading:
    """Read one report: who says what, according to whom.

    `source` is a file, a URL, `-` for standard input, or an Article. `published` (ISO 8601) and `language` (ISO
    639-1) are for reports that do not say. Raises ReportError, with a sentence for people, where it cannot be read.
    """
    if isinstance(source, Article):
        return read_article(source, engine)
    for report in expand([str(source)]):
        if isinstance(report, ReportError):
            raise report
        options = Options(published=published, language=language, allow_private=allow_private)
        return read_article(load(report, options).article, engine, report)
    raise ReportError(str(source), Reason.MISSING)


def read_article(article: Article, engine: str = "rules", report: Report | None = None) -> Reading:
    """Read an article whose text is at hand. Raises ReportError for a language that is not supported."""
    language = article.language or detect(article.text)
    if language is None:
        return Reading(article=article)
    if language not in SUPPORTED:
        name = report.name if report else article.id
        raise ReportError(name, Reason.LANGUAGE.format(language, ", ".join(SUPPORTED)))
    article = replace(article, language=language)
    layer = module(language).analyse(article.text)
    parties, statements = find_parties(article, layer, find_statements(article, layer, engine))
    return Reading(article=article, parties=parties, statements=statements)


def compare(readings: Iterable[Reading]) -> Comparison:
    """Put readings beside each other: parties, events, accounts, and where the accounts part."""
    raise NotImplementedError
