"""Fetching a web page without being led astray: public addresses alone, bounded in time, size and redirects.

The host name is looked up once, every address it has is checked, and the connection goes to the address that was
checked, so that a name that changes its address in between leads nowhere else. Redirects are followed by hand, each
checked the same way. No proxy of the environment is used.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError, TimeoutError

from lesart.errors import Reason, ReportError

SECONDS = 20.0
MEGABYTES = 10
REDIRECTS = 5
AGENT = "lesart (+https://pypi.org/project/lesart)"
_CHUNK = 65_536
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses that a gateway translates to those of IPv4."""


class Fetched(NamedTuple):
    """The bytes of a page, the URL it came from in the end, its charset where the server names one."""

    data: bytes
    url: str
    charset: str | None
    plain: bool
    """Whether it is plain text and no web page."""
    headers: Mapping[str, str]
    """What else the server says, by names in lower case."""
    changed: bool = True
    """Whether it is another than the one that the request's headers tell of."""


def fetch(url: str, allow_private: bool = False, headers: Mapping[str, str] | None = None) -> Fetched:
    """Fetch a page; `headers` are those of a conditional request.

    Raises ReportError with the reason where it cannot or may not be fetched.
    """
    deadline = time.monotonic() + SECONDS
    current = url
    for _ in range(REDIRECTS + 1):
        response = _request(current, url, allow_private, deadline, headers or {})
        try:
            if response.status in (301, 302, 303, 307, 308) and response.headers.get("location"):
                current = urljoin(current, response.headers["location"])
                continue
            said = {name.lower(): value for name, value in response.headers.items()}
            if response.status == 304 and headers:
                return Fetched(b"", current, None, False, said, changed=False)
            if response.status != 200:
                raise ReportError(url, Reason.URL_STATUS.format(response.status))
            media, charset = _media_type(response.headers.get("content-type", ""))
            if media and media != "text/plain" and "html" not in media and "xml" not in media:
                raise ReportError(url, Reason.URL_TYPE.format(media))
            return Fetched(_body(response, url, deadline), current, charset, media == "text/plain", said)
        finally:
            response.close()
    raise ReportError(url, Reason.URL_REDIRECTS.format(REDIRECTS))


def _request(
    current: str, url: str, allow_private: bool, deadline: float, asked: Mapping[str, str]
) -> urllib3.BaseHTTPResponse:
    """One request to a checked address, without following redirects."""
    try:
        parts = urlsplit(current)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ReportError(url, Reason.URL_FAILED.format(error)) from None
    if parts.scheme not in ("http", "https") or not host:
        raise ReportError(url, Reason.URL_SCHEME)
    port = port or (443 if parts.scheme == "https" else 80)
    address = _checked_address(host, port, url, allow_private)
    timeout = urllib3.Timeout(total=max(0.1, deadline - time.monotonic()))
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, server_hostname=host, assert_hostname=host, timeout=timeout, retries=False
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout, retries=False)
    pool.ConnectionCls = _cut_off(pool.ConnectionCls, deadline)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, "Accept-Encoding": "identity"} | dict(
        asked
    )
    try:
        return pool.request("GET", target, headers=headers, redirect=False, preload_content=False)
    except NewConnectionError as error:
        raise ReportError(url, Reason.URL_FAILED.format(_short(error))) from None
    except (HTTPError, OSError, ValueError) as error:
        raise _fault(error, url, deadline) from None


def _cut_off(connection: type[Any], deadline: float) -> type[Any]:
    """A connection that is cut off at the deadline, however slowly its headers drip in."""

    class CutOff(connection):  # type: ignore[misc] # a class that is made for each pool
        def connect(self) -> None:
            super().connect()
            self.timer = threading.Timer(max(0.1, deadline - time.monotonic()), _hang_up, [self.sock])
            self.timer.daemon = True
            self.timer.start()

        def close(self) -> None:
            timer = getattr(self, "timer", None)
            if timer is not None:
                timer.cancel()
            super().close()

    return CutOff


def _hang_up(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _fault(error: Exception, url: str, deadline: float) -> ReportError:
    """What went wrong, for people: it took too long, or what the library says."""
    if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
        return ReportError(url, Reason.URL_TIMEOUT.format(round(SECONDS)))
    return ReportError(url, Reason.URL_FAILED.format(_short(error)))


def _checked_address(host: str, port: int, url: str, allow_private: bool) -> str:
    """An address of the host; all its addresses must be public unless private ones are allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ReportError(url, Reason.URL_UNKNOWN_HOST) from None
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(is_public(address) for address in addresses):
        raise ReportError(url, Reason.URL_PRIVATE)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also where IPv6 wraps an IPv4 address."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        translated = parsed in _NAT64
        inner = (
            ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF) if translated else parsed.ipv4_mapped or parsed.sixtofour
        )
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return parsed.is_global and not parsed.is_multicast


def _media_type(header: str) -> tuple[str, str | None]:
    media, _, parameters = header.partition(";")
    charset = parameters.lower().partition("charset=")[2].strip(" \"';") or None
    return media.strip().lower(), charset


def _body(response: urllib3.BaseHTTPResponse, url: str, deadline: float) -> bytes:
    """The whole answer, read in pieces so that neither its size nor its slowness goes past the limits."""
    limit = MEGABYTES * 1_000_000
    parts: list[bytes] = []
    size = 0
    try:
        while True:
            if time.monotonic() > deadline:
                raise ReportError(url, Reason.URL_TIMEOUT.format(round(SECONDS)))
            part = response.read1(_CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
            if size > limit:
                raise ReportError(url, Reason.TOO_LARGE.format(MEGABYTES))
    except (HTTPError, OSError) as error:
        raise _fault(error, url, deadline) from None


def _short(error: Exception) -> str:
    """The last part of a library's message, without objects and addresses."""
    return str(error).rpartition(": ")[2].strip(" '\")(")[:120] or type(error).__name__
