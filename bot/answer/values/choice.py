"""Which of the values that a passage holds is the one asked for: the nearest to what is asked, not said in the question."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answer.question_families import asking_sentence
from bot.answer.values.nearness import Nearness, asked_words
from bot.answer.values.negation import is_denied
from bot.answer.values.opposites import is_opposed
from bot.answer.values.weigh_actors import weigh_actor
from bot.answer.values.weigh_clauses import weigh_list, weigh_place, weigh_reason
from bot.answer.values.weigh_dates import weigh_date
from bot.answer.values.weigh_numbers import weigh_duration, weigh_number
from index.amounts import find_amounts
from index.numbers import number_decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from bot.answer.types import Question, ValueKind
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.reading import Reading

_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w.,]*\w)")
_SORT = re.compile(r"(?:\b(?:which|whose|what|wich)\s+(?P<noun>\w+(?:\s+\w+)?)|(?<!\w)(?:اي|انهي)\s+(?P<arabic>\w+))")
# What is less likely is a guess.
_LEAST = 0.25
# A kind that is less likely asked for is taken where one that is likelier has nothing near.
_LESS_LIKELY = 0.85
# What the opposite of the verb that is asked with is said of: of two days, the one on which a thing ended and did not begin.
_OPPOSED = 0.5
TOLD_BY_VERB = frozenset({"date", "duration", "amount", "percentage", "place"})
"""The kinds of value that a verb is said of: what is said with its opposite is no answer."""
_DENIED = TOLD_BY_VERB | {"person", "organisation"}


class Choice:
    """A question laid against a passage.

    Args:
        question: What is asked.
        kinds: Which kinds of value answer, the likeliest first.
        reading: The passage.
    """

    def __init__(self, question: Question, kinds: tuple[ValueKind, ...], reading: Reading) -> None:
        self.question = question
        self.kinds = kinds
        self.reading = reading
        self.words = asked_words(question)
        self.nearness = Nearness(self.words, reading)
        self.candidates: tuple[Candidate, ...] = ()

    @cached_property
    def asked(self) -> str:
        """The sentence that asks, folded."""
        return asking_sentence(self.question.text)

    @cached_property
    def said(self) -> frozenset[Decimal]:
        """The numbers that the question itself says, as "180" and as "180 million"."""
        figures = {number_decimal(figure) for figure in _FIGURE.findall(self.asked)}
        return frozenset(figures | {amount.value for amount in find_amounts(self.question.text)})

    @cached_property
    def sort(self) -> frozenset[int]:
        """Which of the words say of what sort the answer is: "which side", "whose soldiers"; by their numbers."""
        found = _SORT.search(self.asked)
        if found is None:
            return frozenset()
        following = (found["noun"] or found["arabic"]).split()
        return frozenset(place for place, word in enumerate(self.words[:4]) if word.folded in following)

    def asks(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern over folded text is in the question."""
        return bool(pattern.search(self.asked))

    def before(self, one: Candidate, reach: int = 40) -> str:
        """What stands before a candidate, folded."""
        folded = self.reading.folded
        at = self.reading.place(one.start)
        return folded.text[max(0, at - reach) : at]

    def after(self, one: Candidate, reach: int = 40) -> str:
        """What stands after a candidate, folded."""
        at = self.reading.place(one.end)
        return self.reading.folded.text[at : at + reach]

    def of(self, candidates: Sequence[Candidate], *, denied: bool = False) -> Candidate | None:
        """The candidate that answers; None where none does.

        Args:
            candidates: What may answer.
            denied: Whether what the passage says is not so may answer as well.
        """
        self.candidates = tuple(
            one for one in candidates if one.kind in self.kinds and (denied or not self._is_denied(one))
        )
        scored = [(self._score(one), one) for one in self.candidates]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return None if best is None or best[0] < _LEAST else best[1]

    def _score(self, one: Candidate) -> float:
        value = _WEIGHED[one.kind](self, one) * _LESS_LIKELY ** self.kinds.index(one.kind)
        return value * _OPPOSED if one.kind in TOLD_BY_VERB and self._is_opposed(one) else value

    def _is_opposed(self, one: Candidate) -> bool:
        return is_opposed(self.asked, self.reading, one.start, one.end)

    def _is_denied(self, one: Candidate) -> bool:
        may_be = one.kind in _DENIED and self.question.kind != "who_says"
        return may_be and is_denied(self.asked, self.words, self.reading, one)


# How likely a candidate of each kind answers; 0 or less where it does not.
_WEIGHED: Mapping[ValueKind, Callable[[Choice, Candidate], float]] = {
    "date": weigh_date,
    "duration": weigh_duration,
    "amount": weigh_number,
    "percentage": weigh_number,
    "person": weigh_actor,
    "organisation": weigh_actor,
    "place": weigh_place,
    "reason": weigh_reason,
    "list": weigh_list,
}
