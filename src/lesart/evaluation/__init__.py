"""Evaluation: what a reading finds held against annotated texts, in the format of the German news quotations."""

from lesart.evaluation.gold import Gold, GoldError, read_gold
from lesart.evaluation.measure import Marked, Table, is_right, pairs_of, table_of, token_f1
from lesart.evaluation.report import Evaluation, evaluate

__all__ = [
    "Evaluation",
    "Gold",
    "GoldError",
    "Marked",
    "Table",
    "evaluate",
    "is_right",
    "pairs_of",
    "read_gold",
    "table_of",
    "token_f1",
]
