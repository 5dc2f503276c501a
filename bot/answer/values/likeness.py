"""How like the words of a question are to those of a passage: by form, stem, the word list, a name's sounds, a slip."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from index.gazetteer import find_names
from index.lexicon import load_lexicon
from index.words import forms, is_arabic, light, normal, skeleton, stem

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
    bones: tuple[tuple[str, str], ...]


@lru_cache(maxsize=_KEPT)
def forms_of(word: str) -> Forms:
    """The forms of a word of a question."""
    own: dict[str, float] = {}
    for form, value in reversed(_FORMS):
        own.update({form(variant): value for variant in _variants(word)})
    others = (other for variant in _variants(word) for other in load_lexicon().translations(variant))
    translated = frozenset(form for other in others for form in other.forms)
    # An Arabic name may carry an article or a preposition.
    return Forms(word, own, translated, tuple(skeleton(form) for form in forms(word)))


@lru_cache(maxsize=_KEPT)
def _variants(word: str) -> tuple[str, ...]:
    """A word, and an Arabic one without the alif of its accusative: جنديا is جندي."""
    shorter = word.rstrip("\u064b").removesuffix("ا").rstrip("\u064b")
    return (word, shorter) if is_arabic(word) and len(shorter) > 2 and shorter != word else (word,)


@lru_cache(maxsize=1 << 15)
def likeness(asked: str, written: str) -> float:
    """How like a word of a passage is to one that is asked: 0 to 1; both as written."""
    known = forms_of(asked)
    met = [form(variant) for variant in _variants(written) for form, _ in _FORMS]
    own = max((known.own.get(form, 0.0) for form in met), default=0.0)
    if own or asked[0].isdigit() or written[0].isdigit():
        return own
    if is_arabic(asked) != is_arabic(written):
        if known.translated.intersection(met):
            return _TRANSLATED
        return _sounds(known, written)
    if len(asked) > 3 and JaroWinkler.similarity(normal(asked), normal(written)) >= _SLIP:
        return 0.8
    lexicon = load_lexicon()
    shared = {one.word for one in lexicon.translations(asked)} & {one.word for one in lexicon.translations(written)}
    return _SHARED if shared else 0.0


def _sounds(asked: Forms, written: str) -> float:
    """How alike two names of different scripts sound; 0 for what begins no name."""
    latin = written if not is_arabic(written) else asked.word
    if not latin[0].isupper() or _are_two(asked.word, written):
        return 0.0
    best = max(_near(bones, skeleton(form)) for bones in asked.bones for form in forms(written))
    return best if best >= _NAME else 0.0


def _are_two(one: str, other: str) -> bool:
    """Whether two words are names that are known, and not of the same: Syria and روسيا."""
    ours, theirs = _known(one), _known(other)
    return bool(ours and theirs) and not ours & theirs


@lru_cache(maxsize=_KEPT)
def _known(word: str) -> frozenset[str]:
    return frozenset(entry.english for found in find_names(word) for entry in (found.entry, *found.others))


def _near(one: tuple[str, str], other: tuple[str, str]) -> float:
    if min(len(one[1]), len(other[1])) < 3 or min(len(one[0]), len(other[0])) < 2:
        return 0.0
    consonants, sounds = (Levenshtein.normalized_similarity(one[at], other[at]) for at in (0, 1))
    return 0.6 * consonants + 0.4 * sounds
