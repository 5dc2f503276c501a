"""Whether a sentence speaks of what is to come at some place in it: "will meet on Tuesday" or "met on Tuesday".

A rule of thumb, by the verb or the participle nearest before the place, else the first after it. Nothing light tells tense in
both languages; where this finds no cue, it says so.
"""

from __future__ import annotations

import re

# Nouns and names that begin like verbs of the future: سياسة, سيطرة, سيرغي, ستة, ستوكهولم, سنوات.
_FUTURE = (
    r"(?:سي(?!اس|اد|ار|اق|نا|طر|ول|ين|ه\b|ما\b|ره|رت|ده|دات|رغ|رج|مون|بير|لفا)|"
    r"ست(?!ه\b|ين|ون|ار|ال|وك|يف|ي\b)|سن(?!وات|وي|ين|دات|غاف))\w{2,}"
)
_AHEAD = (
    r"\b(?:will|shall|would|going\sto|due|scheduled|planned|plan(?:s|ning)?\sto|set\sto|to\sbe\sheld|is\sto|are\sto|expected|upcoming|"
    r"intends?\sto|(?:agreed|decided|promised|wants?|hopes?|invited|pledged|vowed)\s(?:\w+\s){0,4}?to)\b|"
    rf"(?<!\w)[وف]?(?:سوف\s\w+|{_FUTURE}|(?:من\s)?(?:المقرر|المزمع|المرتقب|المنتظر|المتوقع)|"
    r"[يت]عتزم\w*|[يت]خطط\w*|[يت]نوي|اتفق\w*\sعلي|(?:يلتقي|تلتقي|يزور|تزور|يعقد|تعقد|يستقبل|تستقبل|يستضيف|تستضيف|ينطلق|تنطلق|يبدا|تبدا|"
    r"يتوجه|تتوجه|يصل|تصل|يستانف|تستانف)(?!\w))"
)
_NOT_PAST = (
    r"(?:united|hundred|indeed|need|red|speed|embed|exceed|proceed|succeed|mohammed|muhammed|ahmed|zayed|saeed)\b"
)
_BEHIND = (
    rf"\b(?:(?!{_NOT_PAST})\w+ed|was|were|had|has|have|said|told|met|spoke|held|took|made|gave|began|came|went|sent|wrote|rang)\b|"
    r"(?<!\w)[وف]?(?:قال|ذكر|اعلن|اكد|صرح|اجري|اجر|التق|بحث|ناقش|عقد|كان|جر|شهد|وصل|زار|تلق|هاتف|اتصل|اشار|اوضح|افاد|شدد|"
    r"استقبل|ودع|وقع|ابلغ|تحدث|تباحث|شارك|حضر|تسلم|غادر|هنا|دعا|رحب|ادان|طلب|اعرب|عبر)(?:ت|ا|ي|تا|وا|يا)?(?!\w)"
)
_CUE = re.compile(rf"(?P<ahead>{_AHEAD})|(?:{_BEHIND})")
_END = re.compile(r"[.!?؟؛;](?=\s|$)")
# A cue farther away than this belongs to another clause.
_REACH = 160
# "On Tuesday, the leaders will meet": so few words before the day open the sentence.
_OPENING = 2
_COMMA = re.compile("[,،]")


def is_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the folded text speaks of what is to come around ``start`` to ``end``; None where no word tells."""
    begin = max(0, start - _REACH)
    ends = [match.end() for match in _END.finditer(text, begin, start)]
    before = list(_CUE.finditer(text, ends[-1] if ends else begin, start))
    if before:
        return before[-1]["ahead"] is not None
    stop = _END.search(text, end)
    last = min(stop.start() if stop else len(text), end + _REACH)
    if len(text[ends[-1] if ends else begin : start].split()) > _OPENING:
        # After a comma another clause begins: "the quake that struck on Friday, and the toll is expected to rise".
        comma = _COMMA.search(text, end, last)
        last = comma.start() if comma else last
    after = _CUE.search(text, end, last)
    return None if after is None else after["ahead"] is not None
