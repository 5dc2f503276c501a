"""What the running bot tells of itself over HTTP: that it lives, whether it is ready, and what it has counted."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.errors import StateError
from bot.telegram.operating.server import Page, Reply

if TYPE_CHECKING:
    from bot.telegram.operating.heart import Heart


def pages_of(heart: Heart) -> dict[str, Page]:
    """The pages at ``/live``, ``/ready`` and ``/metrics``.

    Args:
        heart: Whose they are.
    """
    pages = _Pages(heart)
    return {
        "/live": Page("GET", pages.live),
        "/ready": Page("GET", pages.ready),
        "/metrics": Page("GET", pages.metrics),
    }


class _Pages:
    def __init__(self, heart: Heart) -> None:
        self._heart = heart

    async def live(self, _body: bytes) -> Reply:
        return Reply(200, b"live\n")

    async def ready(self, _body: bytes) -> Reply:
        try:
            told = await self._heart.health()
        except StateError:
            return _json(503, {"ready": False, "problems": ["the database cannot be read"]})
        record = {"ready": not told.problems, "problems": told.problems, **asdict(told)}
        return _json(503 if told.problems else 200, record)

    async def metrics(self, _body: bytes) -> Reply:
        try:
            told = self._heart.metrics.told(await self._heart.health())
        except StateError:
            return Reply(503)
        return Reply(200, told, "text/plain; version=0.0.4; charset=utf-8")


def _json(status: int, record: dict[str, object]) -> Reply:
    return Reply(status, json.dumps(record).encode() + b"\n", "application/json")
