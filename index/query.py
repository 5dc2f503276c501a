"""What is read off a question before any search: its words without the asking, its kind, what it asks an instance of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import normalise
from index.words import is_content, normal, split_words

if TYPE_CHECKING:
    from index.types import Language

KINDS = ("when", "howmany", "who", "where", "why", "other")
_PHRASE = 5

_LEADS = {
    "en": re.compile(
        r"^(?:in|on|at|to|from|for|by|of|with|during|since|under|about)?\s*(?:what|which|who|whom|whose|when|where|why|how)\b"
        r"(?:\s+(?:is|are|was|were|do|does|did|has|have|had|many|much|long|old|far|often|large|big)\b)*",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"^\s*(?:في|من|على|إلى|الى|عن|ب|ل|منذ|مع)?\s*"
        r"(?:ما|ماذا|ماهو|ماهي|من|متى|أين|اين|كيف|كم|لماذا|لما|هل|أي|اي|أية|بم|بماذا|لمن|مما|علام|فيم|فيما)\b"
        r"(?:\s+(?:هو|هي|هم|كانت|كان|عدد|الذي|التي|ذا|من)\b)*"
    ),
}
_ASKS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "en": (
        ("when", re.compile(
            r"\bwhen\b|(?:what|which) (?:year|date|day|month|time|century|decade|era)|what was the (?:year|date)")),
        ("howmany", re.compile(
            r"how (?:many|much|long|old|far|large|big|tall|high|often|fast|deep|wide)|percentage|how \w+ (?:is|was|were|are)|"
            r"what (?:percent|number|age|amount|proportion|portion|fraction|population|distance)")),
        ("who", re.compile(
            r"\bwho(?:m|se)?\b|what (?:person|man|woman|scientist|president|king|singer|player)|"
            r"name of the (?:person|man|woman)")),
        ("where", re.compile(
            r"\bwhere\b|(?:what|which) (?:country|city|state|place|region|location|continent|river|town|area|street)")),
        ("why", re.compile(r"\bwhy\b|what (?:caused|reason)|for what reason")),
    ),
    "ar": (
        ("when", re.compile(
            r"متى|(?:أي|اي|أية|ما هو|ما) (?:عام|سنة|تاريخ|يوم|شهر|قرن|عقد|وقت|العام|التاريخ|السنة|القرن)|منذ كم|"
            r"تاريخ (?:ال)?(?:ميلاد|ولادة|وفاة|تأسيس)")),
        ("howmany", re.compile(
            r"(?:^|\s|ب|و)كم(?:\s|$)|ما عدد|ما هو عدد|(?:ما|ماهي|كم) (?:هي )?(?:نسبة|مساحة|عدد|مقدار|طول|ارتفاع|المسافة|المدة)|"
            r"نسبة|مقدار|معدل")),
        ("who", re.compile(
            r"^(?:و)?(?:من|لمن|مَن) (?!أين|اين|أي|اي|متى|خلال|ماذا)|من (?:هو|هي|هم|الذي|التي|كان|قام)\b")),
        ("where", re.compile(r"أين|اين|(?:أي|اي|ما هي|ما) (?:دولة|مدينة|بلد|منطقة|مكان|ولاية|قارة|عاصمة)")),
        ("why", re.compile(r"لماذا|لما\b|ما (?:هو )?(?:السبب|سبب)|ما (?:هي )?(?:أسباب|اسباب)")),
    ),
}  # fmt: skip
_QUESTION_WORDS = frozenset(("what", "which", "who", "whom", "whose", "when", "where", "why", "how"))
_BEFORE_FOCUS = {
    "en": frozenset(("what", "which", "many", "much")),
    "ar": frozenset(("ما", "ماهو", "ماهي", "اي", "ايه", "كم", "ماذا", "باي", "لاي")),
}
_BE = frozenset(("is", "are", "was", "were"))
_DO = frozenset(("did", "does", "do", "has", "had", "have"))
_DETERMINERS = frozenset(("the", "a", "an", "some", "one", "two", "three"))
_ARABIC_FILLERS = frozenset(("هو", "هي", "هم", "كان", "كانت", "عدد", "الذي", "التي"))


def asks(question: str, language: Language) -> str:
    """One of ``KINDS``: what kind of thing answers."""
    folded = normalise(question).lower()
    return next((kind for kind, pattern in _ASKS[language] if pattern.search(folded)), "other")


def without_lead(question: str, language: Language) -> str:
    """The question without its question words: nearer to what a passage would say."""
    return _LEADS[language].sub("", normalise(question)).strip(" ?؟.") or question


def asking_phrase(question: str, language: Language) -> str:
    """The few words that carry what is asked: from the question word on, wherever it stands."""
    words = split_words(question)
    if language == "en":
        for place, word in enumerate(words):
            if normal(word) in _QUESTION_WORDS:
                return " ".join(words[max(0, place - 1) : place + _PHRASE])
    return " ".join(words[:_PHRASE])


def focus(question: str, language: Language) -> list[str]:
    """The noun after "what", "which", "how many", ما, أي, كم: what the answer is an instance of. Empty where there is none."""
    words = split_words(question)
    folded = [normal(word) for word in words]
    for place, word in enumerate(folded[:-1]):
        if word in _BEFORE_FOCUS[language]:
            return (
                _english_focus(words, folded, place + 1)
                if language == "en"
                else _arabic_focus(words, folded, place + 1)
            )
    return []


def _english_focus(words: list[str], folded: list[str], first: int) -> list[str]:
    if folded[first] in _DO:
        return []
    longest = 2
    if folded[first] in _BE | _DO:
        longest = 3
        first += 1
        while first < len(folded) and folded[first] in _DETERMINERS:
            first += 1
    last = first + 1
    while last < len(words) and is_content(words[last]) and last - first < longest:
        last += 1
    return words[first:last]


def _arabic_focus(words: list[str], folded: list[str], first: int) -> list[str]:
    while first < len(folded) and folded[first] in _ARABIC_FILLERS:
        first += 1
    return words[first : first + 1]
