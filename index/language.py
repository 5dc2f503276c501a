"""Which language a text is in, and the forms that a text is searched in. Nothing made here is ever shown.

Written by hand because what is needed is small and exact: language identifiers guess badly on a few words and on a name
in another script, and no library folds Arabic while keeping the way back to the original offsets.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, count, repeat
from typing import TYPE_CHECKING, Protocol

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.types import Language

_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"\w+")

_LETTER_FOLDS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "ؤ": "و",
    "ئ": "ي",
    "٫": ".",
    "٬": ",",
}

# Function words and question words, those of Egyptian, Levantine, Gulf and Maghrebi speech among them. They say nothing
# of what a passage is about; they also tell the language of a question that is mostly a name in the other script.
_FUNCTION_WORDS: dict[Language, str] = {
    "en": (
        """a about after all also am an and any are as at be been before being between but by can could did do does doing
        during each for from had has have having he her here him his how i if in into is it its just long many me more
        most much my no not of off on once only or other our out over own please same she should so some such tell than
        that the their them then there these they this those through to too under until up us very was we were what when
        where which while who whom whose why will with would you your s t"""
    ),
    "ar": (
        """في من على الي إلى عن مع هذا هذه ذلك تلك الذي التي الذين ما ماذا متى اين كيف لماذا كم من هو هي هم هما هل ان انه
        انها كان كانت كانوا كانا يكون تكون قد لقد لم لن لا او ثم و ف ب ل ك بين بعد قبل عند كل بعض اي ايه اين ايضا كما حيث
        الا اذا لكن لان حول خلال منذ حتي به بها له لها لهم لهما فيه فيها منه منها عنه عنها عليه عليها بينهما بينهم امتي ايمتي
        فين وين ليه ليش ازاي شلون مين شو شنو ايش وش اللي انا انت نحن كام قديش اد بتاع ده دي هاد هادا هاي كيفاش علاش فاش"""
    ),
}

# Arabic in Latin letters ("emta kanet akher mokalma?"). One of the first words gives it away; of the others, which are
# names or words elsewhere too (Ben Wallace, El Salvador), it takes two.
_LATIN_ARABIC = frozenset(
    """emta imta kanet kanu kano akher a5er akhir elly elli illi homma howa heya eih lesh leish feen fein ween wein meen ezay
    ezzay shlon 3an 3ala ma3a m3a 3alashan 2ad ad2 addesh mokalma mukalama mokalama mokalmet talefon ba3d 2abl etkalemo itkalmo
    7aka 7ako""".split()  # noqa: SIM905 - a list of words reads better as text
)
_MAYBE_LATIN_ARABIC = frozenset(
    "mata kan el fel fil huma eh leh keef kif shu sho shou kam hal fi bein ben wa w mesh mish abl sar".split()  # noqa: SIM905
)


# Digits stand for Arabic letters that Latin script lacks. What is written in capitals is a name (B2B, MH17), and what
# follows a number may be its unit (2nd, 3am).
_DIGIT_LETTERS = re.compile(
    r"(?!\d(?:am|st|nd|rd|th|in|min|mins|oz|mi|yo|days?|weeks?|months?|years?|hours?|minutes?)$)"
    r"(?:[235679](?=[a-z]*[aeiou])[a-z]{2,}|[A-Za-z][a-z]+[235679][a-z]+|[A-Za-z][235679][a-z]{2,}|[A-Za-z][a-z]{2,}[aiou][37])"
    r"[a-z]*(?:[235679][a-z]+)*"
)


# Words that are folded once.
_KEPT_WORDS = 1 << 14


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's own name


class _Characters(dict[int, str]):
    """What stands for each character, found out when it is first met.

    Args:
        stands_for: Of a character.
    """

    def __init__(self, stands_for: Callable[[str], str]) -> None:
        super().__init__()
        self._stands_for = stands_for

    def __missing__(self, code: int) -> str:
        self[code] = found = self._stands_for(chr(code))
        return found


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison, with the way back.

    Attributes:
        text: Lower case, ASCII digits, no marks, tatweel or invisible characters, one form of each Arabic letter.
        original: As it was.
    """

    text: str
    original: str

    @property
    def positions(self) -> tuple[int, ...]:
        """For each character of ``text``, the offset of its original; one more at the end, the original length."""
        # Asked for of every document and passage that is read, so that no step of it is taken in Python.
        sizes = map(len, map(_FOLDED.__getitem__, map(ord, self.original)))
        return (*chain.from_iterable(map(repeat, count(), sizes)), len(self.original))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in the original of ``text[start:end]``, which must not be empty."""
        positions = self.positions
        return positions[start], positions[end - 1] + 1


def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in {"Mn", "Cf"} or character == "ـ":
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if character in _LETTER_FOLDS:
        return _LETTER_FOLDS[character]
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if unicodedata.category(c) != "Mn")
    return "".join(_LETTER_FOLDS.get(c, c) for c in plain).lower()


_FOLDED = _Characters(_fold_character)


def fold(text: str) -> Folded:
    """The form in which texts are compared: see ``Folded``."""
    return Folded(text.translate(_FOLDED), text)


def _keep_character(character: str) -> str:
    if character.isspace():
        return " "
    if character == "ـ" or "\u064b" <= character <= "\u065f" or unicodedata.category(character) in {"Cf", "Cc", "Cs"}:
        return ""
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


_KEPT = _Characters(_keep_character)


def normalise(text: str) -> str:
    """The form in which a text is encoded: its letters as written, but ASCII digits, no harakat, tatweel or invisibles.

    The embedded encoder has no Arabic-Indic digits in its vocabulary, and harakat change its vectors a lot.
    """
    kept = unicodedata.normalize("NFC", text).translate(_KEPT)
    # Composed again: what stood between a letter and its accent may be gone.
    return unicodedata.normalize("NFC", " ".join(kept.split()))


@cache
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(fold(word).text for word in _FUNCTION_WORDS[language].split())


def detect_language(text: str, default: Language = "en") -> Language:
    """The language of a question or a document, by its script and its function words.

    A question word decides before the count of letters does, so that "ماذا قال Emmanuel Macron؟" is Arabic. Other
    languages are taken for the one that shares their script; without letters of either script it is ``default``.
    """
    written = _WORD.findall(text)
    words = [_fold_word(word) for word in written]
    arabic = sum(1 for word in words if word in _function_words("ar"))
    english = sum(1 for word in words if word in _function_words("en"))
    sure = sum(1 for word in words if word in _LATIN_ARABIC)
    sure += sum(1 for word in written if word.lower() not in _LATIN_ARABIC and _DIGIT_LETTERS.fullmatch(word))
    maybe = {word for word in words if word in _MAYBE_LATIN_ARABIC}
    if (sure or len(maybe) > 1) and sure + len(maybe) > english:
        return "ar"
    if arabic == english:
        arabic, english = len(_ARABIC_LETTER.findall(text)), len(_LATIN_LETTER.findall(text))
    if arabic == english:
        return default
    return "ar" if arabic > english else "en"


@lru_cache(maxsize=_KEPT_WORDS)
def _fold_word(word: str) -> str:
    return fold(word).text


def is_function_word(word: str) -> bool:
    """Whether a folded word says nothing of what a text is about."""
    return word in _function_words("ar") or word in _function_words("en")


@cache
def _stemmers() -> tuple[_Stemmer, _Stemmer]:
    return snowballstemmer.stemmer("arabic"), snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of a folded word, by its script: Snowball's Arabic or English stemmer."""
    arabic, english = _stemmers()
    return arabic.stemWord(word) if _ARABIC_LETTER.search(word) else english.stemWord(word)
