"""What kind of answer a question wants: its family, and within that the finer kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.question_families import read_family
from index.language import fold

if TYPE_CHECKING:
    from bot.answer.types import QuestionKind

# Over folded text; what only some questions of a family ask.
_SINCE = re.compile(
    r"\b(?:since|ago|(?:h?w )?long (?:has|had|have) (?:it|they|the \w+)|silent|not (?:sp[eo]ken?|talked))\b|"
    r"\btime (?:has |had )?(?:passed|gone)|"
    r"(?<!\w)[وف]?(?:(?:منذ|من) متي (?:لم|ما|لا)|كم (?:\w+ )?(?:مضي|مرت?|صار)|قديش (?:صار|الو|اله)|كم صار|انقطاع|بقال\w*)(?!\w)"
)
_SAYS = re.compile(
    r"^(?:and |but )?(?:who|which \w+) (?:\w+ )?(?:said|says?|claim(?:s|ed)?|stated?|announced|reported|told|maintains?|"
    r"alleges?)\b|according to whom|\bwhose (?:account|version|words|claim|statement)|says who\b|"
    r"^[وف]?(?:من|مين|منو) (?:الذي |اللي )?(?:قال|قايل|يقول|ذكر|صرح|اعلن|زعم|ادعي|بيقول|بيحكي|حكي)(?!\w)|"
    r"(?:حسب|بحسب|وفقا ل) ?(?:من|مين)(?!\w)"
)
_ABOUT = re.compile(
    r"^(?:and |but |so )?(?:what|how) about\b|\b(?:say|says|said|tell|told|talk|speak|discuss\w*) (?:\w+ ){0,3}?"
    r"(?:about|on|of|regarding|concerning)\b|"
    r"^(?:is there |are there |do you have )?"
    r"(?:any|some)(?:thing| (?:news|word|information|mention))? (?:on|about|of)\b|"
    r"^(?:tell me|news|information|details) (?:more )?(?:about|on|of)\b|"
    r"^[وف]?(?:طيب )?(?:ماذا عن|و?شو عن|وش عن|ايه عن|ماذا بخصوص)(?!\w)|"
    r"(?<!\w)(?:قال\w*|ذكر\w*|صرح\w*|حكي\w*|حكو?ا?|حكت|تحدث\w*|قيل|ورد|جاء) (?:\w+ ){0,4}?(?:عن|حول|بشان|بخصوص|حق)(?!\w)|"
    r"^(?:اي |هل من |في |فيه )?(?:شي|شيء|اخبار|معلومات|حاجه) (?:عن|حول)(?!\w)"
)
_LIST = re.compile(
    r"\b(?:topics|subjects|issues|themes|points|matters|agenda)\b|^(?:please )?(?:list|name|enumerate) |"
    r"(?<!\w)[وف]?(?:ال)?(?:مواضيع|موضوعات|محاور|نقاط|ملفات|قضايا|مجالات|بنود)\w{0,3}(?!\w)|^[وف]?(?:اذكر|عدد|سم|سرد) "
)
_WHICH = re.compile(
    r"^(?:and )?(?:(?:in|on|at|to|from|for|by|of|with|under|about) )?which\b|"
    r"^[وفبل]?(?:\w{1,4} )?(?:اي|ايه|انهي|انه)(?!\w) "
)
# What makes a text more than bare words.
_ASKS = re.compile(
    r"\b(?:what|wh[aeiy]\w*|which|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|tell|give|show|list|name)\b|"
    r"(?<!\w)[وفب]?(?:ما|ماذا|مم|عم|بم|ايه|ايش|شو|شنو|وش|هل|كيف|اين|متي|كم|من هو|اي|لماذا|eh|shu|shou?)(?!\w)"
)
_MOST_BARE = 7


def read_kind(text: str) -> QuestionKind:
    """What kind of answer a question wants; only its last sentence is read."""
    folded = " ".join(fold(text).text.split())
    asked = folded.rsplit(". ", 1)[-1].lstrip("\"'«“([ ")
    family = read_family(asked)
    if family == "how_long" and _SINCE.search(asked):
        return "how_long_since"
    if family == "who" and _SAYS.search(asked):
        return "who_says"
    return _finer(asked) if family == "what" else family


def _finer(asked: str) -> QuestionKind:
    if _LIST.search(asked):
        return "list"
    if _ABOUT.search(asked) or (len(asked.split()) <= _MOST_BARE and not _ASKS.search(asked)):
        return "about"
    return "which" if _WHICH.search(asked) else "what"
