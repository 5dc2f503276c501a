"""Where sentences end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import MAX_LENGTH, split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The call took place.", "It was long."],
        ["كانت المكالمة طويلة.", "وانتهت مساءً."],
        ["هل اتصل؟", "نعم!", "متى؟"],
        ["اتصل بوتين؛", "وردّ ماكرون."],
        ["Really?!", "Yes!!", "Good…", "Then he left."],
        ["قال...", "ثم سكت."],
        ["He waited... then left.", "She did not."],
        # Closing quotes and brackets belong to the sentence that they close.
        ['He said "yes."', "She left."],
        ['قال: "انتهى الأمر."', "ثم غادر."],
        ["«انتهى الأمر!»", "قال."],
        ["(It was late.)", "They left."],
        ["He left.”", "She stayed.’", "End."],
        ["It ended.\u200f", "ثم غادر."],
        ["It ended.[1]", "Then they left.[12]", "End"],
        # Numbers, dates, hours.
        ["It cost 3.5 million on 01.07.2025 22:10 in all.", "Then it fell."],
        ["ارتفع إلى 3.5 مليون في 01.07.2025.", "ثم انخفض."],
        ["٣٫٥ أو 3.14 لا يهم.", "انتهى."],
        ["In 2022.", "Then came 2023."],
        # Abbreviations and initials.
        ["Mr. Smith met Dr. Jones at 5 p.m. on Sept. 11.", "They spoke."],
        ["The U.S. Army of J. Smith came.", "It left."],
        ["قال د. محمد لوكالة أ.ف.ب. إنه موافق.", "ثم غادر."],
        ["e.g. this one.", "And i.e. that."],
        ["See art. 5 and no. 7 on p. 3.", "He said no.", "Then he left.", "Tanks, guns, etc.", "The rest."],
        ["It was approx. 300 km.", "Done."],
        # Numbers of items.
        ["1. The parties agreed.", "2. They left."],
        ["أ. البند الأول.", "(ب). البند الثاني."],
        ["12. البند الأخير.", "انتهى."],
        # A space that was forgotten after an Arabic stop.
        ["قال الكرملين.", "وأضاف المصدر."],
        ["هل عاد؟", "نعم عاد."],
        ["انتهى الأمرُ.", "ثم عاد."],
        ["no stop at all"],
        ["بلا نقطة"],
        ["…"],
        ["😀!", "😀"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    forgotten = {"وأضاف المصدر.", "نعم عاد.", "ثم عاد."}
    text = ""
    for sentence in sentences:
        text += ("" if not text or sentence in forgotten else " ") + sentence
    assert split(text) == sentences


def test_an_abbreviation_is_one_too_where_a_later_line_begins() -> None:
    text = "Before.\nMr. Smith came. He left."
    assert [text[a:b] for a, b in split_sentences(text, 8, len(text))] == ["Mr. Smith came.", "He left."]


def test_names_in_latin_letters_hold_no_end() -> None:
    assert split("node.js and a.b.c.d and kremlin.ru say so. Yes.") == [
        "node.js and a.b.c.d and kremlin.ru say so.",
        "Yes.",
    ]


def test_only_the_given_stretch_is_split() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in split_sentences(text, 5, 16)] == ["Two.", "Three."]


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    clause = "واتفق الطرفان على مواصلة الاتصالات،"
    text = " ".join([clause] * 60)
    cut = split(text)
    assert all(len(one) <= MAX_LENGTH for one in cut)
    assert all(one.endswith("،") for one in cut)
    assert " ".join(cut) == text


def test_a_long_run_of_words_is_cut_between_two_words() -> None:
    text = "كلمة " * 500 + "آخرها"
    cut = split(text)
    assert all(len(one) <= MAX_LENGTH for one in cut)
    assert " ".join(cut) == text


def test_a_word_without_end_is_cut_somewhere() -> None:
    assert split("ب" * 2500) == ["ب" * 1000, "ب" * 1000, "ب" * 500]


@pytest.mark.parametrize(
    "unit", ["a.b", "اب.", "It is. ", "قال. ", "كلمة ", ". ", "a", "؟!", "Mr. ", '"', ".\u200f", "[1]", "1. ", "e.g."]
)
def test_a_long_text_takes_time_in_step_with_its_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.perf_counter()
        list(split_sentences(text, 0, len(text)))
        return time.perf_counter() - started

    # Four times the text in the square of that would be 16 times as long; a hundred thousandth of a second is noise.
    assert seconds(200_000) < 10 * seconds(50_000) + 0.2


@given(
    st.text(alphabet=st.sampled_from("ابتم abA.؟؛!…\"'»«”)][(0123,،:\n\u200f-–ه د أ"), max_size=80),
    st.integers(0, 30),
    st.integers(0, 30),
)
@settings(deadline=None, max_examples=300)
def test_sentences_leave_out_nothing_but_white_space(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    at = start
    for first, last in split_sentences(text, start, end):
        assert at <= first < last <= end
        assert not text[at:first].strip()
        assert text[first:last] == text[first:last].strip()
        at = last
    assert not text[at:end].strip()
