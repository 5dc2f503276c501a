"""How an attribution is told: the phrase that follows "according to" or "بحسب", and names as they stand inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Language

# Arabic nouns that would stand in the nominative: here they follow a preposition.
_DUALS = (
    "رئيس", "زعيم", "طرف", "جانب", "وزير", "قائد", "مسؤول", "ملك", "أمير", "نائب", "حليف", "بلد", "وفد", "متحدث", "مبعوث",
    "مستشار", "سفير", "رجل", "دبلوماسي", "خبير",
)  # fmt: skip
_FEMININE = "دولت|رئيست|وزيرت|حكومت|وزارت|رئاست|سلطت|منظمت|متحدثت"
_DUAL = re.compile(rf"(?<!\w)(?P<noun>و?(?:ال)?(?:{'|'.join(_DUALS)}|{_FEMININE}))ان(?!\w)")
_DUAL_OF = re.compile(rf"(?<!\w)(?P<noun>و?(?:{'|'.join(_DUALS)}|{_FEMININE}))ا(?=\s\w)")
_PLURAL = re.compile(
    r"(?<!\w)(?P<noun>و?(?:ال)?(?:مسؤول|دبلوماسي|مشارك|مجتمع|مبعوث|متحدث|مراقب|محلل|مفاوض|ممثل|مستشار|قيادي|صحفي))ون(?!\w)"
)
_PLURAL_OF = re.compile(r"(?<!\w)(?P<noun>و?(?:مسؤول|ممثل|مفاوض|مراقب|محلل))و(?=\s\w)")
_DUAL_ADJECTIVE = re.compile(r"(?<=ين )(?P<noun>ال\w{3,}ي)ان(?!\w)")
_ARTICLE = re.compile(r"^(?:The|A|An|His|Her|Their|One|Some|Two|Both|Another)(?= )")
_TITLE = re.compile(r"^(?:Presidential|Officials?|Sources|Residents|Witnesses|Press|Opposition)(?= [a-z])")


def phrase(names: Sequence[str], language: Language, *, is_spoken: bool) -> str:
    """The phrase for a reader: who tells it, the outermost first.

    Args:
        names: At least one, as they stand inside a sentence.
        language: Of the phrase.
        is_spoken: Whether the last of them is one who speaks.
    """
    phrases = load(language)
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return phrases.say("answer.citing", outer=names[0], inner=names[1])
    middle = names[1]
    for name in names[2:-1]:
        middle = phrases.say("answer.through", outer=middle, inner=name)
    key = "answer.citing_on" if is_spoken else "answer.citing_through"
    return phrases.say(key, outer=names[0], middle=middle, inner=names[-1])


def inside(name: str, language: Language) -> str:
    """A name as it stands inside a sentence, after a preposition."""
    if language == "en" or name.isascii():
        return _TITLE.sub(lambda found: found[0].lower(), _ARTICLE.sub(lambda found: found[0].lower(), name))
    name = _DUAL.sub(r"\g<noun>ين", name)
    name = _DUAL_OF.sub(r"\g<noun>ي", name)
    name = _DUAL_ADJECTIVE.sub(r"\g<noun>ين", name)
    return _PLURAL_OF.sub(r"\g<noun>ي", _PLURAL.sub(r"\g<noun>ين", name))
