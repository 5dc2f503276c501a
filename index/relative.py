"""Days that a text names from its own: "on Tuesday", "yesterday", "next week", "two days ago", "الثلاثاء الماضي", "بعد غد".

They are days only beside an anchor, the day that the text was published. Written by hand, as ``index.dates`` is, for the same
figures; what is read errs on the side of silence: "in three years" is a day only where a verb of the future says so, for
it is as often a span ("their first call in three years").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from index.bounds import bound_of
from index.calendar_words import THIS, any_of, months, weekdays, which_of
from index.hijri import hijri_month_names
from index.numbers import number_value
from index.relative_patterns import (
    AGO_HINT,
    ARABIC_DAYS,
    DAYS,
    DUALS,
    EARLIER,
    SEASON_HINT,
    SEASONS,
    UNIT_HINT,
    UNITS,
    WEEKDAY_HINT,
    ago_pattern,
    season_pattern,
    unit_pattern,
    weekday_pattern,
)
from index.spans import Grain, Span, distance, months_from, span_around, stepped
from index.tense import is_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.language import Folded

Kind = Literal["day", "weekday", "other", "leaning"]


@dataclass(frozen=True, slots=True)
class Relative:
    """Days named from an anchor, with their offsets in the folded text.

    Attributes:
        start: The first offset.
        end: One past the last.
        span: The first and the last day.
        grain: What is named.
        kind: ``day`` for "today" and its like, ``weekday``; ``leaning`` for what counts from a day named before it in the text.
        steps: For what leans, how many of the grain from that day; ``span`` is then from the anchor.
    """

    start: int
    end: int
    span: Span
    grain: Grain
    kind: Kind = "other"
    steps: int = 0


def relatives(text: str, folded: Folded, anchor: date) -> list[Relative]:
    """What a text names from the day of its publication, in no order; some of it may overlap dates that stand in full."""
    found: list[Relative] = []
    hinted: tuple[tuple[Callable[[str, Folded, date], Iterator[Relative]], re.Pattern[str] | None], ...] = (
        (_days, None),
        (_weekdays, WEEKDAY_HINT),
        (_units, UNIT_HINT),
        (_agos, AGO_HINT),
        (_seasons, SEASON_HINT),
    )
    for read, hint in hinted:
        if hint is not None and not hint.search(folded.text):
            continue
        try:
            found.extend(read(text, folded, anchor))
        except (ValueError, OverflowError):
            # Outside the calendar: "5000 years ago".
            continue
    return found


def _days(text: str, folded: Folded, anchor: date) -> Iterator[Relative]:
    for pattern in (DAYS, ARABIC_DAYS):
        for match in pattern.finditer(folded.text):
            name = next(name for name, part in match.groupdict().items() if part)
            at = match.start(name)
            if name == "maybe" and not _is_tomorrow(text, folded, at, match.end()):
                continue
            steps = {"b2": -2, "b1": -1, "d0": 0, "f1": 1, "f2": 2, "maybe": 1}[name]
            yield Relative(at, match.end(), span_around(anchor, "day", steps), "day", "day")
    for match in EARLIER.finditer(folded.text):
        name = next(name for name, part in match.groupdict().items() if part)
        steps = {"before": -1, "after": 1, "same": 0}[name.removesuffix("_ar")]
        yield Relative(match.start(), match.end(), span_around(anchor, "day", steps), "day", "leaning", steps)


def _is_tomorrow(text: str, folded: Folded, start: int, end: int) -> bool:
    """Whether غدا is "tomorrow" and not "became": its tanwin, or a verb of the future, tells."""
    first, last = folded.span(start, end)
    return "\u064b" in text[first : last + 1] or bool(is_ahead(folded.text, start, end))


def _weekdays(_: str, folded: Folded, anchor: date) -> Iterator[Relative]:
    for match in weekday_pattern().finditer(folded.text):
        name = match["english"] or match["arabic"]
        at = match.start("english") if match["english"] else match.start("said" if match["said"] else "arabic")
        at = match.start("which") if match["which"] else at
        which, week = match["which"] or match["which_ar"], match["week"] or match["week_ar"] or match["this_ar"]
        if name == "الاثنين" and not (match["said"] or which or week) and _is_both(folded.text, at):
            continue
        day = _weekday_near(
            anchor, weekdays()[name], which, week, ahead=is_ahead(folded.text, match.start(), match.end())
        )
        yield Relative(at, match.end(), (day, day), "day", "weekday")


_BOTH = re.compile(
    r"(?<!\w)(?:ال(?:رييس|زعيم|قايد|طرف|جانب|بلد|وزير|ملك|مسوول|دولت|حليف|شقيق|جار|رجل|شخص|مرشح)(?:ين|ان)|كلا|كلي|هما|هذين|هذان)\s+$"
)


def _is_both(text: str, start: int) -> bool:
    """Whether الاثنين is "the two" and not "Monday": "الرئيسان الاثنان", "كلا الاثنين"."""
    return bool(_BOTH.search(text, max(0, start - 20), start))


def _weekday_near(anchor: date, weekday: int, which: str | None, week: str | None, *, ahead: bool | None) -> date:
    """The day of a weekday that is meant: that of a week, the last, the next, or the nearest before or ahead."""
    since = (anchor.weekday() - weekday) % 7
    if week:
        return span_around(anchor, "week", which_of(week))[0] + timedelta(days=weekday)
    if which in {"this", *THIS.split()}:
        return span_around(anchor, "week")[0] + timedelta(days=weekday)
    if which:
        is_past = which_of(which) < 0 or "past" in which
        return anchor - timedelta(days=since or 7) if is_past else anchor + timedelta(days=7 - since)
    return anchor + timedelta(days=(7 - since) % 7) if ahead else anchor - timedelta(days=since)


def _units(_: str, folded: Folded, anchor: date) -> Iterator[Relative]:
    for match in unit_pattern().finditer(folded.text):
        parts = {name.partition("_")[0]: part for name, part in match.groupdict().items() if part}
        unit, which = parts.get("unit") or parts["this"], parts.get("which", "this")
        at = match.start("unit_ar") - 2 if match["unit_ar"] else match.start() + (match[0][0] in "وفبل")
        yield Relative(at, match.end(), span_around(anchor, UNITS[unit], which_of(which)), UNITS[unit])


_FIRST_IN = re.compile(r"\b(?:first|second|third|only|times?|\w+est|most\s\w+)\s(?:\w+\s){0,4}$")


def _agos(_: str, folded: Folded, anchor: date) -> Iterator[Relative]:
    for match in ago_pattern().finditer(folded.text):
        told = _ago_read(match, folded.text)
        if told is None:
            continue
        steps, grain, leans = told
        kind: Kind = "leaning" if leans else "other"
        at = match.start() + (match[0][0] in "وف")
        yield Relative(at, match.end(), stepped(anchor, grain, steps), grain, kind, steps)


def _ago_read(match: re.Match[str], text: str) -> tuple[int, Grain, bool] | None:
    """How many of what, back or ahead, and whether it leans on a day before it in the text; None for what is no day."""
    way = match["way_ar"] or match["way_it"] or match["way"] or match["in"]
    if way is None or (match["in"] and match["way"]):
        return None
    if bound_of(match) not in {"exact", "about"} or any(
        match[f"ar_bound_{one}"] for one in ("more", "less", "least", "most")
    ):
        return None
    leans = bool(match["lean"] or match["way_it"]) or way in {"earlier", "later"}
    is_back = way in {"ago", "earlier", "قبل"}
    may_be_span = not is_back and not leans and way != "from now"
    if may_be_span and not _is_coming(match, text):
        return None
    if match["one"] and _is_name(text, match.end()):
        return None
    number = match["number"] or match["number_ar"]
    amount = number_value(number) if number else 2 if match["dual"] else 1
    if amount != int(amount) or not 0 < amount < 1000:
        return None
    unit = match["unit"] or match["unit_ar"] or match["one"]
    grain = DUALS[match["dual"]] if match["dual"] else UNITS[unit]
    return int(amount) * (-1 if is_back else 1), grain, leans


def _is_coming(match: re.Match[str], text: str) -> bool:
    """Whether "in three years" is when something will be, and not how long something took."""
    is_first = _FIRST_IN.search(text, max(0, match.start() - 40), match.start())
    return not is_first and bool(is_ahead(text, match.start(), match.end()))


def _is_name(text: str, end: int) -> bool:
    """Whether what follows makes a unit the name of a day, a month or a year: "قبل شهر رمضان", "قبل عام 2022"."""
    return bool(re.match(rf"\s+(?:\d|ال|{any_of(months())}|{hijri_month_names()})", text[end : end + 30]))


def _seasons(_: str, folded: Folded, anchor: date) -> Iterator[Relative]:
    for match in season_pattern().finditer(folded.text):
        parts = {name.partition("_")[0]: (name, part) for name, part in match.groupdict().items() if part}
        name, season = parts.get("named") or parts["alone"]
        spans = [months_from(anchor.year + step, SEASONS[season.removeprefix("ال")], 3) for step in (-2, -1, 0, 1, 2)]
        which = which_of(parts["which"][1]) if "which" in parts else None
        if which == 1:
            span = next(span for span in spans if span[0] > anchor)
        elif which == -1:
            span = next(span for span in reversed(spans) if span[1] < anchor)
        else:
            span = min(spans, key=lambda one: distance(one, anchor))
        at = match.start("which") if match["which"] else match.start(name)
        yield Relative(at, match.end(), span, "season")
