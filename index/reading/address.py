"""A web address is fetched: from the public internet alone, with limits on time and size."""

from __future__ import annotations

import asyncio
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from index.errors import DocumentError
from index.reading.charset import page_text
from index.reading.extract import UnreadableError
from index.reading.formats import FORMATS, LARGEST, MARKDOWN, PAGE, PDF, TEXT, WORD, content_format
from index.reading.network import is_public, resolve

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from index.errors import Why
    from index.reading.formats import Format
    from index.reading.network import Address, Resolve

SECONDS = 20.0
_MOST_REDIRECTS = 5
_LONGEST_ADDRESS = 2000
_LONGEST_NAME = 60
_MEDIA_TYPES: dict[str, Format] = {
    "text/html": PAGE,
    "application/xhtml+xml": PAGE,
    "text/plain": TEXT,
    "text/markdown": MARKDOWN,
    "application/pdf": PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": WORD,
}
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; readout)",
    "Accept": ", ".join([*_MEDIA_TYPES, "*/*;q=0.5"]),
    "Accept-Language": "ar, en;q=0.9, *;q=0.5",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address.

    Attributes:
        data: The bytes; of text in UTF-8.
        name: A name for it as a file would have one, with the extension of its format.
        address: Where it was found at last, after redirections.
    """

    data: bytes
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is reached; the default is the only one that is safe, others are for tests.

    Attributes:
        resolve: Gives the addresses of a host.
        may_ask: Whether an address may be asked.
        verify: What the certificates of hosts are checked with; None for what the system trusts.
        seconds: How long a fetch may take, from the first question for a host to the last byte.
    """

    resolve: Resolve = resolve
    may_ask: Callable[[Address], bool] = is_public
    verify: ssl.SSLContext | None = None
    seconds: float = SECONDS


async def fetch(address: str, network: Network | None = None) -> Fetched:
    """What stands at a web address.

    Raises:
        DocumentError: It cannot be fetched, or must not be.
    """
    network = network or Network()
    try:
        async with asyncio.timeout(network.seconds):
            return await _fetch(address, network)
    except TimeoutError:
        raise DocumentError(
            f"{address} did not answer within {network.seconds:g} s: try again, or save the page and add the file",
            "unreached",
        ) from None
    except (UnreadableError, _RefusedError) as error:
        raise DocumentError(f"{address} {error}", error.why) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        raise DocumentError(f"{address} {_told(error)}", "unreached") from error


class _RefusedError(Exception):
    """What must not be fetched; its text follows the address."""

    def __init__(self, told: str, why: Why) -> None:
        super().__init__(told)
        self.why = why


async def _fetch(address: str, network: Network) -> Fetched:
    async with httpx.AsyncClient(
        transport=_Transport(network),
        headers=_HEADERS,
        follow_redirects=False,
        trust_env=False,
        timeout=network.seconds,
    ) as client:
        request = client.build_request("GET", _checked(address))
        for _ in range(_MOST_REDIRECTS + 1):
            response = await client.send(request, stream=True)
            try:
                if response.next_request is None:
                    return await _received(response)
                request = response.next_request
                _checked(str(request.url))
            finally:
                await response.aclose()
    raise _RefusedError(f"redirects more than {_MOST_REDIRECTS} times: save the page and add the file", "unreached")


