"""A thread of its own for work that would hold up the event loop."""

from __future__ import annotations

import asyncio
import itertools
import queue
import threading
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")

_SOON, _IN_TURN, _END = range(3)
_Work = tuple[int, int, "Future[Any]", "Callable[[], Any] | None"]


class Worker:
    """One thread, which does one thing after another in the order in which it was asked.

    Args:
        name: The thread's name.
    """

    def __init__(self, name: str) -> None:
        self._work: queue.PriorityQueue[_Work] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._do, name=f"{name}_0", daemon=True)
        self._thread.start()

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function on the thread and wait for what it returns or raises, without holding up the event loop."""
        return await asyncio.wrap_future(self._put(_IN_TURN, partial(function, *args, **kwargs)))

    async def run_soon(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The same, before all that was asked with ``run`` and is not begun."""
        return await asyncio.wrap_future(self._put(_SOON, partial(function, *args, **kwargs)))

    def close(self) -> None:
        """Let the work at hand end, and take no more."""
        self._closed.set()
        self._work.put((_END, next(self._numbers), Future(), None))
        self._thread.join()

    def _put(self, rank: int, function: Callable[[], R]) -> Future[R]:
        if self._closed.is_set():
            raise RuntimeError("cannot schedule new futures after shutdown")
        future: Future[R] = Future()
        self._work.put((rank, next(self._numbers), future, function))
        return future

    def _do(self) -> None:
        while True:
            _, _, future, function = self._work.get()
            if function is None:
                return
            if self._closed.is_set():
                future.cancel()
            elif future.set_running_or_notify_cancel():
                try:
                    future.set_result(function())
                except BaseException as error:  # noqa: BLE001 - whoever waits is told
                    future.set_exception(error)
