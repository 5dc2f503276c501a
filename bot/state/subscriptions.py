"""Who is briefed, when and how; which briefings were made; and what each chat was told."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as Time  # noqa: N812 - a time of day, beside the clock
from typing import TYPE_CHECKING, Any, Literal

from bot.answer.briefing.profile import Profile
from bot.answer.briefing.schedule import Schedule, Slot, next_slot, slots
from bot.answer.exchange import CitedPlace
from bot.state.database import BRIEFED, BRIEFINGS, SUBSCRIPTIONS, TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.state.database import Database

KNOWN_FOR = timedelta(days=30)
"""So long a slot is kept after its briefing was made."""

State = Literal["on", "paused", "off", "ended"]
"""``ended``: the bot was shut out of the chat. The settings stay in each state."""

_MOST_TOLD = 1000
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class Subscription:
    """How a chat is briefed.

    Attributes:
        chat_id: The chat.
        schedule: When.
        profile: Of what.
        thread_id: The topic, if any.
        state: Whether at all.
        at_once: Whether a new readout is told when it comes, too.
        says_empty: Whether a slot without anything new gets a line.
    """

    chat_id: int
    schedule: Schedule = field(default_factory=Schedule)
    profile: Profile = field(default_factory=Profile)
    thread_id: int | None = None
    state: State = "off"
    at_once: bool = False
    says_empty: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A briefing that was made and must be sent.

    Attributes:
        chat_id: The chat.
        slot: Its key, of which a chat has one of each alone.
        thread_id: The topic, if any.
        parts: Its messages, as HTML.
        told: The places that it tells.
        documents: The ids of the documents that the chat is briefed of with it.
        instead_of: The keys of earlier slots that it stands for.
    """

    chat_id: int
    slot: str
    thread_id: int | None
    parts: tuple[str, ...]
    told: tuple[CitedPlace, ...] = ()
    documents: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()


