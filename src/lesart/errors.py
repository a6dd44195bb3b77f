"""What can go wrong with a report, said so that its reader knows what to do. All texts of errors stand here."""

from __future__ import annotations


class ReportError(Exception):
    """A report that cannot be read; `report` is how the user named it, `reason` a sentence for people."""

    def __init__(self, report: str, reason: str) -> None:
        super().__init__(f"{report}: {reason}")
        self.report = report
        self.reason = reason


class Reason:
    """The reasons, with `{}` for what differs from case to case."""

    MISSING = "no such file or folder"
    FOLDER = "is a folder; read its reports one by one"
    EMPTY_FOLDER = "no .md, .txt or .html file in this folder"
    NO_PERMISSION = "may not be read (permission denied)"
    UNREADABLE = "cannot be read ({})"
    NOT_TEXT = "is not text (binary data); convert it to text or HTML first"
    NOT_DECODABLE = "its encoding was not recognised; save it as UTF-8"
    TOO_LARGE = "larger than {} MB; split it into single articles"
    NO_TEXT_IN_PAGE = "no article text was found in this page"
    LANGUAGE = "language not supported ({}); supported: {}; if it was misjudged, give --language"
    URL_SCHEME = "only http and https addresses are fetched"
    URL_PRIVATE = "leads to a private or local address; if that is meant, give --allow-private"
    URL_UNKNOWN_HOST = "the host name is not known"
    URL_REDIRECTS = "redirected more than {} times"
    URL_TIMEOUT = "no full answer within {} seconds"
    URL_STATUS = "the server answered with status {}"
    URL_FAILED = "could not be fetched ({})"
    URL_TYPE = "is neither a web page nor text ({})"
    PUBLISHED = "its date of publication ({}) is no date like 2026-05-31; it is left out"
    BY_RULES = "longer than {:,} characters; read by rules, without the model"
    FRONT_MATTER = "front matter is not valid YAML ({}); read line by line"


class RecordError(Exception):
    """A record of past events that cannot be used; `record` is its name, `reason` a sentence for people."""

    def __init__(self, record: str, reason: str) -> None:
        super().__init__(f"{record}: {reason}")
        self.record = record
        self.reason = reason


class RecordReason:
    """What can be wrong with a record or its map, with `{}` for what differs from case to case."""

    MISSING = "no such file"
    FOLDER = "is a folder"
    EMPTY = "has no rows"
    NOT_CSV = "cannot be read as a table ({})"
    NO_COLUMN = "has no column {!r}; its columns are: {}"
    NO_DATE_COLUMN = "none of its columns looks like a date ({}); say which one is in a map (--record-map)"
    NO_DATES = "row {}, column {!r}: {!r} is no date, nor is any other value there; give date_format in the map"
    TWO_DATES = "row {}, column {!r}: {!r} can be day/month or month/day; give date_format in the map"
    BAD_DATE = "row {}, column {!r}: {!r} is no date; the row is left out"
    BAD_ORDER = "row {}: it ends ({}) before it begins ({}); the row is left out"
    BAD_NUMBER = "row {}, column {!r}: {!r} is no number; the value is left out"
    MIXED_UNITS = "row {}, column {!r}: {!r} has a unit that others there have not; the value is left out"
    MORE = "and {} more such"
    TOO_MANY = (
        "makes more than {:,} events; make events of days or nights (event), or keep fewer rows (where) in its map"
    )
    MAP_MISSING = "no such map"
    MAP_UNREADABLE = "is no valid YAML map ({})"
    MAP_VALUE = "{!r} has to be {}"
    NOT_ASKED = "no claim in the reports is about what it records ({}); say in a map (about) which claims it can answer"
    GUESSED = "read as {}; another reading can be given in a map (--record-map)"
