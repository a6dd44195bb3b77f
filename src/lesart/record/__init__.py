"""The record: figures of the events, and set phrases with what they stand for."""

from lesart.record.figures import find_figures
from lesart.record.formulas import find_formulas

__all__ = ["find_figures", "find_formulas"]
