"""What a sentence of a readout does, by the words that do it: agree, demand, refuse, blame, or only lead up to that.

Words are written as they stand after folding. What counts and how much is learned (``bot/answer/weights/briefing.json``);
what is listed here are the verbs of diplomacy, of either language.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from index.language import fold

Cue = Literal[
    "agreement", "pledge", "demand", "refusal", "blame", "ahead", "condition", "result", "denial", "silence",
    "frame", "past", "courtesy", "leans", "adds",
]  # fmt: skip
CUES: tuple[Cue, ...] = get_args(Cue)


def _any(english: str, arabic: str) -> re.Pattern[str]:
    """A pattern for any of these, between which a bar stands; ``*`` is any ending, Arabic ones may carry و and ف."""
    latin, others = (one.replace(" ", r"\s+").replace("*", r"\w*") for one in (english, arabic))
    return re.compile(rf"\b(?:{latin})\b|(?<!\w)[وف]?(?:{others})(?!\w)")


_PATTERNS: dict[Cue, re.Pattern[str]] = {
    "agreement": _any(
        "agree*|sign|signed|signs|concluded|consent*|accept*|approv*|settled|decided|is to|are to",
        "اتفق*|الاتفاق|وقع|وقعت|وقعا|وافق*|قبل|قبلت|توافق*|قرر*|تقرر|موافق*|وفق تفاهم|بموجب",
    ),
    "pledge": _any(
        "pledg*|promis*|undert*|offer*|propos*|announc*|commit*|guarantee*|ready to|will send|will deliver|will provide|"
        "will pay|will supply|will host",
        "تعهد*|وعد|وعدت|عرض|عرضت|اقترح*|اقتراح*|اعلن*|التزم*|مستعد*|ستقدم|سيقدم|ستدفع|سيدفع|ستورد|سترسل|سيرسل|تقدم",
    ),
    "demand": _any(
        "urg*|call on|called on|called for|calls for|demand*|ask|asked|asks|request*|insist*|stress*|warn*|"
        "made clear|wants|must|reaffirm*|underlin*|emphasi*",
        "طالب*|دعا|دعت|طلب|طلبت|شدد*|حذر*|اصر*|اكد|اكدت|اكدا|ضروره|يجب|حث|حثت|جدد*",
    ),
    "refusal": _any(
        "reject*|refus*|turned down|rul\\w+ out|would not|will not|never|oppos*|not enough|no intention|unacceptable|"
        "remain in place|stay in place|could not",
        "رفض*|لن|استبعد*|عارض*|لا يمكن|غير مقبول*|لا تقبل|لا يقبل|غير مطروح*",
    ),
    "blame": _any(
        "blam*|accus*|responsib*|condemn*|broken the|violat*|aggress*",
        "حمل|حملت|محملا|محمله|اتهم*|مسءوليه|مسووليه|مسيوليه|المسءوليه|المسووليه|المسيوليه|ادان*|خرق*|انتهك*",
    ),
    "ahead": _any(
        "will|shall|by the end|from \\d+|until|next|takes effect|tomorrow|scheduled|due",
        "سوف|المقبل*|القادم*|اعتبارا|ابتداء|قبل نهايه|حتي نهايه|غدا|"
        "سي(?!اس|اد|ار|طر|ول|ين)\\w{3,}|ست(?!ه|ين|ون|ار|وك)\\w{3,}",
    ),
    "condition": _any(
        "if|unless|provided|on condition|in return|in exchange|as long as|once|only when|only after|without conditions|"
        "because|since|so that|in order to",
        "شرط|بشرط|شريطه|اشترط*|مقابل|مقابله|في المقابل|الا بعد|الا اذا|ما دام*|ما لم|اذا|لان|لانها|لانه|نظرا|بهدف",
    ),
    "result": _any(
        "billion|million|percent|per cent|killed|dead|died|casualt*|truce|ceasefire|prison*|hostage*|sanction*|inspect*|"
        "refugee*|nuclear|withdraw*|tonnes|troops|troop|treaty",
        "مليار*|مليون*|في المءه|في الميه|في المايه|قتل*|قتيل*|مقتل|هدنه|الهدنه|وقف اطلاق|اسير*|الاسري|رهين*|رهائن|عقوبات|"
        "العقوبات|المفتش*|مفتش*|لاجئ*|اللاجئ*|اللاجي*|نووي*|النووي*|انسحاب*|سحب|طن|مدنيا|المعاهده",
    ),
    "denial": _any(
        "den(?:y|ies|ied|ying)|untrue|false|reports to the contrary|did not promise", "نفي|نفت|نافيا|لا صحه|لا اساس"
    ),
    "silence": _any(
        "not (?:\\w+ )?(?:discuss*|rais*|touch*|on the agenda|mention*|address*|brought up|come up)",
        "(?:لم|ولم) (?:ي|ت)(?:تطرق*|تناول*|بحث*|ناقش*|طرح*|ذكر*)",
    ),
    "frame": _any(
        "lasted|spoke by telephone|by telephone|held talks|rang|initiative|request of|'s request|minutes|conversation|"
        "first call|first contact|first visit|received a call",
        "استمر*|دام|دامت|استغرق*|هاتفيا|اتصال*|الاتصال|المكالمه|المحادثه|بطلب|بمبادره|دقيقه|استقبل*|بدعوه|اجتماعا|محادثات",
    ),
    "past": _any(
        "previous|earlier|last met|last spoke|had been|ago|first call|in (?:19|20)\\d\\d|since (?:19|20)\\d\\d|recalled that",
        "كان|كانت|كانا|قد|الماضي|الماضيه|السابق*|اخر مره|يذكر ان|اندلعت|قبل ذلك|منذ عام|في العام",
    ),
    "courtesy": _any(
        "thank*|congratul*|invit*|condolence*|grateful|hospitality|welcomed|friendship|described|celebrat*|useful",
        "شكر*|هنا|هناه|دعوه|تعازي*|اعرب*|رحب*|استضافه|وصف|وصفت|صداقه|حفاوه",
    ),
    "leans": re.compile(r"^\W*(?:he|she|it|they|this|that|these|his|her|their)\b|^\W*(?:وهو|وهي|وذلك|وهذا)(?!\w)"),
    "adds": _any("added|in the meantime|also|further", "اضاف*|كما|ايضا|واضاف*|من جهته|من جانبه"),
}


def find_cues(text: str) -> tuple[bool, ...]:
    """Whether a text gives each of ``CUES``."""
    folded = fold(text).text
    return tuple(bool(_PATTERNS[cue].search(folded)) for cue in CUES)
