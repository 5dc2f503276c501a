"""What a passage is, whichever channel it is read in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from index.types import Document, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library
    from index.types import Hit, Language, Seeks

MAY = Document(
    "may",
    "Why was the visit put off?\nBecause of the snow, which closed the port for two weeks.\n"
    "The last visit was in 2019. They spoke of wheat.",
    "Visit", "en", "Royal Court of Marwan", "Marwan", datetime(2024, 5, 2),  # noqa: DTZ001 - printed without a time zone
)  # fmt: skip
JUNE = Document(
    "june",
    "01.06.2024 10:00\nالقمح والسفن\nتحدث الرئيسان عن القمح. وكانت أول زيارة قبل ثلاث سنوات.\n",
    "زيارة", "ar", "وكالة فيلمار", "فيلمار", datetime(2024, 6, 1, 10, 0),  # noqa: DTZ001
)  # fmt: skip


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    opened = open_library()
    opened.add(MAY)
    opened.add(JUNE)
    return opened


def signals(library: Library, text: str, language: Language = "en", seeks: Seeks | None = None) -> dict[str, Hit]:
    """The hits by the beginning of their passages."""
    return {hit.passage.text[:12]: hit for hit in library.search(Query(text, language, seeks=seeks), 50)}


def test_an_answer_follows_its_question(library: Library) -> None:
    found = signals(library, "Why was the visit put off?")
    assert found["Why was the "].signals["is_question"] == 1
    assert found["Because of t"].signals["answers"] == found["Because of t"].signals["score_before"] > 0
    assert found["The last vis"].signals["answers"] == 0
    assert [start for start, hit in found.items() if hit.signals["cause"]] == ["Because of t"]


def test_the_values_that_are_held(library: Library) -> None:
    found = signals(library, "When was the visit?", seeks="date")
    assert {start for start, hit in found.items() if hit.signals["holds"]} == {"The last vis"}
    assert found["01.06.2024 1"].signals["byline"] == 1
    found = signals(library, "When was this published?", seeks="publication")
    assert {start for start, hit in found.items() if hit.signals["holds_published"]} == {"01.06.2024 1"}
    assert found["01.06.2024 1"].signals["byline"] == 0
    found = signals(library, "How long?", seeks="duration")
    assert {start for start, hit in found.items() if hit.signals["holds"]} == {"Because of t", "وكانت أول زي"}


def test_words_of_order(library: Library) -> None:
    found = signals(library, "What did they say last time?")
    assert {start for start, hit in found.items() if hit.signals["order_past"]} >= {"The last vis"}
    assert found["They spoke o"].signals["order_past_before"] == 1
    assert found["The last vis"].signals["order_past_before"] == 0
    found = signals(library, "متى كانت الزيارة الأولى؟", "ar")
    assert {start for start, hit in found.items() if hit.signals["order_first"]} == {"وكانت أول زي"}
    assert found["The last vis"].signals["order_past_unasked"] == 1


def test_the_day_of_a_document(library: Library) -> None:
    found = signals(library, "What was said in May 2024?")
    assert {hit.document.id for hit in found.values() if hit.signals["day_named"]} == {"may"}
    assert {hit.document.id for hit in found.values() if hit.signals["day_differs"]} == {"june"}
    found = signals(library, "What was the latest?")
    assert {hit.document.id for hit in found.values() if hit.signals["latest"] == 1} == {"june"}
    assert not any(hit.signals["latest"] for hit in signals(library, "What was said?").values())


def test_whose_account_is_asked_for(library: Library) -> None:
    found = signals(library, "What was said of wheat, according to the Royal Court of Marwan?")
    assert found["They spoke o"].signals["source_cited"] > found["تحدث الرئيسا"].signals["source_cited"]
    found = signals(library, "ماذا قيل عن القمح حسب وكالة فيلمار؟", "ar")
    assert found["They spoke o"].signals["source_cited"] < found["تحدث الرئيسا"].signals["source_cited"]


def test_a_heading_stands_over_its_section(library: Library) -> None:
    found = signals(library, "القمح والسفن", "ar")
    assert found["تحدث الرئيسا"].signals["heading"] > 0.85
    assert found["تحدث الرئيسا"].signals["heading_words"] == pytest.approx(1, abs=0.1)
    assert found["They spoke o"].signals["heading"] == 0


def test_a_sentence_that_is_pasted_is_found(library: Library) -> None:
    found = signals(library, "Because of the snow, which closed the port for two weeks.")
    assert {start: hit.signals["verbatim"] for start, hit in found.items() if hit.signals["verbatim"]} == {
        "Because of t": 1
    }
    found = signals(library, "snow, which closed the port")
    assert found["Because of t"].signals["verbatim"] == pytest.approx(0.5 + 0.5 * 5 / 11)


def test_what_bears_a_question_out(library: Library) -> None:
    found = signals(library, "Did they speak of Gaza and wheat?")["They spoke o"].signals
    assert found["absent_name"] > 0.65
    assert found["unsupported_name"] > 0.65
    borne_out = signals(library, "Did they speak of wheat?")["They spoke o"].signals
    assert borne_out["supported"] > found["supported"]
    assert borne_out["absent"] < 0.3
    assert sum(hit.signals["share"] for hit in signals(library, "wheat").values()) == pytest.approx(1, abs=1e-4)
