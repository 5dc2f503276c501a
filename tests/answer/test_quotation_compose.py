"""What is said of a checked quote, in both languages and with the plural that the number wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.answer.quotation import Match, QuotationCheck
from bot.answer.quotation_compose import Shown, compare, headline
from bot.answer.quotation_pieces import Piece
from bot.answer.types import Citation, LabelledTranslation, Searched
from index.types import Document
from prompts import load

if TYPE_CHECKING:
    from bot.answer.quotation import Verdict
    from bot.answer.quotation_writing import Difference
    from index.types import Language

DOCUMENT = Document("d", "They will not sign, he said.", "Title", "en")
TRANSLATION = LabelledTranslation("They will not sign, he said.", "en", "the Readout project")


def match(*pieces: Piece, translated: bool = False) -> Match:
    citation = Citation(DOCUMENT, 0, len(DOCUMENT.text), 0.0, None, TRANSLATION if translated else None)
    return Match("translation" if translated else "text", 0, 28, citation, pieces)


def check(
    verdict: Verdict, language: Language, *matches: Match, differ: frozenset[Difference] = frozenset()
) -> QuotationCheck:
    return QuotationCheck("quote", language, verdict, matches, differ, Searched(2, date(2025, 7, 1)))


KEPT = Piece("kept", "They will", "They will", 0, 9)
MISSING = Piece("missing", "", "not", 10, 13)
LEFT_OUT = replace(MISSING, kind="left_out")
REST = Piece("kept", "sign, he said", "sign, he said", 14, 27)


@pytest.mark.parametrize(
    ("verdict", "n", "translated", "english", "arabic"),
    [
        ("exact", 1, False, "This stands in the library word for word:", "يرد هذا النص في المكتبة حرفيًا:"),
        (
            "exact", 2, False, "This stands in the library word for word, in 2 places:",
            "يرد هذا النص في المكتبة حرفيًا في موضعين:",
        ),
        (
            "exact", 3, False, "This stands in the library word for word, in 3 places:",
            "يرد هذا النص في المكتبة حرفيًا في 3 مواضع:",
        ),
        (
            "exact", 11, False, "This stands in the library word for word, in 11 places:",
            "يرد هذا النص في المكتبة حرفيًا في 11 موضعًا:",
        ),
        (
            "exact", 100, False, "This stands in the library word for word, in 100 places:",
            "يرد هذا النص في المكتبة حرفيًا في 100 موضع:",
        ),
        (
            "exact", 1, True,
            (
                "This is not the wording of the document but, word for word, that of a translation by the Readout project."
                " The original:"
            ),
            "ليس هذا نص الوثيقة نفسها، بل يرد حرفيًا في ترجمة مشروع Readout. وهذا هو الأصل:",
        ),
    ],
)  # fmt: skip
def test_where_it_stands(verdict: Verdict, n: int, translated: bool, english: str, arabic: str) -> None:
    places = [match(KEPT, translated=translated)] * n
    assert headline(check(verdict, "en", *places)) == english
    assert headline(check(verdict, "ar", *places)) == arabic


@pytest.mark.parametrize(
    ("differ", "english", "arabic"),
    [
        ({"digits"}, "the form of the digits", "شكل الأرقام"),
        ({"digits", "diacritics"}, "diacritics and the form of the digits", "علامات التشكيل وشكل الأرقام"),
        (
            {"white_space", "case", "punctuation"},
            "upper and lower case, punctuation, and white space or line breaks",
            "الحروف الكبيرة والصغيرة وعلامات الترقيم والمسافات أو فواصل الأسطر",
        ),
    ],
)
def test_how_it_is_written(differ: set[Difference], english: str, arabic: str) -> None:
    told = check("otherwise", "en", match(KEPT), differ=frozenset(differ))
    assert headline(told) == f"These words stand in the library, but written otherwise. They differ in {english}."
    assert headline(replace(told, language="ar")) == (
        f"ترد هذه الكلمات في المكتبة، لكنها مكتوبة هناك على نحو مختلف. والاختلاف في {arabic}."
    )


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [
        (1, "one word", "كلمة واحدة"), (2, "2 words", "كلمتان"), (7, "7 words", "7 كلمات"), (12, "12 words", "12 كلمة"),
        (100, "100 words", "100 كلمة"),
    ],
)  # fmt: skip
def test_how_many_words_an_ellipsis_stands_for(n: int, english: str, arabic: str) -> None:
    told = check("abridged", "en", match(KEPT, replace(LEFT_OUT, original=" ".join(["not"] * n)), REST))
    assert headline(told) == (
        f"This quote is abridged: its words stand in the library in this order, with {english} left out where it has an "
        "ellipsis."
    )
    assert headline(replace(told, language="ar")) == (
        f"هذا الاقتباس مختصر: كلماته واردة في المكتبة بترتيبها، وقد حُذفت {arabic} حيث وُضعت علامة الحذف."
    )


def test_an_ellipsis_that_stands_for_nothing_and_another_writing() -> None:
    told = check("abridged", "en", match(KEPT, REST), differ=frozenset({"case"}))
    assert headline(told) == (
        "This quote is cut where it has an ellipsis: its words stand in the library, with nothing left out between them."
        " It is also written otherwise: it differs in upper and lower case."
    )


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [
        (1, "one place", "موضع واحد"), (2, "2 places", "موضعين"), (3, "3 places", "3 مواضع"),
        (11, "11 places", "11 موضعًا"),
    ],
)  # fmt: skip
def test_in_how_many_places_it_differs(n: int, english: str, arabic: str) -> None:
    told = check("altered", "en", match(*[MISSING, KEPT] * n))
    assert headline(told) == (
        f"This does not stand in the library as it is quoted. What comes nearest differs in {english}:"
    )
    assert headline(replace(told, language="ar")) == (
        f"لا يرد هذا النص في المكتبة كما اقتُبس. وأقرب ما فيها إليه يختلف عنه في {arabic}:"
    )


def test_what_is_absent_or_cannot_be_checked() -> None:
    assert headline(check("absent", "en")) == (
        "This quote is not in the library, nor is anything near to it. I searched 2 documents, up to 1 July 2025."
    )
    assert headline(check("absent", "ar")) == (
        "لا يرد هذا الاقتباس في المكتبة، ولا ما يقاربه. بحثتُ في وثيقتين، حتى 1 يوليو 2025."
    )
    empty = replace(check("absent", "en"), searched=Searched(0, None))
    assert headline(empty) == "The library is empty."
    assert headline(check("too_short", "en")) == (
        "This is too short to check. A quote has at least 3 words and 12 letters."
    )
    assert headline(check("too_short", "ar")) == ("هذا النص أقصر من أن يُتحقق منه. لا يقل الاقتباس عن 3 كلمات و12 حرفًا.")
    assert headline(check("too_long", "ar")) == "هذا النص أطول من أن يُتحقق منه. لا يزيد الاقتباس على 2000 حرف."


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("translated", [False, True])
@pytest.mark.parametrize("verdict", ["exact", "otherwise", "abridged", "altered"])
@pytest.mark.parametrize("n", [1, 2, 3, 11, 100])
def test_every_verdict_has_its_words(verdict: Verdict, translated: bool, n: int, language: Language) -> None:
    """Whose translation it is gets told, and whatever counts is counted."""
    pieces = {"abridged": [LEFT_OUT] * n, "altered": [MISSING, KEPT] * n}.get(verdict, [KEPT])
    places = [match(*pieces, translated=translated)] * (n if verdict in {"exact", "otherwise"} else 1)
    said = headline(check(verdict, language, *places, differ=frozenset({"case"})))
    by = load(language).say("answer.this_project")
    assert (by in said) == translated
    assert n < 3 or str(n) in said


def test_a_comparison_has_the_sources_punctuation() -> None:
    assert compare(match(KEPT, MISSING, REST)) == (
        Shown("both", "They will "), Shown("source", "not"), Shown("both", " sign, he said"),
    )  # fmt: skip
    inserted = Piece("inserted", "never", "", 18, 18)
    sign, said = Piece("kept", "sign", "sign", 14, 18), Piece("kept", "he said", "he said", 20, 27)
    assert compare(match(sign, inserted, said)) == (
        Shown("both", "sign "), Shown("quote", "never"), Shown("both", ", he said"),
    )  # fmt: skip
    replaced = Piece("replaced", "shall", "will", 5, 9)
    assert compare(match(replaced, sign)) == (
        Shown("quote", "shall"), Shown("both", " "), Shown("source", "will"), Shown("both", " not sign"),
    )  # fmt: skip


def test_where_no_word_differs_nothing_is_compared() -> None:
    assert compare(match(KEPT)) == ()


def test_long_stretches_that_both_have_are_cut() -> None:
    words = " ".join(f"w{number}" for number in range(30))
    document = replace(DOCUMENT, text=f"{words} x {words} y {words}")
    size = len(words)
    kept = [Piece("kept", words, words, start, start + size) for start in (0, size + 3, 2 * size + 6)]
    changed = [Piece("missing", "", one, at, at + 1) for one, at in (("x", size + 1), ("y", 2 * size + 4))]
    pieces = (kept[0], changed[0], kept[1], changed[1], kept[2])
    citation = Citation(document, 0, len(document.text), 0.0)
    shown = compare(Match("text", 0, len(document.text), citation, pieces))
    assert [one.text for one in shown] == [
        "…w24 w25 w26 w27 w28 w29 ", "x", " w0 w1 w2 w3 w4 w5 … w24 w25 w26 w27 w28 w29 ", "y", " w0 w1 w2 w3 w4 w5…",
    ]  # fmt: skip
