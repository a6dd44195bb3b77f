"""Fetching from a server of our own on loopback: limits of time, size, redirects, addresses."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lesart.errors import ReportError
from lesart.sources import fetch as fetching
from lesart.sources.fetch import fetch, is_public


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == "/page":
            self._answer(200, b"<p>gut</p>", {"Content-Type": "text/html; charset=latin-1"})
        elif path == "/loop":
            self._answer(302, b"", {"Location": "/loop"})
        elif path == "/away":
            self._answer(302, b"", {"Location": query})
        elif path == "/once":
            self._answer(301, b"", {"Location": "/page"})
        elif path == "/image":
            self._answer(200, b"x", {"Content-Type": "image/png"})
        elif path == "/large":
            self._endless(b"x" * 100_000, 0)
        elif path == "/slow":
            self._endless(b"x", 0.05)
        elif path == "/drip":
            self._headers_without_end()
        elif path == "/silent":
            time.sleep(3)
        else:
            self._answer(500, b"", {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _endless(self, part: bytes, pause: float) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(part)
                time.sleep(pause)
        except OSError:
            pass

    def _headers_without_end(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(60):
                self.wfile.write(f"X-{number}: 1\r\n".encode())
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()


def test_a_page(server: str) -> None:
    assert fetch(f"{server}/page", allow_private=True)[:4] == (b"<p>gut</p>", f"{server}/page", "latin-1", False)


def test_a_redirect_is_followed(server: str) -> None:
    assert fetch(f"{server}/once", allow_private=True)[1] == f"{server}/page"


def test_a_private_address_is_refused(server: str) -> None:
    with pytest.raises(ReportError, match="--allow-private"):
        fetch(f"{server}/page")


def test_nobody_answers() -> None:
    with pytest.raises(ReportError, match="could not be fetched"):
        fetch("http://127.0.0.1:9/", allow_private=True)


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/loop", "redirected more than"), ("/nothing", "status 500"), ("/image", "neither a web page nor text")],
)
def test_what_is_no_page(server: str, path: str, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        fetch(server + path, allow_private=True)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "gopher://x/", "//", "http://"])
def test_a_redirect_to_no_web_address(server: str, target: str) -> None:
    with pytest.raises(ReportError):
        fetch(f"{server}/away?{target}", allow_private=True)


def test_a_page_without_end(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MEGABYTES", 1)
    with pytest.raises(ReportError, match="larger than 1 MB"):
        fetch(f"{server}/large", allow_private=True)


@pytest.mark.parametrize("path", ["/slow", "/silent", "/drip"])
def test_a_server_that_takes_too_long(server: str, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 1.0)
    began = time.monotonic()
    with pytest.raises(ReportError, match="within 1 seconds"):
        fetch(server + path, allow_private=True)
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "file:///etc/passwd", "http://", "https://[::1", "http://a:99999/"]
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(ReportError):
        fetch(url)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "0.0.0.0", "::1", "fe80::1%eth0", "fd00::1", "224.0.0.1",
     "::ffff:127.0.0.1", "2002:7f00:1::", "100.64.0.1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)
