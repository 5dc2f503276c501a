"""Reasons that may answer: the clause after "because", "in order to", لأن, نظرا لـ and their like, up to its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.values.reading import Reading

# What leads a reason in, folded. ``strong`` words lead in nothing else; ``weak`` ones often tell the time or the way.
_STRONG = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|in\s+order\s+(?:to|that)|so\s+as\s+to|so\s+that|on\s+account\s+of|thanks\s+to|"
    r"as\s+a\s+result\s+of|as\s+(?:an?\s+)?(?:\w+\s+)?members?\s+of|in\s+view\s+of|given\s+(?:that|the)|lest|"
    r"on\s+the\s+grounds?\s+(?:that|of)|for\s+fear\s+(?:of|that)|with\s+(?:the\s+aim|a\s+view)\s+(?:of|to)|aimed\s+at|"
    r"with\s+the\s+(?:aim|goal|purpose)\s+of|in\s+protest\s+(?:at|against|over)|in\s+response\s+to|in\s+a\s+bid\s+to|"
    r"(?:an?\s+)?(?:direct\s+)?(?:result|consequence)\s+of|aim(?:s|ed|ing)?\s+(?:at|to)|seek(?:s|ing)?\s+to|"
    r"for\s+the\s+sake\s+of|"
    r"for\s+(?:\w+,?\s+){1,3}reasons|the\s+(?:reason|cause)\s+(?:being|was|is))\b|"
    r"(?<!\w)[وف]?(?:ل[اأ]ن(?:ه|ها|هم|هما|نا|ني)?|بسبب|نظرا\s+(?:لان|الي\s+ان|ل|الي)(?:ه|ها|هم)?|من\s+اجل|بهدف|بغرض|"
    r"بغيه|تفادي?ا|تجنبا|حرصا\s+علي|خشيه|خوفا|"
    r"كاعضاء|كعضو|بصفته\w*|بسببه\w*|جراء|نتيجه(?:\s+مباشره)?\s+(?=ل|\w)|[يت]هدف\s+الي|احتجاجا|ردا\s+علي|استجابه\s+ل|"
    r"لاسباب|لغرض|لدواع\w*|بدافع|كي\s|لكي|حتي\s+لا|"
    r"تمهيدا\s+ل|سعيا\s+(?:الي|ل)|احتراما\s+ل|التزاما\s+ب|تضامنا\s+مع|اذ\s+ان|بالنظر\s+الي|علي\s+خلفيه|بفضل|لئلا|كيلا|"
    r"من\s+شانه\w*\s+ان)"
)
_WEAK = re.compile(
    r",\s+since\b|\bsince\b(?=\s+(?:the|they|it|he|she|its|his|her|their|both|many|no|neither|\"|“|a\s|an\s))|"
    r"\bafter\b(?=\s+\w+)|\bfollowing\b|\bas\b(?=\s+(?:the|they|it|he|she|its|his|her|their)\s)|"
    r"\bto\b(?=\s+[a-z]{3,})|\bfor\b(?=\s+\w+ing\b)|"
    r"(?<!\w)(?:اثر|عقب|بعدما|بعد\s+ان|حيث\s+ان|ل(?:[يتن]\w{3,}|منع|ضمان|حمايه|وقف|دعم|بحث|حل|فتح|دفع|كسب|رفع|انهاء|"
    r"ايجاد|اتاحه|اعاده|افساح)|لل(?:ضغط|تحقق|تحضير|تمهيد|حد|حفاظ|سماح|حيلوله|تخفيف|مساعده|تخلص)|ب?غيه)(?!\w)"
)
# What leads in a whole clause is no part of the reason; what leads in a noun or a purpose is.
_WHOLE = re.compile(
    r"(?:because(?!\s+of)|(?:,\s+)?since|as(?!\s+(?:an?\s+|the\s+)?(?:\w+\s+)?members?\b|\s+a\s+result)|given\s+that|"
    r"lest|on\s+the\s+grounds?\s+that|the\s+(?:reason|cause)\s+(?:being|was|is)|"
    r"[وف]?(?:ل[اأ]ن(?:ه|ها|هم|هما|نا|ني)?|نظرا\s+(?:ل|الي\s+)ان(?:ه|ها|هم)?|اذ(?:\s+ان(?:ه|ها|هم)?)?|حيث(?:\s+ان(?:ه|"
    r"ها|هم)?)?|بالنظر\s+الي\s+ان|"
    r"كون(?:ه|ها|هم)?|(?:an?\s+)?(?:direct\s+)?(?:result|consequence)\s+of)\s*(?:that\s+)?(?!\w))|"
    r"[وف]?نتيجه(?:\s+مباشره)?\s+ل?(?=\w)"
)
# "blamed the failure on spare parts", "وعزا التوقف إلى الغارات": what the verb gives as the cause.
_LAID = re.compile(
    r"\b(?:blam\w+|attribut\w+|ascrib\w+|put\w*|credit\w*)\s+[^.;:\"“”]{3,80}?\s+(?P<on>on|to|down\s+to|with)\s+|"
    r"(?<!\w)[وف]?(?:[يت]?عز[اويت]\w*|ارجع\w*|[يت]رجع\w*|اعاد\w*|[يت]عيد|رد\w*|[يت]عود)\s+[^.؛:\"«»]{3,90}?\s+(?P<to>الي)\s+"
)
_IS_CAUSE = re.compile(
    r"\b(?:one|sole|only|main|real|root|chief)\s+(?:cause|reason|aim|purpose|goal)\b[,:]?\s+(?:is|was|being|to)?\s*"
)
_END = re.compile(r"[.;:؛!?؟](?=\s|$|[\"”»])|[,،](?=\s)|[\"”»)]|\n\n|$")
# A clause goes on after a comma that opens what is put in, or where what follows is no new clause.
_GOES_ON = re.compile(
    r"[,،]\s+(?:برايه|برأيه|بحسبه|كما\s+قال|بحسب\s+\w+|in\s+his\s+(?:view|words)|in\s+her\s+(?:view|words)|(?=(?:has|"
    r"had|have|was|were|is|are|will|would)\b)|\d+\s*(?:percent|per\s+cent)?,)"
)
_NEW_CLAUSE = re.compile(
    r"(?<=\s)(?:and\s+(?:that|sent|would|will|said|asked|added|has|have|had|called|urged|he|she|they|it|"
    r"the\s+\w+\s+(?:said|had|has|was|were|will|would))|"
    r"but|when\s+he|when\s+she|while|which|who|said|told|noted|added)\b"
)
_RESULT_OF = re.compile(r"[وف]?نتيجه")
_SAID_OF = re.compile(r"\s(?:الذي|التي|الذين|اللذان|اللتان)(?!\w)")
_QUOTES = {'"': '"', "“": "”", "«": "»"}


@dataclass(frozen=True, slots=True)
class _Lead:
    """Where a reason begins, and where the clause after its lead does; offsets in the folded text."""

    start: int
    after: int
    weight: float


def reasons(reading: Reading) -> Iterator[Candidate]:
    """The reasons of a passage in their order, each with what leads it in."""
    folded = reading.folded.text
    ends: list[tuple[int, int]] = []
    for lead in sorted(_leads(folded), key=lambda one: (-one.weight, one.start)):
        end = _end(folded, lead.after)
        if _RESULT_OF.match(folded, lead.start):
            # What is told of the cause in a clause of its own is more than the cause.
            said = _SAID_OF.search(folded, lead.after, end)
            end = said.start() if said else end
        if end - lead.after < 4 or any(start < end and lead.start < last for start, last in ends):
            continue
        ends.append((lead.start, end))
        whole = _WHOLE.match(folded, lead.start)
        at = max(lead.after, whole.end()) if whole else lead.start
        while at < end and folded[at] in " \n":
            at += 1
        start, last = reading.span(at, end)
        yield Candidate("reason", start, last, weight=lead.weight)


def _leads(folded: str) -> Iterator[_Lead]:
    for match in _STRONG.finditer(folded):
        yield _Lead(match.start(), match.end(), 1.0)
    for match in _LAID.finditer(folded):
        yield _Lead(match.end(), match.end(), 0.95)
    for match in _IS_CAUSE.finditer(folded):
        yield _Lead(match.end(), match.end(), 0.9)
    for match in _WEAK.finditer(folded):
        skipped = len(match[0]) - len(match[0].lstrip(", "))
        is_since = match[0].lstrip(", ").startswith("since") and match[0].startswith(",")
        yield _Lead(match.start() + skipped, match.end(), 0.9 if is_since else 0.5)


def _end(folded: str, start: int) -> int:
    """Where the clause that begins at ``start`` ends."""
    at = start
    stop = _NEW_CLAUSE.search(folded, start)
    limit = stop.start() if stop else len(folded)
    opening = re.compile(r"\s*[\"“«]").match(folded, start)
    if opening:
        closing = folded.find(_QUOTES[opening[0].strip()], opening.end())
        if closing > 0:
            return closing + 1
    while True:
        end = _END.search(folded, at)
        if end is None or end.start() >= limit:
            return _stripped(folded, start, min(limit, len(folded)))
        goes_on = _GOES_ON.match(folded, end.start())
        if goes_on or (end[0] in ",،" and _is_inserted(folded, start, end.start())):
            at = goes_on.end() if goes_on else end.end()
            continue
        return _stripped(folded, start, end.start())


def _is_inserted(folded: str, start: int, comma: int) -> bool:
    """Whether a comma opens words put in between a clause's subject and its verb: a short piece with no verb yet."""
    return len(folded[start:comma].split()) <= 3


def _stripped(folded: str, start: int, end: int) -> int:
    while end > start and folded[end - 1] in ' ,،"“«\n':
        end -= 1
    return end
