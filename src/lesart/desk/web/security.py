"""What keeps a desk its owner's: who may ask, what may be changed from where, how much may be sent, what may run.

On loopback nobody has to sign in, but only requests to loopback names are answered, so that another page's name that
is pointed here (DNS rebinding) gets nothing. Elsewhere a token is needed: as `Authorization: Bearer`, or by the sign-in
page, which sets a cookie. Whatever changes something needs the form's own token, or JSON with the right origin.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import logging
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

from fastapi import Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse

_LOG = logging.getLogger("lesart.desk")
Next = Callable[[Request], Awaitable[Response]]

SESSION = "lesart_desk"
LARGEST = 6_000_000
"""Bytes of a request."""
_SAFE = ("GET", "HEAD", "OPTIONS")
_LONGEST = 4096
"""Characters of an address with its query."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def is_loopback(host: str) -> bool:
    """Whether a host (a name or address, without port) is this machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Guard:
    """The checks of one desk; a middleware."""

    def __init__(self, token: str | None) -> None:
        """`token` is what others than this machine have to know; None: only this machine is served."""
        self._token = token
        self._secret = secrets.token_bytes(32)

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Answer a request, or say why not."""
        response = self._refused(request) or await _bounded(request, call_next)
        for name, value in HEADERS.items():
            response.headers[name] = value
        if request.url.path.startswith("/static/"):
            response.headers["Cache-Control"] = "max-age=3600"
        return response

    def _refused(self, request: Request) -> Response | None:
        if len(str(request.url)) > _LONGEST:
            return PlainTextResponse("The address is too long.", 414)
        try:
            length = int(request.headers.get("content-length") or 0)
        except ValueError:
            return PlainTextResponse("The length of the request is no number.", 400)
        if length > LARGEST:
            return PlainTextResponse(f"At most {LARGEST:,} bytes.", 413)
        if request.method not in _SAFE and "chunked" in request.headers.get("transfer-encoding", ""):
            return PlainTextResponse("The request has to say its length.", 411)
        try:
            host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        except ValueError:
            return PlainTextResponse("The name of the host is none.", 400)
        if self._token is None:
            return None if is_loopback(host) else PlainTextResponse("Ask for this machine by its own name.", 421)
        if self.is_signed_in(request) or request.url.path in ("/sign-in", "/favicon.ico"):
            return None
        if request.url.path.startswith("/static/"):
            return None
        if request.url.path.startswith("/api/"):
            return JSONResponse({"detail": "a token is needed"}, 401, {"WWW-Authenticate": "Bearer"})
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/sign-in?{urlencode({'to': asked})}", 303)

    def is_signed_in(self, request: Request) -> bool:
        """Whether a request brings the token, or the cookie of somebody who brought it."""
        if self._token is None:
            return True
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.knows(given)
        name, _, proof = request.cookies.get(SESSION, "").partition(".")
        return bool(name) and hmac.compare_digest(proof.encode(), self._sign(f"in {name}").encode())

    def knows(self, token: str) -> bool:
        """Whether a token is the right one, in the same time for every wrong one."""
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())

    def session(self, request: Request, signed_in: bool = False) -> str:
        """The value of the cookie that a browser keeps: the one it brings, or a new one."""
        known = request.cookies.get(SESSION, "")
        name, _, proof = known.partition(".")
        if name and (hmac.compare_digest(proof.encode(), self._sign(f"in {name}").encode())):
            return known
        if name and not signed_in and hmac.compare_digest(proof.encode(), self._sign(f"out {name}").encode()):
            return known
        name = secrets.token_urlsafe(18)
        return f"{name}.{self._sign(f'in {name}' if signed_in or self._token is None else f'out {name}')}"

    def form_token(self, session: str) -> str:
        """What the forms of a session carry."""
        return self._sign(f"form {session}")

    def may_change(self, request: Request, form_token: str | None) -> bool:
        """Whether a request that changes something comes from a page of this desk, or from a program with the token."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if self._token is not None and scheme.lower() == "bearer":
            return self.knows(given)
        origin = request.headers.get("origin")
        if origin and urlsplit(origin).netloc != request.headers.get("host"):
            return False
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        media = request.headers.get("content-type", "").partition(";")[0].strip()
        if media == "application/json" or request.method == "DELETE":
            return True  # which no page of another site can send without asking first
        session = request.cookies.get(SESSION, "")
        return bool(session) and hmac.compare_digest((form_token or "").encode(), self.form_token(session).encode())

    def _sign(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()


async def _bounded(request: Request, call_next: Next) -> Response:
    """Answer; whatever goes wrong is no traceback."""
    try:
        return await call_next(request)
    except Exception:
        _LOG.exception("%s %s", request.method, request.url.path)
        return PlainTextResponse("Something went wrong here. The terminal of `lesart desk serve` says what.", 500)
