"""What a chat sets of its briefings: read from words, changed by buttons, and shown in full. Pure functions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from babel.dates import get_day_names
from babel.lists import format_list
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.briefing.schedule import EVERY_DAY, next_slot
from bot.answer.briefing.types import LONGEST, SHORTEST
from bot.answer.briefing.zones import find_zone
from bot.answer.values import show_date
from bot.telegram.browsing import Page
from bot.telegram.words import foreign, label, lines
from index.language import fold
from index.types import LANGUAGES
from prompts import load

if TYPE_CHECKING:
    from bot.state.subscriptions import Subscription
    from index.types import Language

T = TypeVar("T")

PRESSED = r"^briefings:"
"""What the data of these buttons begin with."""

VERBS = ("on", "off", "pause", "earlier", "later", "days", "language", "length", "at_once", "empty", "here", "preview")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_SUBJECTS = frozenset({"subjects", "subject", "مواضيع", "المواضيع", "موضوعات", "الموضوعات", "موضوع"})
_LEADERS = frozenset({"leaders", "leader", "قاده", "القاده", "قائد"})
_DAILY = frozenset({"daily", "everyday", "يوميا", "يومي"})
_BETWEEN = frozenset({"at", "and", "in", "on", "في", "و", "الساعه"})
_SPOKEN: dict[str, tuple[Language, ...]] = {
    "en": ("en",), "english": ("en",), "انجليزي": ("en",), "الانجليزيه": ("en",),
    "ar": ("ar",), "arabic": ("ar",), "عربي": ("ar",), "العربيه": ("ar",),
    "both": ("en", "ar"), "كلتاهما": ("ar", "en"), "اللغتان": ("ar", "en"),
}  # fmt: skip
_LANGUAGES: tuple[tuple[Language, ...], ...] = (("en",), ("ar",), ("en", "ar"))
_LENGTHS = (800, 1500, 3000)
_DAYS = (EVERY_DAY, frozenset({6, 0, 1, 2, 3}), frozenset(range(5)))
_MOST_HOURS, _MOST_TERMS, _LONGEST_TERM = 6, 20, 80


class SettingError(Exception):
    """What somebody wrote sets nothing that is known; its text is what was not understood."""


def changed(one: Subscription, text: str) -> Subscription:
    """A subscription as some words set it: hours, days, a zone or a city, a language, a length; or subjects, or leaders.

    Raises:
        SettingError: Something in them is not understood; nothing is set then.
    """
    first, _, rest = text.strip().partition(" ")
    if _key(first) in _SUBJECTS:
        return replace(one, profile=replace(one.profile, subjects=_terms(rest)))
    if _key(first) in _LEADERS:
        return replace(one, profile=replace(one.profile, leaders=_terms(rest)))
    hours: list[time] = []
    days: set[int] = set()
    left: list[str] = []
    for word in text.split():
        key = _key(word.strip("،,;"))
        if (hour := _hour(key)) is not None:
            hours.append(hour)
        elif (named := _days(key)) is not None:
            days |= named
        elif key in _SPOKEN:
            one = replace(one, profile=replace(one.profile, languages=_SPOKEN[key]))
        elif re.fullmatch("[0-9]{3,5}", key) and SHORTEST <= int(key) <= LONGEST:
            one = replace(one, profile=replace(one.profile, length=int(key)))
        elif key not in _BETWEEN:
            left.append(word)
    zone = find_zone(" ".join(left)) if left else one.schedule.zone
    if zone is None or len(set(hours)) > _MOST_HOURS:
        raise SettingError(" ".join(left) or text)
    schedule = replace(one.schedule, zone=zone)
    schedule = replace(schedule, hours=tuple(sorted(set(hours)))) if hours else schedule
    return replace(one, schedule=replace(schedule, days=frozenset(days)) if days else schedule)


def pressed(one: Subscription, verb: str, thread_id: int | None) -> Subscription:
    """A subscription after a button of it was pressed, in a topic or in none."""
    schedule, profile = one.schedule, one.profile
    if verb in {"earlier", "later"}:
        step = 1 if verb == "later" else -1
        hours = tuple(sorted({hour.replace(hour=(hour.hour + step) % 24) for hour in schedule.hours}))
        return replace(one, schedule=replace(schedule, hours=hours))
    changes: dict[str, Any] = {
        "days": {"schedule": replace(schedule, days=_after(_DAYS, schedule.days))},
        "language": {"profile": replace(profile, languages=_after(_LANGUAGES, profile.languages))},
        "length": {"profile": replace(profile, length=_after(_LENGTHS, profile.length))},
        "at_once": {"at_once": not one.at_once},
        "empty": {"says_empty": not one.says_empty},
        "here": {"thread_id": thread_id},
        "on": {"state": "on"},
        "pause": {"state": "paused"},
        "off": {"state": "off"},
    }
    return replace(one, **changes[verb])


def render_settings(one: Subscription, language: Language, now: float, *, may_change: bool) -> Page:
    """All settings of a chat, with the buttons that change them.

    Args:
        one: The subscription.
        language: The language to tell it in.
        now: Seconds since the epoch.
        may_change: Whether whoever sees it may change it.
    """
    phrases, schedule, profile = load(language), one.schedule, one.profile
    names = get_day_names("wide", locale=language)
    # The week begins on Sunday where Arabic is spoken, and nothing is lost by it elsewhere.
    days = [names[day] for day in (6, 0, 1, 2, 3, 4, 5) if day in schedule.days]
    every = phrases.say("schedule.every_day")
    values = {
        "hours": _listed([f"{hour:%H:%M}" for hour in schedule.hours], language),
        "days": every if schedule.days == EVERY_DAY else _listed(days, language),
        "zone": schedule.zone,
        "languages": _listed([phrases.say(f"schedule.language_{each}") for each in profile.languages], language),
        "length": str(profile.length),
        "subjects": _terms_shown(profile.subjects, language),
        "leaders": _terms_shown(profile.leaders, language),
        "thread": phrases.say("schedule.thread_none" if one.thread_id is None else "schedule.thread_this"),
    }
    told = [phrases.say("schedule.heading"), phrases.say(f"schedule.state_{one.state}")]
    if one.state == "on" and (slot := next_slot(schedule, datetime.fromtimestamp(now, UTC))) is not None:
        at = slot.at.astimezone(ZoneInfo(schedule.zone))
        told.append(phrases.say("schedule.next", day=show_date(at.date(), language), hour=f"{at:%H:%M}"))
    told.append("")
    told += [phrases.say(f"schedule.{name}", value=value) for name, value in values.items()]
    told.append(phrases.say(f"schedule.at_once_{'yes' if one.at_once else 'no'}"))
    told.append(phrases.say(f"schedule.empty_{'yes' if one.says_empty else 'no'}"))
    if may_change:
        told += ["", phrases.say("schedule.usage").strip()]
    return Page(lines("\n".join(told), language), _buttons(one, language) if may_change else None)


def _buttons(one: Subscription, language: Language) -> InlineKeyboardMarkup:
    switch = ("pause", "off") if one.state == "on" else ("on", "off") if one.state == "paused" else ("on",)
    rows = (switch, ("earlier", "later"), ("days", "language", "length"), ("at_once", "empty"), ("here", "preview"))
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(label(language, f"schedule.button_{verb}"), callback_data=f"briefings:{verb}")
                for verb in row
            ]
            for row in rows
        ]
    )


def _terms_shown(terms: tuple[str, ...], language: Language) -> str:
    if not terms:
        return load(language).say("schedule.all")
    return _listed([foreign(term, language, _LONGEST_TERM) for term in terms], language)


def _listed(values: list[str], language: Language) -> str:
    return format_list(values, locale=language)


def _terms(rest: str) -> tuple[str, ...]:
    if rest.strip() in {"-", "–", "—", "ـ"}:
        return ()
    terms = [" ".join(term.split()) for term in re.split("[,،;؛\n]", rest)]
    found = tuple(dict.fromkeys(term for term in terms if term))
    if not found or len(found) > _MOST_TERMS or any(len(one) > _LONGEST_TERM for one in found):
        raise SettingError(rest)
    return found


def _hour(key: str) -> time | None:
    found = re.fullmatch("([01]?[0-9]|2[0-3]):([0-5][0-9])", key)
    return time(int(found[1]), int(found[2])) if found else None


def _days(key: str) -> frozenset[int] | None:
    """The days that a word names: one, all, or those from one to another."""
    if key in _DAILY:
        return EVERY_DAY
    first, dash, last = re.sub("[–—]", "-", key).partition("-")
    if not dash:
        return _day(key)
    begin, end = _day(first), _day(last)
    if begin is None or end is None:
        return None
    (one,), (other,) = begin, end
    return frozenset((one + step) % 7 for step in range((other - one) % 7 + 1))


def _day(key: str) -> frozenset[int] | None:
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for day, name in get_day_names(width, locale=language).items():
                if key and key in {_key(name), _key(name).removeprefix("ال")}:
                    return frozenset({day})
    return None


def _after(values: tuple[T, ...], value: T) -> T:
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]


def _key(word: str) -> str:
    return fold(word.translate(_DIGITS)).text.strip()
