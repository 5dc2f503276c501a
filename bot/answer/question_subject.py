"""What a question is about, where it asks whether, or what, was said of something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.question_order import EVENTS
from bot.answer.types import Stretch
from index.language import fold

if TYPE_CHECKING:
    from bot.answer.types import QuestionKind

_DISCUSSED = r"(?:discussed|mentioned|raised|brought up|talked about|addressed|covered)"
_DISCUSS = (
    r"\b(?:mention(?:ed|s)?|discuss(?:ed|es)?|raised?|refer(?:red)? to|address(?:ed)?|cover(?:ed)?|br(?:ing|ought) up)"
)
# Over folded text; the subject is the group. In the order in which they are tried.
_TOLD_OF = (
    r"\b(?:ab(?:ou|uo)t|regarding|concerning)\s+(.+)",
    r"\b(?:say|said|says|any\w*|something|news|information|details|touch(?:ed)? up)\s*on\s+(.+)",
    rf"{_DISCUSS}\s+(?!(?:by|at|in|with|between|when|during)\b)(\w.+)",
    rf"(?:^|,\s)(?:was|were|is|are|has|have|had)\s+(.+?)\s+(?:(?:been |being )?{_DISCUSSED}|on the (?:table|agenda))\b",
    r"^(?:did|does|has|have)\s+(.+?)\s+c[oa]me up\b",
    r"(?<!\w)(?:عن|حول|بشان|بخصوص|تطرق\w*\s+(?:\w+\s+){0,3}?الي)\s+(?!ماذا|ايه|وش|شو)(.+)",
    r"(?<!\w)(?:سيره|ذكر|موضوع|ملف)\s+(.+)",
    r"(?<!\w)(?:ناقش|بحث|تناول|ذكر|طرح|اثار)ت?\s+ال\w+(?:ان|ين|ون)\s+(?:علي\s+)?(\w.+)",
    r"(?<!\w)(?:تم|تمت|جري|جرت|يتم)\s+(?:بحث|مناقشه|تناول|ذكر|طرح|اثاره)\s+(\w.+)",
    r"(?<!\w)(?:نوقشت?|طرحت?|وردت?|ناقش[او]+|بحث[او]+|تناول[او]+|ذكروا?)\s+(.+)",
)
_EVENT = r"(?:calls?|meetings?|conversations?|talks|statement|readouts?|article|summit|visit|text|report|session|table|agenda)"
_THE = r"(?:the|their|his|her|its|this|that|a|any|either)"
# What follows a subject and only says where it was spoken of.
_WHERE = re.compile(
    rf"\s+(?:(?:in|during|at|on|over)\s+(?:{_THE}\s+)?(?:[\w'-]+\s+){{0,3}}?{_EVENT}\b|when\b|while\b|according to\b|last time\b|"
    rf"(?:في|خلال|اثناء)\s+(?:ال)?(?:\w+\s+)?(?:ال)?(?:{EVENTS}|بيان|نص|مقال)|(?:لما|عندما|ب?حسب|وفقا|المره|ولا)\s)"
)
_ENDS = ' \n\t?؟!.,،:;»”"'
_PATTERNS = tuple(re.compile(words) for words in _TOLD_OF)


def find_subject(text: str, kind: QuestionKind) -> Stretch | None:
    """What a question is about, where it asks whether or what was said of something; bare words are about themselves."""
    if kind not in {"about", "whether"}:
        return None
    folded = fold(text)
    found = next((match.span(1) for words in _PATTERNS if (match := words.search(folded.text))), None)
    if found is None and kind == "whether":
        return None
    start, end = found or (0, len(folded.text))
    where = _WHERE.search(folded.text, start, end)
    end = start + len(folded.text[start : where.start() if where else end].rstrip(_ENDS))
    if end <= start:
        return None
    # With the marks after its last letter.
    start, end = folded.positions[start], folded.positions[end]
    return Stretch(start, end, text[start:end])
