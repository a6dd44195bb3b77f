"""Texts and addresses that are being read for somebody who waits: a few at a time, each found again by its number."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.parse import urlsplit

from msgspec import Struct

from lesart.errors import Reason, ReportError
from lesart.model import Article, Reading
from lesart.pipeline import read
from lesart.statements import DEFAULT

LONGEST = 1_000_000
"""Characters of a text that is read while somebody waits."""
_AT_ONCE, _WAITING, _REMEMBERED = 2, 8, 50
"""Jobs that run side by side, that may wait, and that are remembered when they are done."""


class Job(Struct, frozen=True):
    """One text or address that is read."""

    id: str
    source: str
    text: str
    url: str
    future: Future[Reading]

    @property
    def done(self) -> bool:
        """Whether it has been read, or cannot be."""
        return self.future.done()

    @property
    def reading(self) -> Reading | None:
        """What came of it; None while it is read and where it cannot be."""
        return self.future.result() if self.done and self.future.exception() is None else None

    @property
    def fault(self) -> str | None:
        """Why it could not be read."""
        error = self.future.exception() if self.done else None
        if error is None:
            return None
        return error.reason.partition(";")[0] if isinstance(error, ReportError) else "it cannot be read"


class Jobs:
    """The readings of one desk."""

    def __init__(self, engine: str = DEFAULT) -> None:
        self._engine = engine
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="reading")
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def begin(self, text: str, url: str, published: str | None) -> Job | None:
        """Start to read a text, or what is at an address (never a private one); None where too much waits already."""
        if sum(not job.done for job in self._jobs.values()) >= _AT_ONCE + _WAITING:
            return None
        name = secrets.token_urlsafe(9)
        future = self._pool.submit(self._read, name, text, url, published)
        job = Job(name, url or f"pasted/{name}", text, url, future)
        self._jobs[name] = job
        while len(self._jobs) > _REMEMBERED:
            self._jobs.popitem(last=False)
        return job

    def find(self, name: str) -> Job | None:
        """A job by its number, if it is remembered."""
        return self._jobs.get(name)

    def _read(self, name: str, text: str, url: str, published: str | None) -> Reading:
        if url:
            if urlsplit(url).scheme not in ("http", "https"):
                raise ReportError(url, Reason.URL_SCHEME)
            return read(url, published=published, engine=self._engine)
        title = next((line.strip()[:80] for line in text.splitlines() if line.strip()), None)
        article = Article(id=f"pasted-{name}", title=title, published=published, text=text)
        return read(article, engine=self._engine)
