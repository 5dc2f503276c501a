"""A question in, an answer out: search, value, confidence, attribution, words."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answer.accounts import Accounts
from bot.answer.attribution import attribute
from bot.answer.catalogue import Catalogues
from bot.answer.compose import compose
from bot.answer.confidence import features, load_calibration
from bot.answer.contrary import find_contrary
from bot.answer.elapsed import today
from bot.answer.exchange import CitedPlace
from bot.answer.following import follow, retell
from bot.answer.narrowing import narrow
from bot.answer.objections import Told, find_objections
from bot.answer.occasions import compose_occasions, search_within, tell_occasion
from bot.answer.ordering import in_order
from bot.answer.polarity import polarity
from bot.answer.question import read_question, sought
from bot.answer.telling import is_of
from bot.answer.types import Answer, Citation, LabelledTranslation, Searched
from bot.answer.values import best_with_value, find_value
from bot.answer.values.asked import wanted
from bot.errors import NotVerbatimError
from index.language import detect_language, fold
from index.types import Query, Scope
from index.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from bot.answer.catalogue import Occasion
    from bot.answer.exchange import Exchange
    from bot.answer.objections import Objection
    from bot.answer.types import Question, Status, Value
    from index.library import Library
    from index.types import Document, Hit, Language, Passage, Seeks

_HITS = 10
# Passages of the readouts of an event of which one tells that it was.
_LOOKED_THROUGH = 20
# How many passages are shown: beside an answer those that bear it out, and where nothing answers the nearest.
_SUPPORTING = 3
_RELATED = 3
# A passage bears an answer out when its score, a logit, comes this near to the first.
_NEAR = 1.0
# Among the first few hits one that holds the kind of value that is sought goes before one that does not.
_SEARCHED_FOR_DATE = 3
_SEARCHED_FOR_VALUE = 2
# Where nothing but an event is asked for, what is answered by the passage that tells of it.
_TOLD_BY_EVENT = frozenset({"what", "which", "about", "list", "whether"})
# What is told by the day of an event.
_OF_EVENTS = frozenset({"when", "how_long_since"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question, before it is weighed.

    Attributes:
        hits: Best first.
        value: The value sought, which stands in the first.
        objections: What speaks against the first.
        is_verified: Whether what is asked is told beyond likeness: the day of the event that is meant, or that it was spoken of.
        occasions: The events that are counted, listed or told to have been, each reported by a hit, in their order.
        rivals: Passages of other documents, which the question does not seem to mean: how sure an answer is goes by them too.
        is_recorded: Whether the value is the day that is recorded of the one event that is meant, between the parties that are.
        is_disputed: Whether the first fits what is asked of an event best, and another passage what is asked in all.
    """

    hits: list[Hit]
    value: Value | None
    objections: tuple[Objection, ...]
    is_verified: bool = False
    occasions: tuple[Occasion, ...] = ()
    rivals: Sequence[Hit] = ()
    is_recorded: bool = False
    is_disputed: bool = False


