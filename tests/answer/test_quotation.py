"""The check of a quote, by values: where it stands, and which words were changed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.quotation import MOST_CHARACTERS, check_quotation
from bot.answer.types import Searched
from index.passages import split_passages
from index.types import Document
from tests.answer.shelf import shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.quotation import QuotationCheck
    from bot.answer.quotation_writing import Difference
    from index.library import Library

SEED = (files("seeds") / "readout-2025-07-01.ar.txt").read_bytes().decode()
# Whole words of the seed's article, without its byline.
WORDS = [match.span() for match in re.finditer(r"[^\W_]+(?:ً[^\W_]*)?", SEED) if match.start() > 16]
LAST_CALL = "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."
SAID = (
    'The minister said: "We will not sign before 3 May."\r\n'
    "He spoke for 45 minutes on 5 % of the budget, about 1,000,000 euros.\r\n\r\n"
    "Talks go on… The delegations don’t agree on Élysée terms."
)


def checked(text: str, *documents: str) -> QuotationCheck:
    made = (Document(f"d{number}", text, "Title", "en") for number, text in enumerate(documents))
    return check_quotation(shelf(*made), text)


def changes(check: QuotationCheck) -> list[tuple[str, str, str]]:
    (match,) = check.matches
    for piece in match.pieces:
        assert match.source[piece.start : piece.end] == piece.original
    return [(piece.kind, piece.quoted, piece.original) for piece in match.pieces if piece.kind != "kept"]


class TestExact:
    def test_a_sentence_is_found_at_its_offsets(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, f" «{LAST_CALL}» \n")
        (match,) = check.matches
        start = SEED.index(LAST_CALL)
        assert (check.verdict, check.quote, check.language) == ("exact", LAST_CALL, "ar")
        assert (match.against, match.start, match.end) == ("text", start, start + len(LAST_CALL))
        assert (match.citation.document.id, match.citation.quote) == ("readout-2025-07-01.ar", LAST_CALL)
        assert (match.citation.start, match.citation.end) == (match.start, match.end)
        assert match.citation.attribution is not None
        assert match.citation.attribution.text == "الكرملين"
        assert (check.differences, check.searched) == (frozenset(), Searched(1, date(2025, 7, 1)))

    def test_across_a_line_break_and_sentences(self, seed_library: Library) -> None:
        quote = SEED[SEED.index("الدول الغربية تتبع") : SEED.index(" ناقشوا الوضع")]
        assert quote.count("\n") == 2
        check = check_quotation(seed_library, quote)
        assert (check.verdict, [match.citation.quote for match in check.matches]) == ("exact", [quote])

    def test_all_places_are_told(self, seed_library: Library) -> None:
        quote = "تتحملان مسؤولية خاصة في الحفاظ على السلام والأمن"
        check = check_quotation(seed_library, quote)
        starts = [match.start() for match in re.finditer(quote, SEED)]
        assert len(starts) == 2
        assert (check.verdict, [match.start for match in check.matches]) == ("exact", starts)

    def test_places_in_several_documents(self) -> None:
        check = checked("spoke by phone on Monday", "They spoke by phone on Monday.", "Both spoke by phone on Monday!")
        assert [(match.citation.document.id, match.start) for match in check.matches] == [("d0", 5), ("d1", 5)]

    @pytest.mark.parametrize(
        "quote", ["will not sign before 3", "budget, about 1,000,000 euros", "delegations don’t agree"]
    )
    def test_figures_and_words_are_whole(self, quote: str) -> None:
        assert checked(quote, SAID).verdict == "exact"

    @pytest.mark.parametrize(
        ("quote", "told"),
        [
            ("minutes on 5 % of the budget, about 1", ("replaced", "1", "1,000,000")),
            ("elegations don’t agree on", ("replaced", "elegations", "delegations")),
            ("before 3 May on the delegations don", None),
        ],
    )
    def test_a_cut_word_is_never_exact(self, quote: str, told: tuple[str, str, str] | None) -> None:
        check = checked(quote, SAID)
        assert check.verdict == ("absent" if told is None else "altered")
        assert told is None or changes(check) == [told]

    def test_quotation_marks_inside_are_the_documents_own(self) -> None:
        inner = 'said: "We will not sign before 3 May."'
        assert checked(f"“{inner}”", SAID).matches[0].citation.quote == inner.rstrip('"')
        assert checked(inner.replace('"', "“"), SAID).verdict == "otherwise"

    @settings(max_examples=150, deadline=None)
    @given(first=st.integers(0, len(WORDS) - 4), count=st.integers(3, 60))
    def test_any_stretch_of_whole_words_is_exact_where_it_stands(self, first: int, count: int) -> None:
        span = WORDS[first : first + count]
        start, end = span[0][0], span[-1][1]
        check = check_quotation(shelf(Document("seed", SEED, "t", "ar")), SEED[start:end])
        if end - start < 20 and check.verdict == "too_short":
            return
        assert check.verdict == "exact"
        assert (start, end) in [(match.start, match.end) for match in check.matches]
        assert all(match.citation.quote == SEED[start:end] for match in check.matches)


class TestOtherwise:
    @pytest.mark.parametrize(
        ("quote", "differ"),
        [
            ("كَانَتْ آخِرُ مُكَالَمَةٍ بين بوتين وماكرون", {"diacritics"}),
            ("كانت آخر مكالـــمة بين بوتين وماكرون", {"tatweel"}),
            ("قد جرت في ١١ سبتمبر ٢٠٢٢", {"digits"}),
            ("قد جرت في ۱۱ سبتمبر ۲۰۲۲", {"digits"}),
            ("كانت اخر مكالمة بين بوتين وماكرون", {"letters"}),
            ("كانت آخر\nمكالمة  بين بوتين وماكرون", {"white_space"}),
            ("كانت آخر «مكالمة» بين بوتين وماكرون", {"quotation_marks"}),
            ("كانت آخر مكالمة، بين بوتين وماكرون", {"punctuation"}),
            ("كانت \u200fآخر مكالمة بين بوتين وماكرون", {"invisible"}),
            ("كانت آخر ﻣﻜﺎﻟﻤﺔ بين بوتين وماكرون", {"encoding"}),
            ("كانت مواضيع المكالمة تتعلق بالوضع", {"conjunction"}),
            ("كَانَتْ مواضيع المكالمة تتعلق بالوضع", {"conjunction", "diacritics"}),
            ("قد جرت في ١١\u00a0سبتمبر 2022!", {"digits", "white_space", "punctuation"}),
        ],
    )
    def test_the_same_words_are_never_exact_and_what_differs_is_told(
        self, seed_library: Library, quote: str, differ: set[Difference]
    ) -> None:
        check = check_quotation(seed_library, quote)
        assert (check.verdict, check.differences) == ("otherwise", frozenset(differ))
        (match,) = check.matches
        assert match.citation.quote == SEED[match.start : match.end] != quote
        assert not any(piece.is_changed for piece in match.pieces)

    @pytest.mark.parametrize(
        ("quote", "differ"),
        [
            ('the minister said: "we will not sign', {"case"}),
            ("about 1000000 euros. Talks go on", {"digits", "white_space"}),
            ("delegations don't agree on Elysee terms", {"quotation_marks", "diacritics"}),
            ("delegations don’t agree on E\u0301lyse\u0301e terms", {"encoding"}),
            ('3 May."\nHe spoke for 45 minutes', {"white_space"}),
            ("He spoke for 45 minutes on 5% of", {"white_space"}),
        ],
    )
    def test_in_english(self, quote: str, differ: set[Difference]) -> None:
        check = checked(quote, SAID)
        assert (check.verdict, check.differences) == ("otherwise", frozenset(differ))

    def test_which_words_are_written_otherwise(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, "قد جرت في ١١ سبتمبر 2022")
        assert changes(check) == [("rewritten", "١١", "11")]

    def test_the_place_takes_in_the_stop_that_both_have(self) -> None:
        (match,) = checked("we will not sign before 3 may.", SAID).matches
        assert match.citation.quote == "We will not sign before 3 May."


class TestAltered:
    @pytest.mark.parametrize(
        ("quote", "told"),
        [
            ("كانت آخر مكالمة بين بوتين وماكرون قد جرت في 12 سبتمبر 2022", ("replaced", "12", "11")),
            ("كانت آخر مكالمة بين بوتين وماكرون قد جرت في ١٢ سبتمبر 2022", ("replaced", "١٢", "11")),
            ("كانت آخر مكالمة بين بوتين وشولتس قد جرت في 11 سبتمبر", ("replaced", "وشولتس", "وماكرون")),
            ("كانت آخر مكالمة بين بوتين قد جرت في 11 سبتمبر 2022", ("missing", "", "وماكرون")),
            ("لم تكن آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022", ("inserted", "لم تكن", "")),
            ("كانت آخر مكالمة بين بوتين وماكرون قد لا جرت في 11 سبتمبر 2022", ("inserted", "لا", "")),
            # His son is not a daughter: the last letter makes another word.
            ("كانت آخر مكالمه بين بوتين وماكرون قد جرت في 11 سبتمبر", ("replaced", "مكالمه", "مكالمة")),
        ],
    )
    def test_one_word_in_arabic(self, seed_library: Library, quote: str, told: tuple[str, str, str]) -> None:
        check = check_quotation(seed_library, quote)
        assert (check.verdict, changes(check)) == ("altered", [told])
        (match,) = check.matches
        sentence = "وفقًا للمعلومات الواردة من الكرملين، " + LAST_CALL
        assert (match.against, match.citation.quote) == ("text", sentence)
        assert SEED[match.start : match.end] in sentence

    @pytest.mark.parametrize(
        ("quote", "told"),
        [
            ("We will sign before 3 May", ("missing", "", "not")),
            ("We will not sign before 8 May", ("replaced", "8", "3")),
            ("He spoke for 45 minutes on 5 of the budget", ("missing", "", "%")),
            ("He spoke for -45 minutes on 5 % of the budget", ("replaced", "-45", "45")),
            ("The delegations do agree on Élysée terms", ("replaced", "do", "don’t")),
            ("He spoke for 45 minutes on 5 % of the annual budget", ("inserted", "annual", "")),
            ("Today, We will not sign before 3 May", ("replaced", "Today", "said")),
            ("Sometimes talks go on… The delegations don’t agree", ("inserted", "Sometimes", "")),
        ],
    )
    def test_one_word_in_english(self, quote: str, told: tuple[str, str, str]) -> None:
        check = checked(quote, SAID)
        assert (check.verdict, [one for one in changes(check) if one[0] != "rewritten"]) == ("altered", [told])

    def test_a_clause_that_was_dropped_without_a_sign_is_missing_as_a_whole(self, seed_library: Library) -> None:
        clause = " التي تجاهلت مصالح روسيا الأمنية على مدى سنوات طويلة، وأنشأت قاعدة متقدمة ضد روسيا في أوكرانيا،"
        sentence = SEED[SEED.index("ذكر بوتين") : SEED.index("الناطقين بالروسية")]
        assert clause in sentence
        check = check_quotation(seed_library, sentence.replace(clause, ""))
        assert check.verdict == "altered"
        assert changes(check) == [("missing", "", clause.strip(" ،"))]

    def test_offsets_are_those_of_the_original(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 12 سبتمبر 2022")
        (changed,) = (piece for piece in check.matches[0].pieces if piece.is_changed)
        assert changed.start == SEED.index("11 سبتمبر 2022.")
        assert changed.end == changed.start + 2

    @settings(max_examples=150, deadline=None)
    @given(
        first=st.integers(0, len(WORDS) - 8),
        count=st.integers(8, 40),
        at=st.integers(0, 39),
        word=st.sampled_from(["زرافة", "7", "elephants", "لا"]),
    )
    def test_any_other_word_in_a_stretch_is_told_and_no_other(self, first: int, count: int, at: int, word: str) -> None:
        span = WORDS[first : first + count]
        start, end = span[at % len(span)]
        if SEED[start:end] == word:
            return
        quote = SEED[span[0][0] : start] + word + SEED[end : span[-1][1]]
        check = check_quotation(shelf(Document("seed", SEED, "t", "ar")), quote)
        assert check.verdict == "altered"
        (match,) = check.matches
        (changed,) = (piece for piece in match.pieces if piece.is_changed)
        assert changed.quoted == word
        if changed.kind == "inserted":
            # It stood at an end of the quote, alone beyond a passage's edge.
            assert start in {span[0][0], span[-1][0]}
        else:
            assert changed.kind == "replaced"
            assert changed.original == SEED[changed.start : changed.end]
            # Some sentences of the article stand in it twice; then the other may be as near.
            assert (changed.start, changed.end) == (start, end) or not match.start <= start < match.end


class TestAbridged:
    @pytest.mark.parametrize("ellipsis", ["…", "...", " … ", " [...] ", " [ … ] ", " (...) ", ". . ."])
    def test_stretches_in_their_order(self, seed_library: Library, ellipsis: str) -> None:
        check = check_quotation(seed_library, f"كانت آخر مكالمة بين بوتين وماكرون{ellipsis}وكانت مواضيع المكالمة تتعلق")
        (match,) = check.matches
        assert (check.verdict, check.differences) == ("abridged", frozenset())
        assert [(piece.kind, piece.original) for piece in match.pieces] == [
            ("kept", "كانت آخر مكالمة بين بوتين وماكرون"),
            ("left_out", "قد جرت في 11 سبتمبر 2022"),
            ("kept", "وكانت مواضيع المكالمة تتعلق"),
        ]
        assert match.citation.quote == f"{LAST_CALL} وكانت مواضيع المكالمة تتعلق"

    def test_far_apart_and_written_otherwise(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, "أَجرى الرئيس الروسي … وكانت مواضيع المكالمة")
        assert (check.verdict, check.differences) == ("abridged", frozenset({"diacritics"}))
        assert [piece.kind for piece in check.matches[0].pieces] == ["rewritten", "kept", "left_out", "kept"]

    def test_an_ellipsis_at_the_ends_leaves_nothing_out(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, f"…{LAST_CALL.rstrip('.')}…")
        assert (check.verdict, [piece.kind for piece in check.matches[0].pieces]) == ("abridged", ["kept"])

    def test_one_that_the_document_has_is_exact(self) -> None:
        assert checked("Talks go on… The delegations", SAID).verdict == "exact"

    def test_out_of_order_or_in_two_documents_is_not_abridged(self) -> None:
        one, other = "They met in Rome on Sunday morning.", "Then they flew home to Paris by night."
        assert checked("met in Rome on Sunday … flew home to Paris by night", one, other).verdict == "altered"
        there = checked("flew home to Paris by night … met in Rome on Sunday", f"{one} {other}")
        assert there.verdict in {"altered", "absent"}

    def test_a_change_beside_an_ellipsis_is_told(self, seed_library: Library) -> None:
        quote = "كانت آخر مكالمة بين بوتين وشولتس … وكانت مواضيع المكالمة تتعلق بالوضع"
        check = check_quotation(seed_library, quote)
        assert check.verdict == "altered"
        assert changes(check) == [("replaced", "وشولتس", "وماكرون"), ("left_out", "", "قد جرت في 11 سبتمبر 2022")]


class TestTranslation:
    SENTENCE = "the last call between Putin and Macron took place on 11 September 2022."

    def test_its_words_are_told_apart_and_the_original_is_quoted(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, self.SENTENCE)
        (match,) = check.matches
        assert (check.verdict, check.language, match.against) == ("exact", "en", "translation")
        assert match.source[match.start : match.end] == self.SENTENCE
        assert match.citation.quote == "وفقًا للمعلومات الواردة من الكرملين، " + LAST_CALL
        assert match.citation.attribution is not None
        assert match.citation.attribution.text == "the Kremlin"
        assert match.citation.translation is not None
        assert (match.citation.translation.by, match.citation.translation.language) == ("the Readout project", "en")
        assert match.citation.translation.text == f"According to information received from the Kremlin, {self.SENTENCE}"

    def test_a_change_is_told_with_offsets_in_the_translation(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, self.SENTENCE.replace("11", "12"))
        assert (check.verdict, check.matches[0].against) == ("altered", "translation")
        assert changes(check) == [("replaced", "12", "11")]

    def test_across_its_sentences(self, seed_library: Library) -> None:
        check = check_quotation(seed_library, f"{self.SENTENCE} The topics of the call were")
        (match,) = check.matches
        assert check.verdict == "exact"
        assert match.citation.quote == SEED[SEED.index("وفقًا للمعلومات") :]

    def test_a_document_goes_before_a_translation(self, open_library: Callable[..., Library], seed: Document) -> None:
        library = open_library()
        library.add(seed)
        library.add(Document("english", f"We know that {self.SENTENCE}", "t", "en"))
        check = check_quotation(library, self.SENTENCE)
        assert [(match.against, match.citation.document.id) for match in check.matches] == [("text", "english")]


class TestAbsent:
    @pytest.mark.parametrize(
        "quote",
        [
            "Putin stressed that the weather in Paris was unusually warm",
            "بحسب الكرملين لم يتفق الزعيمان على أي شيء يخص كأس العالم",
            "when in the course of human events it becomes necessary",
            "من في على إلى عن مع هذا هذه ذلك تلك الذي التي",
        ],
    )
    def test_nothing_comes_near(self, seed_library: Library, quote: str) -> None:
        check = check_quotation(seed_library, quote)
        assert (check.verdict, check.matches) == ("absent", ())
        assert check.searched == Searched(1, date(2025, 7, 1))

    def test_in_an_empty_library(self) -> None:
        assert checked("nothing can be found here").searched == Searched(0, None)

    @pytest.mark.parametrize(
        ("quote", "verdict"),
        [
            ("", "too_short"),
            ("the Readout", "too_short"),
            ("a b c d e f", "too_short"),
            ("«…؟!—()[]{}<>»" * 50, "too_short"),
            ("\u200f\u200e\u202e" * 100, "too_short"),
            ("11 سبتمبر", "too_short"),
            ("كلمة " * 401, "too_long"),
            ("x" * 10_000, "too_long"),
            (" " * 10_000, "too_short"),
            ("x" * MOST_CHARACTERS, "too_short"),
        ],
    )
    def test_what_cannot_be_checked(self, seed_library: Library, quote: str, verdict: str) -> None:
        check = check_quotation(seed_library, quote)
        assert (check.verdict, check.matches) == (verdict, ())


class TestHostile:
    @pytest.mark.parametrize(
        "quote",
        [
            "<b>كانت آخر مكالمة بين بوتين وماكرون</b>",
            "\u202eكانت آخر مكالمة بين بوتين وماكرون\u202c قد جرت",
            "كانت آخر مكالمة\x00بين بوتين\x1fوماكرون",
            "كانت آخر مكالمة بين بوتين وماكرون 😀 قد جرت في",
        ],
    )
    def test_marks_tags_and_controls_are_never_exact(self, seed_library: Library, quote: str) -> None:
        assert check_quotation(seed_library, quote).verdict in {"otherwise", "altered"}

    @pytest.mark.parametrize(
        "quote",
        [
            "' " * 999 + "'",
            ". " * 999 + "word",
            "a'" * 999,
            "1," * 999,
            "…x" * 666,
            "في " * 666,
            "َ" * 1999,
            " " * 1990 + "x",
            "كانت آخر مكالمة " * 120,
        ],
    )
    def test_it_takes_no_long_time(self, seed_library: Library, quote: str) -> None:
        started = perf_counter()
        check_quotation(seed_library, quote)
        assert perf_counter() - started < 2

    def test_a_thousand_passages_take_less_than_a_third_of_a_second(self) -> None:
        article = SEED[17:]
        documents = [Document(f"d{number}", f"{article}\nرقم {number}.", "t", "ar") for number in range(60)]
        assert sum(len(split_passages(document)) for document in documents) > 1000
        library = shelf(*documents[1:], replace(documents[0], text=documents[0].text.replace("11", "13")))
        quote = article[-900:].replace("2022", "2021") + "\nرقم 0."
        timed = []
        for _ in range(3):
            started = perf_counter()
            check = check_quotation(library, quote)
            timed.append(perf_counter() - started)
        assert check.verdict == "altered"
        assert min(timed) < 0.3
