"""How people go on from an answer, in both languages and in the speech of Egypt, the Levant and the Gulf.

Each form is a pattern over the folded words of a whole message, without what stands between them ("and before that?" is
"and before that"). Arabic ones may stand in Latin letters.
"""

from __future__ import annotations

AHEAD = (
    r"(?:(?:ok(?:ay)?|thanks|thank you|please|yes|so|and|but|now|then|طيب|تمام|شكرا|اوكي?|نعم|ايوه?|لو سمحت|من فضلك) )*"
)
"""What may stand before all of them."""
BEHIND = r"(?: (?:please|pls|thanks|then|لو سمحت\w*|من فضلك|رجاء|بليز|بقي))?"
"""What may stand after all of them."""

_THAT = r"(?:it|that|this|these|those|so|them|all that|such a thing)"
_DHALIKA = (
    r"(?:ب?(?:ذلك|ذاك|هذا|هذه|هذي|كده|كدا|هيك|هاي|هيدا|هاد|هادا|ده|دي|دا|هالكلام|هالحكي|الكلام|الحكي)"
    r"(?: (?:الكلام|ده|هذا|الحكي))?)"
)
_WHO = r"(?:من|مين|منو)"
_OTHER = r"(?:(?:ال)?مزيد|اكثر|اكتر|غيره?ا?|كمان|تاني|شيء اخر|شي تاني|حاجه تانيه?)"
_GIVE = r"(?:اعرض|هات|هاتي|اعطني|ارني|وريني|فرجيني|اريد|بدي|عايزه?|عاوزه?|ابي|ابغي)"

MORE = (
    r"(?:(?:show|give|tell|send) (?:me |us )?)?(?:some |any |a bit )?more(?: (?:of|about|on) (?:it|this|that|these|them))?",
    r"(?:show |give |tell |send )?(?:me |us )?more (?:passages|results|details|quotes)",
    r"(?:anything|what|something) else(?: is there)?|(?:is|are) there (?:any )?more|what more",
    r"go on|continue|keep going|next(?: (?:ones?|page|passages?))?|(?:any |the )?others?(?: ones)?",
    r"(?:ال)?مزيد|زدني|زيدني|اكثر|اكتر|كمان|تابع|اكمل|كمل|واصل|التالي|و?غيره?ا?|و?غير (?:ذلك|هذا|كده|كدا|هيك)",
    rf"{_GIVE} (?:لي )?{_OTHER}|(?:هل )?(?:هناك|يوجد|في|فيه|عندك) {_OTHER}|حاجه تانيه|شي تاني",
    r"ماذا (?:ايضا|غير ذلك|بعد)|(?:شو|ايش|وش|ايه|شنو) (?:كمان|بعد|تاني|غيره?)",
    r"aktar|w?kaman|zeedni|el mazeed",
)
BEFORE = (
    (
        r"(?:(?:what about|how about|when was|what was|what happened|what came|who was) )?"
        r"(?:(?:the )?(?:one|time|last one|previous one) )?(?:just |right )?before"
        r"(?: (?:that|this|it|then|that one|this one|the last))?"
    ),
    r"(?:(?:what about|how about|when was|what was) )?(?:the )?(?:previous|earlier|prior|preceding) (?:one|time)",
    r"(?:what about|how about) the (?:previous|earlier) (?:call|meeting|visit|talks)|(?:an? )?earlier(?: ones?)?|further back",
    (
        r"[وف]?(?:(?:ماذا عن|متي كانت?|شو عن) )?(?:(?:(?:المره|المكالمه) )?(?:التي|الذي|اللي|يلي|ما) )?"
        rf"قبل(?:ها|ه|هما|و|ا|يها|يه| {_DHALIKA}| تلك| المره (?:دي|هذه))"
    ),
    r"[وف]?(?:ماذا عن )?(?:ال)?سابقه?|[وف]?(?:المره|اللي|ما) (?:السابقه|قبل)|من قبل|وقبل",
    r"w? ?(?:elly |illi )?[2q]?abl(?:aha|o|eha|ha| keda| kda| heik| da)",
)
SPEAKER = (
    (
        r"who (?:said|says|say|told (?:you|us|them)|is saying|claims|claimed|stated|reported|wrote|was it)"
        rf"(?: {_THAT})?|says who|said who"
    ),
    rf"according to whom?|whose (?:words|claim|statement|account|version) (?:is|are|was) {_THAT}|from whom(?: is {_THAT})?",
    rf"(?:what(?: is|'?s) )?(?:the |its |your )?source(?: of {_THAT})?|who(?: is|'?s) (?:the |its )?(?:source|speaker)",
    rf"where (?:is|does) {_THAT} (?:come )?from",
    (
        rf"[وف]?{_WHO} (?:هو )?(?:(?:الذي|اللي|يلي) )?"
        rf"(?:قال|قايل|قيل|يقول|بيقول|ذكر|صرح|حكي|بيحكي|افاد|اعلن|زعم)\w{{0,3}}(?: (?:{_DHALIKA}|عنه))?"
    ),
    rf"[وف]?{_WHO} (?:ال)?(?:قايل|مصدر|متحدث|متكلم)(?: {_DHALIKA})?",
    rf"[وف]?(?:ب?حسب|علي لسان|نقلا عن|كلام|وفقا ل) ?{_WHO}(?: {_DHALIKA})?",
    rf"[وف]?(?:(?:ما|شو|ايه|وش|ايش) )?(?:هو )?(?:ال)?مصدر(?:ه|ها|ك)?(?: (?:{_DHALIKA}|المعلومه|الخبر))?(?: ايه)?",
    r"(?:w |u )?(?:meen|min) (?:elly |illi )?(?:2al|aal|gal|qal)\w*(?: (?:keda|kda|heik|kida|da))?",
)
LANGUAGE = (
    (
        r"(?:(?:say|answer|repeat|translate|tell me|show me|give me)(?: (?:it|that|this))? |(?:the )?same |what is (?:it|that) )?"
        r"(?:in|into|to)? ?(?:english|arabic)(?: (?:version|answer|translation))?"
    ),
    r"translat(?:e|ion)(?: (?:it|that|this))?|(?:in )?the other language",
    (
        r"[وف]?(?:(?:قل|قول|جاوب|اجب|ترجم|اعد|نفس|اكتب|احكي|هات|ممكن)\w{0,3} )?(?:لي )?(?:الجواب )?"
        r"(?:(?:الي|ب) ?)?(?:باللغه )?(?:لل|بال|ال|ب)?(?:عربيه?|انجليزيه?|انكليزيه?|انقليزيه?)"
    ),
    r"ترجم(?:ه|ها|لي|هالي)?|(?:ال)?ترجمه|باللغه الاخري|b[ei]l? ?(?:3arab[iy]|[ei]ngl[ei]+zi)",
)
