"""HTTP/1.1 with keep-alive, one thread a connection; nothing of it is left when it has closed."""

from __future__ import annotations

import contextlib
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = tuple[int, bytes]


class Http(ThreadingHTTPServer):
    """A server on the loopback.

    Args:
        port: 0 for any free one.
        route: From path, query, content type and body to status and body; None closes the connection instead.
    """

    daemon_threads = False
    request_queue_size = 128

    def __init__(self, port: int, route: Callable[[str, str, str, bytes], Answer | None]) -> None:
        self.route = route
        self._connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Connection)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  as in the base class
        """Remember the connection before its thread starts."""
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401  as in the base class
        """Forget the connection."""
        self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End every connection, also one that waits for its next request."""
        for connection in list(self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Http

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().handle()

    def finish(self) -> None:
        with contextlib.suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        target = urlsplit(self.path)
        kind = self.headers.get("Content-Type", "")
        answer = self.server.route(unquote(target.path), target.query, kind, body)
        if answer is None:
            self.close_connection = True
            return
        status, content = answer
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Write nothing: the calls are recorded, and the path holds the token."""
