"""Places in a sentence, and what is none."""

from __future__ import annotations

import pytest

from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        ("The two presidents will meet in [Geneva] in May.", "Where will the two presidents meet?", "Geneva"),
        ("The two presidents will meet in [Geneva] in May.", "أين يلتقي الرئيسان؟", "جنيف"),
        ("يلتقي الرئيسان في [جنيف] في مايو.", "وين رح يلتقي الرئيسين؟", "جنيف"),
        ("يلتقي الرئيسان في [جنيف] في مايو.", "In which city will the two presidents meet?", "Geneva"),
        ("وقع الجانبان الاتفاق في مدينة [القاهرة] أمس.", "في أي مدينة وقع الجانبان الاتفاق؟", "القاهرة"),
    ],
)
def test_a_place_is_shown_by_its_name(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The two presidents met in Geneva.", "Where in Geneva did the two presidents meet?"),
        ("The two presidents met on 3 March 2025.", "Where did the two presidents meet?"),
        ("التقى الرئيسان في 3 مارس 2025.", "أين التقى الرئيسان؟"),
        ("The call was about the situation in Kesh.", "Where was the call?"),
        # What a thing is named by is not where it is.
        ("The first unit of the al-Ghaf nuclear power plant is on schedule.", "Where is the nuclear power plant?"),
        ("The first unit of the al-Ghaf nuclear power plant is on schedule.", "أين تقع محطة الطاقة النووية؟"),
        ("تتعلق المواضيع بالوضع حول محطة زابوريجيا النووية.", "أين تقع المحطة النووية؟"),
        ("تتعلق المواضيع بالوضع حول محطة زابوريجيا النووية.", "Where is the nuclear plant?"),
        ("تناولت المكالمة الوضع في غراوفيلد.", "أين كانت المكالمة؟"),
    ],
)
def test_what_is_no_place_or_is_asked_with_is_not_shown(text: str, question: str) -> None:
    assert ask(text, question) is None
