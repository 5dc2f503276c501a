"""Web addresses, fetched from a real server on this machine: what is refused, what is bounded, and what is given."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, ip_address
from typing import TYPE_CHECKING

import pytest
import trustme

from index.errors import DocumentError
from index.reading.address import Fetched, Network, fetch
from index.reading.formats import LARGEST
from index.reading.network import is_public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.reading.network import Address

PAGE = b"<!doctype html><html><body><p>The leaders spoke.</p></body></html>"
HERE = ip_address("127.0.0.1")


class Site(ThreadingHTTPServer):
    """A server whose pages the test lays; it remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, str]] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def lay(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content_Type": "text/html", **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.pages[path] = answer


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = self.server
        assert isinstance(site, Site)
        site.asked.append((self.headers["Host"], self.path))
        with contextlib.suppress(ConnectionError):
            site.pages[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library has it
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as one:
        threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield one
        one.shutdown()


class Hosts:
    """A resolver: every host is here, but for those that are told; it counts how often it is asked."""

    def __init__(self, **others: str) -> None:
        self.others = {name.replace("_", "."): value.split() for name, value in others.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, _port: int) -> Sequence[Address]:
        self.asked.append(host)
        with contextlib.suppress(ValueError):
            return [ip_address(host)]
        return [ip_address(one) for one in self.others.get(host, ["127.0.0.1"])]


def network(hosts: Hosts | None = None, **changes: object) -> Network:
    """The safe way, but that this machine may be asked."""
    settings: dict[str, object] = {"may_ask": lambda one: one == HERE or is_public(one), "seconds": 5.0, **changes}
    return Network(resolve=hosts or Hosts(), **settings)  # type: ignore[arg-type]


def get(address: str, reached: Network | None = None) -> Fetched:
    return asyncio.run(fetch(address, reached or network()))


def refusal(address: str, reached: Network | None = None) -> str:
    with pytest.raises(DocumentError) as refused:
        get(address, reached)
    told = str(refused.value)
    assert told.startswith(f"{address} ")
    return told.removeprefix(f"{address} ")


def test_a_page_is_given_as_it_is_with_a_name_and_its_address(site: Site) -> None:
    site.lay("/events/77265.html?x=1")
    address = f"http://www.office.example:{site.port}/events/77265.html?x=1"
    assert get(address) == Fetched(PAGE, "office.example-77265.html", address)
    assert site.asked == [(f"www.office.example:{site.port}", "/events/77265.html?x=1")]


@pytest.mark.parametrize(
    ("path", "media", "body", "name"),
    [
        ("/", "text/html; charset=utf-8", PAGE, "a.example.html"),
        ("/call.pdf", "application/pdf", b"%PDF-1.4", "a.example-call.pdf"),
        ("/download", "application/octet-stream", b"%PDF-1.4", "a.example-download.pdf"),
        ("/call", "text/plain", b"The leaders spoke.", "a.example-call.txt"),
        ("/%D9%85%D9%83%D8%A7%D9%84%D9%85%D8%A9/", "text/html", PAGE, "a.example-مكالمة.html"),
        ("/..%2F..%2Fetc%2Fpasswd", "text/plain", b"The leaders.", "a.example-passwd.txt"),
        ("/x.exe", "application/x-msdownload", b"MZ", "a.example-x.exe"),
        ("/" + "a" * 200, "text/html", PAGE, "a.example-" + "a" * 50 + ".html"),
    ],
)
def test_the_name_tells_host_page_and_format(site: Site, path: str, media: str, body: bytes, name: str) -> None:
    site.lay(path, body, Content_Type=media)
    assert get(f"http://a.example:{site.port}{path}").name == name


def test_a_text_in_another_writing_becomes_utf8(site: Site) -> None:
    site.lay("/", "قال نعم".encode("windows-1256"), Content_Type="text/plain; charset=windows-1256")
    assert get(f"http://a.example:{site.port}/").data.decode() == "قال نعم"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
        "http://0x7f.1/", "http://[fe80::1]/", "http://[fd00::1]/", "http://100.64.0.1/", "https://127.1/",
    ],
)  # fmt: skip
def test_by_default_nothing_but_the_public_internet_is_asked(address: str) -> None:
    assert "is not of the public internet" in refusal(address, Network(seconds=5))


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "gopher://a.example/",
        "http://",
        "http:///x",
        "https://" + "a" * 3000,
        "http://0177.0.0.1/",
    ],
)
def test_what_is_no_web_address_is_told_so(address: str) -> None:
    assert refusal(address) == "is no web address: it begins with https:// or http:// and names a host"


