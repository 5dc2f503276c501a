"""How much one person, and one group, may ask: more than that is not answered, so that the others are."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.telegram.limiter import Rate

Verdict = Literal["serve", "tell", "ignore"]
"""To be served; not to be served, which is to be said; or it was said just before."""

_MANY = 10_000


@dataclass(slots=True)
class _Asker:
    at: deque[float] = field(default_factory=deque)
    told_at: float = -inf


class Quotas:
    """Counts what persons and groups ask by the time at which they asked, so that a backlog is not taken for haste.

    Args:
        person: How much one person may ask, in all chats together.
        group: How much all in one group may ask.
    """

    def __init__(self, person: Rate, group: Rate) -> None:
        self._person = person
        self._group = group
        self._askers: dict[int, _Asker] = {}

    def admit(self, chat_id: int, user_id: int | None, asked_at: float) -> Verdict:
        """What to do with what was asked.

        Args:
            chat_id: The chat; a group's id is below zero.
            user_id: Who asks, if that is known.
            asked_at: When, in seconds since the epoch.
        """
        if len(self._askers) > _MANY:
            longest = max(self._person.seconds, self._group.seconds)
            self._askers = {
                one: asker for one, asker in self._askers.items() if asker.at and asker.at[-1] > asked_at - longest
            }
        counted = [(user_id, self._person)] if user_id is not None and user_id > 0 else []
        counted += [(chat_id, self._group)] if chat_id < 0 else []
        askers = [(self._askers.setdefault(number, _Asker()), rate) for number, rate in counted]
        if all(_has_room(asker, rate, asked_at) for asker, rate in askers):
            for asker, _ in askers:
                asker.at.append(asked_at)
            return "serve"
        told = self._askers.setdefault(chat_id, _Asker())
        if told.told_at > asked_at - self._person.seconds:
            return "ignore"
        told.told_at = asked_at
        return "tell"


def _has_room(asker: _Asker, rate: Rate, now: float) -> bool:
    while asker.at and asker.at[0] <= now - rate.seconds:
        asker.at.popleft()
    return len(asker.at) < rate.most
