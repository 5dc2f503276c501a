"""What sort of event is asked of, and which sort a readout reports: a call is no visit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Passage

Sort = Literal["call", "meeting"]
Wanted = Literal["one", "many", "whether"]

_CALL = re.compile(
    r"\b(?:(?:tele)?phon\w*|calls?|called|rang)\b|(?<!\w)[وفبل]?(?:ال)?(?:مكالم\w*|اتصال\w*|هاتفي\w*|مهاتف\w*|بالهاتف)(?!\w)"
)
_MEETING = re.compile(
    r"\b(?:met|meet|meetings?|summit|visit\w*|receives?d?|face to face)\b|"
    r"(?<!\w)[وفبل]?(?:ال)?(?:لقا[ءي]?\w*|التق\w*|اجتماع\w*|اجتمع\w*|قمه|زياره|زار|زارت|استقبل\w*|تقابل\w*)(?!\w)"
)
_SPEAKING = re.compile(
    r"\b(?:spoke|speak|spoken|talk(?:s|ed)?|conversations?|in touch|contact|touched base)\b|"
    r"(?<!\w)[وفبلي]?(?:ال)?(?:تحدث\w*|اتحدث\w*|تكلم\w*|اتكلم\w*|كلم\w*|حكي|حكوا|محادث\w*|تواصل\w*|تشاور\w*)(?!\w)"
)
# Several events are asked for: counted, or listed.
_COUNTED = re.compile(
    r"\bhow (?:many|often)\b(?:\s+\w+){0,2}?\s+(?:times|calls|conversations|meetings|talks|(?:did|have|has)\b)|\bhow often\b|"
    r"(?<!\w)كم\s+(?:مره|اتصال\w*|مكالم\w*|لقا\w*|محادث\w*|اجتماع\w*|عدد)(?!\w)|(?<!\w)(?:عدد)\s+(?:ال)?(?:مكالم\w*|اتصال\w*|لقا\w*|مرات)"
)
_LISTED = re.compile(
    r"^\W*(?:whom?|with whom|which leaders?|list)\b.*\b(?:sp[eo]\w+|talk\w*|call\w*|met|meet)\b(?!.*\babout\b)|"
    r"\b(?:calls|conversations)\b\s*(?:in|of|since)?\s*[\d٠-٩]{4}|^\W*(?:مع\s+)?(?:من|مين)\s+(?:تحدث|كلم|اتصل|التق)\w*"
)
_WHETHER = re.compile(r"^\W*(?:have|has|had|did|do|does|is|was|were)\b|^\W*هل(?!\w)")
_FIRST = 5


def asked_sort(text: str) -> Sort | None:
    """The sort of event that a question asks of; None for any, or none."""
    folded = fold(text).text
    if _CALL.search(folded):
        return "call"
    return "meeting" if _MEETING.search(folded) else None


def asks_of_event(text: str) -> bool:
    """Whether a question asks of an event between its parties."""
    folded = fold(text).text
    return any(words.search(folded) for words in (_CALL, _MEETING, _SPEAKING))


def wanted(text: str) -> Wanted:
    """Whether a question asks of one event, for several, or whether there was any."""
    folded = fold(text).text
    if (_COUNTED.search(folded) and asks_of_event(text)) or _LISTED.search(folded):
        return "many"
    return "whether" if _WHETHER.search(folded) and asks_of_event(text) and len(folded.split()) > _FIRST else "one"


def reported_sort(title: str, passages: Sequence[Passage]) -> Sort | None:
    """The sort of event that a readout reports, by what its title or its first sentences say first."""
    for text in (title, *(passage.text for passage in passages[:_FIRST])):
        folded = fold(text).text
        call, meeting = _CALL.search(folded), _MEETING.search(folded)
        if call or meeting:
            return (
                "call" if call and (not meeting or call.start() < meeting.start() or text is not title) else "meeting"
            )
    return None
