"""Quarters, halves and seasons of a year: "the third quarter of 2024", "الربع الأول من العام الجاري", "صيف 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from index.calendar_words import WHICH, any_of, which_of
from index.spans import Grain, Span, months_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.language import Folded


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter, a half or a season, with its offsets in the folded text, and whether an anchor was needed to tell its year."""

    start: int
    end: int
    span: Span
    grain: Grain
    is_resolved: bool


_NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "اخير": -1,
}  # fmt: skip
_SEASON_NAMES = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "ربيع": 3, "صيف": 6, "خريف": 9}


@cache
def _part_of_year() -> re.Pattern[str]:
    year = r"(?P<year{0}>(?:19|20)\d\d)(?![\d/-])"
    return re.compile(
        rf"(?<!\w)(?:(?P<nth>first|second|third|fourth|last)\s+(?P<part>quarter|half)\s+of\s+(?:the\s+year\s+)?"
        rf"(?:{year.format(1)}|(?P<which>last|this|next)\s+year)|q(?P<number>[1-4])\s+(?:of\s+)?{year.format(2)}|"
        rf"[وفبل]?ال(?P<part_ar>ربع|نصف)\s+ال(?P<nth_ar>اول|ثاني|ثالث|رابع|اخير)\s+(?:من\s+|ل|في\s+)?"
        rf"(?:(?:(?:ال)?(?:عام|سنه)\s+)?{year.format(3)}|(?:ال)?(?:عام|سنه)\s+(?P<which_ar>{WHICH})|(?P<this>هذا\s+العام))|"
        rf"(?P<season>{any_of(name for name in _SEASON_NAMES if name.isascii())})\s+(?:of\s+)?{year.format(4)}|"
        rf"[وفبل]?(?P<season_ar>{any_of(name for name in _SEASON_NAMES if not name.isascii())})\s+(?:(?:ال)?(?:عام|سنه)\s+)?"
        rf"{year.format(5)})(?!\w)"
    )


_PART_HINT = re.compile(rf"\bq[1-4]\b|quarter|half|ربع|نصف|{'|'.join(_SEASON_NAMES)}")


def parts_of_years(folded: Folded, anchor: date | None) -> Iterator[PartOfYear]:
    """The quarters, halves and seasons that a text names; those of "this year" only where there is an anchor."""
    if not _PART_HINT.search(folded.text):
        return
    for match in _part_of_year().finditer(folded.text):
        parts = {
            name.rstrip("12345").partition("_")[0]: (name, part) for name, part in match.groupdict().items() if part
        }
        which = parts.get("which") or parts.get("this")
        if which and anchor is None:
            continue
        year = (
            int(parts["year"][1])
            if "year" in parts
            else (anchor or date.min).year + which_of(which[1] if which else "")
        )
        grain, month = _part(parts)
        if not 1 <= month <= 12:
            continue
        span = months_from(year, month, {"quarter": 3, "half": 6, "season": 3}[grain])
        at = match.start() + (match[0][0] in "وفبل" and "season" not in parts and not match[0].startswith("ال"))
        if "season" in parts:
            at = match.start(parts["season"][0])
        yield PartOfYear(at, match.end(), span, grain, is_resolved=which is not None)


def _part(parts: dict[str, tuple[str, str]]) -> tuple[Grain, int]:
    """What part of a year is named, and the month in which it begins; a third half begins in none."""
    if "season" in parts:
        return "season", _SEASON_NAMES[parts["season"][1]]
    if "number" in parts:
        return "quarter", int(parts["number"][1]) * 3 - 2
    is_half = parts["part"][1] in {"half", "نصف"}
    count = 2 if is_half else 4
    nth = _NTH[parts["nth"][1]] % (count + 1) if parts["nth"][1] not in {"last", "اخير"} else count
    return ("half", nth * 6 - 5) if is_half else ("quarter", nth * 3 - 2)
