"""The time from one day to another, counted as calendars are: years, months and days, and said in both languages.

Counted here and not by dateutil: what is needed of its relativedelta is the ten lines of ``elapsed``, and the package would be
a new dependency of a megabyte (it reads time zone files that the standard library reads).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from babel.lists import format_list
from babel.numbers import format_decimal

from prompts import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from prompts import Phrases

Precision = Literal["day", "month", "year"]
Case = Literal["nominative", "genitive"]

_CARRIED = re.compile(r"(?<!\w)بـ(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time from one day to another, none of its parts negative.

    Attributes:
        years: Whole years.
        months: Whole months beyond them, 0 to 11.
        days: Days beyond those, 0 to 30.
        is_ahead: Whether the day counted from is after the one counted to.
        precision: How exactly the day counted from is known; ``months`` and ``days`` are 0 where it cannot tell them.
    """

    years: int = 0
    months: int = 0
    days: int = 0
    is_ahead: bool = False
    precision: Precision = "day"

    @property
    def is_none(self) -> bool:
        """Whether no time lies between, as far as is known: the same day, the same month or the same year."""
        return not (self.years or self.months or self.days)


def today(clock: Callable[[], datetime], zone: tzinfo) -> date:
    """The date in a time zone at the instant that the clock tells.

    Raises:
        ValueError: The clock tells no instant, for it does not say in what time zone its hour is.
    """
    now = clock()
    if now.utcoffset() is None:
        raise ValueError("the clock must tell its time zone: datetime.now(UTC), not datetime.now()")
    return now.astimezone(zone).date()


def elapsed(since: date, until: date, precision: Precision = "day") -> Elapsed:
    """The time from ``since`` to ``until``: the most whole months that fit, twelve of them a year, then the days left over.

    A month after the 31st is the last day of a month that has none, and a year after 29 February is 28 February. Of a month
    or a year that is known no better, only the difference in months or years is told.
    """
    is_ahead = since > until
    first, last = (until, since) if is_ahead else (since, until)
    months = 12 * (last.year - first.year) + last.month - first.month
    if precision == "year":
        return Elapsed(last.year - first.year, 0, 0, is_ahead, precision)
    if precision == "month":
        return Elapsed(*divmod(months, 12), 0, is_ahead, precision)
    if later(first, months) > last:
        months -= 1
    return Elapsed(*divmod(months, 12), (last - later(first, months)).days, is_ahead)


def later(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last one of a month that is shorter."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def show_elapsed(time: Elapsed, phrases: Phrases, case: Case = "nominative") -> str:
    """How much time it is: "2 years, 9 months and 20 days", "سنتان و9 أشهر و20 يومًا", or "the same day".

    Args:
        time: What is shown; "about" stands before what is known to the month or the year only.
        phrases: Those of the language.
        case: Of the Arabic words: the genitive after قبل, بعد and منذ.
    """
    if time.is_none:
        return phrases.say(f"elapsed.same_{time.precision}")
    about = time.precision != "day"
    parts = [
        _counted(count, unit, phrases, is_genitive=case == "genitive" or about)
        for count, unit in ((time.years, "year"), (time.months, "month"), (time.days, "day"))
        if count
    ]
    shown = format_list(parts, locale=LOCALES[phrases.language])
    return phrases.say("answer.bound_about", amount=shown) if about else shown


def show_since(time: Elapsed, phrases: Phrases) -> str:
    """When it was, seen from today: "2 years, 9 months and 20 days ago", "in 3 days", "today"; "قبل سنتين", "بعد 3 أيام"."""
    if time.is_none:
        return phrases.say(f"elapsed.this_{time.precision}")
    name = "elapsed.ahead" if time.is_ahead else "elapsed.ago"
    return phrases.say(name, amount=show_elapsed(time, phrases, "genitive"))


def show_before(time: Elapsed, phrases: Phrases) -> str:
    """When it was, seen from another day: "2 years and 9 months before", "3 days later", "the same day"; "قبل ذلك بسنتين"."""
    if time.is_none:
        return phrases.say(f"elapsed.same_{time.precision}")
    name = "elapsed.after" if time.is_ahead else "elapsed.before"
    # The tatweel that carries a prefix before figures (بـ9 أشهر) is not written before letters (بسنتين).
    return _CARRIED.sub("ب", phrases.say(name, amount=show_elapsed(time, phrases, "genitive")))


def _counted(count: int, unit: str, phrases: Phrases, *, is_genitive: bool) -> str:
    number = format_decimal(count, locale=LOCALES[phrases.language])
    shown = phrases.count(f"answer.{unit}", count, amount=number)
    # The dual alone changes its letters: سنتان, but قبل سنتين.
    return shown.removesuffix("ان") + "ين" if is_genitive and count == 2 and phrases.language == "ar" else shown
