"""Claims as people read them: the words, who says them, the verdict, what it stands on, and the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from lesart.model import Article, Check, Claim, Comparison, Party, PlacedStatement
from lesart.present.chart import Chart, chart_of
from lesart.present.view import chain_of
from lesart.present.words import Words


class CheckView(Struct, frozen=True):
    """What one body of evidence says."""

    by: str
    verdict: str
    finding: str
    rule: str
    chart: Chart | None


class ClaimView(Struct, frozen=True):
    """A claim with its checks; `id` is the anchor of its words in the article."""

    id: str
    article: str
    start: int
    end: int
    words: str
    who: str
    """Who says it, according to whom; the outlet for what the article says itself."""
    source: str
    """The outlet with its day; the day alone where the outlet says it."""
    kind: str
    verdict: str
    """The verdict's word in the language of the interface."""
    status: str
    """The verdict as in the JSON."""
    checks: Sequence[CheckView]

    @property
    def open(self) -> bool:
        """Whether nothing decides it."""
        return self.status == "unknown"

    @property
    def by(self) -> str:
        """Who says it where and when, in one line."""
        return ", ".join(part for part in (self.who, self.source) if part)


def claim_views(comparison: Comparison, words: Words, parties: dict[str, Party]) -> list[ClaimView]:
    """The claims of all articles, in the articles' order; those that are decided first."""
    articles = {article.id: article for article in comparison.articles}
    statements = {statement.id: statement for statement in comparison.statements}
    views = [
        _view(f"claim-{number}", claim, articles[claim.article], statements, words, parties)
        for number, claim in enumerate(comparison.claims, 1)
    ]
    return sorted(views, key=lambda view: view.open)


def _view(
    identifier: str,
    claim: Claim,
    article: Article,
    statements: Mapping[str, PlacedStatement],
    words: Words,
    parties: dict[str, Party],
) -> ClaimView:
    statement = statements.get(claim.statement or "")
    outlet = article.outlet or article.title or article.id
    day = words.day(article.published) if article.published else ""
    return ClaimView(
        id=identifier,
        article=article.id,
        start=claim.span.start,
        end=claim.span.end,
        words=" ".join(article.text[claim.span.start : claim.span.end].split()),
        who=chain_of(statement, parties, words) if statement else outlet,
        source=", ".join(part for part in (outlet if statement else "", day) if part),
        kind=words[f"claim_{claim.kind}"],
        verdict=words[f"verdict_{claim.verdict}"],
        status=claim.verdict,
        checks=_checks(claim.checks, words),
    )


def _checks(checks: Sequence[Check], words: Words) -> list[CheckView]:
    """All checks; where a record has a chart, the few values of the articles need none."""
    charts = [chart_of(check, words) for check in checks]
    if any(charts[1:]):
        charts[0] = None
    return [_check(check, chart, words) for check, chart in zip(checks, charts, strict=True)]


def _check(check: Check, chart: Chart | None, words: Words) -> CheckView:
    by = words["by_articles"] if check.against == "articles" else words["by_record"].format(check.against)
    return CheckView(by, words[f"verdict_{check.verdict}"], check.finding, check.rule, chart)