class Subscriptions:
    """The subscriptions of all chats, and their briefings.

    Args:
        database: Where they are kept.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def get(self, chat_id: int) -> Subscription | None:
        """The subscription of a chat, in whatever state, if it ever had one."""
        with self._database.begin() as connection:
            row = connection.execute(SUBSCRIPTIONS.select().where(SUBSCRIPTIONS.c.chat_id == chat_id)).one_or_none()
        return None if row is None else _read(row)

    def save(self, one: Subscription) -> None:
        """Keep a subscription. Where it was not on, or had another schedule, slots that are past are not told by it."""
        now = int(self._now())
        columns: dict[str, Any] = {"state": one.state, "settings": _settings(one)}
        anew = {"since": now, "next_at": _next(one.schedule, now)}
        mine = SUBSCRIPTIONS.c.chat_id == one.chat_id
        with self._database.begin() as connection:
            row = connection.execute(SUBSCRIPTIONS.select().where(mine)).one_or_none()
            if row is None:
                new = SUBSCRIPTIONS.insert().values(**columns, **anew, chat_id=one.chat_id, corrected=-1)
                connection.execute(new)
                return
            if (row.state, _read(row).schedule) != (one.state, one.schedule):
                columns |= anew
            connection.execute(SUBSCRIPTIONS.update().where(mine).values(**columns))

    def end(self, chat_id: int) -> None:
        """The bot was shut out of a chat: nothing is sent there until it is wanted again."""
        with self._database.begin() as connection:
            mine = (SUBSCRIPTIONS.c.chat_id == chat_id) & (SUBSCRIPTIONS.c.state == "on")
            connection.execute(SUBSCRIPTIONS.update().where(mine).values(state="ended"))
            waiting = BRIEFINGS.update().where(BRIEFINGS.c.chat_id == chat_id)
            connection.execute(waiting.values(parts=None, is_done=True))

    def due(self) -> list[tuple[Subscription, list[Slot]]]:
        """The subscriptions with a slot that has come, each with those of its slots that no briefing was made for.

        However long nobody looked, none is left out: those before the one that is noted as the next were made.
        """
        now = self._now()
        chosen = (SUBSCRIPTIONS.c.state == "on") & (SUBSCRIPTIONS.c.next_at <= int(now))
        with self._database.begin() as connection:
            rows = connection.execute(SUBSCRIPTIONS.select().where(chosen).order_by(SUBSCRIPTIONS.c.next_at)).all()
            made = {row.chat_id: self._slots_of(connection, row.chat_id) for row in rows}
        found = []
        for row in rows:
            one = _read(row)
            after = datetime.fromtimestamp(max(row.since, row.next_at - 1), UTC)
            there = slots(one.schedule, after, datetime.fromtimestamp(now, UTC))
            found.append((one, [slot for slot in there if slot.key not in made[row.chat_id]]))
        return found

    def advance(self, chat_id: int) -> None:
        """Note that all slots of a chat that have come are made."""
        now = int(self._now())
        mine = SUBSCRIPTIONS.c.chat_id == chat_id
        with self._database.begin() as connection:
            row = connection.execute(SUBSCRIPTIONS.select().where(mine)).one_or_none()
            if row is not None:
                connection.execute(SUBSCRIPTIONS.update().where(mine).values(next_at=_next(_read(row).schedule, now)))

    def active(self) -> list[Subscription]:
        """All that are on."""
        with self._database.begin() as connection:
            rows = connection.execute(SUBSCRIPTIONS.select().where(SUBSCRIPTIONS.c.state == "on")).all()
        return [_read(row) for row in rows]

    def claim(self, one: Prepared) -> bool:
        """Keep a briefing, with what the chat is told by it, in one transaction.

        Returns:
            Whether it is the caller's to send; False where one of this slot was made before.
        """
        now = int(self._now())
        row = {"chat_id": one.chat_id, "slot": one.slot, "thread_id": one.thread_id, "parts": list(one.parts)}
        with self._database.begin() as connection:
            new = BRIEFINGS.insert().prefix_with("OR IGNORE")
            if not connection.execute(new.values(**row, made_at=now, is_done=not one.parts)).rowcount:
                return False
            for slot in one.instead_of:
                passed = {"chat_id": one.chat_id, "slot": slot, "thread_id": one.thread_id, "parts": None}
                connection.execute(new.values(**passed, made_at=now, is_done=True))
            for place in one.told:
                columns = {"document": place.document, "first": place.start, "last": place.end, "told_at": now}
                connection.execute(TOLD.insert().prefix_with("OR IGNORE").values(chat_id=one.chat_id, **columns))
            for document in one.documents:
                briefed = {"chat_id": one.chat_id, "document": document}
                connection.execute(BRIEFED.insert().prefix_with("OR IGNORE").values(**briefed))
        return True

    def made(self, chat_id: int, slot: str) -> Prepared | None:
        """The briefing of a slot that was made before and not yet sent as a whole."""
        chosen = (BRIEFINGS.c.chat_id == chat_id) & (BRIEFINGS.c.slot == slot)
        with self._database.begin() as connection:
            row = connection.execute(BRIEFINGS.select().where(chosen)).one_or_none()
        return None if row is None or row.is_done else _prepared(row)

    def has(self, chat_id: int, slot: str) -> bool:
        """Whether a briefing of this slot was made."""
        with self._database.begin() as connection:
            return slot in self._slots_of(connection, chat_id)

    def pending(self) -> list[Prepared]:
        """The briefings that were made and not sent as a whole: a process ended between."""
        with self._database.begin() as connection:
            rows = connection.execute(BRIEFINGS.select().where(BRIEFINGS.c.is_done.is_(False))).all()
        return [_prepared(row) for row in rows]

    def done(self, chat_id: int, slot: str) -> None:
        """Note that a briefing was sent; its words are forgotten, its slot is not."""
        chosen = (BRIEFINGS.c.chat_id == chat_id) & (BRIEFINGS.c.slot == slot)
        with self._database.begin() as connection:
            connection.execute(BRIEFINGS.update().where(chosen).values(parts=None, is_done=True))

    def told(self, chat_id: int) -> tuple[CitedPlace, ...]:
        """What a chat was told, the newest 1,000 places."""
        query = TOLD.select().where(TOLD.c.chat_id == chat_id).order_by(TOLD.c.number.desc()).limit(_MOST_TOLD)
        with self._database.begin() as connection:
            return tuple(CitedPlace(row.document, row.first, row.last) for row in connection.execute(query))

    def briefed(self, chat_id: int) -> frozenset[str] | None:
        """The ids of the documents that a chat was briefed from; None where it never was."""
        query = BRIEFED.select().with_only_columns(BRIEFED.c.document).where(BRIEFED.c.chat_id == chat_id)
        with self._database.begin() as connection:
            return frozenset(connection.scalars(query)) or None

    def corrected(self, chat_id: int) -> int:
        """The number of the last correction that a chat was told of, or need not be; -1 where that is not known yet."""
        query = SUBSCRIPTIONS.select().with_only_columns(SUBSCRIPTIONS.c.corrected)
        with self._database.begin() as connection:
            number = connection.scalar(query.where(SUBSCRIPTIONS.c.chat_id == chat_id))
        return -1 if number is None else int(number)

    def note_corrected(self, chat_id: int, number: int) -> None:
        """Note that a chat need not be told of the corrections up to a number."""
        with self._database.begin() as connection:
            mine = SUBSCRIPTIONS.c.chat_id == chat_id
            connection.execute(SUBSCRIPTIONS.update().where(mine).values(corrected=number))

    def forget_old(self) -> None:
        """Forget the slots of briefings that were sent long ago; they cannot be due again."""
        with self._database.begin() as connection:
            old = BRIEFINGS.c.made_at < int(self._now() - KNOWN_FOR.total_seconds())
            connection.execute(BRIEFINGS.delete().where(BRIEFINGS.c.is_done & old))

    def move(self, old: int, new: int) -> None:
        """Give all of a chat to the id that it has now; what that has already stays as it is."""
        if old == new:
            return
        with self._database.begin() as connection:
            for table in (SUBSCRIPTIONS, BRIEFINGS, TOLD, BRIEFED):
                moved = table.update().prefix_with("OR IGNORE").where(table.c.chat_id == old)
                connection.execute(moved.values(chat_id=new))
                connection.execute(table.delete().where(table.c.chat_id == old))

    @staticmethod
    def _slots_of(connection: Any, chat_id: int) -> set[str]:  # noqa: ANN401 - SQLAlchemy's, imported in one module alone
        query = BRIEFINGS.select().with_only_columns(BRIEFINGS.c.slot).where(BRIEFINGS.c.chat_id == chat_id)
        return set(connection.scalars(query))


def places_of(cited: Iterable[Any]) -> tuple[CitedPlace, ...]:
    """The places of citations."""
    return tuple(dict.fromkeys(CitedPlace(one.document.id, one.start, one.end) for one in cited))


def _next(schedule: Schedule, now: int) -> int:
    slot = next_slot(schedule, datetime.fromtimestamp(now, UTC))
    return _NEVER if slot is None else int(slot.at.timestamp())


def _settings(one: Subscription) -> dict[str, object]:
    return {
        "hours": [f"{hour:%H:%M}" for hour in one.schedule.hours],
        "days": sorted(one.schedule.days),
        "zone": one.schedule.zone,
        "languages": list(one.profile.languages),
        "length": one.profile.length,
        "subjects": list(one.profile.subjects),
        "leaders": list(one.profile.leaders),
        "thread": one.thread_id,
        "at_once": one.at_once,
        "says_empty": one.says_empty,
    }


def _read(row: Any) -> Subscription:  # noqa: ANN401 - a row
    given = row.settings
    hours: Sequence[str] = given["hours"]
    return Subscription(
        row.chat_id,
        Schedule(tuple(Time.fromisoformat(hour) for hour in hours), frozenset(given["days"]), given["zone"]),
        Profile(tuple(given["languages"]), given["length"], tuple(given["subjects"]), tuple(given["leaders"])),
        given["thread"],
        row.state,
        given["at_once"],
        given["says_empty"],
    )


def _prepared(row: Any) -> Prepared:  # noqa: ANN401 - a row
    return Prepared(row.chat_id, row.slot, row.thread_id, tuple(row.parts or ()))
