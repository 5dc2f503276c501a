"""The head of a document: its first lines, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from typing import Literal

from index.dates import find_dates, read_byline
from index.language import fold
from index.particulars.bodies import is_issuer
from index.periods import find_periods

LineKind = Literal["byline", "dateline", "issuer", "headline", "text"]

LINES = 7
FOOT_LINES = 3
_FOOT = 600
_LONGEST_HEADLINE = 200
_LONGEST_DATELINE = 130
# Of a headline that ends in a colon: a longer one is a sentence that leads to a list.
_LONGEST_LEAD = 110
_MOST_WORDS = 9
_EDGES = "\ufeff \t\r\n"
# Quotation marks around a whole line are no part of it.
_QUOTED = re.compile(r"[\"'“«]([^\"'“”«»]+)[\"'”»]")
_CONTENT = re.compile(r"\w")
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
# "GAZIRAN, Dec 9 (Gulzar Press Agency) - President ...": the dateline of a paragraph that goes on.
_RUN_IN = re.compile(r"(?P<line>[^\n]{3,90}?)\s+[-–—]{1,2}\s+(?=\S)")
_PARTS = re.compile(r"\s+[-–—|]\s+|[,،()|/]\s*|\s+$")
_WEEKDAYS = re.compile(
    r"\b(?:on|the|at|of|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|(?:يوم|في|بتاريخ|الموافق|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|"
    r"الخميس|الجمعه|الساعه|مساء|صباح)",
    re.IGNORECASE,
)
# A day by which a date without its year is met, whatever year it is.
_ANY = date(2000, 7, 1)
_VERBS = re.compile(
    r"\b(?:spoke|met|held|said|told|call|talks|meeting)\b|(?:اتصال|لقاء|اجتماع|زيار|أجر|التق|عقد)", re.IGNORECASE
)
_LIST = re.compile(r"(?:[-–—•*·]|\(?[\d٠-٩]{1,2}[.)])\s")
# In a text that is wrapped by hand, a line of more characters that ends in no stop goes on.
_WRAPPED, _WIDEST, _FEWEST = 40, 100, 3
_CAPITAL_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:,|\s*$|\s+\()")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head.

    Attributes:
        start: Where it begins in the text, without the marks around it.
        end: One past its last character.
        text: The line.
        kind: What it is; a ``dateline`` names the day, with the place or whoever publishes, in so many words.
        day: The day that it names, if it is a byline or a dateline.
        hour: The hour that stands beside it.
    """

    start: int
    end: int
    text: str
    kind: LineKind
    day: date | None = None
    hour: time | None = None

    @property
    def moment(self) -> datetime | None:
        """The time that it names; midnight where only the day is told."""
        return None if self.day is None else datetime.combine(self.day, self.hour or time())


def read_head(text: str, near: date | None = None) -> list[Line]:
    """The first lines of a text that hold words.

    Args:
        text: The text.
        near: A day at which it was published, or nearly: a dateline without its year is read by it.
    """
    found: list[Line] = []
    at = 0
    wrapped = wrapped_lines(text)
    for whole in text.splitlines(keepends=True):
        bare = whole.strip(_EDGES)
        if quoted := _QUOTED.fullmatch(bare):
            bare = quoted[1].strip()
        start = at + whole.find(bare) if bare else at
        is_wrapped = at in wrapped
        at += len(whole)
        if not _CONTENT.search(bare):
            continue
        found.append(Line(start, start + len(bare), bare, "text") if is_wrapped else _line(bare, start, near))
        if found[-1].kind == "text":
            run_in = _run_in(bare, start, near)
            if run_in is not None:
                found.insert(-1, run_in)
        if len(found) >= LINES:
            break
    return _joined(found, text)


def wrapped_lines(text: str) -> set[int]:
    """Where the lines of those paragraphs begin that are wrapped by hand."""
    found: set[int] = set()
    at = 0
    block: list[tuple[int, str]] = []
    for whole in [*text.splitlines(keepends=True), ""]:
        bare = whole.strip(_EDGES)
        if bare:
            block.append((at, bare))
        else:
            inner = [line for _, line in block[:-1]]
            goes_on = [line for line in inner if len(line) > _WRAPPED and not re.search(r"[.!?؟؛…:]['\"”»]?$", line)]
            is_even = len(block) >= _FEWEST and max(len(line) for _, line in block) <= _WIDEST
            is_told = any(re.search(r"[.!?؟؛](?:\s|$)", line) for _, line in block)
            if (
                is_even
                and is_told
                and 2 * len(goes_on) > len(inner)
                and not any(_LIST.match(line) for _, line in block[1:])
            ):
                found.update(start for start, _ in block)
            block = []
        at += len(whole)
    return found


