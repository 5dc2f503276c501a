"""Follow-ups answered: from what was cited before, or from passages that were not shown yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from babel.dates import format_date

from bot.answer.attribution.joint import is_joint_statement
from bot.answer.compose import told_by
from bot.answer.exchange import CitedPlace, Followed
from bot.answer.followup import read_follow_up
from bot.answer.occurrence import find_occurrence, last_day, tells_of_such
from bot.answer.question import read_question
from bot.answer.types import Answer, Value
from bot.answer.values import show_date
from prompts import LOCALES, load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.answer.answerer import Answerer
    from bot.answer.exchange import Exchange
    from bot.answer.occurrence import Occurrence
    from bot.answer.types import Citation, Question, Status
    from index.dates import FoundDate
    from index.types import Hit, Language, Passage

# Among so many hits more of them, and an earlier event, are looked for.
_FURTHER = 30
_SHOWN = 3
# Of the passages that answer gold questions, 99 in 100 have a score, a logit, at most so far below that of the first hit.
_RELATED_WITHIN = 7.0
_OTHER: dict[Language, Language] = {"ar": "en", "en": "ar"}


def follow(
    answerer: Answerer, text: str, before: Exchange, language: Language | None = None, *, replied: bool = True
) -> Answer:
    """The answer to a message that comes after an answer; one that stands alone is answered as if nothing came before.

    Args:
        answerer: Answers what is asked anew.
        text: The message.
        before: What was answered before it.
        language: The language to answer in; that of the message where None. A message that asks for a language gets that.
        replied: Whether it replies to that answer, or only comes soon after it.

    Raises:
        QuestionError: Nothing in it can be a question, or it is too long.
        DocumentError: The document that was cited is gone.
        NotVerbatimError: What was cited no longer stands where it stood.
    """
    wanted = read_follow_up(text, replied=replied)
    if wanted is None:
        return answerer.answer(text, language)
    if wanted.kind == "language":
        return retell(answerer, before, wanted.language or _OTHER[before.language])
    asked, context = before.asked
    told = None if wanted.kind == "lean" else _told_of(answerer, wanted.kind, read_question(text, language), before)
    return told or answerer.answer(text, language, context if text.strip() == asked else before.as_context())


def retell(answerer: Answerer, before: Exchange, language: Language) -> Answer:
    """The same answer in a language: what was asked is asked again, and a follow-up is followed again.

    Raises:
        QuestionError: What was asked is no question.
        DocumentError: The document that was cited is gone.
        NotVerbatimError: What was cited no longer stands where it stood.
    """
    followed = before.followed
    if followed is None:
        return answerer.answer(before.question, language, before.context)
    question = read_question(before.question, language)
    if followed.kind == "speaker" and before.citations:
        return _speaker(answerer, question, before.citations[0], followed)
    return (_before if followed.kind == "before" else _more)(answerer, question, followed)


def _told_of(
    answerer: Answerer, kind: Literal["speaker", "more", "before"], question: Question, before: Exchange
) -> Answer | None:
    """What is told of an earlier answer; None where the day of what it told is unknown, so that none can be before it."""
    if not before.shown:
        return Answer(question, "not_found", 0.0, None, None, None, (), answerer.searched())
    followed = Followed(kind, *before.asked, before.shown)
    if kind == "more":
        return _more(answerer, question, followed)
    if kind == "speaker":
        return _speaker(answerer, question, (before.citations or before.shown)[0], followed)
    day = _day_told(answerer, before)
    return None if day is None else _before(answerer, question, replace(followed, day=day))


def _speaker(answerer: Answerer, question: Question, place: CitedPlace, followed: Followed) -> Answer:
    """Who says what was cited first; nothing is searched."""
    citation = answerer.cite_place(place, question.language)
    phrases = load(question.language)
    said = (
        phrases.say("followup.speaker", attribution=citation.attribution.text)
        if citation.attribution
        else phrases.say(f"followup.speaker_{'joint' if is_joint_statement(citation.document) else 'article'}")
    )
    return Answer(question, "answered", 1.0, said, said, None, (citation,), answerer.searched(), followed)


def _more(answerer: Answerer, question: Question, followed: Followed) -> Answer:
    """The next passages that are related to what was asked."""
    hits = _further(answerer, _asked(followed, question.language))
    best = max((hit.score for hit in hits), default=0.0)
    near = [hit for hit in hits if hit.score >= best - _RELATED_WITHIN]
    fresh = [hit for hit in near if _place(hit) not in followed.shown][:_SHOWN]
    status: Status = "related" if fresh else "not_found"
    citations = answerer.cite(fresh, question)
    return Answer(question, status, 0.0, None, None, None, citations, answerer.searched(), followed)


def _before(answerer: Answerer, question: Question, followed: Followed) -> Answer:
    """The latest event of the kind asked after that was before a day, told as the answer or as related."""
    asked = _asked(followed, question.language)
    about = f"{followed.context or ''} {followed.question}"
    hits = _further(answerer, asked)
    dated: list[tuple[Occurrence, Hit]] = []
    for hit in hits:
        passages = answerer.library.passages(hit.document)
        occurrence = find_occurrence(hit.document, passages, hit.passage.number, followed.day)
        if occurrence and tells_of_such(about, _told(hit, passages)):
            dated.append((occurrence, hit))
    for occurrence, hit in sorted(dated, key=lambda one: one[0].day, reverse=True):
        value = _value(hit, occurrence.found, question.language) if occurrence.found else None
        probability, status = answerer.weigh(asked, [hit, *(other for other in hits if other is not hit)], value)
        if status == "not_found":
            continue
        [citation] = answerer.cite([hit], question)
        lead = _earlier(citation, value, occurrence.day, question.language) if status == "answered" else None
        shown = value if lead else None
        return Answer(question, status, probability, lead, lead, shown, (citation,), answerer.searched(), followed)
    return Answer(question, "not_found", 0.0, None, None, None, (), answerer.searched(), followed)


def _asked(followed: Followed, language: Language) -> Question:
    """What was asked, without the days that it named where an earlier one is wanted."""
    question = read_question(followed.question, language, followed.context)
    if followed.kind != "before" or not question.dates:
        return question
    text = question.text
    for found in reversed(question.dates):
        text = f"{text[: found.start]} {text[found.end :]}"
    return replace(question, text=" ".join(text.split()), dates=())


def _further(answerer: Answerer, asked: Question) -> list[Hit]:
    found = answerer.find(asked, _FURTHER)
    return [] if found is None else [*found.hits, *found.rivals]


def _place(hit: Hit) -> CitedPlace:
    return CitedPlace(hit.document.id, hit.passage.start, hit.passage.end)


def _told(hit: Hit, passages: Sequence[Passage]) -> str:
    """A passage with its heading and the sentence before it in its paragraph, and their translations."""
    number = hit.passage.number
    beside = {number, number if hit.passage.heading is None else hit.passage.heading}
    if number and passages[number - 1].paragraph == hit.passage.paragraph:
        beside.add(number - 1)
    return " ".join(f"{passages[one].text} {passages[one].translation or ''}" for one in sorted(beside))


def _day_told(answerer: Answerer, before: Exchange) -> date | None:
    """The day of what an answer cites first; where it found no earlier event, the day that it was to be earlier than."""
    earlier_than = before.followed.day if before.followed else None
    if not before.citations:
        return earlier_than
    document, passages, number = answerer.passage_at(before.citations[0])
    occurrence = find_occurrence(document, passages, number, earlier_than)
    return occurrence.day if occurrence else None


def _value(hit: Hit, found: FoundDate, language: Language) -> Value:
    pattern = "d MMMM y" if found.day else "MMMM y" if found.month else "y"
    start = hit.passage.start
    shown = format_date(found.first_day, pattern, locale=LOCALES[language])
    return Value("date", start + found.start, start + found.end, shown, first=found.first_day, last=last_day(found))


def _earlier(citation: Citation, value: Value | None, day: date, language: Language) -> str:
    phrases = load(language)
    attribution = told_by(citation, language)
    if value is not None:
        return phrases.say("followup.before", attribution=attribution, value=value.text)
    told = show_date(day, language)
    return phrases.say("followup.before_told", attribution=attribution, value=told)
