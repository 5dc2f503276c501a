"""What kind of answer a question wants: its family, and within that the finer kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.question_families import asking_sentence, read_family

if TYPE_CHECKING:
    from bot.answer.types import QuestionFamily, QuestionKind


_AUX = r"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


_SAID = (
    r"(?:said|says?|saying|claim(?:s|ed)|states|stated|announced|reported|told|tells|maintain(?:s|ed)|alleg(?:es|ed)|"
    r"den(?:ied|ies)|accus(?:es|ed)|blam(?:es|ed)|laid the blame|brushed|dismiss(?:es|ed)|compar(?:es|ed)|liken(?:s|ed)|"
    r"warn(?:s|ed)|insist(?:s|ed)|admit(?:s|ted)|complain(?:s|ed)|argu(?:es|ed))"
)
_ARABIC_SAID = (
    r"قال\w*|(?:ال)?قايل\w*|[يب]+قول|ذكر\w*|صرح\w*|اعلن\w*|زعم|ادعي|(?:بي)?حكي|افاد\w*|(?:بي|ي)?تهم|اتهمت?|نف[يا]|نفت|كذبت?|شبهت?|"
    r"وصفت?|انتقدت?|حذرت?|اعترفت?|شكا|لامت?|اكدت?"
)
# Over folded text. A span that is counted up to now, or up to what is told of.
_SINCE = _any(
    r"\b(?:s[ie]n[cs]e|ago)\b",
    r"\blong (?:has|had|have|is|was) it been\b",
    r"\b(?:has|have) .*\bbeen (?:silent|apart|out of|\w+ed)\b|\bhad .*\bbeen (?:apart|out of|\w+ed)\b",
    r"\b(?:not|without|never) (?:sp[eo]ken?|talk\w*|met|a (?:word|call))\b",
    r"\b(?:time|years?|months?|weeks?|days?) (?:(?:has|had|have) )?(?:passed|gone|went by|elapsed)\b",
    r"(?<!\w)[وف]?(?:منذ|من) (?:متي|امتي|ايمتي|كم|كام)(?!\w)",
    r"(?<!\w)(?:كم|كام) (?:\w+ )?(?:مضي|مضت|مرت?|صار|ما)(?!\w)",
    r"(?<!\w)(?:قديش|اديش) (?:صار|الو|اله|الهم)(?!\w)|(?<!\w)صار(?:ل\w+)? (?:ل\w+ )?كم(?!\w)",
    r"(?<!\w)بقال\w*|(?<!\w)(?:من |ب)?دون (?:ان|اي|مكالمه)(?!\w)",
)
_SINCE_WHEN = _any(r"\bsince when\b", r"(?<!\w)[وف]?(?:منذ|من) (?:متي|امتي|ايمتي)(?!\w)")
_SAYS = _any(
    r"^(?:and |but |so )?(?:who|which (?!of)[\w ]{3,30}?)(?: (?:has|had|is|was|it is that))? "
    rf"{_SAID}\b(?! to )",
    r"\b(?:according to|says) whom?\b",
    r"^whose (?:account|version|words?|claim|statement|story)\b|\bwhat(?: is|'?s) the source\b",
    r"^[وف]?(?:من|مين|منو) (?:هو )?(?:(?:الذي|اللي|يلي) )?"
    rf"(?:{_ARABIC_SAID})(?!\w)",
    r"(?<!\w)(?:علي لسان|نقلا عن|ب?حسب|وفقا ل) ?(?:من|مين|منو)(?!\w)",
    r"^[وف]?(?:(?:ما|شو|ايه|وش) )?(?:هو )?(?:ال)?مصدر(?!\w)",
)
_ON = r"(?:ab(?:ou|uo)t|on|of|regarding|concerning)"
_ABOUT = _any(
    r"^(?:and |but |so |ok )?(?:what|wat|how) about\b",
    r"^(?:and |but |so )?(?:what|wat) (?:did|does|do|has|have|had|was|is|were|are) .*\b"
    rf"(?:say|said|says|tell|told|think|thinks|announced?|declared?|stated) (?:[\w'-]+ ){{0,4}}?{_ON}\b",
    r"^(?:(?:is|was|are|were) there |do you (?:have|know) |have you got )?"
    r"(?:any|some)(?:thing| \w+)?(?: more| new| said)? (?:about|on|of|regarding)\b",
    r"^(?:please )?(?:(?:tell|show|give) (?:me|us) |i want )?(?:more |everything |all |something )?"
    r"(?:(?:the )?(?:news|information|info|details) |more )?(?:about|regarding|concerning)\b",
    r"^what (?:is|was) (?:there|known|new) (?:about|on)\b|^what's (?:there|known|new) (?:about|on)\b",
    r"^(?:news|information|info|details) (?:about|on|of)\b",
    r"^[وف]?(?:طيب )?[وف]?(?:ماذا|شو|وش|ايه|ايش|شنو) (?:(?:فيه?|(?:ال)?(?:اخبار|جديد)) )?(?:عن|بخصوص|بشان|حول)(?!\w)",
    r"(?<!\w)(?:قال\w*|قيل|ذكر\w*|صرح\w*|حكي|حكو?ا?|حكت|ورد|جاء|[يبت]+قول\w*|راي\w*|موقف) "
    r"(?:\w+ ){0,4}?(?:عن|حول|بشان|بخصوص)(?! (?:ماذا|ايه|ايش|شو|وش))(?!\w)",
    r"^(?:هل )?(?:(?:من|في|فيه|عندك) )?(?:اي )?(?:شي|شيء|اخبار|معلومات|حاجه|كلام|خبر) (?:عن|حول|بخصوص)(?!\w)",
    r"^(?:عن|بخصوص|بشان|حول) (?!ماذا|ايه|وش|شو|ايش|اي )\w",
)
_LISTED = r"(?:topics?|subjects?|issues|themes|points|matters|items|agenda|conditions|demands|names)"
_ARABIC_LISTED = r"(?:مواضيع|موضوعات|محاور|نقاط|ملفات|قضايا|مجالات|بنود)"
_LIST = _any(
    r"^(?:and )?(?:what|which|wat) (?:(?:are|were|was|is) )?(?:[io]n )?"
    rf"(?:(?:the|their|its|his|main|all|other|key|two|three) )*{_LISTED}\b",
    rf"\b{_LISTED}\W*$",
    r"^(?:please )?(?:list|name|enumerate|give me (?:a list|all|the)|show me all) ",
    r"^(?:and |but )?(?:what|wat) (?:else )?(?:did|do|does|have|has|had) .*\b(?:talk|speak|spoken|spoke|talked|chat) "
    r"(?:to each other )?about(?= (?:in|on|at|during|last|this|that|when|then|before|after|over)\b|\W*$)",
    r"^(?:and |but )?(?:what|wat) (?:else )?(?:did|do|does|have|has) .*\b(?:discuss(?:ed)?|cover(?:ed)?)\b",
    r"^(?:and |but )?(?:what|wat) (?:else )?(?:was|were|got) (?:\w+ )?(?:discussed|covered|raised|talked about)",
    rf"(?<!\w)[وفب]?(?:ال)?{_ARABIC_LISTED}\w{{0,3}}(?!\w)|(?<!\w)(?:ما|شو|وش) (?:هي )?(?:شروط|مطالب|اسماء)(?!\w)",
    r"^[وف]?(?:اذكر|سم|اسرد|عدد لي|قول لي كل) ",
    r"^[وف]?(?:عم|عما|فيم|(?:عن|في|حول) (?:ماذا|ايه|ايش|شو|وش))(?!\w)",
    r"(?:تحدث|تكلم|حكي?|دار)\w* (?:في|عن|حول) (?:ماذا|ايه|ايش|شو|وش)(?!\w)|(?:ماذا|شو|وش|ايش) (?:ناقش|بحث|تناول)\w*(?!\w)",
)
_WHICH = _any(
    r"^(?:and |but )?(?:(?:in|on|at|to|from|for|by|of|with|under|about) )?(?:which|wich)\b",
    r"^[وفبل]?(?:\w{1,4} )?[بل]?(?:اي|انهي)(?= \w)",
)
# Several of a kind: a number of them, or the plural of what is asked for.
_NOT_PLURAL = r"(?!\w*(?:news|means|status|basis|crisis|process|access|congress|press|business|ness)\b)"
_SEVERAL = _any(
    r"^(?:and )?(?:which|wich|what) (?:two|three|four|five|other)\b",
    r"^(?:and )?(?:which|wich|what) of (?:the |these |their |[\w-]+'s )(?!two\b)\w+s\b",
    rf"^(?:and )?(?:which|wich|what) (?:(?!{_AUX}\b)[\w-]+ )?{_NOT_PLURAL}(?!{_AUX}\b)\w{{3,}}[^\Ws]s (?={_AUX}\b|[\w-]+ed\b)",
    r"^[وف]?(?:ما|شو|وش|ايه) (?:هي |هم |هما )?(?:اسما|اسماء|اسامي)(?!\w)",
)
# What makes a text more than bare words.
_ASKS = _any(
    r"\b(?:what|wat|wh[aeiy]\w*|which|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|tell|give|show|list|name|i)\b",
    r"(?<!\w)[وفب]?(?:ما|ماذا|مادا|مم|عم|بم|ايه|ايش|شو|شنو|وش|هل|كيف|اين|متي|كم|من هو|اي|انهي|لماذا|اسم)(?!\w)",
)
_MOST_BARE = 7


def read_kind(text: str) -> tuple[QuestionFamily, QuestionKind]:
    """The family of a question and what kind of answer it wants; only its last sentence is read.

    The two are read apart: "which city" is of the family where, "since when" of the family when.
    """
    asked = asking_sentence(text)
    family = read_family(asked)
    return family, _kind(family, asked)


def _kind(family: QuestionFamily, asked: str) -> QuestionKind:
    if family in {"how_long", "when"} and _SINCE.search(asked):
        return "how_long_since" if family == "how_long" or _SINCE_WHEN.search(asked) else family
    if family == "who" and _SAYS.search(asked):
        return "who_says"
    if family in {"who", "where", "what"} and _SEVERAL.search(asked):
        return "list"
    if family in {"who", "where"}:
        return "which" if _WHICH.search(asked) else family
    return _finer(asked) if family == "what" else family


def _finer(asked: str) -> QuestionKind:
    if _ABOUT.search(asked):
        return "about"
    if _LIST.search(asked):
        return "list"
    if len(asked.split()) <= _MOST_BARE and not _ASKS.search(asked):
        return "about"
    return "which" if _WHICH.search(asked) else "what"
