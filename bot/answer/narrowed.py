"""The documents of a library that a question means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.types import Scope

if TYPE_CHECKING:
    from bot.answer.catalogue import Occasion
    from bot.answer.occasion_kinds import Wanted


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The documents that a question means.

    Attributes:
        documents: Their ids; None where it may mean any.
        occasions: The events that they report, the earliest first, where it asks of events.
        wants: Whether one event is asked for, several, or whether there was any.
        sides: For a question of both sides' accounts, the documents of each.
        is_bare: Whether it asks of the events themselves, and not of what was said there.
        is_certain: Whether what is not among them answers nothing: parties who never met, a period in which they did not.
        is_ordered: Whether one of several events was chosen by its order.
        is_one: Whether two are named who had one event in the time that is meant.
        there: What is asked of the event, without the words that name it; None where nothing else is asked.
    """

    documents: frozenset[str] | None = None
    occasions: tuple[Occasion, ...] = ()
    wants: Wanted = "one"
    sides: tuple[frozenset[str], ...] = ()
    is_bare: bool = False
    is_certain: bool = False
    is_ordered: bool = False
    is_one: bool = False
    there: str | None = None

    @property
    def scope(self) -> Scope:
        """Where to search."""
        return Scope(documents=self.documents)
