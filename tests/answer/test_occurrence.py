"""When what a passage tells of happened, and what kind of event it was."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.answer.occurrence import Occurrence, find_occurrence, last_day, tells_of_such
from index.dates import find_dates
from index.passages import split_passages
from index.types import Document

if TYPE_CHECKING:
    from index.types import Passage

TEXT = (
    "01.07.2025 22:10\n\n"
    "They spoke on 11 September 2022 and in May 2021. They discussed grain.\n\n"
    "تحدثا في عام 2020. وناقشا الغاز.\n\n"
    "They will stay in touch."
)
DOCUMENT = Document("d", TEXT, "Title", "en", published=datetime(2025, 7, 1, 22, 10))  # noqa: DTZ001


def number_of(passages: list[Passage], words: str) -> int:
    return next(passage.number for passage in passages if words in passage.text)


@pytest.mark.parametrize(
    ("words", "before", "day", "text"),
    [
        ("They spoke", None, date(2022, 9, 11), "11 September 2022"),
        ("They spoke", date(2022, 9, 12), date(2022, 9, 11), "11 September 2022"),
        ("They spoke", date(2022, 9, 11), date(2021, 5, 31), "May 2021"),
        ("They spoke", date(2021, 5, 31), None, None),
        ("They discussed", None, date(2022, 9, 11), None),
        ("They discussed", date(2022, 1, 1), date(2021, 5, 31), None),
        ("They discussed", date(2021, 1, 1), None, None),
        ("تحدثا", None, date(2020, 12, 31), "2020"),
        ("تحدثا", date(2020, 12, 31), None, None),
        ("وناقشا", date(2021, 1, 1), date(2020, 12, 31), None),
        ("stay in touch", None, date(2025, 7, 1), None),
        ("stay in touch", date(2025, 7, 2), date(2025, 7, 1), None),
        ("stay in touch", date(2025, 7, 1), None, None),
        ("22:10", None, None, None),
    ],
)
def test_the_day_of_what_is_told(words: str, before: date | None, day: date | None, text: str | None) -> None:
    passages = split_passages(DOCUMENT)
    number = number_of(passages, words)
    found = find_occurrence(DOCUMENT, passages, number, before)
    if day is None:
        assert found is None
        return
    assert found is not None
    assert found.day == day
    told = found.found
    assert (told and passages[number].text[told.start : told.end]) == text


def test_without_any_date_no_day_is_known() -> None:
    document = Document("d", "They will stay in touch.", "Title", "en")
    assert find_occurrence(document, split_passages(document), 0) is None
    dated = Document("d", "They met in 2020.", "Title", "en")
    [found] = find_dates(dated.text)
    assert find_occurrence(dated, split_passages(dated), 0) == Occurrence(date(2020, 12, 31), found)


def test_the_last_day_that_a_date_can_mean() -> None:
    found = find_dates("11 September 2022, February 2024, February 2023, 2021")
    assert [last_day(one) for one in found] == [
        date(2022, 9, 11), date(2024, 2, 29), date(2023, 2, 28), date(2021, 12, 31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told", "same"),
    [
        ("When was the last call?", "Putin called Macron.", True),
        ("When was the last call?", "كانت آخر مكالمة في 2022.", True),
        ("متى كانت آخر مكالمة؟", "They spoke on 9 January.", True),
        ("متى كانت آخر مكالمة؟", "The king visited Paris.", False),
        ("When was the last call?", "They met in Paris for talks.", False),
        ("When was the last call?", "Both called for calm.", False),
        ("When did they last meet?", "التقى الرئيسان في باريس.", True),
        ("متى زار الملك باريس؟", "The king visited Paris.", True),
        ("متى زار الملك باريس؟", "The king called Paris.", False),
        ("What did they discuss in the last call?", "They discussed wheat.", False),
        ("When did they last speak?", "Putin phoned Macron.", True),
        ("When was the attack?", "ضربات على الموقع", True),
        ("When was the treaty signed?", "Anything at all.", True),
    ],
)
def test_whether_an_event_is_of_the_kind_that_is_asked_after(question: str, told: str, same: bool) -> None:
    assert tells_of_such(question, told) is same
