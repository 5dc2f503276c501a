"""An answerer whose answers are written down in the test, over a document that is too."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from bot.answer.answerer import Answerer
from bot.answer.question import read_question
from bot.answer.types import Answer, Attribution, Citation, LabelledTranslation, Searched, Source
from index.errors import DocumentError
from index.types import Document, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answer.types import Status
    from index.library import Library
    from index.types import Language

ARABIC = Document(
    id="call.ar",
    text=(
        "01.07.2025 22:10\n"
        "قال بوتين إن الصراع <نتيجة> مباشرة & طويلة.\n"
        "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022.\n"
        "وكانت مواضيع المكالمة تتعلق بمحطة زابوريجيا النووية."
    ),
    title="أول مكالمة بين بوتين وماكرون",
    language="ar",
    issuer="الكرملين",
    published=datetime(2025, 7, 1, 22, 10),  # noqa: DTZ001 - as printed
)
ENGLISH = Document(
    id="call.en",
    text="The leaders spoke by phone. It was their first call in 3 years.",
    title="First call in years",
    language="en",
    issuer="The Office",
    published=datetime(2024, 3, 5),  # noqa: DTZ001 - as printed
)
LAST_CALL = "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."
TRANSLATED = "The last call between Putin and Macron took place on 11 September 2022."
TOPICS = "وكانت مواضيع المكالمة تتعلق بمحطة زابوريجيا النووية."


def cite(document: Document, quote: str, translation: str | None = None, attribution: str | None = None) -> Citation:
    """A citation of a stretch that stands in the document."""
    start = document.text.index(quote)
    labelled = LabelledTranslation(translation, "en", "the Readout project") if translation else None
    said = None if attribution is None else said_by(attribution)
    return Citation(document, start, start + len(quote), 0.875, said, labelled)


def said_by(name: str) -> Attribution:
    """Told by one whom the manifest names."""
    return Attribution((Source("outlet", name),), name)


def answer_of(
    question: str,
    citations: Iterable[Citation],
    *,
    status: Status = "answered",
    lead: str | None = None,
    language: Language | None = None,
    context: str | None = None,
    searched: Searched = Searched(2, date(2025, 7, 1)),  # noqa: B008 - frozen
) -> Answer:
    """An answer with these citations."""
    asked = read_question(question, language, context)
    return Answer(asked, status, 0.5, lead, lead, None, tuple(citations), searched)


def last_call(question: str, language: Language) -> Answer:
    """The answer to when the last call was."""
    if language == "ar":
        citations = [cite(ARABIC, LAST_CALL, TRANSLATED, "الكرملين")]
        return answer_of(question, citations, lead="بحسب الكرملين: 11 سبتمبر 2022.", language=language)
    citations = [cite(ARABIC, LAST_CALL, TRANSLATED, "the Kremlin")]
    return answer_of(question, citations, lead="According to the Kremlin: 11 September 2022.", language=language)


def record_of(document: Document) -> Record:
    """What a library records of a document."""
    one = document
    return Record(
        one.id,
        one.title,
        one.side,
        one.parties,
        one.day,
        one.language,
        one.issuer,
        one.published,
        one.shelf,
        one.corrects,
    )


class Shelf:
    """The part of a library that the bot itself asks for."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents

    def records(self) -> list[Record]:
        """What is recorded of all documents."""
        return [record_of(one) for one in self._documents]


class LiteralAnswerer(Answerer):
    """Answers as a test says, and notes what it was asked.

    Attributes:
        outcomes: By a word of the question: an error, or what makes the answer from the question and the language.
        asked: Text, language and context of every question.
        threads: The threads that it was called on.
        started: Set when a question that is held back has come in.
        held: By a word of a question: what it waits for.
        seen: The shelves that each question may be answered from.
    """

    def __init__(self) -> None:
        self.library = cast("Library", Shelf([ENGLISH, ARABIC]))
        self.outcomes: dict[str, Exception | Callable[[str, Language], Answer]] = {
            "last call": last_call,
            "آخر مكالمة": last_call,
            "topics": lambda text, language: answer_of(
                text,
                [cite(ARABIC, TOPICS, attribution="the Kremlin")],
                lead="According to the Kremlin:",
                language=language,
            ),
        }
        self.asked: list[tuple[str, Language | None, str | None]] = []
        self.threads: set[str] = set()
        self.started = threading.Event()
        self.held: dict[str, threading.Event] = {}
        self.removed = False
        self.seen: list[frozenset[str]] = []

    def answer(self, text: str, language: Language | None = None, context: str | None = None) -> Answer:
        """The answer that the test has written down, or that nothing is known."""
        self.asked.append((text, language, context))
        self.threads.add(threading.current_thread().name)
        for word, event in self.held.items():
            if word in text:
                self.started.set()
                assert event.wait(20)
        asked = read_question(text, language, context)
        for word, outcome in self.outcomes.items():
            if word in text:
                if isinstance(outcome, Exception):
                    raise outcome
                return replace(outcome(text, asked.language), question=asked)
        return answer_of(text, [], status="not_found", language=asked.language)

    def within(self, shelves: frozenset[str]) -> Answerer:
        """Itself, since nothing is searched here."""
        self.seen.append(shelves)
        return self

    def around(self, document: str, start: int, end: int, language: Language) -> Citation:  # noqa: ARG002
        """The line that a passage stands in, with the lines beside it."""
        if self.removed:
            raise DocumentError(f"there is no document {document}")
        text = ARABIC.text
        first = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start))) + 1
        last = text.find("\n", end + 1)
        return Citation(ARABIC, first, len(text) if last < 0 else last, 0.0)
