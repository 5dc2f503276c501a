"""The names in a question, by cheap rules.

In English, as the index reads them, by their capitals; in Arabic, which has none, by the office that stands before them or
by the words that put two of them together. A name that no rule sees is no error: what reads ``Question.names`` must do
without.
"""

from __future__ import annotations

import re

from bot.answer.types import Stretch
from index.language import fold, is_function_word

_CAPITAL = r"(?:(?:al|el|ad|ar|as|at|an)-)?[A-ZÀ-Þ][\w’'-]*"
_LATIN_NAME = re.compile(rf"(?<![\w'’]){_CAPITAL}(?:(?: (?:of|of the|de|bin|von|van))? {_CAPITAL})*")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words that a question begins with, beside the function words.
_BEGINNINGS = frozenset("whose whom show list name any anything please hello hi hey thanks".split())  # noqa: SIM905
_OFFICE = (
    r"(?:ال)?(?:رييسه?|ملكه?|اميره?|سلطان|شيخ|وزيره?|مستشاره?|سفيره?|مبعوثه?|سيده?|جنرال|متحدثه?|ناطقه?|قبطان|صحفيه?|"
    r"دكتوره?|زعيم)"
)  # fmt: skip
_NO_NAME = (
    r"(?:(?:ال)?(?:وزراء|خارجيه|دفاع|دوله|حكومه|جديده?|سابقه?)|في|من|الذي|التي|اللي|عن|مع|علي|باسم|هل|كانت?|قالت?|طلبت?|عايزه?|"
    r"عاوزه?|شايفه?|حددت?|عرضت?|رفضت?|وافقت?|دعا|زارت?|راحت?|[يت]ريد|[يت]قول|بي\w+|هي\w+|تا[جخك]ي\w+|ليه|متي|امتي|شو|ايه)"
)
_SAID = r"(?:قال|حكي|صرح|كلم|هدد|اتهم|زار|يقول)"
_ARABIC_NAME = re.compile(
    rf"(?<!\w)[وفبل]?{_OFFICE}\s+(?!{_NO_NAME}(?!\w))(?P<held>\w{{3,}})|"
    r"(?<!\w)بين\s+(?P<one>\w{3,})\s+و(?!بين)(?P<other>\w{3,})|"
    rf"(?<!\w){_SAID}\s+(?:مع\s+)?(?!ال|مين|عن|لهم)(?P<speaker>[ء-ي]{{4,}})"
)


def find_names(text: str) -> tuple[Stretch, ...]:
    """The names in a question, in their order, without overlap."""
    return tuple(sorted([*_latin_names(text), *_arabic_names(text)], key=lambda name: name.start))


def _latin_names(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    for match in _LATIN_NAME.finditer(text):
        start, end = match.span()
        words = match[0].split(" ")
        begins = text[:start].rstrip("\"'«“( ").endswith((".", "?", "!", "؟", ":")) or not text[:start].strip("\"'«“( ")
        while begins and words and (is_function_word(fold(words[0]).text) or fold(words[0]).text in _BEGINNINGS):
            start += len(words.pop(0)) + 1
            begins = False
        # Of what stands first alone, the capital tells nothing, unless there is nothing else.
        alone = begins and len(words) == 1 and len(text.split()) > 1 and not _POSSESSIVE.search(words[0])
        if words and not alone:
            possessive = _POSSESSIVE.search(text, start, end)
            found.append(_stretch(text, start, possessive.start() if possessive else end))
    return found


def _arabic_names(text: str) -> list[Stretch]:
    folded = fold(text)
    return [
        # With the marks after its last letter.
        _stretch(text, folded.positions[match.start(group)], folded.positions[match.end(group)])
        for match in _ARABIC_NAME.finditer(folded.text)
        for group in ("held", "one", "other", "speaker")
        if match[group]
    ]


def _stretch(text: str, start: int, end: int) -> Stretch:
    return Stretch(start, end, text[start:end])
