"""A question in, an answer out: search, value, confidence, attribution, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.attribution import attribute
from bot.answer.compose import compose
from bot.answer.confidence import features, load_calibration
from bot.answer.question import read_question, sought
from bot.answer.types import Answer, Citation, LabelledTranslation, Searched
from bot.answer.value import best_with_value
from index.errors import NotVerbatimError
from index.language import detect_language
from index.types import Query
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.types import Question, Value
    from index.library import Library
    from index.types import Document, Hit, Language, Passage, Seeks

_HITS = 10
# How many passages are shown: beside an answer those that bear it out, and where nothing answers the nearest.
_SUPPORTING = 3
_RELATED = 3
# A passage bears an answer out when its score comes this near to the first.
_NEAR = 0.75
# Among the first few hits one that holds the kind of value that is sought goes before one that does not.
_SEARCHED_FOR_VALUE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first, and the value sought, which stands in the first."""

    hits: list[Hit]
    value: Value | None


class Answerer:
    """Answers questions from a library. Slow enough (milliseconds) to belong on a worker thread; not for two at once.

    Args:
        library: What is searched.
    """

    def __init__(self, library: Library) -> None:
        self.library = library

    def answer(self, text: str, language: Language | None = None, context: str | None = None) -> Answer:
        """The answer to a question.

        Args:
            text: The question as it came.
            language: The language to answer in; that of the question where None.
            context: The question that this one is a reply to; used where this one leans on it.

        Raises:
            QuestionError: Nothing in it can be a question, or it is longer than ``MAX_QUESTION_LENGTH``.
        """
        question = read_question(text, language, context)
        seeks = sought(question)
        found = self.find(question, seeks)
        searched = self._searched()
        if found is None:
            return Answer(question, "not_found", 0.0, None, None, None, (), searched)
        calibration = load_calibration(self.library.encoder)
        probability = calibration.probability(features(found.hits, question, seeks, has_value=found.value is not None))
        status = calibration.outcome(probability)
        if status != "answered":
            citations = self._cite(found.hits[:_RELATED], question) if status == "related" else ()
            return Answer(question, status, probability, None, None, None, citations, searched)
        first, *others = found.hits
        near = [hit for hit in others[: _SUPPORTING - 1] if hit.score >= _NEAR * first.score]
        citations = self._cite([first, *near], question)
        words = compose(citations[0], found.value, load(question.language), publication=seeks == "publication")
        return Answer(question, status, probability, words.text, words.lead, found.value, citations, searched)

    def best(self, text: str) -> Citation | None:
        """The passage that would be cited first, however unsure it is; None where the library holds none."""
        question = read_question(text)
        found = self.find(question, sought(question))
        return None if found is None else self._cite(found.hits[:1], question)[0]

    def around(self, document: str, start: int, end: int) -> Citation:
        """A citation of the passage at these offsets together with the passages beside it, as one verbatim stretch.

        Raises:
            DocumentError: The library has no such document (any more).
            NotVerbatimError: The offsets are not in it (any more).
        """
        cited = self.library.document(document)
        passages = self.library.passages(cited)
        at = next((passage.number for passage in passages if passage.start <= start < end <= passage.end), None)
        if at is None:
            raise NotVerbatimError(document, start, end)
        beside = passages[max(0, at - 1) : at + 2]
        return Citation(cited, beside[0].start, beside[-1].end, 0.0)

    def find(self, question: Question, seeks: Seeks | None) -> Found | None:
        """What is found for a question, before it is weighed; None in an empty library."""
        asked_in = detect_language(question.text, question.language)
        hits = self.library.search(Query(question.text, asked_in, question.context, seeks), _HITS)
        if not hits:
            return None
        if seeks is None:
            return Found(hits, None)
        kind = "date" if seeks == "publication" else seeks
        found = best_with_value(hits[:_SEARCHED_FOR_VALUE], kind, load(question.language))
        if found is None:
            return Found(hits, None)
        hit, value = found
        return Found([hit, *(other for other in hits if other is not hit)], value)

    def _cite(self, hits: Sequence[Hit], question: Question) -> tuple[Citation, ...]:
        passages: dict[str, list[Passage]] = {}
        for hit in hits:
            if hit.document.id not in passages:
                passages[hit.document.id] = self.library.passages(hit.document)
        return tuple(
            Citation(
                document=hit.document,
                start=hit.passage.start,
                end=hit.passage.end,
                score=hit.score,
                attribution=attribute(hit.document, passages[hit.document.id], hit.passage.number, question.language),
                translation=_translation(hit.document, hit.passage),
            )
            for hit in hits
        )

    def _searched(self) -> Searched:
        documents, latest = self.library.extent()
        return Searched(documents, latest.date() if latest else None)


def _translation(document: Document, passage: Passage) -> LabelledTranslation | None:
    if document.translation is None or passage.translation is None:
        return None
    return LabelledTranslation(passage.translation, document.translation.language, document.translation.by)
