"""What tests ask the running bot over HTTP."""

from __future__ import annotations

import socket
from http.client import HTTPConnection

from prometheus_client.parser import text_string_to_metric_families

QUESTION = "When was the last call?"
SECRET = "s3cret-of_the-test"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def free_place() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


def ask(
    place: str, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    connection = HTTPConnection(place, timeout=10)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def metrics(place: str) -> dict[str, float]:
    status, text = ask(place, "GET", "/metrics")
    assert status == 200
    return {
        sample.name + "".join(f" {value}" for _, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def raw(place: str, *parts: bytes) -> bytes:
    """All that is answered to some bytes, until the connection is closed."""
    host, _, port = place.partition(":")
    with socket.create_connection((host, int(port)), 10) as connection:
        connection.settimeout(15)
        for part in parts:
            connection.sendall(part)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))
