"""The values between a question and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from bot.errors import NotVerbatimError

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from bot.answer.exchange import Followed
    from index.dates import FoundDate
    from index.types import Document, Language

Status = Literal["answered", "related", "not_found"]
QuestionFamily = Literal["when", "how_long", "how_many", "who", "where", "why", "whether", "how", "what"]
QuestionKind = QuestionFamily | Literal["how_long_since", "who_says", "which", "about", "list"]
Limit = Literal["by", "before", "after", "until", "not_before", "not_after", "not_until"]
Order = Literal["last", "previous", "first"]
ValueKind = Literal["date", "duration", "amount", "percentage", "person", "organisation", "place", "reason", "list"]
ContradictionKind = Literal[
    "initiator", "discussed", "denied", "number", "date", "duration", "place", "doer", "condition", "cause"
]
Role = Literal["outlet", "agency", "statement", "speaker"]

_FAMILIES: dict[QuestionKind, QuestionFamily] = {
    **{family: family for family in get_args(QuestionFamily)},
    "how_long_since": "how_long",
    "who_says": "who",
    "which": "what",
    "about": "what",
    "list": "what",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a question, ``question.text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked.

    Attributes:
        text: The question as it came, without outer white space.
        language: The language that it is answered in.
        kind: What kind of answer it wants.
        context: The question before it, where this one leans on that.
        names: The names in it, as far as cheap rules see them.
        dates: The days, months and years that it names.
        order: Which of several it means.
        subject: What it asks after, where it asks whether or what was said of something.
        read_as: Its family, where the kind alone does not tell it: "which city" asks where.
    """

    text: str
    language: Language
    kind: QuestionKind
    context: str | None = None
    names: tuple[Stretch, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    order: Order | None = None
    subject: Stretch | None = None
    read_as: QuestionFamily | None = None

    @property
    def family(self) -> QuestionFamily:
        """The broader kind: the nine that confidence and objections have learned to tell apart."""
        return self.read_as or _FAMILIES[self.kind]


@dataclass(frozen=True, slots=True)
class LabelledTranslation:
    """A translation of a quote, and who made it."""

    text: str
    language: Language
    by: str


@dataclass(frozen=True, slots=True)
class Source:
    """One who tells, or through whom it is told.

    Attributes:
        role: What it is: the ``outlet`` that publishes, the ``agency`` that it has it from, the ``statement`` (of an
            office) that is told of, the ``speaker``.
        name: In the language of the question where that is known, else as the text has it.
        start: Where the document's text names it; None where the manifest does.
        end: One past the last offset of that.
    """

    role: Role
    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what a citation tells.

    Attributes:
        sources: The outermost first: the one who said it last, those through whom it is told before.
        text: All of them in a phrase that "according to" may stand before, in the language of the question.
    """

    sources: tuple[Source, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document; its quote is that place's text and nothing else.

    Attributes:
        document: The document cited.
        start: The first offset in ``document.text``.
        end: One past the last offset.
        score: The fused score of the search, comparable within one answer.
        attribution: Who says it; None where neither the text nor the manifest names anybody.
        translation: The aligned translation, if there is one in another language than the quote's.

    Raises:
        NotVerbatimError: The offsets do not name a stretch of the document's text.
    """

    document: Document
    start: int
    end: int
    score: float
    attribution: Attribution | None = None
    translation: LabelledTranslation | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be quoted."""
        if not 0 <= self.start < self.end <= len(self.document.text):
            raise NotVerbatimError(self.document.id, self.start, self.end)

    @property
    def quote(self) -> str:
        """The cited text, verbatim."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Value:
    """A precise answer inside a citation.

    Attributes:
        kind: What it is.
        start: Where it stands in the cited document's text.
        end: One past its last offset.
        text: How it is shown, in the language of the question.
        first: The first day that a date names.
        last: The last one; the same where it names one day.
        is_resolved: Whether the day of publication was needed to tell which days: "Tuesday", "11 September".
        limit: What a date bounds: by, before, after or until it, or not so.
        number: Of an amount, a percentage or a duration, that in ``unit``.
        unit: What is counted, as the text writes it; "%"; of a duration, its smallest unit: "minute".
        currency: ISO 4217, of money whose country is certain.
        office: The office of a person, as the text gives it.
        members: Of a list.
    """

    kind: ValueKind
    start: int
    end: int
    text: str
    first: date | None = None
    last: date | None = None
    is_resolved: bool = False
    limit: Limit | None = None
    number: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    office: str | None = None
    members: tuple[Value, ...] = ()

    @property
    def day(self) -> date | None:
        """The date that it names, where it is a whole one."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer was looked for in.

    Attributes:
        documents: How many.
        until: The latest date of publication among them.
        missed: The names in the question that none of them mentions; only where nothing answers.
    """

    documents: int
    until: date | None
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the other side's readout of the same event says against what answers.

    Attributes:
        kind: In what they differ.
        citation: That side's sentence.
    """

    kind: ContradictionKind
    citation: Citation


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a question.

    Attributes:
        question: What was asked.
        status: ``answered``; ``related``, passages that are only that; or ``not_found``.
        confidence: The probability that the first citation answers the question, 0 to 1.
        text: The answer in the language of the question, for a reader who sees nothing else; None unless answered.
        lead: The same for one who sees the citations under it; equal to ``text`` where there is a value.
        value: The precise answer within the first citation, if it holds one of the kind that was asked for.
        citations: Best first; none where nothing was found.
        searched: What was looked through.
        followed: How it goes on from an earlier answer, where it was not asked anew.
        events: The days of the events that it counts or lists, each reported by a citation, in their order.
        otherwise: What other sides' readouts of the same event say against the first citation.
    """

    question: Question
    status: Status
    confidence: float
    text: str | None
    lead: str | None
    value: Value | None
    citations: tuple[Citation, ...]
    searched: Searched
    followed: Followed | None = None
    events: tuple[date, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
