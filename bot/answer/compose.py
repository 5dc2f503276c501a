"""The words of an answer, from the phrases in ``prompts/``. It claims nothing itself: each sentence names who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.lists import format_list

from bot.answer.attribution.joint import is_joint_statement, the_document
from bot.answer.polarity import polarity
from bot.answer.stance import stance
from bot.answer.telling import Told, tell
from bot.answer.values import show_date
from index.types import LANGUAGES
from prompts import load

if TYPE_CHECKING:
    from datetime import date

    from bot.answer.exchange import Followed
    from bot.answer.types import Answer, Citation, LabelledTranslation, Question, Value
    from index.types import Language
    from prompts import Phrases


@dataclass(frozen=True, slots=True)
class Words:
    """What an answer says.

    Attributes:
        text: For a reader who sees nothing else.
        lead: For one who sees the citations under it.
    """

    text: str
    lead: str


def compose(
    question: Question,
    citation: Citation,
    value: Value | None,
    *,
    today: date,
    event: Value | None = None,
    publication: bool = False,
) -> Words:
    """The words of an answer that its first citation gives.

    Args:
        question: What was asked; its language is that of the words.
        citation: The first citation.
        value: The precise answer within it.
        today: The date at the asker's.
        event: For a question of how long it is since something, the day of that, where another passage gives it.
        publication: Whether the value is the citation's own time of publication.
    """
    phrases = load(question.language)
    attribution = told_by(citation, question.language)
    if value is not None:
        if publication:
            is_joint = is_joint_statement(citation.document)
            text = phrases.say(f"answer.publication{'_joint' if is_joint else ''}", value=value.text)
        else:
            text = tell(Told(question, citation, attribution, today, event), value, phrases)
        return Words(text, text)
    lead = phrases.say("answer.lead", attribution=attribution)
    translation = citation.translation
    own = translation is not None and translation.language == phrases.language
    if translation is not None and own:
        by = translator(translation, phrases)
        text = phrases.say("answer.translated", attribution=attribution, by=by, translation=translation.text)
    else:
        text = phrases.say("answer.quoted", attribution=attribution, quote=citation.quote)
    said = polarity(question, citation.quote)
    if said is not None:
        before = phrases.say(f"answer.whether_{said}")
        return Words(f"{before} {text}", f"{before} {lead}")
    if question.kind == "whether":
        # A bare quote under a question that asks yes or no reads as a yes.
        before = phrases.say(f"answer.whether_{stance(question, citation)}")
        return Words(f"{before} {text}", f"{before} {lead}")
    return Words(text, lead)


def headline(answer: Answer) -> str:
    """What is said above the citations, whatever the outcome: where nothing was found, what was searched."""
    phrases = load(answer.question.language)
    if answer.status == "answered" and answer.lead:
        return answer.lead
    if answer.followed is not None and answer.followed.kind != "speaker":
        return _of_follow_up(answer, answer.followed, phrases)
    missed = _missed(answer, phrases)
    if answer.status != "not_found":
        return missed + phrases.say("answer.related")
    if not answer.searched.documents:
        return phrases.say("answer.empty_library")
    until = answer.searched.until
    told = phrases.say("answer.until", date=show_date(until, phrases.language)) if until else ""
    return missed + phrases.count("answer.not_found", answer.searched.documents, until=told)


def _of_follow_up(answer: Answer, followed: Followed, phrases: Phrases) -> str:
    """What is said above what a follow-up found, where that is no answer."""
    if followed.kind == "more":
        return phrases.say("followup.more" if answer.citations else "followup.no_more")
    if answer.citations or followed.day is None:
        return phrases.say("followup.before_related")
    return phrases.say("followup.no_before", day=show_date(followed.day, phrases.language))


def _missed(answer: Answer, phrases: Phrases) -> str:
    """Which names of the question nothing mentions, as a sentence with the space after it; empty where there are none."""
    missed = answer.searched.missed
    if not missed:
        return ""
    names = format_list(list(missed), style="or", locale=phrases.language)
    return phrases.say("answer.missed", names=names) + " "


def translator(translation: LabelledTranslation, phrases: Phrases) -> str:
    """Who made a translation; this project is named in the language of the phrases."""
    ours = translation.by in {load(language).say("answer.this_project") for language in LANGUAGES}
    return phrases.say("answer.this_project") if ours else translation.by


def told_by(citation: Citation, language: Language) -> str:
    """Who tells what is cited: its attribution, else the document itself."""
    return citation.attribution.text if citation.attribution else the_document(citation.document, language)


def publication_date(citation: Citation, phrases: Phrases) -> str:
    """When the cited document was published, in the language of the phrases."""
    published = citation.document.published
    return show_date(published.date(), phrases.language) if published else phrases.say("answer.unknown_date")
