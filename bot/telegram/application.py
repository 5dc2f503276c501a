"""The library's application with the bot's own transport beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import Application

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from telegram import Bot, Update

    from bot.state.inbox import Inbox
    from bot.telegram.delivery import Delivery
    from bot.telegram.gate import Gate
    from bot.telegram.operating.heart import Heart
    from bot.telegram.operating.share import Share
    from bot.telegram.operating.webhook import WebhookPlace
    from bot.telegram.order import ChatOrder
    from bot.telegram.outage import Outage
    from bot.telegram.polling.request import RawUpdates
    from bot.telegram.worker import Worker


@dataclass(frozen=True, slots=True)
class Transport:
    """What brings updates in.

    Attributes:
        inbox: Where they are kept.
        memory: The thread that the inbox is called on.
        order: Keeps the order in each chat.
        updates: The request that fetches them.
        delivery: The way out.
        gate: Stands before the handlers; made from the bot and what serves an update.
        outage: Stands before what keeps updates; made from the bot and what keeps them.
        schedule: Sends what is due, until cancelled.
        forget_old: Forgets what was done with long ago; called on ``memory``.
        heart: Tells that the bot lives, and counts.
        share: What is this process's of the work; None where it is alone.
        shared_among: Called with the number of processes that share it.
        health_listen: Where that is told over HTTP, as ``HOST:PORT``; empty: nowhere.
        webhook: Where Telegram brings updates; None where they are fetched.
        stop_seconds: How long a stop waits for what is under way.
    """

    inbox: Inbox
    memory: Worker
    order: ChatOrder
    updates: RawUpdates
    delivery: Delivery
    gate: Callable[[Bot, Callable[[Update], Awaitable[None]]], Gate]
    outage: Callable[[Bot, Callable[[list[Any]], Awaitable[object]]], Outage]
    schedule: Callable[[Bot], Coroutine[Any, Any, None]]
    forget_old: Callable[[], None]
    heart: Heart
    share: Share | None
    shared_among: Callable[[int], None]
    health_listen: str
    webhook: WebhookPlace | None
    stop_seconds: float


class BotApplication(Application[Any, Any, Any, Any, Any, Any]):
    """The application; its updates come by its transport and not by the library's updater.

    Args:
        transport: What brings updates in.
        options: What the library's builder gives.
    """

    __slots__ = ("transport",)

    def __init__(self, *, transport: Transport, **options: Any) -> None:  # noqa: ANN401 - the library's
        super().__init__(**options)
        self.transport = transport
