"""Following feeds on a server of our own: what is new is read once, rules and conditions are kept to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from lesart.desk import Store
from lesart.desk import feeds as feeds_module
from lesart.desk.feeds import Line, follow

ENTRY = "<item><title>{0}</title><link>http://{1}/{0}</link><pubDate>Wed, 16 Apr 2031 08:00:00 GMT</pubDate></item>"
PAGE = """<html lang="de"><head><title>{0}</title></head><body><article><h1>{0}</h1><p>Der Verband hat am Montag getagt.
„Wir sind uns in allen Punkten einig geworden“, sagte Verbandschef Karl Ohm nach der Sitzung {0}. Die Gespräche sollen
am kommenden Freitag in Ohlsdorf fortgesetzt werden, wie Ohm vor Journalisten ankündigte.</p></article></body></html>"""


class Server(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str | None, str | None]]] = []

    def do_GET(self) -> None:
        host = self.headers["Host"]
        self.asked.append((self.path, self.headers.get("User-Agent"), self.headers.get("If-None-Match")))
        if self.path == "/feed":
            if self.headers.get("If-None-Match") == '"eins"':
                self.send_response(304)
                self.end_headers()
                return
            items = "".join(ENTRY.format(name, host) for name in ("eins", "zwei", "verboten", "fehlt"))
            body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
            self._answer(body, "application/rss+xml", {"ETag": '"eins"'})
        elif self.path == "/robots.txt":
            self._answer("User-agent: *\nDisallow: /verboten\n", "text/plain")
        elif self.path in ("/eins", "/zwei", "/verboten"):
            self._answer(PAGE.format(self.path[1:]), "text/html; charset=utf-8")
        elif self.path == "/nofeed":
            self._answer("das ist kein Feed", "text/plain")
        else:
            self.send_error(404)

    def _answer(self, body: str, media: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(200)
        for name, value in {"Content-Type": media, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(feeds_module, "_PAUSE", 0.01)
    Server.asked = []
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()


def _follow(store: Store, *feeds: str) -> list[Line]:
    return list(follow(store, feeds, 0, "rules", allow_private=True))


def test_what_is_new_is_read_once(tmp_path: Path, server: str) -> None:
    with Store(tmp_path / "s.lesart", create=True) as store:
        said = _follow(store, f"{server}/feed")
        assert said[-1] == Line(f"{server}/feed: 2 new")
        assert [reading.article.published for reading in store.readings()] == ["2031-04-16"] * 2
        assert store.connection.execute("SELECT count(*) FROM dossier").fetchone() != (0,)
        faults = [line.text for line in said if line.fault]
        assert len(faults) == 2 and "robots.txt" in faults[0] and "fehlt" in faults[1]
        assert "/verboten" not in [path for path, _, _ in Server.asked]
        before = len(Server.asked)
        assert _follow(store) == [Line(f"{server}/feed: nothing new")]
        assert [(path, etag) for path, _, etag in Server.asked[before:] if path == "/feed"] == [("/feed", '"eins"')]
        assert all("lesart" in (agent or "") for _, agent, _ in Server.asked)


def test_a_fault_is_said_and_kept(tmp_path: Path, server: str) -> None:
    with Store(tmp_path / "s.lesart", create=True) as store:
        (line,) = _follow(store, f"{server}/nofeed")
        assert line.fault and "is no feed" in line.text
        assert store.connection.execute("SELECT fault FROM feed").fetchone() == ("is no feed",)


def test_a_private_feed_is_not_asked(tmp_path: Path, server: str) -> None:
    with Store(tmp_path / "s.lesart", create=True) as store:
        (line,) = follow(store, [f"{server}/feed"], 0, "rules")
        assert line.fault and Server.asked == []


def test_pauses_between_two_requests_to_one_host(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds_module, "_PAUSE", 2.0)
    slept: list[float] = []
    monkeypatch.setattr(feeds_module.time, "sleep", slept.append)
    with Store(tmp_path / "s.lesart", create=True) as store:
        _follow(store, f"{server}/feed")
    assert sum(1 for seconds in slept if seconds > 1.5) >= 3


def test_an_address_that_is_none_is_not_followed(tmp_path: Path, server: str) -> None:
    with Store(tmp_path / "s.lesart", create=True) as store:
        said = _follow(store, "http://[bad", "/etc/passwd", f"{server}/feed")
        assert [line.fault for line in said[:2]] == [True, True] and said[-1].text.endswith("2 new")
        assert store.connection.execute("SELECT count(*) FROM feed").fetchone() == (1,)
        assert feeds_module.forget_feed(store, f"{server}/feed") and not feeds_module.forget_feed(store, "x")
