"""Which words two passages have in common, in one language or across both, and how much those words tell.

A word stands for all the forms by which it may be met again: its stem, what is left of an Arabic word without the letters
glued to it, the words that translate it, and the consonants of a name. Two words are the same where they share one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from index.language import fold
from index.lexicon import load_lexicon
from index.words import MARK, bare, forms, is_arabic, is_content, light, normal, skeleton, split_words, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors

_KEPT = 1 << 15
# Fewer consonants are those of too many names.
_FEWEST_CONSONANTS = 3
# "900 ألف طن" is 900,000 tonnes.
_SCALED = re.compile(r"(\d+(?:\.\d+)?)\s+(?:(thousand|الف|الاف)|(million|مليون|ملايين)|(billion|مليار|مليارات))\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """The content words of a text.

    Attributes:
        keys: By word, the forms under which it may be met again; each distinct word once.
        figures: The numbers, as digits.
    """

    keys: tuple[frozenset[str], ...]
    figures: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        """The forms of all words."""
        return frozenset().union(*self.keys)


@lru_cache(maxsize=_KEPT)
def word_keys(word: str) -> frozenset[str]:
    """The forms under which a word may be met again, in either language."""
    if word[0].isdigit():
        return frozenset({f"#{normal(word)}"})
    if word[0] == MARK:
        return frozenset({word})
    found = {f"={stem(word)}", f"={normal(word)}"}
    if is_arabic(word):
        found |= {f"={written(form)}" for form in forms(word) for written in (bare, light, stem)}
    else:
        found |= {f"={other.forms[0]}" for other in load_lexicon().translations(word)}
    if is_arabic(word) or word[0].isupper():
        # Without a possessive.
        consonants, _ = skeleton(forms(word)[0])
        if len(consonants) >= _FEWEST_CONSONANTS:
            found.add(f"~{consonants}")
    return frozenset(found)


def read_wording(text: str) -> Wording:
    """The content words of a text."""
    words = [word for word in split_words(_scale(text)) if is_content(word)]
    return Wording(
        tuple(dict.fromkeys(map(word_keys, words))), frozenset(normal(word) for word in words if word[0].isdigit())
    )


def _scale(text: str) -> str:
    """A text, folded where a numeral word follows a figure, with both as one figure."""
    if not _SCALED.search(fold(text).text):
        return text
    folded = fold(text)
    pieces, at = [], 0
    for match in _SCALED.finditer(folded.text):
        start, end = folded.span(*match.span())
        power = next(10 ** (3 * number) for number in (1, 2, 3) if match[number + 1])
        pieces += [text[at:start], f"{float(match[1]) * power:.0f}"]
        at = end
    return "".join([*pieces, text[at:]])


class Weights:
    """How much words tell: the rarer among some texts, the more.

    Args:
        wordings: Those of the texts.
    """

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._of = len(wordings)
        self._counts = Counter(key for one in wordings for key in one.every)

    def of(self, word: frozenset[str]) -> float:
        """The weight of a word, at least 0: the logarithm of how many texts there are to one that has it."""
        met = max((self._counts[key] for key in word if key[0] != "~"), default=1)
        return math.log((self._of + 1) / (met + 0.5))

    def shares(self, wordings: Sequence[Wording], others: Sequence[Wording]) -> Vectors:
        """How much of each text's words the others have: (wordings, others), each 0 to 1."""
        having: dict[str, list[int]] = defaultdict(list)
        for number, other in enumerate(others):
            for key in other.every:
                having[key].append(number)
        shares = np.zeros((len(wordings), len(others)), dtype=np.float32)
        there: dict[frozenset[str], list[int]] = {}
        for row, one in enumerate(wordings):
            for word in one.keys:
                if word not in there:
                    there[word] = sorted({number for key in word for number in having.get(key, ())})
                shares[row, there[word]] += self.of(word)
            shares[row] /= sum(map(self.of, one.keys)) or 1.0
        return shares
