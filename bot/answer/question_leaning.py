"""Whether a question can be understood only with the one before it."""

from __future__ import annotations

import re

from index.language import fold

_LEANS = re.compile(
    r"^(?:(?:and|but|also|so|then|what about|how about|what else)\b|(?:why|who|when|where|which|how)\W+(?:\w+\W*){0,2}$|"
    r"(?:و(?:ماذا|ما|متي|من|اين|كيف|لماذا|كم|هل|ليه|ايه|شو|وين|مين|ايش|بعد|قبل)|طيب|ماذا عن)\b)"
)
_ABOUT = re.compile(r"^(?:(?:and |but )?(?:what|how) about|(?:طيب )?و?ماذا عن|طيب و)\W*\w")
_PRONOUNS = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|he|his|him|she|her|there|then|one|"
    r"ذلك|تلك|هذا|هذه|هو|هي|هم|هما|ده|دي|هيك|\w{3,}(?:ها|هم|هما))\b"
)
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][a-z]+")


def leans(text: str) -> bool:
    """Whether a question that follows another goes on from it."""
    folded = fold(text).text
    if _ABOUT.search(folded):
        return True
    if len(folded.split()) > 12 or _NAME.search(text):
        return False
    return bool(_LEANS.search(folded) or _PRONOUNS.search(folded)) or len(folded.split()) <= 2
