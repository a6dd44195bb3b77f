"""The record: figures of the events. Claims about a series and set phrases come with a later version."""

from lesart.record.figures import find_figures

__all__ = ["find_figures"]
