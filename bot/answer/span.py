"""The days that a question limits events to: "in March 2024", "last year", "since 2022", "before the agreement"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from index.language import fold
from index.periods import find_periods

if TYPE_CHECKING:
    from datetime import date

    from bot.answer.types import Question

Edge = Literal["since", "after", "before", "until", "within"]

_EDGES: tuple[tuple[Edge, re.Pattern[str]], ...] = (
    ("since", re.compile(r"\bsince\b|\bfrom\b(?=[^.]*\bon\b)|(?<!\w)منذ(?!\w)|(?<!\w)من(?=\s+(?:سنه|عام)\b)")),
    ("after", re.compile(r"\b(?:after|following)\b|(?<!\w)[وف]?بعد(?!\w)")),
    ("before", re.compile(r"\b(?:before|prior to|ahead of|preceding|preceded)\b|(?<!\w)[وف]?(?:قبل|[يت]?سبقت?)(?!\w)")),
    ("until", re.compile(r"\b(?:until|till|by|up to)\s+(?:the\s+)?(?:end of\s+)?$|(?<!\w)(?:حتي|لغايه|بحلول)(?!\w)")),
)
# A word that bounds stands no further before its day than this, in words.
_REACH = 7
# The words of what is named after since, before, after, up to the end of that part of the question.
_NAMED = re.compile(
    r"(?P<edge>\b(?:since|after|before|following)\b|(?<!\w)[وف]?(?:منذ|بعد|قبل)(?!\w))\s+"
    r"(?P<named>[^,،;؛?؟.]+)"
)
_PRONOUNS = re.compile(
    r"(?:that|this|it|then|last(?=\W*$)|(?:ال)?(?:اخيره?|اخر)(?=\s+بين\b|\W*$)|ذلك|هذا|هذه|كده|هيك|هال\w+)\b"
)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that events are limited to, both ends among them; open where None.

    Attributes:
        is_open: Whether it is bounded by what came before or after, and not by a period in which it was.
    """

    since: date | None = None
    until: date | None = None
    is_open: bool = False

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it; an unknown one does not."""
        return (
            day is not None and (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Landmark:
    """What a question bounds the time by, without its day: "since the summit of Umm al-Lulu"."""

    edge: Edge
    text: str


def read_span(question: Question, today: date) -> Span | None:
    """The days that a question limits what it asks to; None where it names no period.

    Args:
        question: What is asked.
        today: The day at the asker's, from which "this year" is told.
    """
    periods = [
        one
        for one in find_periods(question.text, today)
        # A day of the week, or an hour, is what was spoken of more often than when it was spoken.
        if one.grain in {"day", "week", "month", "quarter", "season", "half", "year", "decade"}
    ]
    since = until = None
    is_open = False
    for one in periods:
        edge = _edge(fold(question.text[: one.start]).text)
        if edge == "within":
            since, until, is_open = one.first, one.last, False
            continue
        is_open = True
        if edge == "since":
            since = one.first if one.grain != "day" else one.first + timedelta(days=1)
        elif edge == "after":
            since = one.last + timedelta(days=1)
        else:
            until = one.last if edge == "until" else one.first - timedelta(days=1)
    return Span(since, until, is_open) if since or until else None


def read_landmark(question: Question) -> Landmark | None:
    """What a question bounds the time by without naming its day."""
    folded = fold(question.text)
    match = _NAMED.search(folded.text)
    if match is None or _PRONOUNS.match(match["named"]) or re.search(r"\d{4}", match["named"]):
        return None
    edge = next(edge for edge, words in _EDGES if words.search(match["edge"]))
    start, end = folded.positions[match.start("named")], folded.positions[match.end("named") - 1] + 1
    return Landmark(edge, question.text[start:end])


def read_bounding(question: Question) -> tuple[int, int] | None:
    """Where a question says since, before or after what: only where that begins it up to a comma, or ends it."""
    folded = fold(question.text)
    match = _NAMED.search(folded.text)
    if match is None:
        return None
    begins, ends = match.start() == 0, not folded.text[match.end() :].strip(" ?؟.!")
    if begins == ends or (ends and match.start() < len(folded.text) / 2):
        return None
    return folded.positions[match.start()], folded.positions[match.end() - 1] + 1


def _edge(before: str) -> Edge:
    """How a day is bounded by the words before it, of which the last one counts."""
    words = " ".join(re.split(r"[,;،؛.?؟]", before)[-1].split()[-_REACH:]) + " "
    found = [(match.start(), edge) for edge, pattern in _EDGES for match in pattern.finditer(words)]
    return max(found)[1] if found else "within"