def _checked(address: str) -> httpx.URL:
    """An address of the web, without a name or a password in it."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError):
        raise _RefusedError(
            "is no web address: it begins with https:// or http:// and names a host", "address"
        ) from None
    if url.scheme not in {"http", "https"} or not url.host or len(address) > _LONGEST_ADDRESS:
        raise _RefusedError("is no web address: it begins with https:// or http:// and names a host", "address")
    if url.userinfo:
        raise _RefusedError("holds a name or a password: use an address without them", "address")
    return url


class _Transport(httpx.AsyncBaseTransport):
    """Connects to the very address that was looked at, so that a host cannot have another one a moment later."""

    def __init__(self, network: Network) -> None:
        self._network = network
        verify = network.verify or httpx.create_ssl_context(trust_env=False)
        # A connection is never used again: it was made for one host, and another may stand at the same address.
        self._transport = httpx.AsyncHTTPTransport(
            verify=verify, trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to its host, if every address of that may be asked."""
        host = request.url.raw_host.decode("ascii")
        try:
            addresses = await self._network.resolve(host.strip("[]"), request.url.port or 443)
        except OSError:
            addresses = []
        if not addresses:
            raise _RefusedError(f"cannot be fetched: there is no host {request.url.host}", "address")
        if not all(self._network.may_ask(one) for one in addresses):
            raise _RefusedError(
                f"is not of the public internet ({request.url.host}): save the page and add the file", "private"
            )
        failed: httpx.ConnectError | None = None
        for one in addresses[:3]:
            sent = httpx.Request(
                request.method, request.url.copy_with(host=str(one)), headers=request.headers, stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )  # fmt: skip
            try:
                return await self._transport.handle_async_request(sent)
            except httpx.ConnectError as error:
                failed = error
        raise failed or httpx.ConnectError("no address")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()


async def _received(response: httpx.Response) -> Fetched:
    if response.status_code != httpx.codes.OK:
        reason = httpx.codes.get_reason_phrase(response.status_code)
        raise _RefusedError(
            f"answered {response.status_code} {reason}".rstrip() + ": is it the right one?", "unreached"
        )
    data = await _body(response)
    media, _, parameters = response.headers.get("content-type", "").partition(";")
    found = content_format(data) or _MEDIA_TYPES.get(media.strip().lower())
    if found in {PAGE, TEXT, MARKDOWN} or found is None:
        told = re.search(r"charset\s*=\s*[\"']?([^\"';\s]+)", parameters, re.IGNORECASE)
        data = page_text(data, told[1] if told else None).encode() if found else data
    return Fetched(data, _name(response.url, found), str(response.url))


async def _body(response: httpx.Response) -> bytes:
    """The body, unpacked piece by piece, so that no more than the limit is ever held."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in {"identity", "", "gzip", "x-gzip"}:
        raise _RefusedError(
            f"is sent in a form that was not asked for ({coding}): save the page and add the file", "unreached"
        )
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if coding not in {"identity", ""} else None
    size = 0
    pieces: list[bytes] = []
    async for raw in response.aiter_raw():
        rest = raw
        while rest:
            if unpack is None:
                piece, rest = rest, b""
            else:
                if unpack.eof:
                    # What follows the end could be endless, and would count for nothing.
                    raise _damaged()
                try:
                    piece = unpack.decompress(rest, LARGEST + 1)
                except zlib.error:
                    raise _damaged() from None
                rest = unpack.unconsumed_tail or unpack.unused_data
            size += len(piece)
            if size > LARGEST:
                raise _RefusedError(
                    f"is larger than {LARGEST // 1_000_000} MB: save a part of it and add that", "large"
                )
            pieces.append(piece)
    if unpack is not None and pieces and not unpack.eof:
        raise _RefusedError("broke off: try again", "unreached")
    return b"".join(pieces)


def _damaged() -> _RefusedError:
    return _RefusedError("is damaged as it arrives: try again, or save the page and add the file", "unreached")


def _name(url: httpx.URL, found: Format | None) -> str:
    """A name that tells host and page, with the extension of the format."""
    last = url.path.rstrip("/").rpartition("/")[2]
    known = [extension for one in FORMATS for extension in one.extensions]
    extension = next((one for one in known if last.lower().endswith(one)), "")
    stem = last[: len(last) - len(extension)]
    host = url.host.removeprefix("www.")
    bare = re.sub(r"[^\w.-]+", "-", f"{host}-{stem}" if stem else host).strip("-.")
    return bare[:_LONGEST_NAME].rstrip("-.") + (found.extensions[0] if found else extension)


def _told(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "did not answer in time: try again, or save the page and add the file"
    if isinstance(error, httpx.ConnectError):
        told = str(error).lower()
        if "certificate" in told or "ssl" in told:
            return "cannot be trusted: its certificate is not valid"
        return "cannot be reached: is it the right one?"
    return "broke off or answered what is no web page: try again"
