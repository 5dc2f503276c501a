"""Which Arabic words are usual ones and so begin no name, and which words are given names.

The usual words are those of the lexicon; ``given.txt``, written for this project, holds given names in both scripts. Arabic
has no capitals: what is neither usual nor known is most likely a name.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from index.gazetteer.entries import names
from index.language import fold, is_function_word
from index.named.vocabulary import vocabulary

_KEPT = 1 << 14
# And, so; with, for, like, the: what stands before a noun; and what a verb in the imperfect begins with.
_GLUED = ("وبال", "وكال", "وال", "بال", "فال", "كال", "ولل", "ال", "لل", "و", "ف", "ب", "ل", "وب", "ول")
_PERSONS = ("ي", "ت", "ن", "سي", "ست", "سن", "س")
_ENDINGS = ("هما", "تين", "تان", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "وا", "تا", "يه", "يا", "ت", "ا", "ه", "ي")
# A pronoun after the ة of a noun, which is then ت, or after that of a verb: دورته، فرضتها.
_PRONOUNS = ("ته", "تها", "تهم", "تهما", "تنا")
_SHORTEST = 3
_NAMES_BEGIN, _NAMES_END = ("ب", "ل"), ("ان", "ون", "ين", "ه", "ي", "ا")


@lru_cache(maxsize=_KEPT)
def is_usual(word: str) -> bool:
    """Whether a folded Arabic word, or what it is built of, is a usual one."""
    stems = [word, *(word[len(one) :] for one in _GLUED if word.startswith(one))]
    if any(_is_whole(stem) for stem in stems if len(stem) > 1):
        return True
    usual = _usual_words()
    long = [stem for stem in stems if len(stem) > _SHORTEST]
    if any(form in usual for stem in long for form in _bare(word, stem)):
        return True
    verbs = [stem.removeprefix(one) for stem in long for one in _PERSONS if stem.startswith(one)]
    forms = (form for verb in verbs for form in (verb, "ا" + verb, *_without_ending(verb, _SHORTEST + 1)))
    return any(form in usual for form in forms if len(form) >= _SHORTEST)


@lru_cache(maxsize=_KEPT)
def may_be_name(word: str) -> bool:
    """Whether a usual word looks like one only by letters that a name may have of its own: غاران (غار), لطوف (طوف)."""
    if _is_whole(word) or word[0] in "يت":
        return False
    return word.endswith(_NAMES_END) or word.startswith(_NAMES_BEGIN)


@lru_cache(maxsize=_KEPT)
def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name."""
    return word in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(files(__package__).joinpath("given.txt").read_text(encoding="utf-8")).text.split())


@cache
def _usual_words() -> frozenset[str]:
    """The Arabic words of the lexicon, folded, without those that it holds as names alone: هرمز is there for Hormuz."""
    known = names().single_words()
    lines = (
        line.partition("\t") for line in files("index.lexicon").joinpath("en-ar.tsv").read_text("utf-8").splitlines()
    )
    return frozenset(
        fold(" ".join(arabic for english, _, arabic in lines if known.isdisjoint(english.split()))).text.split()
    )


def _is_whole(word: str) -> bool:
    return word in _usual_words() or is_function_word(word) or vocabulary("ar").has("small", word)


def _bare(word: str, stem: str) -> list[str]:
    # What is stripped on both sides must leave more, but for "and" and "the", which are sure.
    glued = len(word) - len(stem) == 1 and word[0] != "و"
    bare = _without_ending(stem, _SHORTEST + glued)
    return [*bare, stem[:-1]] if glued and stem.endswith("ه") else bare


def _without_ending(stem: str, shortest: int) -> list[str]:
    endings = [one for one in (*_ENDINGS, *_PRONOUNS) if stem.endswith(one) and len(stem) - len(one) >= shortest]
    bare = [stem.removesuffix(one) for one in endings]
    return [*bare, *(one + "ه" for one in bare)]
