"""A document's passages: byline, headings and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.passages import split_passages
from index.sentences import MAX_LENGTH
from index.types import AlignedSentence, Document, Translation

# kind, start, end, paragraph, heading
SEED = [
    ("byline", 0, 16, 0, None),
    ("sentence", 17, 120, 1, None),
    ("sentence", 121, 295, 1, None),
    ("sentence", 296, 405, 2, None),
    ("heading", 406, 464, 3, None),
    ("sentence", 465, 727, 4, 4),
    ("sentence", 728, 858, 5, 4),
    ("sentence", 859, 1056, 5, 4),
    ("heading", 1057, 1142, 6, None),
    ("sentence", 1143, 1446, 7, 8),
    ("sentence", 1447, 1546, 7, 8),
    ("sentence", 1547, 1686, 7, 8),
    ("heading", 1687, 1743, 8, None),
    ("sentence", 1744, 1834, 9, 12),
    ("sentence", 1835, 1964, 9, 12),
    ("sentence", 1965, 2209, 9, 12),
    ("heading", 2210, 2243, 10, None),
    ("sentence", 2244, 2340, 11, 16),
    ("sentence", 2341, 2478, 11, 16),
]


def document(text: str) -> Document:
    return Document("d", text, "title", "en")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in split_passages(document(text))]


def test_the_passages_of_the_seed_article(seed: Document) -> None:
    found = [(one.kind, one.start, one.end, one.paragraph, one.heading) for one in split_passages(seed)]
    assert found == SEED


def test_every_passage_of_the_seed_but_the_byline_has_its_own_translation(seed: Document) -> None:
    assert seed.translation is not None
    passages = split_passages(seed)
    translations = [one.text for one in seed.translation.sentences]
    assert [one.translation for one in passages] == [None, *translations]
    assert passages[17].translation == (
        "According to information received from the Kremlin, the last call between Putin and Macron took place on"
        " 11 September 2022."
    )


def test_a_passage_is_translated_only_where_the_very_same_stretch_is() -> None:
    text = "واحد. اثنان."
    aligned = (AlignedSentence(0, 5, "One."), AlignedSentence(6, 11, "Tw"))
    passages = split_passages(Document("d", text, "t", "ar", translation=Translation("en", "us", aligned)))
    assert [(one.text, one.translation) for one in passages] == [("واحد.", "One."), ("اثنان.", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n\u2028", []),
        (
            "01.07.2025 22:10\nA title of it\nThe first. The second.",
            [
                ("byline", "01.07.2025 22:10"), ("heading", "A title of it"), ("sentence", "The first."),
                ("sentence", "The second."),
            ],
        ),
        (
            '"كانت آخر مكالمة"\nجرت المكالمة أمس.',
            [("heading", '"كانت آخر مكالمة"'), ("sentence", "جرت المكالمة أمس.")],
        ),
        # A short line with a stop is a sentence, and so is a last line that heads nothing.
        ("It ended.\nThe rest came.", [("sentence", "It ended."), ("sentence", "The rest came.")]),
        ("The body came.\nThe end", [("sentence", "The body came."), ("sentence", "The end")]),
        # A list is no row of headings.
        (
            "- one\n- two\nThe body came.",
            [("sentence", "- one"), ("sentence", "- two"), ("sentence", "The body came.")],
        ),
        ("milk\neggs\nbread", [("sentence", "milk"), ("sentence", "eggs"), ("sentence", "bread")]),
        # The date of a thing is not the date of the text.
        ("Call on 11 September 2022\nIt took place.", [("heading", "Call on 11 September 2022"), ("sentence", "It took place.")]),
        ("A. B.\r\nC d.\r\n", [("sentence", "A. B."), ("sentence", "C d.")]),
        ("\ufeffFirst one. Then.", [("sentence", "\ufeffFirst one."), ("sentence", "Then.")]),
    ],
)  # fmt: skip
def test_kinds_of_passages(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_paragraph_that_was_wrapped_at_a_width_is_one() -> None:
    text = (
        "The president of the one country spoke with the president of the\n"
        "other country for the first time in about three years, and they\n"
        "agreed to go on.\n\nThe end came."
    )
    assert [(one.paragraph, one.start, one.end) for one in split_passages(document(text))] == [
        (0, 0, text.index("\n\n")),
        (1, len(text) - len("The end came."), len(text)),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Wrapped at a narrow width, and at none.
        (
            ["The leaders spoke", "on Monday of the", "grain. They met", "again."],
            [("sentence", 0, (0, 2), "grain."), ("sentence", 0, (2, 3), "again.")],
        ),
        (["He", "called the president of the other country, who", "was away."], [("sentence", 0, (0, 2), "away.")]),
        (["Élysée:", "the call took place."], [("sentence", 0, (0, 0), ":"), ("sentence", 1, (1, 1), "place.")]),
        (["It ended.", "the rest came."], [("sentence", 0, (0, 0), "ended."), ("sentence", 1, (1, 1), "came.")]),
        (["The list", "", "of items was long."], [("heading", 0, (0, 0), "list"), ("sentence", 1, (2, 2), "long.")]),
        (["milk", "eggs"], [("sentence", 0, (0, 0), "milk"), ("sentence", 1, (1, 1), "eggs")]),
        (["- milk", "eggs"], [("sentence", 0, (0, 0), "milk"), ("sentence", 1, (1, 1), "eggs")]),
        (["- Milk of the", "cow"], [("sentence", 0, (0, 1), "cow")]),
        # A heading may be wrapped, too.
        (
            ["COMMUNIQUÉ", "on the visit", "They met."],
            [("heading", 0, (0, 1), "visit"), ("sentence", 1, (2, 2), "met.")],
        ),
        (["01.07.2025 22:10", "they met."], [("byline", 0, (0, 0), "22:10"), ("sentence", 1, (1, 1), "met.")]),
        (["كانت المكالمة", "أمس."], [("heading", 0, (0, 0), "المكالمة"), ("sentence", 1, (1, 1), "أمس.")]),
    ],
)
def test_a_line_without_a_stop_goes_on_in_one_that_begins_in_lower_case(
    lines: list[str], expected: list[tuple[str, int, tuple[int, int], str]], end: str
) -> None:
    passages = split_passages(document(end.join(lines)))
    starts = [len(end.join(lines[:number])) + (len(end) if number else 0) for number in range(len(lines))]
    found = [
        (
            one.kind,
            one.paragraph,
            (
                max(n for n, start in enumerate(starts) if start <= one.start),
                max(n for n, start in enumerate(starts) if start < one.end),
            ),
        )
        for one in passages
    ]
    assert found == [one[:3] for one in expected]
    assert [one.text.endswith(told[3]) for one, told in zip(passages, expected, strict=True)] == [True] * len(expected)


def test_passages_are_numbered_and_know_their_heading() -> None:
    passages = split_passages(document("Head one\nIt is. It was.\nHead two\nIt will be."))
    assert [(one.number, one.kind, one.heading) for one in passages] == [
        (0, "heading", None), (1, "sentence", 0), (2, "sentence", 0), (3, "heading", None), (4, "sentence", 3),
    ]  # fmt: skip


MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("ابتجدهويل أإى ةَـ؟؛،٠١٢٣"),
        st.sampled_from("abcdeABC ,.:;!?…\"'«»“”()[]-–—0123456789/"),
        st.sampled_from("\n\r\t\x0b\x0c\x1c\x1e\x85\u2028\u2029\u00a0\u200f\u2067\u2069\ufeff"),
    ),
    max_size=400,
)
BLOCKS = st.lists(
    st.sampled_from(
        ["01.07.2025 22:10", "عنوان قصير", '"A heading"', 'قال الكرملين: "نعم." ثم سكت.', "It was so. It is.", "- item",
         "1. item", "كلمة " * 300, "x" * 1200, "a, " * 500, "", " ", "\n", "…", "د. محمد",
         "A line of about sixty characters that goes on and on"]
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


@given(st.one_of(st.text(max_size=300), MIXED, BLOCKS))
@settings(deadline=None, max_examples=600)
def test_passages_never_overlap_and_leave_out_nothing_but_white_space(text: str) -> None:
    passages = split_passages(document(text))
    at = 0
    for number, passage in enumerate(passages):
        assert passage.number == number
        assert at <= passage.start < passage.end <= len(text)
        assert passage.text == text[passage.start : passage.end] == passage.text.strip()
        assert not text[at : passage.start].strip()
        assert len(passage.text) <= MAX_LENGTH
        assert passage.heading is None or passages[passage.heading].kind == "heading"
        at = passage.end
    assert not text[at:].strip()
    paragraphs = [passage.paragraph for passage in passages]
    assert paragraphs == sorted(paragraphs)


def test_a_wrapped_paragraph_may_end_in_a_date_or_begin_with_a_line_that_ends_in_a_comma() -> None:
    text = (
        "The Foreign Ministry of Ostria said today, after long talks in the capital,\n"
        "that the minister had signed the agreement and that her new term begins\n"
        "on 1 October 2024.\n"
    )
    passages = split_passages(Document("a", text, "title", "en"))
    assert [(passage.kind, passage.text) for passage in passages] == [("sentence", text.rstrip("\n"))]
