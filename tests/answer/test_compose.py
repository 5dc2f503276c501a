"""The words of an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.answer.compose import Words, compose, headline, translator
from bot.answer.types import (
    Answer,
    Attribution,
    Citation,
    LabelledTranslation,
    Question,
    QuestionKind,
    Searched,
    Source,
    Value,
)
from index.types import Document, Language
from prompts import load

ARTICLE = Document(
    "d",
    "كانت آخر مكالمة في 11 سبتمبر 2022.",
    "t",
    "ar",
    published=datetime(2025, 7, 1, 22, 10),  # noqa: DTZ001 - printed without a time zone
)
CITATION = Citation(ARTICLE, 0, len(ARTICLE.text), 1.0)
LAST = date(2022, 9, 11)
DAY = Value("date", 19, 33, "11 سبتمبر 2022", first=LAST, last=LAST)
TODAY = date(2025, 7, 1)


def said_by(name: str) -> Attribution:
    return Attribution((Source("speaker", name, 0, 4),), name)


def say(
    citation: Citation,
    value: Value | None,
    language: Language,
    kind: QuestionKind = "when",
    *,
    publication: bool = False,
    today: date = TODAY,
    event: Value | None = None,
) -> Words:
    question = Question("?", language, kind)
    return compose(question, citation, value, today=today, event=event, publication=publication)


def test_the_last_call_is_the_last_before_the_one_that_is_reported() -> None:
    english = say(replace(CITATION, attribution=said_by("the Kremlin")), replace(DAY, text="11 September 2022"), "en")
    assert (
        english.text
        == english.lead
        == "According to the Kremlin, the last call was on 11 September 2022, 2 years, 9 months and 20 days before this one."
    )
    assert say(replace(CITATION, attribution=said_by("الكرملين")), DAY, "ar").text == (
        "بحسب الكرملين، كانت آخر مكالمة في 11 سبتمبر 2022، أي قبل سنتين و9 أشهر و20 يومًا من هذه المكالمة."
    )


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("جرت مكالمة في 11 سبتمبر 2022.", ARTICLE.published, LAST),
        (ARTICLE.text, None, LAST),
        (ARTICLE.text, ARTICLE.published, None),
        (ARTICLE.text, datetime(2022, 9, 11), LAST),  # noqa: DTZ001
    ],
)
def test_another_date_is_told_as_no_more_than_it_is(text: str, published: datetime | None, day: date | None) -> None:
    document = replace(ARTICLE, text=text, published=published)
    words = say(Citation(document, 0, len(text), 1.0, said_by("الكرملين")), replace(DAY, first=day, last=day), "ar")
    assert words.text == "بحسب الكرملين: 11 سبتمبر 2022."


def test_without_a_source_the_article_is_named() -> None:
    value = Value("duration", 0, 4, "3 years")
    assert say(CITATION, value, "en").text == "According to the article: 3 years."
    assert say(CITATION, Value("duration", 0, 4, "3 سنوات"), "ar").text == "بحسب المقال: 3 سنوات."


def test_the_publication_is_no_claim_of_anyone() -> None:
    assert (
        say(CITATION, replace(DAY, text="1 July 2025"), "en", publication=True).text
        == "The article is dated 1 July 2025."
    )
    assert (
        say(CITATION, replace(DAY, text="1 يوليو 2025"), "ar", publication=True).text
        == "تاريخ نشر المقال: 1 يوليو 2025."
    )


def test_without_a_value_the_quote_answers_or_its_labelled_translation() -> None:
    translated = replace(
        CITATION,
        attribution=said_by("the Kremlin"),
        translation=LabelledTranslation("The last call was then.", "en", "us"),
    )
    assert say(translated, None, "en") == Words(
        "According to the Kremlin (translation by us): The last call was then.",
        "According to the Kremlin, as quoted in [1]:",
    )
    assert say(replace(translated, attribution=said_by("الكرملين")), None, "ar") == Words(
        "بحسب الكرملين: «كانت آخر مكالمة في 11 سبتمبر 2022.»", "بحسب الكرملين، كما في المقتطف [1]:"
    )
    assert say(CITATION, None, "en").text == "According to the article: “كانت آخر مكالمة في 11 سبتمبر 2022.”"


def test_this_project_is_named_in_the_language_of_the_answer() -> None:
    ours = LabelledTranslation("نص", "ar", "the Readout project")
    assert say(replace(CITATION, attribution=said_by("المكتب"), translation=ours), None, "ar").text == (
        "بحسب المكتب (ترجمة مشروع Readout): نص"
    )
    assert translator(replace(ours, by="مشروع Readout"), load("en")) == "the Readout project"
    assert translator(replace(ours, by="us"), load("ar")) == "us"


@pytest.mark.parametrize(
    ("until", "language", "told"),
    [
        (date(2025, 7, 1), "en", "This is not in the library. I searched 11 documents, up to 1 July 2025."),
        (None, "en", "This is not in the library. I searched 11 documents."),
        (date(2025, 7, 1), "ar", "هذا غير موجود في المكتبة. بحثتُ في 11 وثيقة، حتى 1 يوليو 2025."),
        (None, "ar", "هذا غير موجود في المكتبة. بحثتُ في 11 وثيقة."),
    ],
)
def test_what_was_searched_is_told_with_a_date_where_there_is_one(
    until: date | None, language: Language, told: str
) -> None:
    question = Question("x", language, "what")
    answer = Answer(question, "not_found", 0.0, None, None, None, (), Searched(11, until))
    assert headline(answer) == told


def test_a_quote_with_braces_is_said_as_it_is() -> None:
    document = replace(ARTICLE, text="It is {quote} and {0}.")
    words = say(Citation(document, 0, len(document.text), 1.0, said_by("{x}")), None, "en")
    assert words.text == "According to {x}: “It is {quote} and {0}.”"
