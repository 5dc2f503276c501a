"""Only addresses of the public internet may be asked."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address

import pytest

from index.reading.network import is_public, resolve


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1
    192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1
    2002:7f00:1:: 3fff::1 fc00::1 fd00::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1""".split(),  # noqa: SIM905 - reads better
)
def test_an_address_of_this_machine_of_its_network_or_of_none_is_not(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_an_address_that_anyone_can_reach_is(address: str) -> None:
    assert is_public(ip_address(address))


def test_the_system_gives_the_addresses_of_a_host() -> None:
    assert ip_address("127.0.0.1") in asyncio.run(resolve("localhost", 80))
    # However it is written.
    assert list(asyncio.run(resolve("2130706433", 80))) == [ip_address("127.0.0.1")]
    for none in ("", "a..b", "a" * 300, "\udc80"):
        with pytest.raises(OSError):  # noqa: PT011 - its text is the system's
            asyncio.run(resolve(none, 80))
