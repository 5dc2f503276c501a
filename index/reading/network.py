"""Which addresses of the network may be asked for a page: only those that anyone on the internet can reach."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[Sequence[Address]]]
"""Gives the addresses of a host; raises ``OSError`` where there is none."""

# They stand for an IPv4 address (RFC 6052), wherever a translator is.
_TRANSLATED = IPv6Network("64:ff9b::/96")
# Relays to other networks, translation within one (RFC 8215), and what not every Python knows to be for documentation.
_NEVER = tuple(
    ip_network(one)
    for one in ("192.88.99.0/24", "::/96", "2001::/32", "2002::/16", "3fff::/20", "64:ff9b:1::/48", "fec0::/10")
)


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet: none of this machine, of its network, reserved or of a group."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in _TRANSLATED:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if any(address in network for network in _NEVER):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


async def resolve(host: str, port: int) -> Sequence[Address]:
    """The addresses of a host, as the system knows them.

    Raises:
        OSError: There is no such host.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[Address]] = loop.create_future()

    def settle(addresses: list[Address] | None, error: OSError | None) -> None:
        if found.done():
            return
        if error is not None:
            found.set_exception(error)
        else:
            found.set_result(addresses or [])

    def ask() -> None:
        error: OSError | None = None
        addresses: list[Address] = []
        try:
            told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(ip_address(one[4][0]) for one in told))
        except (OSError, UnicodeError, ValueError) as failed:
            error = failed if isinstance(failed, OSError) else OSError(str(failed))
        # The loop may have ended without waiting.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, addresses, error)

    # A thread of its own, since the system's answer may take longer than anyone waits for it.
    threading.Thread(target=ask, name="resolve", daemon=True).start()
    return await found
