"""Reasons in a sentence: where they begin and end."""

from __future__ import annotations

import pytest

from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question"),
    [
        # What leads a clause in is no part of the reason; what leads a noun or a purpose in is.
        ("The port was closed because [the pier had collapsed].", "Why was the port closed?"),
        ("The port was closed [because of the storm].", "Why was the port closed?"),
        ("They will stay in touch [in order to find a solution].", "Why will they stay in touch?"),
        ("أغلق الميناء لأن [الرصيف انهار].", "لماذا أغلق الميناء؟"),
        ("أغلق الميناء [بسبب العاصفة].", "ليش سكر الميناء؟"),
        ("اتفقا على مواصلة الاتصالات [من أجل إيجاد حل].", "لماذا يواصلان الاتصالات؟"),
    ],
)
def test_a_reason_begins_and_ends_with_its_clause(marked: str, question: str) -> None:
    answer = marked_and_shown(plain(marked), question)
    assert answer is not None
    assert answer[0] == marked


def test_the_reason_of_a_translation_is_shown_where_there_is_one_alone() -> None:
    answer = marked_and_shown(
        "The port was closed because of the storm.", "لماذا أغلق الميناء؟", "أغلق الميناء بسبب العاصفة."
    )
    assert answer == ("The port was closed [because of the storm].", "بسبب العاصفة")


def test_a_sentence_without_a_reason_has_none() -> None:
    assert ask("The port was closed on 3 March 2025.", "Why was the port closed?") is None
