"""How the check of a quote looks, down to the character; what a person reads is in the golden files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.quotation import check_quotation
from bot.telegram.render_quotation import render_quotation
from bot.telegram.verbatim import length, read_back
from index.types import AlignedSentence, Translation
from tests.answer.shelf import shelf
from tests.bot_api.html import parse_html
from tests.bot_api.text import clean
from tests.telegram.answers import ARABIC, ENGLISH, LAST_CALL, TRANSLATED

if TYPE_CHECKING:
    from index.types import Language

GOLDEN = Path(__file__).parent / "golden"
_VISIBLE = {"\u2068": "⟨FSI⟩", "\u2069": "⟨PDI⟩", "\u200f": "⟨RLM⟩", "\u200e": "⟨LRM⟩"}
_AT = ARABIC.text.index(LAST_CALL)
CALL = replace(
    ARABIC,
    translation=Translation("en", "the Readout project", (AlignedSentence(_AT, _AT + len(LAST_CALL), TRANSLATED),)),
)
CASES = {
    "exact": "«كانت آخر مكالمة بين بوتين وماكرون»",
    "exact_english": "It was their first call in 3 years.",
    "exact_translated": "The last call between Putin and Macron",
    "otherwise": "كَانَتْ آخر مكالمة بين بوتين وماكرون قد جرت في ١١ سبتمبر ٢٠٢٢",
    "punctuation_only": "كانت آخر مكالمة بين «بوتين وماكرون»",
    "abridged": "كانت آخر مكالمة … وكانت مواضيع المكالمة تتعلق بمحطة زابوريجيا",
    "altered": "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 12 سبتمبر 2022",
    "altered_hostile": "قال بوتين إن الصراع <b>لا</b> نتيجة مباشرة & Long طويلة",
    "altered_translated": "The last call between Putin and Scholz took place on 11 September 2022.",
    "altered_negation": "It was not their first call in 3 years.",
    "absent": "nobody ever said anything of the kind",
    "too_short": "بوتين وماكرون",
    "too_long": "كلمة " * 500,
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, language: Language) -> None:
    visible = render_quotation(check_quotation(shelf(ENGLISH, CALL), CASES[case], language))
    for character, name in _VISIBLE.items():
        visible = visible.replace(character, name)

    assert f"{visible}\n" == (GOLDEN / f"quotation_{case}.{language}.txt").read_text(encoding="utf-8")


def test_the_original_is_quoted_and_the_comparison_is_not() -> None:
    read = read_back(render_quotation(check_quotation(shelf(CALL), CASES["altered"], "en")))

    assert read.quotes == (LAST_CALL,)
    assert read.text.split("\n")[2] == "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 12 11 سبتمبر 2022"


def test_struck_out_is_what_the_quote_has_and_underlined_what_the_source_has() -> None:
    html = render_quotation(check_quotation(shelf(CALL), CASES["altered"], "en"))
    text, entities = parse_html(html)
    raw = text.encode("utf-16-le")
    told = {
        kind: [
            raw[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
            for one in entities
            if one["type"] == kind
        ]
        for kind in ("strikethrough", "underline")
    }

    assert told["strikethrough"] == ["12", "only in the quote"]
    assert told["underline"] == ["11", "only in the source"]


def test_places_without_room_are_counted() -> None:
    documents = [replace(ENGLISH, id=str(number)) for number in range(9)]

    message = read_back(render_quotation(check_quotation(shelf(*documents), CASES["exact_english"], "en")))

    assert message.quotes == ("It was their first call in 3 years.",) * 5
    assert message.text.endswith("\n\n4 more places are not shown here.")


def test_a_comparison_without_room_is_left_out_and_the_original_is_not() -> None:
    words = [f"word{number:04}" for number in range(220)]
    original = " ".join(words) + "."
    quote = " ".join(word if number % 4 else "😀other" for number, word in enumerate(words))
    message = read_back(render_quotation(check_quotation(shelf(replace(ENGLISH, text=original)), quote, "en")))

    assert message.quotes == (original,)
    assert "\n\nThe comparison does not fit into this message.\n\n" in message.text


def test_an_original_that_telegram_would_change_is_not_sent() -> None:
    document = replace(ENGLISH, text="They agreed on\u202eall\u202c points at once.")
    check = check_quotation(shelf(document), "They agreed on all points at once.", "en")

    assert check.verdict != "exact"
    assert "This passage holds invisible characters that Telegram would change" in render_quotation(check)


_WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [*LAST_CALL.split(), "<b>", "&amp;", "</s>", "…", "\u202e", "\u2067", "\n\n", "😀", "12", "not"]
        ),
        st.text(max_size=12),
    ),
    max_size=60,
)


@settings(max_examples=200, deadline=None)
@given(words=_WORDS, language=st.sampled_from(["ar", "en"]))
def test_whatever_is_quoted_makes_a_message_that_telegram_takes_as_it_is(words: list[str], language: Language) -> None:
    html = render_quotation(check_quotation(shelf(ENGLISH, CALL), f"{LAST_CALL} {' '.join(words)}", language))
    text, entities = parse_html(html)

    assert 0 < length(html) <= 4096
    assert clean(text, entities)[0] == text == read_back(html).text
    for quote in read_back(html).quotes:
        assert any(quote.lstrip("\u200e\u200f") in document.text for document in (ENGLISH, CALL))