def test_a_password_in_an_address_is_refused() -> None:
    with pytest.raises(DocumentError, match="holds a name or a password: use an address without them"):
        get("http://me:secret@a.example/")


def test_a_host_of_which_one_address_is_private_is_not_asked(site: Site) -> None:
    site.lay("/")
    hosts = Hosts(a_example="127.0.0.1 10.0.0.1")
    assert "is not of the public internet (a.example)" in refusal(f"http://a.example:{site.port}/", network(hosts))
    assert site.asked == []


@pytest.mark.parametrize(
    "target", ["http://inside.example/", "http://10.0.0.1/", "//[::1]/x", "http://169.254.169.254/"]
)
def test_a_redirection_into_a_private_network_is_refused(site: Site, target: str) -> None:
    site.lay("/", b"", 302, Location=target)
    hosts = Hosts(inside_example="192.168.0.7")
    assert "is not of the public internet" in refusal(f"http://a.example:{site.port}/", network(hosts))
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://u:p@a.example/"]
)
def test_a_redirection_to_what_is_no_web_address_is_refused(site: Site, target: str) -> None:
    site.lay("/", b"", 302, Location=target)
    assert refusal(f"http://a.example:{site.port}/").startswith(("is no web address", "holds a name", "broke off"))
    assert len(site.asked) == 1


def test_the_very_address_that_was_looked_at_is_asked(site: Site) -> None:
    site.lay("/")

    class Rebinding(Hosts):
        async def __call__(self, host: str, _port: int) -> Sequence[Address]:
            self.asked.append(host)
            return [HERE if len(self.asked) == 1 else IPv4Address("127.0.0.2")]

    hosts = Rebinding()
    assert get(f"http://a.example:{site.port}/", network(hosts)).data == PAGE
    assert hosts.asked == ["a.example"]


def test_each_redirection_is_looked_at_anew_and_names_the_new_host(site: Site) -> None:
    site.lay("/one", b"", 301, Location=f"http://b.example:{site.port}/two")
    site.lay("/two", b"", 307, Location="/three")
    site.lay("/three")
    hosts = Hosts()
    found = get(f"http://a.example:{site.port}/one", network(hosts))
    assert found.address == f"http://b.example:{site.port}/three"
    assert hosts.asked == ["a.example", "b.example", "b.example"]
    assert site.asked == [
        (f"a.example:{site.port}", "/one"), (f"b.example:{site.port}", "/two"), (f"b.example:{site.port}", "/three"),
    ]  # fmt: skip


def test_redirections_without_end_are_refused(site: Site) -> None:
    site.lay("/", b"", 302, Location="/")
    assert refusal(f"http://a.example:{site.port}/") == "redirects more than 5 times: save the page and add the file"
    assert len(site.asked) == 6


def test_the_next_address_of_a_host_is_asked_where_one_does_not_answer(site: Site) -> None:
    site.lay("/")
    hosts = Hosts(a_example="127.0.0.3 127.0.0.1")
    reached = network(hosts, may_ask=lambda one: one.is_loopback)
    assert get(f"http://a.example:{site.port}/", reached).data == PAGE


@pytest.mark.parametrize(
    ("status", "told"), [(404, "404 Not Found"), (403, "403 Forbidden"), (500, "500 Internal Server Error")]
)
def test_an_answer_that_is_no_page_is_told(site: Site, status: int, told: str) -> None:
    site.lay("/", status=status)
    assert refusal(f"http://a.example:{site.port}/") == f"answered {told}: is it the right one?"


