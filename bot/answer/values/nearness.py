"""How near the parts of a passage are to what is asked: by its words, how far off they stand, and clauses between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answer.values.likeness import likeness
from bot.answer.values.reading import says_something
from index.dialect import to_standard
from index.language import detect_language, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answer.types import Question
    from bot.answer.values.reading import Reading

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’]\w+)?")
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
# Words that ask, and words that any question has.
_ASKING = frozenset(
    """who whom whose which what when where why how many much long often far soon did does do was were is are name date day year
    number percent percentage amount time please tell according say says said exactly
    من مين منو متى متي امتى امتي ايمتى ايمتي وين فين اين كم كام قديش ليش ليه لماذا ما ماذا شو شنو ايش وش اي عدد تاريخ موعد نسبه
    حسب بحسب وفق وفقا قال قالت يقول تقول الذي اللي التي""".split()  # noqa: SIM905 - a list reads better as text
)
# From here on a word is the same as one that is asked.
SAID = 0.7
# Whose word is asked for: "according to Halvanov's adviser", "in Brezan's view", بحسب مكتب الرئيس.
_TELLER = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|eyes|opinion|telling|account) of|[Aa]s told by|if you ask)\s+[^,?؟]+|"
    r"\b(?:in|by) (?:the )?(?:\w+['’]?s? ){1,3}(?:view|eyes|opinion|telling|account|words|version|count)\b|"
    r"(?<!\w)(?:ب?حسب|وفقًا ل|وفقا ل|وفق|برأي|في رأي|من وجهة نظر|على كلام|كما (?:يقول|تقول|يرى|ترى))\s*[^،؟?]+"
)
_TELLERS_WEIGHT = 0.25
_HALF = 4.0
_CLAUSE = 3.0


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question that says something.

    Attributes:
        written: As written, or in standard Arabic where it was spoken.
        folded: The same, folded.
        weight: How much it counts: little where it only names who tells.
    """

    written: str
    folded: str
    weight: float = 1.0


def asked_words(question: Question) -> list[AskedWord]:
    """The words of a question that a passage may hold, in standard Arabic where they were spoken."""
    is_arabic = detect_language(question.text, question.language) == "ar"
    text = to_standard(question.text) if is_arabic else question.text
    # A shadda inside a word does not part it.
    text = _MARKS.sub("", text)
    found: list[AskedWord] = []
    tellers = [match.span() for match in _TELLER.finditer(text)]
    for match in _WORD.finditer(text):
        weight = _TELLERS_WEIGHT if any(start <= match.start() < end for start, end in tellers) else 1.0
        written = re.sub(r"['’]s?$", "", match[0])
        folded = fold(written).text
        if len(folded) > 1 and folded not in _ASKING and says_something(folded):
            found.append(AskedWord(written, folded, weight))
    return found


class Nearness:
    """How near the words of a passage are to what is asked.

    Args:
        words: Those asked.
        reading: The passage.
    """

    def __init__(self, words: list[AskedWord], reading: Reading) -> None:
        self.words = words
        self.reading = reading

    @cached_property
    def like(self) -> list[list[tuple[int, float]]]:
        """For each word that is asked, the words of the passage that are like it, and how like."""
        told = self.reading.words
        found = []
        for word in self.words:
            row = ((number, likeness(word.written, one.written)) for number, one in enumerate(told))
            found.append([(number, value) for number, value in row if value > 0.0])
        return found

    def of(self, start: int, end: int, weights: Mapping[int, float] | None = None, *, inside: bool = True) -> float:
        """How near a stretch is to what is asked: a sum over the words that are asked.

        Args:
            start: Its first offset in the passage.
            end: One past its last.
            weights: How much some of the words that are asked count, by their number; the others count 1.
            inside: Whether words within the stretch count.
        """
        first, last = self.reading.words_in(start, end)
        if first == last:
            return 0.0
        total = 0.0
        for place, row in enumerate(self.like):
            weight = self.words[place].weight * (1.0 if weights is None else weights.get(place, 1.0))
            if weight:
                total += weight * max(
                    (self._near(number, value, first, last, inside=inside) for number, value in row), default=0.0
                )
        return total

    def _near(self, number: int, value: float, first: int, last: int, *, inside: bool) -> float:
        """How near one word is to a stretch of words."""
        if first <= number < last:
            return value if inside else 0.0
        told = self.reading.words
        gap = first - number if number < first else number - last + 1
        edge = told[first if number < first else last - 1].clause
        return value * _HALF / (_HALF + gap + _CLAUSE * abs(told[number].clause - edge))

    def matched(self, start: int, end: int) -> set[int]:
        """Which of the words that are asked are said in a stretch, by their number."""
        first, last = self.reading.words_in(start, end)
        return {
            place
            for place, row in enumerate(self.like)
            if any(first <= number < last and value >= SAID for number, value in row)
        }

    def said(self, start: int, end: int) -> float:
        """How far the words of a stretch are said in the question: the share of them, 0 to 1.

        Args:
            start: Its first offset in the passage.
            end: One past its last.
        """
        first, last = self.reading.words_in(start, end)
        content = [number for number in range(first, last) if says_something(self.reading.words[number].folded)]
        if not content:
            return 0.0
        best = [
            max((value for row in self.like for at, value in row if at == number), default=0.0) for number in content
        ]
        return sum(value >= SAID for value in best) / len(best)
