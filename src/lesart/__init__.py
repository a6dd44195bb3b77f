"""Lesart: who said what, according to whom, about which event, and where the accounts part.

import lesart

readings = [lesart.read("report.md"), lesart.read("https://example.org/story")]
comparison = lesart.compare(readings)
"""

from lesart.errors import ReportError
from lesart.model import Article, Comparison, Reading
from lesart.pipeline import compare, read

__all__ = ["Article", "Comparison", "Reading", "ReportError", "__version__", "compare", "read"]
__version__ = "0.1.0"
