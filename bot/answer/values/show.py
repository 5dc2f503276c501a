"""A candidate that was chosen, as a value: where it stands in the document, and how it is shown in the asker's language."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from babel.lists import format_list

from bot.answer.naming import show_name
from bot.answer.types import Value
from bot.answer.values.aligned import aligned_list, aligned_quantity, aligned_reason
from bot.answer.values.show_dates import show_days
from bot.answer.values.show_numbers import show_duration, show_quantity
from index.language import detect_language as text_language
from index.named import FoundPerson, FoundThing
from prompts import LOCALES

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.reading import Reading
    from index.durations import FoundDuration
    from index.gazetteer import FoundName
    from index.types import Document
    from prompts import Phrases

# In how many of the next smaller unit of the same kind each is told.
_SMALLER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_QUOTES = str.maketrans("", "", '"“”«»')
_THE = re.compile(r"[Tt]he\s+(?![\w\s]+['’]s?\s)")


class Showing:
    """Shows what was chosen in a passage.

    Args:
        reading: The passage.
        other: Its aligned translation into the language of the asker, if there is one.
        document: The document that it stands in.
        offset: Where the passage begins there.
        phrases: In the language of the asker.
    """

    def __init__(
        self, reading: Reading, other: Reading | None, document: Document, offset: int, phrases: Phrases
    ) -> None:
        self.reading = reading
        self.other = other
        self.document = document
        self.offset = offset
        self.phrases = phrases
        self.is_own = reading.language == phrases.language

    def value(self, one: Candidate) -> Value:
        """The value that a candidate is."""
        if one.days is not None:
            days = one.days
            shown = show_days(days, self._written(one), self.phrases, is_own_language=self.is_own)
            first, last, resolved = days.period.first, days.period.last, days.period.is_resolved
            return replace(self._of(one, shown), first=first, last=last, is_resolved=resolved, limit=days.limit)
        if one.duration is not None:
            number, unit = _length(one.duration)
            shown = show_duration(one.duration, self._written(one), self.phrases)
            return replace(self._of(one, shown), number=number, unit=unit)
        if one.quantity is not None:
            return self._quantity(one)
        if one.kind == "list":
            return self._list(one)
        if one.kind == "reason":
            aligned = None if self.is_own or self.other is None else aligned_reason(one, self.reading, self.other)
            return self._of(one, aligned or self._words(one))
        return self._name(one)

    def _of(self, one: Candidate, shown: str) -> Value:
        return Value(one.kind, one.start + self.offset, one.end + self.offset, shown)

    def _written(self, one: Candidate) -> str:
        return self.reading.text[one.start : one.end]

    def _words(self, one: Candidate) -> str:
        return " ".join(self._written(one).split())

    def _quantity(self, one: Candidate) -> Value:
        quantity = one.quantity
        if quantity is None:
            return self._of(one, self._words(one))
        is_percent = one.kind == "percentage"
        told, is_own = quantity, self.is_own
        if not is_own and self.other is not None and not is_percent:
            aligned = aligned_quantity(quantity, self.other)
            told, is_own = (aligned, True) if aligned else (told, is_own)
        shown = show_quantity(told, self._written(one), self.phrases, is_own_language=is_own, is_percent=is_percent)
        unit = "%" if is_percent else quantity.unit
        return replace(self._of(one, shown), number=quantity.number, unit=unit, currency=quantity.currency)

    def _list(self, one: Candidate) -> Value:
        members = tuple(
            self.value(member) if member.kind != "list" else self._of(member, self._words(member))
            for member in one.members
        )
        if self.is_own:
            return replace(self._of(one, self._words(one)), members=members)
        aligned = aligned_list(one, self.other) if self.other else None
        if aligned is not None:
            whole, words = aligned
            shown = tuple(replace(member, text=text) for member, text in zip(members, words, strict=True))
            return replace(self._of(one, whole), members=shown)
        if all(member.kind != "list" and text_language(member.text) == self.phrases.language for member in members):
            joined = format_list([member.text for member in members], locale=LOCALES[self.phrases.language])
            return replace(self._of(one, joined), members=members)
        return replace(self._of(one, self._words(one)), members=members)

    def _name(self, one: Candidate) -> Value:
        start = one.start
        if one.kind == "person" and one.office and one.name and (article := _THE.match(self._written(one))):
            # "the captain, Pavel Orsk" has a name; "the captain" alone keeps its article.
            start += article.end()
        shown = None if self.is_own else self._named(one)
        office = self.reading.text[slice(*one.office)] if one.kind == "person" and one.office and one.name else None
        words = " ".join(self.reading.text[start : one.end].translate(_QUOTES).split())
        # What began its sentence does not begin the answer.
        words = re.sub(r"^The ", "the ", words)
        return Value(one.kind, start + self.offset, one.end + self.offset, shown or words, office=office)

    def _named(self, one: Candidate) -> str | None:
        """A name as the gazetteer or the aligned translation has it."""
        if one.found is None:
            return None
        found = _moved(one.found, self.offset)
        if isinstance(found, FoundThing) and one.kind == "place" and one.name:
            found = replace(found, start=one.start + self.offset, end=one.end + self.offset)
        return show_name(found, self.phrases.language, self.document)


def _moved(found: FoundName | FoundPerson | FoundThing, by: int) -> FoundName | FoundPerson | FoundThing:
    """What was found in a passage, with its offsets in the document."""
    if isinstance(found, FoundPerson):
        office, name = (None if span is None else (span[0] + by, span[1] + by) for span in (found.office, found.name))
        return FoundPerson(found.start + by, found.end + by, office, name)
    if isinstance(found, FoundThing):
        return replace(found, start=found.start + by, end=found.end + by, name=(found.name[0] + by, found.name[1] + by))
    return replace(found, start=found.start + by, end=found.end + by)


def _length(found: FoundDuration) -> tuple[Decimal, str]:
    """How long a duration is, in its smallest unit."""
    number, unit = Decimal(str(found.amount)), str(found.unit)
    for amount, smaller in found.rest:
        while unit != smaller and unit in _SMALLER:
            unit, times = _SMALLER[unit]
            number *= times
        number += Decimal(str(amount))
    return number, unit
