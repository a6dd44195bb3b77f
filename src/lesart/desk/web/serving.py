"""Serving a desk: to this machine alone, or with a token to others."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn

from lesart.desk.web.app import create_app
from lesart.desk.web.security import is_loopback

SHORTEST = 16
"""Characters of a token."""
_SECONDS = 15
"""Time in which a connection that says nothing is closed."""


class TokenError(Exception):
    """A token that is missing, cannot be read or is too short, with a sentence for people."""


def serve(store: Path, host: str, port: int, token_file: Path | None, engine: str) -> None:
    """Serve a store until Ctrl-C. Raises TokenError, and StoreError for what is no store."""
    token = token_of(host, token_file)
    app = create_app(store, token, engine)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=_SECONDS,
        limit_concurrency=200,
        h11_max_incomplete_event_size=65_536,
    )
    try:
        _Server(config, store).run()
    except SystemExit:
        raise OSError(f"{host}, port {port}: cannot be listened at (is it in use?)") from None


class _Server(uvicorn.Server):
    """Says where it listens when it does."""

    def __init__(self, config: uvicorn.Config, store: Path) -> None:
        super().__init__(config)
        self._store = store

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        for server in self.servers if self.started else ():
            host, port = server.sockets[0].getsockname()[:2]
            place = f"[{host}]" if ":" in host else host
            print(f"Lesart desk over {self._store}: http://{place}:{port}/ (Ctrl-C ends it)", flush=True)


def token_of(host: str, token_file: Path | None) -> str | None:
    """The token that a desk at an address asks for; None where it may be served without."""
    if token_file is None:
        if not is_loopback(host):
            raise TokenError(
                f"{host} can be reached by others: give --token-file with a token of {SHORTEST} characters"
            )
        return None
    try:
        token = token_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise TokenError(f"{token_file}: cannot be read ({error})") from None
    if len(token) < SHORTEST:
        raise TokenError(f"{token_file}: a token has at least {SHORTEST} characters")
    return token
