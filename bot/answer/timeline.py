"""Dated verbatim lines across the library: all that its readouts say on a subject, or how two leaders spoke with each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.attribution import attribute
from bot.answer.event import event_day, find_parties, is_same_party
from bot.answer.types import Citation, LabelledTranslation, Searched
from index.language import detect_language, fold
from index.named import find_persons
from index.types import EVERYTHING, Query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.event import EventDay
    from index.library import Library
    from index.types import Document, Hit, Language, Passage, Scope

# More passages than this are not looked at.
_MOST = 400
# Which hits are on the subject: chosen on ``tests/gold/timelines.jsonl``. Either a passage says most of its words itself, or
# what surrounds it does and the search is sure of it.
_SAID, _SAID_SCORE = 0.6, 7.0
_SUPPORTED, _SUPPORTED_SCORE = 0.7, 9.5
_AND = re.compile(r"\s+(?:and|with|&|مع)\s+|\s+و(?=\w{3})|\s*[,،/–-]\s+")
_SPOKEN = re.compile(
    r"\b(?:call|called|spoke|conversation|telephone\w*|phoned|rang|meeting|met|talks|talked|summit|visit\w*|received)\b|"
    r"(?:اتصال|مكالم|هاتف|محادث|لقاء|التق[يت]|اجتم|استقبل|قمه|زياره|زار|مباحثات|تلق[يت])"
)


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """A line of a timeline.

    Attributes:
        citation: What is quoted, and who says it.
        day: The day of the event that its readout reports, and how that is known; None where nothing tells it.
    """

    citation: Citation
    day: EventDay | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the library says on a subject over time.

    Attributes:
        subject: As it was asked for.
        language: That it is told in.
        pair: The two leaders, where it was two that were asked for.
        lines: By the day of the event, in the order that was asked for; those without a day last.
        searched: What was looked through.
    """

    subject: str
    language: Language
    pair: tuple[str, str] | None
    lines: tuple[TimelineLine, ...]
    searched: Searched


def find_timeline(
    library: Library,
    subject: str,
    language: Language | None = None,
    *,
    newest_first: bool = True,
    within: Scope = EVERYTHING,
) -> Timeline:
    """The timeline of a subject, or of the talks of two leaders where two of the library's parties are named.

    Args:
        library: What is searched.
        subject: A few words, or two names with "and" between them.
        language: That it is told in; that of the subject where None.
        newest_first: Whether the newest event comes first.
        within: Which documents are searched.
    """
    subject = " ".join(subject.split())
    told_in = language or detect_language(subject)
    pair = _pair(subject)
    found = list(_talks(library, pair, told_in, within)) if pair else []
    if not found:
        pair = None
        found = list(_on_subject(library, subject, told_in, within))
    seen = library.documents(within)
    latest = max((document.published for document in seen if document.published), default=None)
    searched = Searched(len(seen), latest.date() if latest else None)
    return Timeline(subject, told_in, pair, tuple(_in_order(found, newest_first=newest_first)), searched)


def is_on_subject(hit: Hit) -> bool:
    """Whether a hit of a search for a subject is on it, and not only near."""
    told = hit.signals
    if hit.passage.kind != "sentence":
        return False
    says = told.get("soft", 0.0) >= _SAID and hit.score >= _SAID_SCORE
    return says or (told.get("supported", 0.0) >= _SUPPORTED and hit.score >= _SUPPORTED_SCORE)


def _on_subject(library: Library, subject: str, language: Language, within: Scope) -> Iterator[TimelineLine]:
    hits = library.search(Query(subject, detect_language(subject), within=within), _MOST)
    days: dict[str, EventDay | None] = {}
    for hit in hits:
        if not is_on_subject(hit):
            continue
        passages = library.passages(hit.document)
        if hit.document.id not in days:
            days[hit.document.id] = event_day(hit.document, passages)
        yield TimelineLine(_cite(hit.document, passages, hit.passage, hit.score, language), days[hit.document.id])


def _pair(subject: str) -> tuple[str, str] | None:
    """Two names, where the subject is nothing but two."""
    parts = [part.strip() for part in _AND.split(subject) if part.strip()]
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _talks(library: Library, pair: tuple[str, str], language: Language, within: Scope) -> Iterator[TimelineLine]:
    """One line for each readout of an event between both: the sentence that tells of it."""
    for document in library.documents(within):
        passages = library.passages(document)
        parties = find_parties(document, passages)
        sides = [next((party for party in parties if is_same_party(name, party)), None) for name in pair]
        if None in sides or sides[0] == sides[1]:
            continue
        telling = next((passage for passage in passages if _tells(document, passage, pair)), None)
        if telling is not None:
            yield TimelineLine(_cite(document, passages, telling, 1.0, language), event_day(document, passages))


def _tells(document: Document, passage: Passage, pair: tuple[str, str]) -> bool:
    """Whether a sentence tells of a talk and names one of both at least."""
    if passage.kind != "sentence" or not _SPOKEN.search(fold(passage.text).text):
        return False
    named = [passage.text[slice(*one.name)] for one in find_persons(passage.text, document.language) if one.name]
    return any(is_same_party(name, person) for name in pair for person in named)


def _in_order(found: Sequence[TimelineLine], *, newest_first: bool) -> list[TimelineLine]:
    dated = [line for line in found if line.day is not None]
    undated = [line for line in found if line.day is None]
    # Within a day and a document in the order of the text.
    dated.sort(key=lambda line: (line.citation.document.id, line.citation.start))
    dated.sort(key=lambda line: line.day.day if line.day else None, reverse=newest_first)  # type: ignore[arg-type, return-value]
    return [*dated, *undated]


def _cite(
    document: Document, passages: Sequence[Passage], passage: Passage, score: float, language: Language
) -> Citation:
    translation = None
    if document.translation is not None and passage.translation is not None:
        translation = LabelledTranslation(passage.translation, document.translation.language, document.translation.by)
    attribution = attribute(document, passages, passage.number, language)
    return Citation(document, passage.start, passage.end, score, attribution, translation)
