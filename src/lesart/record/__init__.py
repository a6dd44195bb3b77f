"""The record: figures of the events, claims about them, and set phrases with what they stand for."""

from lesart.record.checking import check_claims
from lesart.record.checks.evidence import Evidence
from lesart.record.figures import Measured, find_figures
from lesart.record.formulas import find_formulas
from lesart.record.table.record import Record

__all__ = ["Evidence", "Measured", "Record", "check_claims", "find_figures", "find_formulas"]
