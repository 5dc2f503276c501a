"""A small library of invented calls and a visit: the same two leaders at four dates, in both languages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.answer.answerer import Answerer
from bot.answer.exchange import CitedPlace, Exchange
from index.types import Document

if TYPE_CHECKING:
    from bot.answer.types import Answer, Question, Status, Value
    from index.types import Hit

CALL_2024 = "The President of Aldria, Anna Alder, called King Bassam of Basria on 5 June 2024."
WHEAT = "According to the palace, the two leaders discussed the price of wheat."
CALL_2023 = "President Anna Alder called King Bassam on 9 January 2023."
PRISONERS = "According to the palace, the two leaders discussed the release of prisoners."
VISIT_2022 = "King Bassam visited Aldria on 14 April 2022."
CALL_2021 = "وفقًا للقصر الملكي، اتصل الملك بسام هاتفيًا بالرئيسة آنا ألدر في 3 مارس 2021."
REFUGEES = "وناقش الزعيمان أزمة اللاجئين."
TALKS = (
    Document("call-2024", f"{CALL_2024} {WHEAT}", "Call of 5 June 2024", "en", published=datetime(2024, 6, 5)),  # noqa: DTZ001
    Document("call-2023", f"{CALL_2023} {PRISONERS}", "Call of 9 January 2023", "en", published=datetime(2023, 1, 9)),  # noqa: DTZ001
    Document(
        "visit-2022",
        f"{VISIT_2022} They signed a treaty on fishing.",
        "Visit of King Bassam",
        "en",
        published=datetime(2022, 4, 14),  # noqa: DTZ001
    ),
    Document("call-2021", f"{CALL_2021} {REFUGEES}", "اتصال 3 مارس 2021", "ar", published=datetime(2021, 3, 3)),  # noqa: DTZ001
)


class Weighed(Answerer):
    """Searches as ever, but weighs every earlier event alike: what is told of one must not hang on learned weights.

    Attributes:
        status: What each is told as.
    """

    status: Status = "answered"

    def weigh(self, question: Question, hits: list[Hit], value: Value | None) -> tuple[float, Status]:  # noqa: ARG002
        """The same for all."""
        return 0.9, self.status


def exchanged(answer: Answer) -> Exchange:
    """What is remembered of an answer."""
    question = answer.question
    cited = tuple(CitedPlace(one.document.id, one.start, one.end) for one in answer.citations)
    return Exchange(question.text, question.language, question.context, cited, answer.followed)