class Answerer:
    """Answers questions from a library. Slow enough (milliseconds) to belong on a worker thread; not for two at once.

    Args:
        library: What is searched.
        clock: Tells the present instant, with its time zone.
        zone: Where "today" is: the asker's time zone.
    """

    def __init__(
        self, library: Library, clock: Callable[[], datetime] = lambda: datetime.now(UTC), zone: tzinfo = UTC
    ) -> None:
        self.library = library
        self._accounts = Accounts()
        self._clock = clock
        self._zone = zone
        self._catalogues = Catalogues()

    def within(self, shelves: frozenset[str]) -> Answerer:
        """One that answers from these shelves alone, as if there were no others."""
        narrowed = copy(self)
        narrowed.library = View(self.library, shelves)
        return narrowed

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
        found = self.find(question)
        if found is None:
            return Answer(question, "not_found", 0.0, None, None, None, (), self.searched())
        probability, status = self._outcome(question, found)
        if status != "answered":
            citations = self.cite(found.hits[:_RELATED], question) if status == "related" else ()
            searched = self.searched(self.library.missed(_query(question, seeks)))
            return Answer(question, status, probability, None, None, None, citations, searched)
        if found.occasions:
            return self._of_occasions(question, found, probability)
        first, *others = found.hits
        near = [hit for hit in others[: _SUPPORTING - 1] if hit.score >= first.score - _NEAR]
        citations = self.cite([first, *near], question, found.value)
        words = compose(
            question,
            citations[0],
            found.value,
            today=today(self._clock, self._zone),
            event=self._event(question, found),
            publication=seeks == "publication",
        )
        told = Answer(question, status, probability, words.text, words.lead, found.value, citations, self.searched())
        return self._accounts.with_otherwise(self.library, told)

    def _of_occasions(self, question: Question, found: Found, probability: float) -> Answer:
        """The answer that tells of events, each cited."""
        citations = self.cite(found.hits, question)
        text = compose_occasions(question, found.occasions)
        days = tuple(one.day for one in found.occasions)
        return Answer(question, "answered", probability, text, text, None, citations, self.searched(), events=days)

    def follow(self, text: str, before: Exchange, language: Language | None = None, *, replied: bool = True) -> Answer:
        """The answer to a message that comes after an answer; see ``bot.answer.following.follow``."""
        return follow(self, text, before, language, replied=replied)

    def retell(self, before: Exchange, language: Language) -> Answer:
        """An answer that was given, in a language; see ``bot.answer.following.retell``."""
        return retell(self, before, language)

    def best(self, text: str) -> Citation | None:
        """The passage that would be cited first, however unsure it is; None where the library holds none."""
        question = read_question(text)
        found = self.find(question)
        return None if found is None else self.cite(found.hits[:1], question)[0]

    def around(self, document: str, start: int, end: int, language: Language) -> Citation:
        """A citation of the passage at these offsets together with the passages beside it, as one verbatim stretch.

        Its translation is that of the stretch, where each of its passages has one; it is attributed, in ``language``, to
        whom the passage itself is.

        Raises:
            DocumentError: The library has no such document (any more).
            NotVerbatimError: The offsets are not in it (any more).
        """
        cited, passages, at = self.passage_at(CitedPlace(document, start, end))
        beside = passages[max(0, at - 1) : at + 2]
        translations = [_translation(cited, passage) for passage in beside]
        whole = [translation for translation in translations if translation is not None]
        # A heading ends without a stop, and must not run into the sentence after it.
        separators = ["\n" if "heading" in {one.kind, after.kind} else " " for one, after in pairwise(beside)]
        text = "".join(f"{one.text}{separator}" for one, separator in zip(whole, [*separators, ""], strict=False))
        joined = replace(whole[0], text=text) if len(whole) == len(beside) else None
        attribution = attribute(cited, passages, at, language)
        return Citation(cited, beside[0].start, beside[-1].end, 0.0, attribution, joined)

    def passage_at(self, place: CitedPlace) -> tuple[Document, list[Passage], int]:
        """The document of a place that was cited, its passages, and the number of the one that holds the place.

        Raises:
            DocumentError: The library has no such document (any more).
            NotVerbatimError: The offsets are not in one of its passages (any more).
        """
        document = self.library.document(place.document)
        passages = self.library.passages(document)
        for passage in passages:
            if passage.start <= place.start < place.end <= passage.end:
                return document, passages, passage.number
        raise NotVerbatimError(place.document, place.start, place.end)

    def cite_place(self, place: CitedPlace, language: Language) -> Citation:
        """A citation of the passage at a place that was cited before, attributed in ``language``.

        Raises:
            DocumentError: The library has no such document (any more).
            NotVerbatimError: The offsets are not in one of its passages (any more).
        """
        document, passages, at = self.passage_at(place)
        attribution = attribute(document, passages, at, language)
        translation = _translation(document, passages[at])
        return Citation(document, passages[at].start, passages[at].end, 0.0, attribution, translation)

    def find(self, question: Question, limit: int = _HITS) -> Found | None:
        """What is found for a question, at most ``limit`` hits, before it is weighed; None in an empty library."""
        narrowed = narrow(question, self.library, self._catalogues.of(self.library), today(self._clock, self._zone))
        if narrowed.documents == frozenset() and narrowed.is_certain:
            return None
        if narrowed.wants != "one" and narrowed.occasions:
            return self._each(question, narrowed.occasions)
        seeks = sought(question)
        hits, rivals = search_within(self.library, _query(question, seeks), narrowed, limit)
        if not hits:
            return None
        if narrowed.is_bare and narrowed.occasions and question.kind == "when" and seeks == "date":
            occasion = narrowed.occasions[0]
            first, told = tell_occasion(question, hits, occasion)
            if told is None and narrowed.is_certain:
                # The day is recorded of the readout, and its sentences do not tell it.
                return self._each(question, (occasion,))
            is_recorded = told is not None and narrowed.is_certain
            objections = () if told else self._objections(question, first, _value(question, first))
            return Found(
                _ahead(first, hits), told, objections, told is not None, rivals=rivals, is_recorded=is_recorded
            )
        if narrowed.is_bare and narrowed.occasions and question.kind in _TOLD_BY_EVENT:
            hits = _ahead(tell_occasion(question, hits, narrowed.occasions[0])[0], hits)
        first = hits[0]
        event = in_order(question, hits) if question.kind in _OF_EVENTS and seeks in {"date", "duration"} else None
        value: Value | None = None
        if event is not None:
            first, value = event.hit, event.value(question)
            objections = self._objections(question, first, _value(question, first))
        else:
            searched = hits[: _SEARCHED_FOR_DATE if seeks else _SEARCHED_FOR_VALUE]
            first, value = best_with_value(
                question, searched, lambda hit, held: bool(self._objections(question, hit, held))
            ) or (first, None)
            objections = self._objections(question, first, value)
        is_told = polarity(question, first.passage.text) is not None
        is_verified = event is not None or is_told
        is_disputed = (
            narrowed.there is not None and value is None and max(hit.score for hit in hits) > first.score + _NEAR
        )
        return Found(_ahead(first, hits), value, objections, is_verified, rivals=rivals, is_disputed=is_disputed)

    def _each(self, question: Question, occasions: Sequence[Occasion]) -> Found:
        """A passage for each event that tells of it."""
        hits = []
        for occasion in occasions:
            query = replace(_query(question, None), within=Scope(documents=frozenset(occasion.documents)))
            hits.append(tell_occasion(question, self.library.search(query, _LOOKED_THROUGH), occasion)[0])
        return Found(hits, None, (), is_verified=True, occasions=tuple(occasions))

    def weigh(self, question: Question, hits: list[Hit], value: Value | None) -> tuple[float, Status]:
        """How probable it is that the first of some hits answers a question, and what it is told as."""
        objections = self._objections(question, hits[0], _value(question, hits[0]))
        return self._outcome(question, Found(hits, value, objections))

    def features(self, question: Question, found: Found) -> dict[str, float]:
        """What the confidence in the first hit is made of."""
        has_value, objections = found.value is not None, len(found.objections)
        return features(
            [*found.hits, *found.rivals],
            question,
            sought(question),
            has_value=has_value,
            objections=objections,
            # What is one thing is no list, and answers who asks for several.
            wants_value=any(kind != "list" for kind in wanted(question)),
            verified=found.is_verified,
        )

    def _event(self, question: Question, found: Found) -> Value | None:
        """The day from which a length of time is counted that a passage tells, where a passage of the same document tells it."""
        first, published = found.hits[0], found.hits[0].document.published
        if (
            question.kind != "how_long_since"
            or found.value is None
            or found.value.kind != "duration"
            or published is None
        ):
            return None
        when = replace(question, kind="when", order="last")
        for hit in found.hits:
            if hit.document.id == first.document.id and hit.passage.kind != "byline":
                event = find_value(when, hit.passage, hit.document)
                if event is not None and is_of(event, found.value, published.date()):
                    return event
        return None

    def _outcome(self, question: Question, found: Found) -> tuple[float, Status]:
        calibration = load_calibration(self.library.encoder)
        probability = calibration.probability(self.features(question, found))
        if found.occasions or found.is_recorded:
            # That there were events, how many and when, is told by what was recorded of them.
            return max(probability, calibration.answered), "answered"
        status = calibration.outcome(probability)
        is_doubtful = bool(found.objections) or found.is_disputed
        return probability, "related" if status == "answered" and is_doubtful else status

    def _objections(self, question: Question, hit: Hit, value: Value | None) -> tuple[Objection, ...]:
        """What speaks against a hit and the value found in it, read with its heading and the sentence before it."""
        passages = self.library.passages(hit.document)
        at = hit.passage.number
        beside = {at, at - 1 if at else at, at if hit.passage.heading is None else hit.passage.heading}
        around = [_folded(passages[number]) for number in sorted(beside)]
        published = hit.document.published
        around += [f"{published:%d.%m.%Y}"] if published else []
        lacking = find_objections(question, Told(_folded(hit.passage), " ".join(around), hit.signals))
        return lacking + find_contrary(question, hit.document, passages, at, value)

    def cite(self, hits: Sequence[Hit], question: Question, value: Value | None = None) -> tuple[Citation, ...]:
        """Citations of hits, in their order, the first attributed to whoever tells the value that it holds."""
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
                attribution=attribute(
                    hit.document,
                    passages[hit.document.id],
                    hit.passage.number,
                    question.language,
                    (value.start, value.end) if value is not None and hit is hits[0] else None,
                ),
                translation=_translation(hit.document, hit.passage),
            )
            for hit in hits
        )

    def searched(self, missed: tuple[str, ...] = ()) -> Searched:
        """What there is to search."""
        documents, latest = self.library.extent()
        return Searched(documents, latest.date() if latest else None, missed)


def _value(question: Question, hit: Hit) -> Value | None:
    return find_value(question, hit.passage, hit.document)


def _ahead(first: Hit, hits: Sequence[Hit]) -> list[Hit]:
    """Hits in their order, but for one that comes first."""
    return [first, *(hit for hit in hits if hit is not first)]


def _query(question: Question, seeks: Seeks | None) -> Query:
    return Query(question.text, detect_language(question.text, question.language), question.context, seeks)


def _folded(passage: Passage) -> str:
    return fold(f"{passage.text} {passage.translation or ''}").text


def _translation(document: Document, passage: Passage) -> LabelledTranslation | None:
    if document.translation is None or passage.translation is None:
        return None
    return LabelledTranslation(passage.translation, document.translation.language, document.translation.by)
