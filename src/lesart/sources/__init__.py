"""Reports as they come in: files, folders, web pages, standard input. Each becomes an Article, its text unaltered."""

from lesart.sources.load import Loaded, Options, load
from lesart.sources.names import Report, expand

__all__ = ["Loaded", "Options", "Report", "expand", "load"]
