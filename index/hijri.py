"""The Hijri calendar: the names of its months, folded, and its days in the Gregorian one.

Converted by hijridate (MIT, 100 kB, no dependencies, 2 ms to import, and only where a text holds such a date): the Umm al-Qura
calendar that Saudi Arabia prints, 1343 to 1500 AH. A country that goes by its own sighting of the moon may be a day off.
convertdate computes an arithmetic calendar instead, a day or two off Umm al-Qura in 55 % of the months from 1420 to 1459, and
brings 5 MB of astronomy. The solar Hijri years of Iran are not read.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

# "1446هـ", "1446 هجرية", "1446 AH"; the solar year of Iran ("1404 ه.ش") is another.
HIJRI_ERA = r"(?:(?:للهجره|هجريه?|ه|a\.?h\.?|h)(?!\w)(?!\s?\.?\s?ش(?!\w))(?!\s(?:ال)?شمسي))"

# A space stands for a space or a hyphen, a star for an apostrophe that may be left out.
_NAMES = (
    "محرم|المحرم|محرم الحرام|muharram",
    "صفر|safar",
    "ربيع الاول|ربيع اول|rabi* al awwal|rabi* al awal|rabi* i",
    "ربيع الثاني|ربيع الاخر|ربيع ثاني|rabi* al thani|rabi* al akhir|rabi* ii",
    "جمادي الاولي|جمادي الاول|jumada al ula|jumada al awwal|jumada i",
    "جمادي الاخره|جمادي الثانيه|جمادي الثاني|jumada al akhirah|jumada al akhira|jumada al thani|jumada al thaniyah|jumada ii",
    "رجب|rajab",
    "شعبان|sha*ban|shaaban",
    "رمضان|رمضان المبارك|ramadan|ramadhan|ramazan",
    "شوال|shawwal|shawal",
    "ذو القعده|ذي القعده|dhu al qa*dah|dhu al qi*dah|dhul qa*dah|dhul qi*dah|zul qa*dah|dhu*l qa*da|dhu*l qa*dah",
    "ذو الحجه|ذي الحجه|dhu al hijjah|dhu al hijja|dhul hijjah|dhul hijja|zul hijjah|zul hijja|dhu*l hijja|dhu*l hijjah",
)
_APOSTROPHE = "['’‘`ʿʾ]?"


@cache
def hijri_months() -> dict[str, int]:
    """The number of each Hijri month by its names, folded and without apostrophes."""
    return {name.replace("*", ""): number for number, names in enumerate(_NAMES, 1) for name in names.split("|")}


@cache
def hijri_month_names() -> str:
    """A pattern for any name of a Hijri month in a folded text."""
    names = sorted((name for names in _NAMES for name in names.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(name.replace(" ", r"[\s-]+").replace("*", _APOSTROPHE) for name in names) + ")"


def hijri_month(name: str) -> int:
    """The number of a Hijri month that ``hijri_month_names`` matched."""
    return hijri_months()[" ".join(re.sub(_APOSTROPHE[:-1], "", name).replace("-", " ").split())]


def hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """The first and the last Gregorian day of a Hijri year, month or day; None where the calendar does not know it."""
    from hijridate import Hijri  # noqa: PLC0415 - few texts hold a Hijri date

    try:
        first = Hijri(year, 1 if month is None else month, 1 if day is None else day)
        start = first.to_gregorian()
        length = 1 if day is not None else first.month_length() if month is not None else first.year_length()
    except (ValueError, OverflowError):
        return None
    return date(*start.datetuple()), date(*start.datetuple()) + timedelta(days=length - 1)
