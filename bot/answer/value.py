"""The precise answer inside a passage: a date or a duration, with its offsets, shown in the asker's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.answer.types import Value
from index.dates import find_dates
from index.durations import find_durations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from index.dates import FoundDate
    from index.durations import DurationUnit, FoundDuration
    from index.types import Hit, Language, Passage, Seeks
    from prompts import Phrases

# Latin digits in both languages, as the wire agencies' Arabic services print them.
_LOCALES: dict[Language, str] = {"en": "en_GB", "ar": "ar_EG"}


def show_date(day: date, language: Language) -> str:
    """A date as a reader of the language writes it: "11 September 2022", "11 سبتمبر 2022"."""
    return format_date(day, "d MMMM y", locale=_LOCALES[language])


def find_value(passage: Passage, seeks: Seeks, phrases: Phrases) -> Value | None:
    """The first value of the kind that is sought, or None where the passage holds none.

    Among dates the fullest comes first: a day before a month before a year. A byline holds the time of publication and
    nothing else, and nothing else holds that.
    """
    if (seeks == "publication") != (passage.kind == "byline"):
        return None
    if seeks == "duration":
        durations = find_durations(passage.text)
        return _duration(passage, durations[0], phrases) if durations else None
    dates = sorted(find_dates(passage.text), key=lambda found: (found.day is None, found.month is None))
    return _date(passage, dates[0], phrases.language) if dates else None


def best_with_value(hits: Sequence[Hit], seeks: Seeks, phrases: Phrases) -> tuple[Hit, Value] | None:
    """The first hit that holds a value of the kind that is sought."""
    for hit in hits:
        value = find_value(hit.passage, seeks, phrases)
        if value is not None:
            return hit, value
    return None


def _date(passage: Passage, found: FoundDate, language: Language) -> Value:
    pattern = "d MMMM y" if found.day else "MMMM y" if found.month else "y"
    shown = format_date(found.first_day, pattern, locale=_LOCALES[language])
    day = found.first_day if found.day else None
    return Value("date", passage.start + found.start, passage.start + found.end, shown, day)


def _duration(passage: Passage, found: FoundDuration, phrases: Phrases) -> Value:
    in_genitive = phrases.language == "ar" and found.bound != "exact"
    parts = [
        _amount(amount, unit, phrases, in_genitive=in_genitive)
        for amount, unit in ((found.amount, found.unit), *found.rest)
    ]
    shown = format_list(parts, locale=_LOCALES[phrases.language])
    return Value(
        "duration",
        passage.start + found.start,
        passage.start + found.end,
        phrases.say(f"answer.bound_{found.bound}", amount=shown),
    )


def _amount(amount: float, unit: DurationUnit, phrases: Phrases, *, in_genitive: bool) -> str:
    # Babel's own Arabic names of durations lack the months, weeks and days.
    number = format_decimal(amount, locale=_LOCALES[phrases.language])
    shown = phrases.count(f"answer.{unit}", int(amount) if amount.is_integer() else amount, amount=number)
    # After حوالي and its like the dual is in the genitive: حوالي سنتين.
    return shown.removesuffix("ان") + "ين" if in_genitive and amount == 2 else shown
