"""Who says what a passage tells."""

from __future__ import annotations

import pytest

from bot.answer.attribution import attribute
from index.passages import split_passages
from index.types import Document, Language


def parties(text: str, language: Language) -> list[str | None]:
    document = Document("d", text, "t", language)
    passages = split_passages(document)
    return [attribute(document, passages, passage.number, language) for passage in passages]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("According to the Kremlin, the call was long.", "the Kremlin"),
        ("The call was long, according to the French presidency.", "the French presidency"),
        ("According to information received from the Kremlin, it was so.", "the Kremlin"),
        ("A statement issued by the Kremlin press service said: it was so.", "the Kremlin press service"),
        ("The Kremlin said the call was long.", "the Kremlin"),
        ("The White House readout said they spoke.", "the White House readout"),
        ("Russia issued a call to stop.", None),
        ("It was so.", None),
    ],
)
def test_the_source_of_an_english_sentence(text: str, party: str | None) -> None:
    assert parties(text, "en") == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("وفقًا للكرملين، كانت المكالمة طويلة.", "الكرملين"),
        ("وَفْقًا لِلكرملين، كانت المكالمة طويلة.", "الكرملين"),
        ("وفقا للكرملين، كانت المكالمة طويلة.", "الكرملين"),
        ("وفقًا للمعلومات الواردة من الكرملين، كانت المكالمة طويلة.", "الكرملين"),
        ("وبحسب الإليزيه، كانت المكالمة طويلة.", "الإليزيه"),
        ("جاء في بيان صادر عن الرئاسة الفرنسية أن المكالمة تمت.", "الرئاسة الفرنسية"),
        ("أعلنت وزارة الخارجية الروسية أن المكالمة جرت.", "وزارة الخارجية الروسية"),
        ("نقلًا عن وكالة تاس: جرت المكالمة.", "وكالة تاس"),
        ("جرت المكالمة أمس.", None),
    ],
)
def test_the_source_of_an_arabic_sentence(text: str, party: str | None) -> None:
    assert parties(text, "ar") == [party]


def test_a_sentence_takes_over_the_source_before_it_in_its_paragraph_and_no_further() -> None:
    text = "The Kremlin said it was so. It was long. According to Paris, it was not.\nNothing else is known here."
    assert parties(text, "en") == ["the Kremlin", "the Kremlin", "Paris", None]


def test_the_statement_is_the_one_that_was_named_before() -> None:
    text = "A statement issued by the Kremlin said: it was so.\nThe statement said more."
    assert parties(text, "en") == ["the Kremlin", "the Kremlin"]
    assert parties("The statement said more.", "en") == [None]


def test_the_sources_of_the_seed_article_in_both_languages(seed: Document) -> None:
    passages = split_passages(seed)
    english = [attribute(seed, passages, one.number, "en") for one in passages]
    arabic = [attribute(seed, passages, one.number, "ar") for one in passages]
    service, in_arabic = "the Kremlin press service", "خدمة الصحافة في الكرملين"
    assert english == [
        None, None, None, None, None, service, service, service, None, service, service, service, None, service, service,
        service, None, "the Kremlin", "the Kremlin",
    ]  # fmt: skip
    assert arabic == [
        None if one is None else "الكرملين" if one == "the Kremlin" else in_arabic for one in english
    ]  # fmt: skip
