"""Following feeds: what is new in them is read and kept. Politely: conditional requests, one at a time with a pause for
each host, robots.txt obeyed, under our own name."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

import feedparser
from msgspec import Struct

from lesart.desk.clock import now
from lesart.desk.dossiers import refresh
from lesart.desk.store import Store, StoreError
from lesart.errors import Reason, ReportError
from lesart.model import Reading
from lesart.pipeline import read
from lesart.sources.fetch import AGENT, Fetched, fetch

_PAUSE = 2.0
"""Seconds between two requests to one host, if its robots.txt asks for no longer."""
_LONGEST_PAUSE = 60.0
_PASSING = tuple(
    text.partition("{")[0] for text in (Reason.URL_TIMEOUT, Reason.URL_FAILED, Reason.URL_STATUS.format("5"))
)
"""How faults begin that can be gone the next time."""
_NEWEST = 50
"""Entries of a feed that are looked at, the first."""


class Line(Struct, frozen=True):
    """Something to tell: what was done, or what went wrong."""

    text: str
    fault: bool = False


def follow(store: Store, feeds: Sequence[str], every: int, engine: str, allow_private: bool = False) -> Iterator[Line]:
    """Read what is new in some feeds and in those that the store follows; again after `every` minutes, or once (0)."""
    good = [feed for feed in feeds if _is_address(feed)]
    yield from (
        Line(f"{feed}: only http and https addresses are followed", fault=True) for feed in feeds if feed not in good
    )
    with store.transaction() as cursor:
        cursor.executemany("INSERT OR IGNORE INTO feed (url) VALUES (?)", [(feed,) for feed in good])
    follower = _Follower(store, engine, allow_private)
    while True:
        followed = [url for (url,) in store.connection.execute("SELECT url FROM feed ORDER BY rowid").fetchall()]
        if not followed:
            yield Line("no feed is followed; give the address of one", fault=True)
            return
        for feed in followed:
            yield from follower.round(feed)
        refresh(store)
        if not every:
            return
        time.sleep(every * 60)


def forget_feed(store: Store, url: str) -> bool:
    """Follow a feed no longer; False for one that was not followed. Its articles stay."""
    with store.transaction() as cursor:
        return cursor.execute("DELETE FROM feed WHERE url = ?", (url,)).rowcount > 0


class _Follower:
    """Asks for feeds and articles, each host in its own time."""

    def __init__(self, store: Store, engine: str, allow_private: bool) -> None:
        self._store = store
        self._engine = engine
        self._private = allow_private
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def round(self, feed: str) -> Iterator[Line]:
        """Read what is new in one feed; a fault in one entry keeps none of the others."""
        try:
            found = self._feed(feed)
        except ReportError as error:
            self._note(feed, fault=error.reason)
            yield Line(f"{feed}: {error.reason}", fault=True)
            return
        if found is None:
            yield Line(f"{feed}: nothing new")
            return
        answer, parsed = found
        new, again = 0, False
        for entry in parsed.entries[:_NEWEST]:
            link = str(entry.get("link") or "")
            if not _is_address(link) or self._is_seen(feed, link):
                continue
            try:
                reading = self._article(link, entry)
                new += self._store.add(reading, link) != "same"
            except (ReportError, StoreError, ValueError) as error:
                reason = getattr(error, "reason", str(error))
                yield Line(f"{link}: {reason}", fault=True)
                if isinstance(error, StoreError) or reason.startswith(_PASSING):
                    again = True
                    continue
            with self._store.transaction() as cursor:
                row = feed, link, now()
                cursor.execute("INSERT OR IGNORE INTO feed_item (feed, link, seen) VALUES (?, ?, ?)", row)
        with self._store.transaction() as cursor:
            signs = (None, None) if again else (answer.headers.get("etag"), answer.headers.get("last-modified"))
            values = *signs, now(), feed
            cursor.execute("UPDATE feed SET etag = ?, modified = ?, asked = ?, fault = NULL WHERE url = ?", values)
        yield Line(f"{feed}: {new} new")

    def _feed(self, feed: str) -> tuple[Fetched, Any] | None:
        """What a server says of a feed, and its entries; None where nothing has changed."""
        etag, modified = self._store.connection.execute(
            "SELECT etag, modified FROM feed WHERE url = ?", (feed,)
        ).fetchone()
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        self._wait(feed)
        answer = fetch(feed, self._private, headers)
        if not answer.changed:
            self._note(feed)
            return None
        found = feedparser.parse(io.BytesIO(answer.data))
        if not found.entries and found.get("bozo"):
            raise ReportError(feed, "is no feed")
        return answer, found

    def _article(self, link: str, entry: Any) -> Reading:  # noqa: ANN401 - feedparser has no types
        self._wait(link)
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        published = f"{when[0]:04}-{when[1]:02}-{when[2]:02}" if when and when[0] > 0 else None
        return read(link, published=published, allow_private=self._private, engine=self._engine)

    def _wait(self, url: str) -> None:
        """Wait until a host may be asked again. Raises ReportError for what its robots.txt keeps from us."""
        parts = urlsplit(url)
        host = parts.netloc
        robots = self._robots.get(host)
        if robots is None:
            robots = self._robots[host] = self._rules(urlunsplit((parts.scheme, host, "/robots.txt", "", "")))
        if not robots.can_fetch(AGENT, url):
            raise ReportError(url, "its robots.txt keeps programs away from it")
        asked = robots.crawl_delay(AGENT)
        pause = min(_LONGEST_PAUSE, max(_PAUSE, float(asked or 0)))
        time.sleep(max(0.0, self._asked.get(host, 0.0) + pause - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _rules(self, url: str) -> RobotFileParser:
        """A host's rules; everything is allowed where it has none."""
        rules = RobotFileParser()
        try:
            text = fetch(url, self._private).data.decode("utf-8", "replace")
        except ReportError:
            text = ""
        rules.parse(text.splitlines())
        return rules

    def _is_seen(self, feed: str, link: str) -> bool:
        query = "SELECT 1 FROM feed_item WHERE feed = ? AND link = ?"
        return self._store.connection.execute(query, (feed, link)).fetchone() is not None

    def _note(self, feed: str, fault: str | None = None) -> None:
        with self._store.transaction() as cursor:
            cursor.execute("UPDATE feed SET asked = ?, fault = ? WHERE url = ?", (now(), fault, feed))


def _is_address(url: str) -> bool:
    """Whether a text is an address that can be asked."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
