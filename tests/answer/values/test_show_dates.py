"""Days as they are shown, without a sentence around them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.answer.values.show_dates import show_limited, show_period
from index.dated_periods import FoundPeriod
from prompts import load

if TYPE_CHECKING:
    from index.spans import Grain


@pytest.mark.parametrize(
    ("first", "last", "grain", "english", "arabic"),
    [
        ("2024-02-29", "2024-02-29", "day", "29 February 2024", "29 فبراير 2024"),
        ("2024-10-03", "2024-10-05", "day", "3 to 5 October 2024", "من 3 إلى 5 أكتوبر 2024"),
        ("2024-10-03", "2024-10-04", "day", "3 and 4 October 2024", "3 و4 أكتوبر 2024"),
        ("2024-10-31", "2024-11-01", "day", "31 October to 1 November 2024", "من 31 أكتوبر إلى 1 نوفمبر 2024"),
        ("2023-12-31", "2024-01-01", "day", "31 December 2023 to 1 January 2024", "من 31 ديسمبر 2023 إلى 1 يناير 2024"),
        ("2024-10-01", "2024-10-31", "month", "October 2024", "أكتوبر 2024"),
        ("2024-10-01", "2024-11-30", "month", "October to November 2024", "من أكتوبر إلى نوفمبر 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024", "2024"),
        ("2022-01-01", "2024-12-31", "year", "2022 to 2024", "من 2022 إلى 2024"),
        ("2024-12-01", "2025-02-28", "season", "winter 2024/2025", "شتاء 2024/2025"),
        ("2024-10-01", "2024-12-31", "quarter", "the fourth quarter of 2024", "الربع الرابع من عام 2024"),
        ("2024-07-01", "2024-12-31", "half", "the second half of 2024", "النصف الثاني من عام 2024"),
    ],
)
def test_a_period_is_shown_in_both_languages(first: str, last: str, grain: Grain, english: str, arabic: str) -> None:
    period = FoundPeriod(0, 1, date.fromisoformat(first), date.fromisoformat(last), grain)
    assert (show_period(period, load("en")), show_period(period, load("ar"))) == (english, arabic)


def test_a_limit_stands_before_its_date() -> None:
    assert show_limited("1 April 2025", "by", load("en")) == "by 1 April 2025"
    assert show_limited("1 أبريل 2025", "until", load("ar")) == "حتى 1 أبريل 2025"
    assert show_limited("1 April 2025", None, load("en")) == "1 April 2025"
