"""Dates as they are shown: in full in the asker's language, and what the text names from its own day beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.dates import format_date

from index.language import fold
from prompts import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.answer.types import Limit
    from bot.answer.values.candidate import NamedDays
    from index.dated_periods import FoundPeriod
    from index.types import Language
    from prompts import Phrases

_SEASONS = {3: "values.spring", 6: "values.summer", 9: "values.autumn", 12: "values.winter"}
_NTH = ("values.first", "values.second", "values.third", "values.fourth")
_NAMED = (
    ("values.yesterday", re.compile(r"\byesterday\b|(?<!\w)(?:ال)?[اب]?امس(?!\w)")),
    ("values.tomorrow", re.compile(r"\btomorrow\b|(?<!\w)(?:ال)?غدا?(?!\w)")),
    ("values.today", re.compile(r"\b(?:today|tonight)\b|(?<!\w)(?:اليوم|الليله)(?!\w)")),
)
_COUNTED = re.compile(r"(?:yesterday|today|tonight|tomorrow|last|next|this|the|an?|one|two|three|four|five|six|\d+)\b")
_NEXT = re.compile(r"\b(?:next|coming)\b|(?<!\w)(?:المقبل|القادم|الاتي)ه?(?!\w)")
_LAST = re.compile(r"\b(?:last|past)\b|(?<!\w)(?:الماضي|المنصرم|الفايت)ه?(?!\w)")


def show_date(day: date, language: Language) -> str:
    """A date as a reader of the language writes it: "11 September 2022", "11 سبتمبر 2022"."""
    return format_date(day, "d MMMM y", locale=LOCALES[language])


def show_days(days: NamedDays, written: str, phrases: Phrases, *, is_own_language: bool) -> str:
    """Days that a text names, as they are shown.

    Args:
        days: The days.
        written: How the text names them.
        phrases: In the language of the asker.
        is_own_language: Whether the text is in that language.
    """
    period = days.period
    if days.hijri or period.is_converted:
        hijri = _show_hijri(period, phrases)
        return phrases.say("values.resolved", named=hijri, date=show_period(period, phrases))
    shown = show_period(period, phrases)
    if days.part:
        shown = phrases.say(f"values.part_{days.part}", date=shown)
    if not days.is_relative:
        return shown
    is_day = period.grain == "day" and period.first == period.last
    if is_own_language and (is_day or _NEXT.search(fold(written).text) or _LAST.search(fold(written).text)):
        named = _as_written(written)
    else:
        named = "" if is_own_language else _name(days, written, phrases)
    return phrases.say("values.resolved", named=named, date=shown) if named else shown


def show_limited(shown: str, limit: Limit | None, phrases: Phrases) -> str:
    """A date with what stands before it: "by 1 April 2025"."""
    return phrases.say(f"values.{limit}", date=shown) if limit else shown


def show_period(period: FoundPeriod, phrases: Phrases) -> str:
    """The days of a period: "11 September 2022", "3 to 5 October 2024", "October 2024", "spring 2025"."""
    first, last, language = period.first, period.last, phrases.language
    if first == last:
        return show_date(first, language)
    if period.grain in _GRAINS:
        return _GRAINS[period.grain](first, last, phrases)
    if (first.year, first.month) == (last.year, last.month):
        return format_date(first, "MMMM y", locale=LOCALES[language])
    if first.month == 1 and last.month == 12:
        return _show_years(first.year, last.year, phrases)
    begin = format_date(first, "MMMM" if first.year == last.year else "MMMM y", locale=LOCALES[language])
    end = format_date(last, "MMMM y", locale=LOCALES[language])
    return phrases.say("values.range_more", first=begin, last=end)


def _show_years(first: int, last: int, phrases: Phrases) -> str:
    return str(first) if first == last else phrases.say("values.range_more", first=str(first), last=str(last))


def _show_week(first: date, _last: date, phrases: Phrases) -> str:
    return phrases.say("values.week", date=show_date(first, phrases.language))


def _show_season(first: date, last: date, phrases: Phrases) -> str:
    year = str(first.year) if first.year == last.year else f"{first.year}/{last.year}"
    return phrases.say(_SEASONS[first.month], year=year)


def _show_quarter(first: date, _last: date, phrases: Phrases) -> str:
    return phrases.say("values.quarter", nth=phrases.say(_NTH[first.month // 3]), year=first.year)


def _show_half(first: date, _last: date, phrases: Phrases) -> str:
    return phrases.say("values.half", nth=phrases.say(_NTH[first.month // 6]), year=first.year)


def _show_range(first: date, last: date, phrases: Phrases) -> str:
    same_month = (first.year, first.month) == (last.year, last.month)
    pattern = "d" if same_month else "d MMMM" if first.year == last.year else "d MMMM y"
    begin = format_date(first, pattern, locale=LOCALES[phrases.language])
    name = "values.range_two" if (last - first).days == 1 and same_month else "values.range_more"
    return phrases.say(name, first=begin, last=show_date(last, phrases.language))


def _show_hijri(period: FoundPeriod, phrases: Phrases) -> str:
    year, month, day = period.hijri or (0, None, None)
    if month is None:
        return phrases.say("values.hijri_month", month="", year=year).strip()
    named = phrases.say(f"values.month_{month}")
    if day is None:
        return phrases.say("values.hijri_month", month=named, year=year)
    return phrases.say("values.hijri", day=day, month=named, year=year)


def _as_written(written: str) -> str:
    """The words of the text; what began its sentence does not begin the answer."""
    words = " ".join(written.split())
    return words[0].lower() + words[1:] if _COUNTED.match(words.lower()) else words


def _name(days: NamedDays, written: str, phrases: Phrases) -> str:
    """What the text names from its own day, in the other language; nothing for what is told by its date alone."""
    folded = fold(written).text
    if days.period.grain != "day" or days.period.first != days.period.last:
        return ""
    named = next((phrases.say(name) for name, pattern in _NAMED if pattern.search(folded)), None)
    if named is None:
        named = format_date(days.period.first, "EEEE", locale=LOCALES[phrases.language])
        if _NEXT.search(folded):
            named = phrases.say("values.next", weekday=named)
        elif _LAST.search(folded):
            named = phrases.say("values.last", weekday=named)
    return phrases.say(f"values.{days.hour}", day=named) if days.hour else named


_GRAINS: Mapping[str, Callable[[date, date, Phrases], str]] = {
    "day": _show_range,
    "week": _show_week,
    "season": _show_season,
    "quarter": _show_quarter,
    "half": _show_half,
}
