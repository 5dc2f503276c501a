"""Names as a reader of the answer's language is shown them, and those that are shown as they are written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.naming import show_name
from index.gazetteer import FoundName, find_names
from index.named import FoundPerson, FoundThing, find_organisations, find_persons, find_places
from index.types import AlignedSentence, Document, Language, Translation


def document(text: str, language: Language, *translated: str) -> Document:
    """A document of one paragraph; its sentences end with a full stop and have the translations given."""
    other: Language = "ar" if language == "en" else "en"
    sentences = []
    start = 0
    for sentence in translated:
        end = text.index(".", start) + 1
        sentences.append(AlignedSentence(start, end, sentence))
        start = end + 1
    translation = Translation(other, "us", tuple(sentences)) if translated else None
    return Document("d", text, "d", language, translation=translation)


def shown(text: str, language: Language, *translated: str) -> dict[str, str | None]:
    """How every name of a text is shown in the other language."""
    own = document(text, language, *translated)
    other: Language = "ar" if language == "en" else "en"
    found: list[FoundName | FoundPerson | FoundThing] = [
        *find_names(text),
        *find_places(text, language),
        *find_organisations(text, language),
        *find_persons(text, language),
    ]
    return {text[one.start : one.end]: show_name(one, other, own) for one in found}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("وصل إلى زابوريجيا", "زابوريجيا", "Zaporizhzhia"),
        ("في الولايات المتحدة", "الولايات المتحدة", "the United States"),
        ("بيان الكرملين", "الكرملين", "the Kremlin"),
        ("قال بوتين", "بوتين", "Putin"),
        ("قال فلاديمير بوتين", "فلاديمير بوتين", "Vladimir Putin"),
        ("حلف الناتو", "حلف الناتو", "NATO"),
        ("الرئيس الفرنسي إيمانويل ماكرون", "الرئيس الفرنسي إيمانويل ماكرون", "French President Emmanuel Macron"),
        (
            "وزيرة الخارجية الألمانية أنالينا بيربوك",
            "وزيرة الخارجية الألمانية أنالينا بيربوك",
            "German Foreign Minister Annalena Baerbock",
        ),
        ("وفق وزارة الخارجية الروسية", "وزارة الخارجية الروسية", "the Russian Foreign Ministry"),
        ("قال الرئيس الإيراني إن", "الرئيس الإيراني", "the Iranian President"),
    ],
)
def test_the_gazetteer_tells_english_names(text: str, name: str, expected: str) -> None:
    assert shown(text, "ar")[name] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("in Zaporozhye", "Zaporozhye", "زابوريجيا"),
        ("the Kremlin said", "Kremlin", "الكرملين"),
        ("Macron said", "Macron", "ماكرون"),
        ("Mexico's capital", "Mexico", "المكسيك"),
        (
            "US Secretary of State Marco Rubio",
            "US Secretary of State Marco Rubio",
            "وزير الخارجية الأمريكي ماركو روبيو",
        ),
        (
            "Italian Prime Minister Giorgia Meloni",
            "Italian Prime Minister Giorgia Meloni",
            "رئيسة الوزراء الإيطالية جورجا ميلوني",
        ),
        ("Ukraine's Foreign Ministry said", "Ukraine's Foreign Ministry", "وزارة الخارجية الأوكرانية"),
        # Whether a woman or a man holds it is not told.
        ("The French President said", "The French President", None),
    ],
)
def test_the_gazetteer_tells_arabic_names(text: str, name: str, expected: str | None) -> None:
    assert shown(text, "en")[name] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رئيس بريسنيا بوغدان بريزان", "رئيس بريسنيا بوغدان بريزان"),  # in no list
        ("وصل إلى عمان", "عمان"),  # Oman, or Amman
        ("الجنود الروس", "الروس"),  # a people, not the state
        ("قال المستشار هوديك", "المستشار"),  # an adviser, or a chancellor
    ],
)
def test_what_nothing_tells_is_not_shown(text: str, name: str) -> None:
    assert shown(text, "ar")[name] is None


def test_the_aligned_translation_comes_first() -> None:
    text = "استقبل الرئيس الروسي فلاديمير بوتين وفدا من زابوريجيا."
    found = shown(text, "ar", "Russia's President Vladimir Putin received a delegation from Zaporozhye.")
    assert found["زابوريجيا"] == "Zaporozhye"
    assert found["الرئيس الروسي فلاديمير بوتين"] == "Russia's President Vladimir Putin"


def test_the_aligned_translation_tells_names_that_no_list_knows_with_office_and_head() -> None:
    text = "تلقى الرئيس غسان الغنيمي اتصالا من رئيس بريسنيا بوغدان بريزان. والتقى الغنيمي وفدا في ميناء غمران."
    found = shown(
        text,
        "ar",
        "President Ghassan Ghanimi received a call from President Bogdan Brezan of Bresnia.",
        "Ghanimi met a delegation in the port of Ghumran.",
    )
    assert found["الرئيس غسان الغنيمي"] == "President Ghassan Ghanimi"
    assert found["رئيس بريسنيا بوغدان بريزان"] == "President Bogdan Brezan of Bresnia"
    assert found["الغنيمي"] == "Ghanimi"
    assert found["ميناء غمران"] == "the port of Ghumran"


def test_and_in_the_other_direction() -> None:
    text = "President Numan al-Nahhas met Prime Minister Nella Norrvik in Nashida."
    found = shown(text, "en", "التقى الرئيس نعمان النحاس رئيسة الوزراء نيلا نورفيك في نشيدة.")
    assert found["President Numan al-Nahhas"] == "الرئيس نعمان النحاس"
    assert found["Prime Minister Nella Norrvik"] == "رئيسة الوزراء نيلا نورفيك"
    assert found["Nashida"] == "نشيدة"


@pytest.mark.parametrize(
    "translated",
    [
        "President Boris Brezan spoke.",  # the surname alone is the same
        "President Bogdan Brezanov spoke.",
        "President Bogdan Brezan met Bogdan Brazen.",  # two that sound alike
        "He spoke.",
    ],
)
def test_near_names_in_the_translation_are_no_counterpart(translated: str) -> None:
    assert shown("قال الرئيس بوغدان بريزان ذلك.", "ar", translated)["الرئيس بوغدان بريزان"] is None


def test_an_organisation_is_not_shown_as_the_state_in_its_name() -> None:
    text = "قالت حكومة باهلون ذلك لقوات باهلون."
    assert shown(text, "ar", "Bahlun told Bahlun's forces.")["حكومة باهلون"] is None
    assert shown("قالت حكومة باهلون ذلك.", "ar", "Bahlun said so.")["حكومة باهلون"] is None
    assert (
        shown("قالت حكومة باهلون ذلك.", "ar", "The government of Bahlun said so.")["حكومة باهلون"]
        == "The government of Bahlun"
    )


def test_a_translation_of_another_sentence_tells_nothing() -> None:
    text = "قال بريزان. وقال غنوم."
    own = document(text, "ar", "Brezan said so.")
    person = find_persons("وقال الوزير غازي غنوم إن", "ar")[0]
    at = text.index("غنوم")
    assert show_name(replace(person, start=at, end=at + 4, office=None, name=(at, at + 4)), "en", own) is None


def test_a_name_in_the_language_of_the_document_is_shown_as_written() -> None:
    text = "King Nwala III of\nNambira"
    own = document(text, "en")
    assert show_name(find_persons(text, "en")[0], "en", own) == "King Nwala III of Nambira"


def test_what_was_found_in_a_passage_is_shown_by_its_place_in_the_document() -> None:
    text = "قال بريزان ذلك. واستقبل الرئيس غسان الغنيمي وفدا في ميناء غمران مع بوتين."
    translated = "Brezan said so.", "President Ghassan Ghanimi received a delegation in the port of Ghumran with Putin."
    own = document(text, "ar", *translated)
    at = text.index("واستقبل")
    passage = text[at:]
    (person, _), (place,), (name,) = find_persons(passage, "ar"), find_places(passage, "ar"), find_names(passage)
    assert show_name(person.moved(at), "en", own) == "President Ghassan Ghanimi"
    assert show_name(place.moved(at), "en", own) == "the port of Ghumran"
    assert show_name(name.moved(at), "en", own) == "Putin"
