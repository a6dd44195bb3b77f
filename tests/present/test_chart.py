"""The chart of a check: where its columns stand, and what is marked."""

from lesart.model import Check, DatedValue, Period
from lesart.present.chart import HEIGHT, WIDTH, chart_of
from lesart.present.words import words_for

WORDS = words_for([])


def _value(day: str, value: float, row: int) -> DatedValue:
    return DatedValue(label="x", period=Period(day), value=value, ids=(f"r:{row}",))


VALUES = [_value("2031-01-14", 265, 2), _value("2031-03-04", 74, 3), _value("2031-04-15", 214, 4)]


def _check(values: list[DatedValue], **more: object) -> Check:
    return Check(against="r", verdict="refuted", finding="", rule="", unit="Drohnen", values=values, **more)  # type: ignore[arg-type]


def test_columns_stand_in_order_of_time_and_the_highest_is_the_tallest() -> None:
    chart = chart_of(_check(VALUES, own=VALUES[2], rival=VALUES[0]), WORDS)
    assert chart is not None
    assert [bar.sign for bar in chart.bars] == ["rival", "", "own"]
    assert [bar.label for bar in chart.bars] == ["265", "", "214"]
    assert chart.bars[0].x < chart.bars[1].x < chart.bars[2].x
    assert max(chart.bars, key=lambda bar: bar.height) is chart.bars[0]
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH and bar.y + bar.height <= HEIGHT for bar in chart.bars)


def test_the_scope_is_a_band_over_its_days() -> None:
    chart = chart_of(_check(VALUES, scope=Period("2031-03-01")), WORDS)
    assert chart is not None and chart.scope is not None
    left, width = chart.scope
    inside = [left <= bar.x + bar.width / 2 <= left + width for bar in chart.bars]
    assert inside == [False, True, True]


def test_two_sources_of_a_day_stand_side_by_side() -> None:
    chart = chart_of(_check([*VALUES, _value("2031-04-15", 150, 5)]), WORDS)
    assert chart is not None
    assert chart.bars[2].x + chart.bars[2].width <= chart.bars[3].x + 0.2


def test_one_day_or_none_makes_no_chart() -> None:
    assert chart_of(_check(VALUES[:1]), WORDS) is None
    assert chart_of(_check([DatedValue(label="x", value=3)]), WORDS) is None


def test_counted_events_are_dots_with_their_numbers() -> None:
    chart = chart_of(_check([_value("2031-01-14", 1, 2), _value("2031-03-04", 1, 3)]), WORDS)
    assert chart is not None and chart.counted and not chart.levels
