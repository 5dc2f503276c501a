"""What a readout says was not spoken of, not promised, not done: the words that say so, and what they say it of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answer.comparison.statements import Statement

DenialKind = Literal["discussed", "denied"]

_TALKS = (
    r"discuss(?:ed)?|rais(?:e|ed)|mention(?:ed)?|touch(?:ed)? (?:on|upon)|address(?:ed)?|brought up|"
    r"taken up|come up|talked about"
)
# What is said of a subject that was left out, over folded text; the subject is the group.
_UNDISCUSSED = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"(?:^|[.;:,] |\b(?:and|but) )(?:no, )?(?P<of>[^.;:]+?) (?:was|were) (?:not|"
            rf"never) (?:even )?(?:{_TALKS}|on the agenda|part of the)"
        ),
        rf"(?:did not|didn't|never) (?:{_TALKS}) (?P<of>[^.;:,]+)",
        r"(?P<of>[^.;:,]+?) (?:was|were) (?:not|never) (?:a |the |among the )?(?:subject|topic|matter)s?\b",
        (
            r"(?P<of>[^.;:,]+?) (?:was|were|stayed|remained) (?:left |kept )?(?:out of|outside|off) (?:the )?"
            r"(?:talks|call|discussions?|agenda|table)\b"
        ),
        r"(?<!\w)[وف]?(?:ظل|ظلت|بقي|بقيت) (?P<of>[^.؛:،]+?) (?:خارج|بعيدا عن) (?:ال)?(?:محادثات|اتصال|لقاء|مباحثات|بحث|جدول)",
        r"(?P<of>[^.;:,]+?) (?:did not|didn't|never) (?:come up|figure|feature|arise)\b",
        (
            r"\b(?:no mention (?:was made )?of|no (?:discussion|talk|word) (?:of|about|on)|"
            r"without (?:discussing|raising|mentioning)) (?P<of>[^.;:,]+)"
        ),
        (
            r"(?<!\w)[وف]?لم (?:[يت]رد|[يت]جر|[يت]دور?) (?:اي )?(?:ذكر|بحث|حديث|نقاش|كلام) "
            r"(?:ل|عن|حول|بشان|في شان)\s?(?P<of>[^.؛:،]+)"
        ),
        r"(?<!\w)[وف]?لم [يت]كن (?P<of>[^.؛:،]+?) (?:مطروح\w*|موضع بحث|موضوع بحث|ضمن|علي جدول|مدرج\w*|محل)",
        r"(?<!\w)[وف]?(?:من )?(?:دون|بدون) (?:التطرق الي|بحث|مناقشه|ذكر) (?P<of>[^.؛:،]+)",
        r"(?<!\w)[وف]?(?:غاب|غابت) (?:عن \w+ )?(?P<of>[^.؛:،]+)",
        r"(?:^|[.؛:،] |(?<!\w)ان )(?P<of>[^.؛:،]+?) \"?لم (?:[يت]طرح|[يت]بحث|[يت]ناقش|[يت]ثر|[يت]ذكر)(?= في|[.\"]|$)",
        r"(?<!\w)[وف]?لم (?:يتطرق|تتطرق|يتطرقا)(?: (?!الي)\w+){0,3} الي (?P<of>[^.؛:،]+)",
        (
            r"(?<!\w)[وف]?لم (?:[يت]تناول|[يت]تناولا|[يت]ناقش|[يت]ناقشا|[يت]بحث|[يت]بحثا|[يت]طرح|[يت]ثر|"
            r"[يت]ذكر)(?: (?:ال)?(?:اتصال|مكالمه|لقاء|اجتماع|زعيمان|رييسان|قاده|جانبان|طرفان|قمه|محادثات|"
            r"زياره|بيان|وزيران|رييسا الوزراء))? (?P<of>(?!في )[^.؛:،]+)"
        ),
    )
)
_ACTS = (
    r"promis\w+|pledg\w+|undert\w+|agree\w*|commit\w*|offer\w*|apolog\w+|accept\w*|ask\w*|request\w*|"
    r"propos\w+|demand\w*|threat\w+|"
    r"inten\w+|plan\w*|decid\w+|grant\w*|give\w*|support\w*|suppl\w+"
)
_DENYING = r"(?:نفي|نفت|نفيا|ينفي|تنفي)"
# Up to where something else is said.
_UNTIL = r"[^.؛:]+?(?=[.؛:]|$|،? (?:و?قال|قايلا|و?وصف|و?قالت|و?اكد|موكدا|وهي|وهو|مشيرا)(?!\w))"
_DENIED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:did not|didn't|has not|had not|have not|will not|would not|never) (?P<of>(?:{_ACTS}) [^.;:,]+)",
        r"(?:made|offered|gave|issued|gives|makes|offers|given|received|saw|sees) no (?P<of>[^.;:,]+)",
        (
            r"(?:^|[^\w])no (?P<of>[^.;:,]{3,80}?) (?:was|were|has been|had been) (?:offered|made|given|"
            r"promised|agreed|issued|decided|planned|set|reached)"
        ),
        r"\bno (?:agreement|decision|deal|understanding|commitment)(?: \w+){0,3} (?:on|about|for|over|to) (?P<of>[^.;:,]+)",
        r"\b(?:nothing|not) (?:was |has been |had been )?(?:agreed|decided|settled) (?:on|about|over) (?P<of>[^.;:,]+)",
        (
            r"(?<!\w)[وف]?لم [يت](?:تفق\w*|تم الاتفاق|توصل\w*|حسم\w*|تم التوصل|جر الاتفاق)(?: \w+){0,3}? "
            r"(?:علي|بشان|حول|الي اتفاق (?:علي|بشان|حول)) (?P<of>[^.؛:،]+)"
        ),
        r"(?:denied|denies|denying|rejected the claim|rejects the claim)(?: reports)?(?: that)? (?P<of>[^.;:,]+)",
        rf"(?<!\w)[وف]?{_DENYING} (?:[^.؛:،]*? )?(?:ان|انها|انه) (?:[يت]كون )?(?P<of>{_UNTIL})",
        rf"(?<!\w)[وف]?{_DENYING} (?P<of>{_UNTIL})",
        (
            r"(?<!\w)[وف]?لم (?P<of>(?:[يت]ويد|[يت]قبل|[يت]قرر|[يت]عد|[يت]تعهد|[يت]قدم|[يت]عتذر|[يت]وافق|"
            r"[يت]طلب|[يت]عرض|[يت]لتزم) [^.؛:،]+)"
        ),
    )
)
_UNCHANGED = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\bno changes? (?:in|to|of) (?:the |its )?(?:\w+ (?:on|of|for) )?(?P<of>[^.;:,]+?)"
            r"(?= (?:was|were|is|has|have|will)\b|[.;:,]|$)"
        ),
        r"(?<!\w)[وف]?(?:لا|اي|دون|بدون) (?:اي )?(?:تغيير|تعديل)(?:ات)? (?:في|علي)(?: سياسه| نظام| قواعد)? (?P<of>[^.؛:،]+)",
    )
)
_CHANGE = re.compile(
    r"\b(?:lift|rais|cut|reduc|eas|abolish|chang|introduc|end|remov|lower|tighten|double)(?:s|e|ed|es|ing)?\b|"
    r"(?<!\w)[وف]?س?(?:[يت]?رفع|رفعت|[يت]خفض|خفض|تخفيض|الغاء|[يت]لغي|تغيير|[يت]غير|تعديل|[يت]عدل|تسهيل|[يت]سهل|تشديد|[يت]شدد)(?!\w)"
)
_NO = re.compile(r"^(?:no|not at all|لا|كلا|ابدا)\s*[.,،!]")
_ASKED = re.compile(r"^(?:q|question|س|سؤال)\s*[:.]\s*")
# Words that only lead up to the subject.
_FRAME = re.compile(
    r"\b(?:the )?(?:question|issue|matter|topic|subject|case|file) of\b|(?<!\w)(?:ملف|مساله|موضوع|"
    r"قضيه|مسائل|ملفات)(?!\w)|"
    r"^(?:by|in) [^,]+, |\b(?:the two|both) (?:leaders|presidents|sides)\b|\b(?:at all|in this call|"
    r"in the call)\b|(?<!\w)(?:في هذا الاتصال|اصلا)(?!\w)"
)
_AND = re.compile(r" (?:nor|or) | ولا (?:الي )?")
# What says that it is not so, or that all stays as it is.
_NEGATED = re.compile(
    r"\b(?:not|never|cannot|denied|declined|refused|rejected|unchanged|no change)\b|n't\b|"
    r"\b(?:ruled out|rules out|abstain\w*|refrain\w*)\b|"
    r"\bstopped short of\b|\bwithheld\b|"
    r"\bremains? in (?:force|place|effect)\b|"
    r"(?<!\w)[وف]?(?:لم|لن|لا|ليس|ليست|نفي|نفت|رفض|رفضت|عن عدم|عدم|استبعدت?|امتنعت?|ابقاء|علي حاله|علي حالها)(?!\w)"
)
# What comes after is told beside, or tells why; "not only" and "no fewer than" deny nothing.
_ASIDE = re.compile(
    r"[,،;؛(«\"“]|\b(?:because|though|although|while|until|unless|which|who|whom|but|and)\b|"
    r"(?<!\w)(?:لان\w*|اذ|بسبب|حيث|حتي|ما لم|الا|لكن\w*)(?!\w)"
)
_NO_DENIAL = re.compile(r"\bnot (?:only|just|merely)\b|(?<!\w)(?:لا|الا) (?:[يت]قل|[يت]زيد|[يت]تجاوز)")


@dataclass(frozen=True, slots=True)
class Denial:
    """What a statement denies.

    Attributes:
        statement: The statement.
        kind: That it was discussed, or that it was promised, done or so.
        of: What is denied, in folded words.
        is_of_change: Whether it is that anything changes in what ``of`` names.
    """

    statement: Statement
    kind: DenialKind
    of: str
    is_of_change: bool = False


def read_denials(statements: Iterable[Statement]) -> list[Denial]:
    """What statements deny, in their order."""
    found: list[Denial] = []
    for statement in statements:
        undiscussed = _first(_UNDISCUSSED, statement.folded)
        if undiscussed is not None:
            found += [Denial(statement, "discussed", part) for part in _AND.split(undiscussed) if part.strip()]
        elif statement.asked and _NO.match(statement.folded):
            found.append(Denial(statement, "denied", _ASKED.sub("", statement.asked.lower())))
        elif (unchanged := _first(_UNCHANGED, statement.folded)) is not None:
            found.append(Denial(statement, "denied", unchanged, is_of_change=True))
        else:
            denied = _first(_DENIED, statement.folded)
            found += [Denial(statement, "denied", denied)] if denied else []
    return found


def tells_change(statement: Statement) -> bool:
    """Whether a statement says that something is lifted, raised, cut, or otherwise not left as it is."""
    return bool(_CHANGE.search(statement.folded))


def denies(statement: Statement) -> bool:
    """Whether a statement says first of all that something is not so, or that it stays as it is."""
    if statement.asked and _NO.match(statement.folded):
        return True
    aside = _ASIDE.search(statement.folded, 4)
    main = statement.folded[: aside.start()] if aside else statement.folded
    return bool(_NEGATED.search(main)) and not _NO_DENIAL.search(main)


def _first(patterns: Iterable[re.Pattern[str]], folded: str) -> str | None:
    for pattern in patterns:
        match = pattern.search(folded)
        if match:
            return _FRAME.sub(" ", match["of"]).strip()
    return None
