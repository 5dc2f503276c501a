"""When what a passage tells of happened, and what kind of event it was: as far as its words say."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from index.dates import find_dates
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.dates import FoundDate
    from index.types import Document, Passage

# What may happen more than once between the same parties, over folded text; Arabic nouns may carry an article or ل and ب.
_EVENTS = {
    "call": r"\b(?:call(?:s|ed)?(?! (?:for|on|upon|it)\b)|(?:tele)?phoned?|rang|ring)\b|(?:مكالم|اتصال|اتصل|هاتفي|تلفون|تليفون)",
    "meeting": r"\b(?:meet(?:s|ings?)?|met|face to face|received)\b|(?:لقاء|التقي|يلتقي|اجتماع|اجتمع|استقبل|وجها لوجه|اتقابل)",
    "visit": r"\b(?:visit(?:s|ed)?|trip|travelled)\b|(?:زياره|زيارات|زار|يزور|رحله)",
    "summit": r"\bsummits?\b|(?:قمه|قمم)",
    "round": r"\brounds?\b|(?:جوله|جولات)",
    "exchange": r"\b(?:exchanges?|swaps?|batch(?:es)?)\b|(?:تبادل|دفعه|دفعات)",
    "election": r"\b(?:elections?|votes?)\b|(?:انتخاب|تصويت)",
    "attack": r"\b(?:attacks?|strikes?|raids?|shelling)\b|(?:هجوم|هجمات|غاره|غارات|ضربات|ضربه|قصف)",
}
_PATTERNS = {name: re.compile(words) for name, words in _EVENTS.items()}
# At these people speak. "Spoke" and "conversation" may be said of a call and of a meeting.
_SPEAKING = {"call", "meeting", "visit", "summit"}
_SPOKE = re.compile(r"\b(?:sp[eo]ken?|spoke|talk(?:s|ed)?|conversations?)\b|(?:محادث|تحدث|تكلم|اتكلم|حكي|حكو)")
# A call and a meeting are two things, though both may be called a conversation.
_OCCASIONS = {"call", "meeting"}
_IN_PERSON = re.compile(r"\b(?:in person|face to face|in the flesh)\b|(?:وجها لوجه|شخصيا|وجاهيا)")
_CALL_DAYS = re.compile(r"\bby (?:tele)?phone\b|(?:عبر الهاتف|هاتفيا)")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The day of what a passage tells.

    Attributes:
        day: The last day that it can be.
        found: The date in the passage itself; None where one beside it, or that of the publication, is meant.
    """

    day: date
    found: FoundDate | None = None


def find_occurrence(
    document: Document, passages: Sequence[Passage], number: int, before: date | None = None
) -> Occurrence | None:
    """The day of what passage ``number`` tells.

    It is told by its own dates, else by those of the nearest sentence before it in its paragraph that has some, else by
    the publication.

    Args:
        document: The document.
        passages: All its passages.
        number: Which of them.
        before: Only what happened before this day; of several such days the latest. Where None, the fullest date.

    Returns:
        None where no day is told, or none before that day.
    """
    passage = passages[number]
    if passage.kind == "byline":
        return None
    own = find_dates(passage.text)
    if own:
        chosen = _chosen(own, before)
        return None if chosen is None else Occurrence(last_day(chosen), chosen)
    for earlier in reversed(passages[:number]):
        if earlier.paragraph != passage.paragraph:
            break
        inherited = find_dates(earlier.text) if earlier.kind == "sentence" else []
        if inherited:
            chosen = _chosen(inherited, before)
            return None if chosen is None else Occurrence(last_day(chosen))
    published = document.published_on
    if published is None or (before is not None and published >= before):
        return None
    return Occurrence(published)


def last_day(found: FoundDate) -> date:
    """The last day that a date can mean: of a month or a year that has no day, its last."""
    month = found.month or 12
    return date(found.year, month, found.day or monthrange(found.year, month)[1])


def tells_of_such(question: str, told: str) -> bool:
    """Whether a text tells of an event of the kind that a question asks after; True where it asks after none that is known.

    Who spoke may have called or met, unless the text says which of them.
    """
    asked, told = fold(question).text, fold(told).text
    wanted = _kinds(asked) or ({"call", "meeting"} if _SPOKE.search(asked) else set())
    here = _kinds(told)
    if here & _SPEAKING == set() and _SPOKE.search(told):
        here |= {"call", "meeting"}
    return not wanted or bool(wanted & here)


def speaks_otherwise(question: str, told: str) -> bool:
    """Whether a question asks when people met and a text tells only of a call, or the other way round."""
    asked, here = fold(question).text, fold(told).text
    wanted, found = _kinds(asked) & _OCCASIONS, _kinds(here) & _OCCASIONS
    if _IN_PERSON.search(asked):
        wanted = {"meeting"}
    if _CALL_DAYS.search(here) and not found:
        found = {"call"}
    return len(wanted) == 1 and bool(found) and not wanted & found


def _kinds(folded: str) -> set[str]:
    return {kind for kind, words in _PATTERNS.items() if words.search(folded)}


def _chosen(dates: list[FoundDate], before: date | None) -> FoundDate | None:
    if before is None:
        return min(dates, key=lambda found: (found.day is None, found.month is None))
    return max((found for found in dates if last_day(found) < before), key=last_day, default=None)
