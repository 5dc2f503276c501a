"""What a passage says is not so is no value; a limit under a negated verb is shown with the negation."""

from __future__ import annotations

import pytest

from bot.answer.question import read_question
from bot.answer.telling import Told, tell
from bot.answer.types import Citation
from bot.answer.values import denies_value
from bot.answer.values.negation import is_negated, negated_verbs
from index.language import fold
from index.passages import split_passages
from prompts import load
from tests.answer.values.reading_aloud import ask, document, shown


@pytest.mark.parametrize(
    ("text", "question", "limit", "told"),
    [
        ("The corridor will not open before 1 April 2025.", "When will the corridor open?", "not_before",
         "According to the article: not before 1 April 2025."),
        ("The corridor will not open before 1 April 2025.", "متى يُفتح الممر؟", "not_before",
         "بحسب the article: ليس قبل 1 أبريل 2025."),
        ("لن يُفتح الممر قبل 1 نيسان/أبريل 2025.", "متى يُفتح الممر؟", "not_before",
         "بحسب the article: ليس قبل 1 أبريل 2025."),
        ("لن يُفتح الممر قبل 1 نيسان/أبريل 2025.", "When will the corridor open?", "not_before",
         "According to the article: not before 1 April 2025."),
        ("Work cannot start until November 2025.", "When can work start?", "not_until",
         "According to the article: not until November 2025."),
        ("The offer will not be open after 5 May 2025.", "Until when is the offer open?", "not_after",
         "According to the article: not after 5 May 2025."),
        # No negation, or one of another clause.
        ("The corridor will open before 1 April 2025.", "When will the corridor open?", "before",
         "According to the article: before 1 April 2025."),
        ("The port is not ready, but the corridor will open before 1 April 2025.", "When will the corridor open?", "before",
         "According to the article: before 1 April 2025."),
        ("لا يزال الممر مغلقًا وسيُفتح قبل 1 أبريل 2025.", "متى يُفتح الممر؟", "before", "بحسب the article: قبل 1 أبريل 2025."),
    ],
)  # fmt: skip
def test_a_limit_is_told_with_its_negation(text: str, question: str, limit: str, told: str) -> None:
    readout = document(text)
    value = ask(text, question)
    assert value is not None
    assert value.limit == limit
    asked = read_question(question)
    citation = Citation(readout, 0, len(text), 0.0)
    assert readout.published is not None
    assert tell(Told(asked, citation, "the article", readout.published.date()), value, load(asked.language)) == told


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("They did not sign on 5 May 2024.", "When did they sign?", None),
        ("لم يوقّعا الاتفاق في 5 مايو 2024.", "متى وقّعا الاتفاق؟", None),
        ("Velmar failed to free 60 prisoners.", "How many prisoners did Velmar free?", None),
        ("نفت مروان أنها أفرجت عن 60 أسيرًا.", "كم أسيرًا أفرجت عنهم مروان؟", None),
        ("Ardenia does not pay ransoms.", "Who pays ransoms?", None),
        ("Volkaria denied attacking the ship.", "Who attacked the ship?", None),
        # What is told beside it stays.
        ("They signed on 5 May 2024 and did not speak again.", "When did they sign?", "5 May 2024"),
        ("وقّعا الاتفاق في 5 مايو 2024 ولم يتحدثا بعده.", "متى وقّعا الاتفاق؟", "5 مايو 2024"),
        # A span is told by the verb that is negated.
        ("They had not spoken for three years.", "How long had they not spoken?", "3 years"),
        ("They had not spoken in three years.", "How long was it since they spoke?", "3 years"),
        # Who asks for what was not done is told it.
        ("They did not sign on 5 May 2024.", "When did they not sign?", "5 May 2024"),
        # What is only supposed is not denied, nor is what is counted with "not only", "no fewer".
        (
            "Sanctions follow if the crew is not free by 5 May 2025.",
            "By what date must the crew be free?",
            "5 May 2025",
        ),
        ("Velmar did not only free 60 prisoners.", "How many prisoners did Velmar free?", "60 prisoners"),
        ("لا يزال 60 أسيرًا محتجزين.", "كم أسيرًا لا يزالون محتجزين؟", "60 أسيرًا"),
    ],
)
def test_what_is_denied_is_no_value(text: str, question: str, value: str | None) -> None:
    assert shown(text, question) == value


@pytest.mark.parametrize(
    ("text", "question", "denies"),
    [
        ("They did not sign on 5 May 2024.", "When did they sign?", True),
        ("لم يوقّعا الاتفاق في 5 مايو 2024.", "متى وقّعا الاتفاق؟", True),
        ("They signed on 5 May 2024.", "When did they sign?", False),
        ("They did not sign.", "When did they sign?", False),
        ("لم يوقّعا الاتفاق.", "متى وقّعا الاتفاق؟", False),
    ],
)
def test_a_passage_denies_what_it_alone_holds_under_a_negation(text: str, question: str, denies: bool) -> None:
    readout = document(text)
    (passage,) = split_passages(readout)
    assert denies_value(read_question(question), passage, readout) is denies


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("They will not pay a ransom.", ["pay"]),
        ("لن ندفع فدية.", ["ندفع"]),
        ("It was raised, not merely mentioned.", []),
        ("It was not formally raised.", ["raised"]),
        ("ونفى المصدر الخبر.", ["المصدر", "الخبر"]),
        ("They pay.", []),
    ],
)
def test_the_verbs_under_a_negation(text: str, verbs: list[str]) -> None:
    folded = fold(text).text
    assert negated_verbs(folded) == verbs


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("They won't pay.", True),
        ("Nobody paid.", True),
        ("They pay.", False),
        ("لن ندفع.", True),
        ("ليس صحيحًا.", True),
        ("ندفع.", False),
        ("لا يزال الممر مغلقًا.", False),
        ("A note was paid.", False),
    ],
)
def test_whether_a_text_is_negated(text: str, negated: bool) -> None:
    assert is_negated(fold(text).text) is negated
