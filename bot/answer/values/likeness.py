"""How like the words of a question are to those of a passage: by form, stem, the word list, a name's sounds, a slip."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from index.lexicon import load_lexicon
from index.words import is_arabic, light, normal, skeleton, stem

_FORMS = ((normal, 1.0), (light, 0.95), (stem, 0.9))
_TRANSLATED = 0.85
# Words that the list gives one translation are near in meaning, or one word's several senses.
_SHARED = 0.6
_NAME = 0.75
_SLIP = 0.92
_KEPT = 1 << 12


@dataclass(frozen=True, slots=True)
class Forms:
    """What a word of a question may be met as: how like it is, by form."""

    word: str
    own: dict[str, float]
    translated: frozenset[str]
    bones: tuple[str, str]


@lru_cache(maxsize=_KEPT)
def forms_of(word: str) -> Forms:
    """The forms of a word of a question."""
    own: dict[str, float] = {}
    for form, value in reversed(_FORMS):
        own[form(word)] = value
    translated = frozenset(form for other in load_lexicon().translations(word) for form in other.forms)
    return Forms(word, own, translated, skeleton(word))


@lru_cache(maxsize=1 << 15)
def likeness(asked: str, written: str) -> float:
    """How like a word of a passage is to one that is asked: 0 to 1; both as written."""
    forms = forms_of(asked)
    met = [form(written) for form, _ in _FORMS]
    own = max((forms.own.get(form, 0.0) for form in met), default=0.0)
    if own or asked[0].isdigit() or written[0].isdigit():
        return own
    if is_arabic(asked) != is_arabic(written):
        if forms.translated.intersection(met):
            return _TRANSLATED
        return _sounds(forms, written)
    if len(asked) > 3 and JaroWinkler.similarity(normal(asked), normal(written)) >= _SLIP:
        return 0.8
    lexicon = load_lexicon()
    shared = {one.word for one in lexicon.translations(asked)} & {one.word for one in lexicon.translations(written)}
    return _SHARED if shared else 0.0


def _sounds(forms: Forms, written: str) -> float:
    """How alike two names of different scripts sound; 0 for what begins no name."""
    latin = written if not is_arabic(written) else forms.word
    consonants, sounds = skeleton(written)
    if not latin[0].isupper() or len(sounds) < 3 or len(forms.bones[1]) < 3 or len(consonants) < 2:
        return 0.0
    near = 0.6 * Levenshtein.normalized_similarity(consonants, forms.bones[0])
    near += 0.4 * Levenshtein.normalized_similarity(sounds, forms.bones[1])
    return near if near >= _NAME else 0.0