def read_foot(text: str) -> list[Line]:
    """The last lines of a text; some name there who publishes, and when."""
    tail = text[-_FOOT:]
    lines = [line for line in tail.splitlines()[-FOOT_LINES - 1 :] if _CONTENT.search(line)]
    start = len(text) - len(tail)
    return [_line(line.strip(_EDGES), start + tail.rfind(line), None) for line in lines[-FOOT_LINES:]]


def _line(bare: str, start: int, near: date | None) -> Line:
    end = start + len(bare)
    printed = read_byline(bare)
    if printed is not None:
        return Line(start, end, bare, "byline", printed.date(), _hour(bare))
    if (days := dateline_days(bare, near)) is not None:
        return Line(start, end, bare, "dateline", days[0] if days else None, _hour(bare))
    is_short = len(bare) <= _LONGEST_HEADLINE and not _LIST.match(bare)
    if is_short and is_issuer(bare):
        return Line(start, end, bare, "issuer")
    is_headline = is_short and not re.search(r"[.؟?…]['\"”»]?$", bare) and "http" not in bare
    is_lead = bare.endswith(":") and len(bare) > _LONGEST_LEAD
    return Line(start, end, bare, "headline" if is_headline and not is_lead else "text")


def _run_in(bare: str, start: int, near: date | None) -> Line | None:
    """What stands before the dash with which a paragraph of an agency begins."""
    match = _RUN_IN.match(bare)
    if match is None or len(match["line"].split()) > _MOST_WORDS:
        return None
    line = match["line"]
    days = dateline_days(line, near)
    if days is None and not _CAPITAL_PLACE.match(line + ","):
        return None
    return Line(start, start + len(line), line, "dateline", days[0] if days else None, _hour(line))


def dateline_days(line: str, near: date | None = None) -> list[date] | None:
    """The day of a line that tells the day, the place and who publishes, and nothing else.

    Returns:
        One day; none where the line tells no year and nothing is near; None where the line is none such.
    """
    if len(line) > _LONGEST_DATELINE or line.endswith(".") or _LIST.match(line) or _VERBS.search(line):
        return None
    days = [(one.start, one.end, one.first_day) for one in find_dates(line) if one.day is not None]
    is_whole = bool(days)
    if not days:
        beside = find_periods(line, near or _ANY)
        days = [(one.start, one.end, one.first) for one in beside if one.grain == "day" and re.search(r"\d", line)]
    if not days or any(one[2] != days[0][2] for one in days):
        return None
    edges = [0, *(place for match in _PARTS.finditer(line) for place in match.span()), len(line)]
    for first, last in pairwise(edges):
        inside = [(start, end) for start, end, _ in days if first <= start < last]
        if not inside:
            if len(line[first:last].split()) > _MOST_WORDS:
                return None
            continue
        rest = fold(line[first : inside[0][0]] + " " + line[inside[-1][1] : last]).text
        rest = _WEEKDAYS.sub(" ", _CLOCK.sub(" ", rest))
        # The place may stand before the day without a comma; a sentence has more words.
        if len(re.findall(r"[^\W\d_]{2,}", rest)) > 2:
            return None
    return [days[0][2]] if is_whole or near is not None else []


def _hour(line: str) -> time | None:
    match = _CLOCK.search(fold(line).text)
    return time(int(match[1]), int(match[2])) if match else None


def _joined(lines: list[Line], text: str) -> list[Line]:
    """The lines, where a headline that goes on with a small letter on the next line is one."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        goes_on = last is not None and last.kind == "headline" == line.kind and line.text[:1].islower()
        if last is not None and goes_on and text[last.end : line.start].count("\n") == 1:
            joined[-1] = Line(last.start, line.end, f"{last.text} {line.text}", "headline")
        else:
            joined.append(line)
    return joined
