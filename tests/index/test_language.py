"""Which language a text is in, and the forms that it is searched in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language import detect_language, fold, is_function_word, normalise

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("ابتكلمنهويىةأإآٱؤئءَُِّْـ٠١٢٣٤٥٦٧٨٩؟؛،«» \n\t\u200f\u200e\u2066\u2069\ufeff"),
        st.sampled_from("abcXYZÉéß0123456789.,;:!?'\"()[]-–…½²ﬁﷺ😀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("when was the last call?", "en"),
        ("متى كانت آخر مكالمة؟", "ar"),
        ("مَتَى كَانَتْ آخِرُ مُكَالَمَةٍ؟", "ar"),
        ("متـــى كانـت آخـر مكالمـة", "ar"),
        ("متي كانت اخر مكالمه", "ar"),
        ("امتى آخر مرة اتكلموا؟", "ar"),
        ("ايمتى حكوا مع بعض؟", "ar"),
        ("emta kanet akher mokalma?", "ar"),
        ("homma etkalemo 3an Iran?", "ar"),
        ("shu sar fi akher mokalma", "ar"),
        ("el malek wa3ad yeshoof mawdoo3 el sa7afi?", "ar"),
        ("el malek 2ad yeshoof el safeer", "ar"),
        ("Sa7afi", "ar"),
        ("ra2ees 3an ma7atta", "ar"),
        ("wa3" + "a" * 5000 + "0", "en"),
        # Digits that stand for no letter.
        ("B2B trade", "en"),
        ("G7 summit", "en"),
        ("G7", "en"),
        ("F16 jets", "en"),
        ("f16 delivery", "en"),
        ("Covid19 aid", "en"),
        ("covid19 vaccines", "en"),
        ("MH17 crash", "en"),
        ("mh17 crash", "en"),
        ("2nd call", "en"),
        ("3am call", "en"),
        ("5G H2O CO2 K9 R2D2 C3PO b2b p2p web3 mp3", "en"),
        ("did the G7 meet about the B2B trade after the 2nd call?", "en"),
        ("what did wa3ad say about the F16?", "en"),
        # A question word decides before the count of letters does.
        ("ماذا قال Emmanuel Macron؟", "ar"),
        ("what did الكرملين say about إيران والحبوب", "en"),
        ("من هو Macron", "ar"),
        ("Macron and ماكرون", "en"),
        # Names and words of other languages that Arabic in Latin letters has too.
        ("Ben Wallace Ukraine", "en"),
        ("El Salvador", "en"),
        ("el presidente ruso y el presidente francés", "en"),
        ("Hal Brands", "en"),
        # Other languages are taken for the one that shares their script, or for the default.
        ("Quand ont-ils parlé pour la dernière fois ?", "en"),
        ("Когда был последний звонок?", "en"),
        ("آخرین تماس کی بود؟", "ar"),
        ("2022", "en"),
        ("٢٠٢٢؟", "en"),
        ("😀😀", "en"),
        ("", "en"),
        ("\u202e\u200f\u2066", "en"),
        ("الكرملين", "ar"),
        ("Kremlin", "en"),
        ("ﻣﺎﻛﺮﻭﻥ", "ar"),
    ],
)
def test_language_of_a_text(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["2022", "?!", "", "😀", "Когда?"])
def test_a_text_without_letters_of_either_script_takes_the_default(text: str) -> None:
    assert (detect_language(text, "ar"), detect_language(text, "en")) == ("ar", "en")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("مَتَى كَانَتْ", "متي كانت"),
        ("أإآٱ ة ؤ ئ ى", "اااا ه و ي ي"),
        ("کرملین", "كرملين"),
        ("كـــتاب", "كتاب"),
        ("٢٠٢٢ ۲۰۲۲", "2022 2022"),
        ("٣٫٥ و١٬٥٠٠", "3.5 و1,500"),
        ("Élysée ÇA", "elysee ca"),
        ("a\u200fb\u2066c\ufeff", "abc"),
        ("a\nb\tc\u00a0d", "a b c d"),
        ("ﷲ ﻻ", "الله لا"),
        ("ﬁn ½", "fin 1⁄2"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_stretch_of_the_folded_text_leads_back_to_the_original() -> None:
    text = "«قَالَـتْ» ﷲ ٢٠٢٢"
    folded = fold(text)
    for word, original in [("قالت", "قَالَـت"), ("الله", "ﷲ"), ("2022", "٢٠٢٢")]:
        at = folded.text.index(word)
        start, end = folded.span(at, at + len(word))
        assert text[start:end] == original


@given(MIXED)
@settings(deadline=None)
def test_every_folded_character_leads_back_to_the_one_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.positions) == len(folded.text) + 1
    assert folded.positions[-1] == len(text)
    assert list(folded.positions) == sorted(folded.positions)
    for place, character in enumerate(folded.text):
        start, end = folded.span(place, place + 1)
        assert end == start + 1
        assert character in fold(text[start:end]).text


@given(MIXED)
@settings(deadline=None)
def test_nothing_invisible_is_left_of_a_folded_text(text: str) -> None:
    original_digits = [c for c in text if unicodedata.decimal(c, None) is not None]
    kept = fold(text).text
    assert not [c for c in kept if unicodedata.category(c) in {"Mn", "Cf"}]
    assert sum(c.isdecimal() for c in kept) >= len(original_digits)
    assert all(c in "0123456789" for c in kept if c.isdecimal())


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("  مَتَى\n كَانَتْ  ", "متى كانت"),
        ("٢٠٢٢", "2022"),
        ("أُعلِنَ", "أعلن"),
        ("كتـــاب", "كتاب"),
        ("\ufeffa\u200fb", "ab"),
        ("Élysée", "Élysée"),
        ("", ""),
        ("\u200f\u064b", ""),
        # A joiner between a letter and its accent.
        ("a\u200d\u0301", "á"),
    ],
)
def test_normalising(text: str, normalised: str) -> None:
    assert normalise(text) == normalised


@given(MIXED)
@settings(deadline=None, max_examples=300)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize("word", ["the", "when", "متي", "من", "امتي", "الي"])
def test_function_words(word: str) -> None:
    assert is_function_word(word)


@pytest.mark.parametrize("word", ["kremlin", "الكرملين", "call", "2022"])
def test_words_of_a_subject_are_no_function_words(word: str) -> None:
    assert not is_function_word(word)
