"""How an answer looks, down to the character; what a person reads is in the golden files."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.types import Citation, LabelledTranslation, Searched
from bot.errors import NotVerbatimError
from bot.telegram.bidi import LRM, RLM
from bot.telegram.render import preview, render_answer, render_context
from bot.telegram.verbatim import length, read_back, survives
from bot.telegram.words import one_line
from tests.bot_api.html import parse_html
from tests.bot_api.text import clean, cut
from tests.telegram.answers import ARABIC, ENGLISH, LAST_CALL, TOPICS, TRANSLATED, answer_of, cite, last_call, said_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.types import Answer, Status
    from index.types import Language

GOLDEN = Path(__file__).parent / "golden"
_VISIBLE = {"\u2068": "⟨FSI⟩", "\u2069": "⟨PDI⟩", "\u200f": "⟨RLM⟩", "\u200e": "⟨LRM⟩"}


def related(language: Language) -> Answer:
    byline = cite(ARABIC, "01.07.2025 22:10", attribution="الكرملين" if language == "ar" else "the Kremlin")
    english = cite(ENGLISH, "The leaders spoke by phone.", attribution="The Office")
    hostile = cite(ARABIC, "قال بوتين إن الصراع <نتيجة> مباشرة & طويلة.")
    return answer_of("x y z", [byline, english, hostile], status="related", language=language)


def without_room(language: Language) -> Answer:
    document = replace(ARABIC, text="\n".join(f"{number}. " + "كلمة طويلة " * 90 + "." for number in range(5)))
    citations = [cite(document, line) for line in document.text.split("\n")]
    return answer_of("x y z", citations, lead="According to the Kremlin, as quoted in [1]:", language=language)


def too_long(language: Language) -> Answer:
    document = replace(ENGLISH, text="word " * 900 + "end.", published=None)
    lead = "بحسب المكتب، كما في المقتطف [1]:" if language == "ar" else "According to the Office, as quoted in [1]:"
    return answer_of("x y z", [cite(document, document.text)], lead=lead, language=language)


CASES = {
    "answered": lambda language: last_call("x y z", language),
    "related": related,
    "not_found": lambda language: answer_of("x y z", [], status="not_found", language=language),
    "not_found_undated": lambda language: answer_of(
        "x y z", [], status="not_found", language=language, searched=Searched(11, None)
    ),
    "empty_library": lambda language: answer_of(
        "x y z", [], status="not_found", language=language, searched=Searched(0, None)
    ),
    "too_long": too_long,
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, language: Language) -> None:
    visible = render_answer(CASES[case](language))
    for character, name in _VISIBLE.items():
        visible = visible.replace(character, name)

    assert f"{visible}\n" == (GOLDEN / f"{case}.{language}.txt").read_text(encoding="utf-8")


def test_dates_are_those_of_the_language() -> None:
    undated = replace(ENGLISH, published=None)

    assert " · 1 July 2025 · " in render_answer(last_call("x y", "en"))
    assert " · 1 يوليو 2025 · " in render_answer(last_call("x y", "ar"))
    assert "</b> · without a date\n" in render_context(cite(undated, "The leaders spoke"), 1, "en")
    assert "</b> · بلا تاريخ\n" in render_context(cite(undated, "The leaders spoke"), 1, "ar")


def test_a_translation_is_shown_only_in_the_language_of_the_answer_and_outside_of_the_quote() -> None:
    english = read_back(render_answer(last_call("x y", "en")))
    arabic = read_back(render_answer(last_call("x y", "ar")))

    assert english.text.endswith(f"\nTranslation by the Readout project: {TRANSLATED}")
    assert english.quotes == arabic.quotes == (LAST_CALL,)
    assert TRANSLATED not in arabic.text


def test_a_translation_without_room_is_left_out_and_the_quote_is_not() -> None:
    document = replace(ARABIC, text="كلمة " * 600 + ".")
    long = LabelledTranslation("word " * 600, "en", "the Readout project")
    citation = replace(cite(document, document.text), translation=long)

    message = read_back(render_answer(answer_of("x y", [citation], lead="According to the Kremlin:")))

    assert message.quotes == (document.text,)
    assert message.text.endswith("\nThe translation does not fit into this message.")


@pytest.mark.parametrize(
    ("with_buttons", "language", "last"),
    [
        (True, "en", "2 more passages do not fit into this message; their buttons show them."),
        (False, "en", "2 more passages do not fit into this message."),
        (True, "ar", "بقي مقتطفان لا تتسع لهما هذه الرسالة، ويعرضهما زرّاهما."),
        (False, "ar", "بقي مقتطفان لا تتسع لهما هذه الرسالة."),
    ],
)
def test_passages_without_room_are_left_out_with_a_word(with_buttons: bool, language: Language, last: str) -> None:
    answer = without_room(language)

    html = render_answer(answer, with_buttons=with_buttons)

    message = read_back(html)
    assert [quote.lstrip("\u200f") for quote in message.quotes] == [one.quote for one in answer.citations[:3]]
    assert message.text.endswith(f"\n\n{last}")
    assert length(html) <= 4096


def test_a_quote_that_no_message_can_hold_is_named_by_its_place() -> None:
    message = read_back(render_answer(too_long("en")))
    context = read_back(render_context(too_long("en").citations[0], 2, "en"))

    assert message.quotes == context.quotes == ()
    place = "This passage is too long for one message. It is characters 0 to 4504 of the document call.en."
    assert message.text.endswith(place)
    assert context.text == f"[2] First call in years · without a date\n{place}"


def test_a_quote_that_telegram_would_change_is_named_by_its_place() -> None:
    document = replace(ARABIC, text=f"{LAST_CALL}\n\u202bقال\u202c بوتين\n{TOPICS}")
    citations = [cite(document, line) for line in document.text.split("\n")]

    message = read_back(render_answer(answer_of("x y", citations, lead="بحسب الكرملين:", language="ar")))

    assert message.quotes == (LAST_CALL, TOPICS)
    start, end = citations[1].start, citations[1].end
    assert f"موضعه الأحرف من {start} إلى {end} في الوثيقة \u2068call.ar\u2069." in message.text
    assert "\u202b" not in message.text


def test_lines_of_a_file_with_carriage_returns_are_quoted_as_lines() -> None:
    document = replace(ENGLISH, text="One line.\r\nAnother line.")

    assert read_back(render_context(cite(document, document.text), 1, "en")).quotes == ("One line.\nAnother line.",)


def test_an_arabic_quote_that_begins_with_a_figure_is_marked_outside_of_the_quote() -> None:
    assert read_back(render_answer(related("en"))).quotes[0] == "\u200f01.07.2025 22:10"
    marked = replace(ARABIC, text="\u200f11 سبتمبر")
    assert read_back(render_context(cite(marked, marked.text), 1, "ar")).quotes == (marked.text,)


@pytest.mark.parametrize("make", [render_answer, lambda answer: render_context(answer.citations[0], 1, "en")])
def test_a_message_that_would_not_be_verbatim_is_never_returned(
    make: Callable[[Answer], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.render.shown", lambda quote: quote.replace("11", "12"))

    with pytest.raises(NotVerbatimError):
        make(last_call("x y", "en"))


def test_at_most_five_passages_are_shown() -> None:
    citations = [cite(ENGLISH, "The leaders spoke by phone.")] * 7

    message = read_back(render_answer(answer_of("x y", citations, status="related")))

    assert len(message.quotes) == 5
    assert "[6]" not in message.text


def test_a_preview_is_short_and_plain() -> None:
    document = replace(ENGLISH, text="A long sentence about <things> that goes on and on " * 5)
    citation = cite(document, document.text.strip())

    title, under = preview(answer_of("x y", [citation], lead="According to <b>the Office</b>:"))

    assert title == "According to <b>the Office</b>:"
    assert under.startswith("A long sentence about <things>")
    assert under.endswith("…")
    assert len(under) <= 120
    assert preview(CASES["not_found"]("en"))[1] == ""


def test_a_preview_tells_the_beginning_of_the_answer_where_there_is_no_value() -> None:
    def answer(citation: Citation, language: Language) -> Answer:
        given = answer_of("x y z", [citation], lead="According to the Kremlin, as quoted in [1]:", language=language)
        return replace(given, text="According to the Kremlin (translation by us): all of it")

    cited = cite(ARABIC, LAST_CALL, TRANSLATED, "the Kremlin")
    assert preview(answer(cited, "en")) == (TRANSLATED, "according to the Kremlin")
    assert preview(answer(replace(cited, attribution=said_by("الكرملين")), "ar")) == (LAST_CALL, "بحسب الكرملين")
    assert preview(answer(replace(cited, translation=None, attribution=None), "en")) == (LAST_CALL, ARABIC.title)
    assert preview(last_call("x y z", "en")) == ("According to the Kremlin: 11 September 2022.", LAST_CALL)


def test_a_preview_of_what_is_only_related_says_so() -> None:
    assert preview(related("en")) == ("Passages that are only related", "01.07.2025 22:10")
    assert preview(related("ar")) == ("مقتطفات ذات صلة فحسب", "01.07.2025 22:10")


def test_this_project_is_named_in_the_language_of_the_answer() -> None:
    cited = cite(ENGLISH, "The leaders spoke by phone.")
    translated = replace(cited, translation=LabelledTranslation("تحدث الزعيمان هاتفيًا.", "ar", "the Readout project"))
    text = read_back(render_context(translated, 1, "ar")).text
    assert text.endswith("\nترجمة \u2068مشروع Readout\u2069: تحدث الزعيمان هاتفيًا.")


def test_a_translation_of_several_lines_keeps_them() -> None:
    cited = cite(ARABIC, f"{LAST_CALL}\n{TOPICS}", "The last call\nIts topics were many.")
    text = read_back(render_context(cited, 1, "en")).text
    assert text.endswith("\nTranslation by the Readout project: The last call\nIts topics were many.")


ANY = st.characters(codec="utf-8")


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    size = draw(st.sampled_from([5, 80, 800, 2500, 4000]))
    alphabet = st.one_of(st.sampled_from("كلمة a<>&\"'1.\n😀\u0301\u200f[]"), ANY)
    text = draw(st.text(alphabet=alphabet, min_size=1, max_size=40)) * (size // 20 + 1)
    title, issuer, by = (
        draw(st.text(ANY, max_size=300)),
        draw(st.none() | st.text(ANY, max_size=300)),
        draw(st.text(ANY)),
    )
    document = replace(ARABIC, id=draw(st.text(ANY, max_size=100)), text=text, title=title, issuer=issuer)
    document = replace(
        document, language=draw(st.sampled_from(["ar", "en"])), published=draw(st.datetimes() | st.none())
    )
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    translation = draw(
        st.none() | st.builds(LabelledTranslation, st.text(ANY), st.sampled_from(["ar", "en"]), st.just(by))
    )
    return Citation(
        document, start, end, 0.5, draw(st.none() | st.builds(said_by, st.text(ANY, max_size=300))), translation
    )


@settings(max_examples=150, deadline=None)
@given(
    cited=st.lists(citations(), max_size=5),
    lead=st.text(ANY, min_size=1, max_size=1500).filter(one_line),
    language=st.sampled_from(["ar", "en"]),
    status=st.sampled_from(["answered", "related", "not_found"]),
)
def test_whatever_is_cited_the_message_is_whole(
    cited: list[Citation], lead: str, language: Language, status: Status
) -> None:
    searched = Searched(2, date(2025, 7, 1))
    html = render_answer(answer_of("x y", cited, status=status, lead=lead, language=language, searched=searched))

    text, entities = parse_html(html)
    delivered, kept = clean(text, entities)

    assert 0 < length(html) <= 4096
    spans = [(one["offset"], one["length"]) for one in kept if "quote" in one["type"]]
    quotes = [cut(delivered, *span) for span in spans]
    sendable = iter(one.quote.replace("\r\n", "\n") for one in cited if survives(one.quote))
    assert all(any(quote in {exact, RLM + exact, LRM + exact} for exact in sendable) for quote in quotes)
    for line in re.sub("<blockquote expandable>.*?</blockquote>", "", html, flags=re.DOTALL).split("\n"):
        assert begins_in(read_back(line).text, language), ascii(line)


def begins_in(line: str, language: Language) -> bool:
    """Whether a reader who looks for the first strong character, into isolates too, lays the line out rightly."""
    kinds = [unicodedata.bidirectional(character) for character in line]
    firsts = {"L", "R", "AL", "EN", "AN"} if language == "ar" else {"L", "R", "AL"}
    first = next((kind for kind in kinds if kind in firsts), None)
    return first in ({"R", "AL"} if language == "ar" else {"L", None}) or not line.strip()
