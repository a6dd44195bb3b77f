"""Reports as they come in: files, folders, web pages, standard input. Each becomes an Article, its text unaltered."""

from lesart.sources.load import Loaded, Options, load
from lesart.sources.names import STDIN, Report, expand
from lesart.sources.published import iso

__all__ = ["STDIN", "Loaded", "Options", "Report", "expand", "iso", "load"]
