"""Whether a question can be understood only with the one before it."""

from __future__ import annotations

import re

from index.language import fold

_LEANS = re.compile(
    r"^(?:(?:and|but|also|so|then|what about|how about|what else)\b|(?:why|who|when|where|which|how)\W+(?:\w+\W*){0,2}$|"
    r"(?:و(?:ماذا|ما|متي|من|اين|كيف|لماذا|كم|هل|ليه|ايه|شو|وين|مين|ايش|بعد|قبل)|طيب|ماذا عن)\b)"
)
# Whatever names it names: "what about Iran?", "and Iran?".
_ABOUT = re.compile(
    r"^(?:(?:and |but )?(?:what|how) about|(?:طيب )?و?(?:ماذا|شو|وش|ايش) عن|طيب و)\W*\w|^(?:and|but) [\w'-]+(?: [\w'-]+)?\W*$"
)
_PRONOUNS = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|he|his|him|she|her|there|then|one|"
    r"ذلك|تلك|هذا|هذه|هو|هي|هم|هما|ده|دي|هيك|\w{3,}(?:ها|هم|هما))\b"
)
# Those that stand for somebody or something, and for nothing that every question may be about.
_STAND_FOR = re.compile(
    r"\b(?:it|its|they|them|their|he|his|him|she|her)\b|\bthat\W*$|(?<!\w)(?:ذلك|تلك|هيك|كده|(?:ده|دي)(?=\W*$))(?!\w)"
)
# In a longer sentence this may stand for what the sentence itself names.
_SUFFIXED = re.compile(r"(?<!\w)\w{3,}(?:ها|هما)(?!\w)")
# "وإيران؟", but not the nouns that begin with the letter.
_AND_ONE = re.compile(r"^و(?!اشنطن|ارسو|زي?ر|قف|كال|ثي|ضع|ساط|رق|حد|سط|عد|لاي|فد|فا|ادي)\w{3,}\W*[؟?]\W*$")
_BARE = re.compile(
    r"^[وف]?(?:لماذا|ليش|ليه|علاش|متي|امتي|ايمتي|اين|وين|فين|كيف|ازاي|شلون|من|مين|منو|كم|why|when|where|who|how)\W*$"
)
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][a-z]+")
_LONGEST = 12
_LONGEST_ALONE = 8
_LONGEST_SUFFIXED = 4


def leans(text: str) -> bool:
    """Whether a question that replies to the answer of another goes on from it."""
    folded = fold(text).text
    if _ABOUT.search(folded):
        return True
    if len(folded.split()) > _LONGEST or _NAME.search(text):
        return False
    return bool(_LEANS.search(folded) or _PRONOUNS.search(folded)) or len(folded.split()) <= 2


def depends(text: str) -> bool:
    """Whether a question that only comes soon after another goes on from it: it begins like one, or means nothing alone."""
    folded = fold(text).text
    if _ABOUT.search(folded) or _AND_ONE.search(folded):
        return True
    if len(folded.split()) > _LONGEST_ALONE or _NAME.search(text):
        return False
    if len(folded.split()) <= _LONGEST_SUFFIXED and _SUFFIXED.search(folded):
        return True
    return bool(_LEANS.search(folded) or _STAND_FOR.search(folded) or _BARE.search(folded))
