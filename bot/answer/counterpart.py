"""Where a name stands in a translation: by the gazetteer, or by the sounds of its words, and only where one place can be it.

Transcriptions differ ("Ghanimi", الغنيمي), so words are compared by their consonants, and the fewer these are the more their
vowels must agree. Two names of a sentence that sound alike are told apart by nothing here: then there is no counterpart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from index.gazetteer import find_names
from index.language import fold
from index.named.usual import is_usual
from index.words import is_arabic, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.gazetteer import FoundName
    from index.types import Language

Span = tuple[int, int]
# The forms that a word may be read in, each with where it stands.
Token = list[tuple[str, Span]]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:[AaEe][lrshdntz]{1,2}-|ال)(?=\w{2})")
_GLUED = ("وال", "بال", "فال", "و", "ف", "ب", "ل", "ك")
_RULERS_NUMBERS = frozenset(
    """i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع
    العاشر""".split()  # noqa: SIM905 - a list of words reads better as text
)
_SON = frozenset({"bin", "ibn", "ben", "بن", "ابن"})
# With this many consonants, how alike two words' sounds must be, of 1.
_MANY = 3
_ALIKE = 0.55
_LONGEST = 4


def known_counterpart(found: FoundName, translated: str) -> Span | None:
    """Where a known name stands in a translation, if it stands there in one way only."""
    wanted = {found.entry, *found.others}
    is_people = found.form == "people"
    places = [
        (one.start, one.end)
        for one in find_names(translated)
        if one.entry in wanted and (one.form == "people") == is_people
    ]
    # "Vladimir Putin" is shown for the whole name, "Putin" for the surname.
    long_first = found.form == "name"
    places.sort(key=lambda place: (place[0] - place[1]) if long_first else place[1] - place[0])
    entries = {one.entry for one in find_names(translated) if one.entry in wanted}
    if not places or len(entries) > 1 or (is_people and len({translated[a:b] for a, b in places}) > 1):
        return None
    return places[0]


def sounding_counterpart(name: str, translated: str, language: Language) -> Span | None:
    """Where a name that no list knows stands in a translation, if one stretch alone sounds like it.

    Args:
        name: As written in the source.
        translated: The translation of its sentence.
        language: The language that the translation is in, written in the other script than the name.
    """
    words = [match[0] for match in _WORD.finditer(name) if fold(match[0]).text not in _RULERS_NUMBERS]
    numbered = len(words) < len(_WORD.findall(name))
    if not words or len(words) > _LONGEST or is_arabic(words[0]) == (language == "ar"):
        return None
    tokens = _tokens(translated, language)
    found = [
        tokens[at : at + len(words)]
        for at in range(len(tokens) - len(words) + 1)
        if all(
            any(same_sound(word, form) for form, _ in token)
            for word, token in zip(words, tokens[at : at + len(words)], strict=True)
        )
    ]
    if language == "ar" and len(words) == 1 and len(_heard(words[0])[0]) < _MANY:
        # So short a name sounds like a usual word too easily.
        found = [stretch for stretch in found if not is_usual(fold(stretch[0][0][0]).text)]
    spans = [_span(words, stretch, translated, numbered=numbered) for stretch in found]
    return spans[0] if spans and len({fold(translated[a:b]).text for a, b in spans}) == 1 else None


def same_sound(one: str, other: str) -> bool:
    """Whether two words in different scripts may be one name."""
    if fold(one).text in _SON:
        return fold(other).text in _SON
    arabic, latin = (one, other) if is_arabic(one) else (other, one)
    (bones, sounds), (latin_bones, latin_sounds) = _heard(arabic), _heard(latin)
    if not bones or bones != latin_bones:
        return False
    if len(bones) >= _MANY:
        return Levenshtein.normalized_similarity(sounds, latin_sounds) >= _ALIKE
    # Arabic leaves short vowels out, and no others: دار is not Dur.
    rest = iter(latin_sounds)
    return all(sound in rest for sound in sounds)


def _heard(word: str) -> tuple[str, str]:
    """The consonants of a word, and its sounds."""
    # A final ى or ة is an a; an alif at the beginning only carries the vowel that follows it.
    bones, sounds = skeleton(re.sub("[ىة]$", "ا", _ARTICLE.sub("", _POSSESSIVE.sub("", word))))
    return bones.replace("x", "ks"), re.sub(r"^a(?=[iu])", "", sounds).replace("x", "ks")


def _tokens(text: str, language: Language) -> list[Token]:
    """The words that may be names, each with the forms that it may be read in and where these stand."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if is_arabic(word) != (language == "ar"):
            continue
        if language == "en":
            word = _POSSESSIVE.sub("", word)
            if not (word[0].isupper() or _ARTICLE.match(word) or word in _SON):
                tokens.append([])
                continue
            tokens.append([(word, (match.start(), match.start() + len(word)))])
            continue
        forms = [(word, match.span())]
        forms += [
            (word[len(one) :], (match.start() + len(one), match.end()))
            for one in _GLUED
            if word.startswith(one) and len(word) - len(one) > 1
        ]
        tokens.append(forms)
    return tokens


def _span(words: Sequence[str], stretch: Sequence[Token], text: str, *, numbered: bool) -> Span:
    first = next(span for form, span in stretch[0] if same_sound(words[0], form))
    end = stretch[-1][0][1][1]
    if numbered:
        follows = re.match(r"\s(\w+)", text[end:])
        if follows and fold(follows[1]).text in _RULERS_NUMBERS:
            end += follows.end()
    return first[0], end
