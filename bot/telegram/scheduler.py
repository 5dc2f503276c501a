"""What is sent without being asked: briefings when they are due, new readouts, and corrections of what was told."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.answer.briefing.profile import brief_new
from bot.answer.exchange import CitedPlace
from bot.answer.values import show_date
from bot.state.subscriptions import Prepared
from bot.telegram.briefer import Briefer, prepared_of
from bot.telegram.delivery import Place
from bot.telegram.links import is_private, linker
from bot.telegram.render_briefing import render_briefing, render_correction
from bot.telegram.words import say
from index.types import Scope
from index.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Bot

    from bot.answer.briefing.profile import Profile
    from bot.answer.briefing.schedule import Slot
    from bot.answer.briefing.types import Briefing
    from bot.state.subscriptions import Subscription
    from bot.telegram.desk import Desk
    from index.corrections import Correction
    from index.library import Library
    from index.types import Document

logger = logging.getLogger(__name__)

LATE = timedelta(minutes=10)
"""A briefing that is sent later than this says so."""
_TICK_SECONDS = 5.0
_STOP_SECONDS = 2.0

_Made = tuple["Briefing", tuple[str, ...]]
_Key = tuple[frozenset[str], "Profile", frozenset[str] | None, tuple[CitedPlace, ...]]


class Scheduler:
    """Sends what is due, for as long as it is run.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._briefer = Briefer(desk)
        self._sending: set[asyncio.Task[None]] = set()
        self._looked: tuple[tuple[str, ...], int] | None = None
        # Groups with the same settings that were told the same share the work.
        self._made: dict[_Key, _Made] = {}

    async def run(self, bot: Bot) -> None:
        """Send what was made before the last end, and then what is due, until cancelled."""
        is_mine = False
        try:
            while True:
                try:
                    was_mine, is_mine = is_mine, await self._is_mine()
                    if is_mine and not was_mine:
                        for prepared in await self._desk.remember(self._desk.subscriptions.pending):
                            self._send(bot, prepared)
                    if is_mine:
                        await self.tick(bot)
                except Exception:
                    logger.exception("what is due could not be told, and is tried again")
                await asyncio.sleep(_TICK_SECONDS)
        finally:
            # What is not sent by then is sent at the next start.
            if self._sending:
                await asyncio.wait(self._sending, timeout=_STOP_SECONDS)
            for task in list(self._sending):
                task.cancel()
            await asyncio.gather(*self._sending, return_exceptions=True)

    async def _is_mine(self) -> bool:
        """Whether it is this process that sends what is due."""
        return self._desk.share is None or await self._desk.share.sends_briefings()

    async def tick(self, bot: Bot) -> None:
        """Make and begin to send all that is due now."""
        desk, subscriptions = self._desk, self._desk.subscriptions
        self._made.clear()
        active = await desk.remember(subscriptions.active)
        may_ask = await desk.admitted([one.chat_id for one in active])
        active = [one for one in active if one.chat_id in may_ask]
        if active:
            await self._news(bot, active)
        all_due = await desk.remember(subscriptions.due)
        may_ask = await desk.admitted([one.chat_id for one, _ in all_due])
        for one, due in all_due:
            # Of a chat that was shut out the slots pass.
            if due and one.chat_id in may_ask:
                try:
                    await self._due(bot, one, due)
                except Exception:
                    logger.exception("a briefing could not be made and is passed over")
            await desk.remember(subscriptions.advance, one.chat_id)

    async def _due(self, bot: Bot, one: Subscription, due: Sequence[Slot]) -> None:
        """Brief a chat once, however many of its slots have come meanwhile."""
        briefing, ids = await self._brief(one)
        above = self._late(one, due)
        parts: tuple[str, ...] = ()
        if briefing.sections:
            parts = render_briefing(briefing, linker(bot.username, own=is_private(one.chat_id)), above)
        elif one.says_empty:
            parts = ("\n".join([*above, *(say(each, "schedule.empty") for each in one.profile.languages)]),)
        prepared = prepared_of(briefing, Place(one.chat_id, one.thread_id), due[-1].key, parts, ids)
        await self._keep(bot, replace(prepared, instead_of=tuple(slot.key for slot in due[:-1])))

    async def _brief(self, one: Subscription) -> _Made:
        """What a chat is to be told now."""
        desk, subscriptions = self._desk, self._desk.subscriptions
        shelves = await desk.remember(desk.shelves.seen_by, one.chat_id)
        known = await desk.remember(subscriptions.briefed, one.chat_id)
        told = await desk.remember(subscriptions.told, one.chat_id)
        key = (shelves, one.profile, known, told)
        if key not in self._made:
            self._made[key] = await desk.taking.look(
                lambda library: brief_new(View(library, shelves), one.profile, known=known, told=told)
            )
        return self._made[key]

    async def _news(self, bot: Bot, active: Sequence[Subscription]) -> None:
        """Tell of corrections and, where that is wanted, of new readouts, if the library has changed."""
        ids = await self._desk.taking.look(lambda library: tuple(library.ids()))
        if self._looked == (ids, len(active)):
            return
        for one in active:
            try:
                await self._corrections(bot, one)
                if one.at_once:
                    await self._at_once(bot, one)
            except Exception:
                logger.exception("news could not be told in a chat and are passed over")
        self._looked = ids, len(active)

    async def _at_once(self, bot: Bot, one: Subscription) -> None:
        known = await self._desk.remember(self._desk.subscriptions.briefed, one.chat_id)
        if known is None:
            # Whoever was never briefed is told the newest event at the first slot.
            return
        briefing, ids = await self._brief(one)
        if not briefing.sections:
            return
        above = [say(each, "schedule.at_once") for each in one.profile.languages]
        parts = render_briefing(briefing, linker(bot.username, own=is_private(one.chat_id)), above)
        new = hashlib.sha256("\n".join(sorted(set(ids) - known)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        await self._keep(bot, prepared_of(briefing, Place(one.chat_id, one.thread_id), f"new:{new}", parts, ids))

    async def _corrections(self, bot: Bot, one: Subscription) -> None:
        desk, subscriptions = self._desk, self._desk.subscriptions
        since = await desk.remember(subscriptions.corrected, one.chat_id)
        shelves = await desk.remember(desk.shelves.seen_by, one.chat_id)
        found = await desk.taking.look(lambda library: _corrected(library, max(since, 0), shelves))
        last = max((correction.number for correction, _, _ in found), default=max(since, 0))
        for correction, old, new in found if since >= 0 else ():
            told = await desk.remember(subscriptions.told, one.chat_id)
            prepared = _correction(one, correction, old, new, told)
            if prepared is not None:
                await self._keep(bot, prepared)
        if last != since:
            await desk.remember(subscriptions.note_corrected, one.chat_id, last)

    async def _keep(self, bot: Bot, prepared: Prepared) -> None:
        if await self._desk.remember(self._desk.subscriptions.claim, prepared) and prepared.parts:
            self._send(bot, prepared)

    def _send(self, bot: Bot, prepared: Prepared) -> None:
        task = asyncio.create_task(self._briefer.deliver(bot, prepared))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def _late(self, one: Subscription, due: Sequence[Slot]) -> list[str]:
        """What says since when nothing could be sent, if that is long."""
        if self._desk.now() - due[0].at.timestamp() <= LATE.total_seconds():
            return []
        at = due[0].at.astimezone(ZoneInfo(one.schedule.zone))
        key = "schedule.late" if len(due) == 1 else "schedule.late_for_all"
        return [say(each, key, hour=f"{at:%H:%M}", day=show_date(at.date(), each)) for each in one.profile.languages]


def _corrected(library: Library, since: int, shelves: frozenset[str]) -> list[tuple[Correction, Document, Document]]:
    found = library.corrections(since, Scope(shelves=shelves))
    return [(one, library.document(one.old), library.document(one.new)) for one in found]


def _correction(
    one: Subscription, correction: Correction, old: Document, new: Document, told: Sequence[CitedPlace]
) -> Prepared | None:
    """What a chat is told of a correction; None where it was told nothing of the version before."""
    places = [place for place in told if place.document == old.id]
    if not places:
        return None
    became = {change: None for place in places for change in correction.of(place.start, place.end)}
    changes = [change for change in became if change.kind != "unchanged"]
    now = tuple(CitedPlace(new.id, *change.new) for change in became if change.new is not None)
    parts = render_correction(old, new, changes, one.profile.languages) if changes else ()
    return Prepared(one.chat_id, f"corrected:{correction.number}", one.thread_id, parts, now, (new.id,))
