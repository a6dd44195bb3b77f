"""Lesart: who said what, according to whom, about which event, and where the accounts part.

import lesart

readings = [lesart.read("report.md"), lesart.read("https://example.org/story")]
comparison = lesart.compare(readings)
held_against = lesart.compare(readings, [lesart.load_record("attacks.csv")])
"""

from lesart.errors import RecordError, ReportError
from lesart.model import Article, Comparison, Reading
from lesart.pipeline import compare, load_record, read

__all__ = [
    "Article",
    "Comparison",
    "Reading",
    "RecordError",
    "ReportError",
    "__version__",
    "compare",
    "load_record",
    "read",
]
__version__ = "0.1.0"