def test_what_is_packed_is_unpacked_and_no_more_than_the_limit(site: Site) -> None:
    site.lay("/page", gzip.compress(PAGE), Content_Encoding="gzip")
    assert get(f"http://a.example:{site.port}/page").data == PAGE
    bomb = gzip.compress(b"a" * (LARGEST * 10))
    assert len(bomb) < LARGEST / 50
    site.lay("/bomb", bomb, Content_Encoding="gzip")
    assert refusal(f"http://a.example:{site.port}/bomb") == "is larger than 20 MB: save a part of it and add that"
    site.lay("/half", gzip.compress(PAGE * 100)[:-20], Content_Encoding="gzip")
    assert refusal(f"http://a.example:{site.port}/half") == "broke off: try again"
    site.lay("/odd", b"not gzip", Content_Encoding="gzip")
    assert refusal(f"http://a.example:{site.port}/odd").startswith("is damaged as it arrives")
    # Two packed pieces, one after the other, are not told as if the first were all; nor is what is sent after the end kept.
    site.lay("/two", gzip.compress(PAGE) * 2, Content_Encoding="gzip")
    assert refusal(f"http://a.example:{site.port}/two").startswith("is damaged as it arrives")
    site.lay("/on", gzip.compress(PAGE) + bytes(LARGEST), Content_Encoding="gzip")
    assert refusal(f"http://a.example:{site.port}/on").startswith("is damaged as it arrives")
    site.lay("/br", b"x", Content_Encoding="br")
    assert refusal(f"http://a.example:{site.port}/br").startswith("is sent in a form that was not asked for (br)")


def test_more_than_the_limit_is_not_received(site: Site) -> None:
    sent = 0

    def endless(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"a" * 1_000_000)
            sent += 1_000_000

    site.pages["/"] = endless
    assert refusal(f"http://a.example:{site.port}/") == "is larger than 20 MB: save a part of it and add that"
    assert sent < 2 * LARGEST


@pytest.mark.parametrize("part", ["status", "headers", "body"])
def test_a_server_that_trickles_is_left(site: Site, part: str) -> None:
    stop = threading.Event()

    def trickle(handler: BaseHTTPRequestHandler) -> None:
        if part != "status":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        if part == "body":
            handler.wfile.write(b"Content-Type: text/html\r\n\r\n")
        while not stop.wait(0.05):
            handler.wfile.write(b"X-A: b\r\n" if part == "headers" else b"H")

    site.pages["/"] = trickle
    began = time.monotonic()
    told = refusal(f"http://a.example:{site.port}/", network(seconds=0.5))
    stop.set()
    assert told.startswith(("did not answer within 0.5 s", "broke off"))
    assert time.monotonic() - began < 3


def test_a_host_that_is_not_found_or_does_not_answer_is_told() -> None:
    class Nowhere(Hosts):
        async def __call__(self, host: str, _port: int) -> Sequence[Address]:
            raise OSError(host)

    assert refusal("http://a.example/", network(Nowhere())) == "cannot be fetched: there is no host a.example"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert refusal(f"http://a.example:{port}/") == "cannot be reached: is it the right one?"


def test_a_resolver_that_does_not_answer_is_left() -> None:
    class Waiting(Hosts):
        async def __call__(self, _host: str, _port: int) -> Sequence[Address]:
            await asyncio.sleep(60)
            return []

    assert refusal("http://a.example/", network(Waiting(), seconds=0.2)).startswith("did not answer within 0.2 s")


@pytest.mark.parametrize(
    "answer",
    [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", b"\x15\x03\x01\x00\x02\x02"],
)
def test_what_is_no_answer_of_the_web_is_told(site: Site, answer: bytes) -> None:
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(answer)

    site.pages["/"] = write
    assert refusal(f"http://a.example:{site.port}/") == "broke off or answered what is no web page: try again"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def test_the_certificate_is_checked_against_the_name_that_was_asked_for(authority: trustme.CA) -> None:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("good.example").configure_cert(serving)
    names: list[str | None] = []
    serving.sni_callback = lambda _connection, name, _context: names.append(name)
    with Site() as site:
        site.socket = serving.wrap_socket(site.socket, server_side=True)
        site.lay("/")
        threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        assert get(f"https://good.example:{site.port}/", network(verify=trusting)).data == PAGE
        bad = refusal(f"https://bad.example:{site.port}/", network(verify=trusting))
        unknown = refusal(f"https://good.example:{site.port}/")
        site.shutdown()
    assert bad == unknown == "cannot be trusted: its certificate is not valid"
    assert names == ["good.example", "bad.example", "good.example"]
