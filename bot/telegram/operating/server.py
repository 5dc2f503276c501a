"""The HTTP server: of webhooks, and of what is told of the running bot. No other module imports tornado."""

from __future__ import annotations

import logging
import re
import socket
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler, stream_request_body

from bot.errors import SettingsError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Iterator, Mapping

logger = logging.getLogger(__name__)

_BACKLOG = 128
_IDLE_SECONDS = 75.0
_BODY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered.

    Attributes:
        status: The HTTP status.
        body: The content.
        kind: Its media type.
    """

    status: int
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Page:
    """What is served at a path.

    Attributes:
        method: ``GET`` or ``POST``; another is answered with 405.
        answer: From the body to the reply.
        allow: From the headers to a reply that ends it before the body is read, or None.
        most_bytes: A longer body is answered with ``too_long``.
        too_long: Called where one was.
    """

    method: str
    answer: Callable[[bytes], Awaitable[Reply]]
    allow: Callable[[Mapping[str, str]], Reply | None] = lambda _: None
    most_bytes: int = 0
    too_long: Callable[[], None] = lambda: None


@contextmanager
def serving(listen: str, pages: Mapping[str, Page], tls: ssl.SSLContext | None = None) -> Iterator[None]:
    """Serve pages until left.

    Args:
        listen: ``HOST:PORT``.
        pages: What is served at each path; all else is answered with 404.
        tls: With what it is secured, if it is.

    Raises:
        SettingsError: It cannot be listened there.
    """
    host, _, port = listen.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host.strip("[]"), int(port)), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise SettingsError(f"nothing can listen at {listen}: {error.strerror}; choose another port or host") from error
    routes = [(re.escape(path), _Handler, {"page": page}) for path, page in pages.items()]
    application = Application(routes, default_handler_class=_Nothing, log_function=_note)
    server = HTTPServer(
        application,
        ssl_options=tls,
        max_body_size=max((page.most_bytes for page in pages.values()), default=0) + 2**20,
        max_header_size=2**14,
        idle_connection_timeout=_IDLE_SECONDS,
        body_timeout=_BODY_SECONDS,
    )
    listener.settimeout(0)
    server.add_socket(listener)
    try:
        yield
    finally:
        server.stop()


class _Plain(RequestHandler):
    """Tells nothing of itself: neither what serves, nor what went wrong."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:  # noqa: ARG002 - the status is set already
        self.finish()

    def compute_etag(self) -> str | None:
        return None


class _Nothing(_Plain):
    def prepare(self) -> None:
        self.set_status(404)
        self.finish()


@stream_request_body
class _Handler(_Plain):
    def initialize(self, page: Page) -> None:
        self._page = page
        self._body = bytearray()

    def prepare(self) -> None:
        if self.request.method != self._page.method:
            self._end(Reply(405))
        elif (reply := self._page.allow(self.request.headers)) is not None:
            self._end(reply)
        elif _length(self.request.headers) > self._page.most_bytes:
            self._end_long()

    def data_received(self, chunk: bytes) -> None:
        if self._finished:
            return
        self._body += chunk
        if len(self._body) > self._page.most_bytes:
            self._end_long()

    async def get(self) -> None:
        self._end(await self._page.answer(bytes(self._body)))

    async def post(self) -> None:
        self._end(await self._page.answer(bytes(self._body)))

    def _end_long(self) -> None:
        self._page.too_long()
        self._end(Reply(413))

    def _end(self, reply: Reply) -> None:
        if self._finished:
            return
        self.set_status(reply.status)
        self.set_header("Content-Type", reply.kind)
        self.finish(reply.body)


def _length(headers: Mapping[str, str]) -> int:
    # What is no number the server refuses itself when it comes to the body.
    told = headers.get("Content-Length", "")
    return int(told) if re.fullmatch("[0-9]{1,18}", told, re.ASCII) else 0


def _note(handler: RequestHandler) -> None:
    logger.debug("http %s %d", handler.request.method, handler.get_status())
