"""What is asked: language, kind, what it seeks, and whether it leans on the question before it."""

from __future__ import annotations

import pytest

from bot.answer.question import MAX_QUESTION_LENGTH, explain, read_question, sought
from bot.errors import QuestionError

FAMILIES = [
    ("When was the last call?", "when"), ("when", "when"), ("Do you know when they last spoke?", "when"),
    ("last call when", "when"), ("putin macron when was it", "when"), ("What date was the call?", "when"),
    ("In which year did they speak?", "when"), ("Tell me when he called", "when"),
    ("متى كانت آخر مكالمة؟", "when"), ("مَتَى كَانَتْ؟", "when"), ("ومتـــى كانت؟", "when"), ("امتى اتكلموا؟", "when"),
    ("ايمتى حكيوا؟", "when"), ("في أي سنة كانت المكالمة؟", "when"), ("ما تاريخ المكالمة؟", "when"),
    ("emta kanet akher mokalma?", "when"), ("من أي سنة؟", "when"),
    ("How long had it been?", "how_long"), ("How many years passed?", "how_long"), ("for how many months", "how_long"),
    ("كم سنة مرت؟", "how_long"), ("منذ متى لم يتحدثا؟", "how_long"), ("كم استمرت المكالمة؟", "how_long"),
    ("كم تمتد الهدنة؟", "how_long"),
    ("قديش صار لهم؟", "how_long"), ("كم عامًا مضى؟", "how_long"), ("ما مدة المكالمة؟", "how_long"),
    ("How many leaders took part?", "how_many"), ("How much money?", "how_many"), ("كم دولة شاركت؟", "how_many"),
    ("ما عدد الجنود؟", "how_many"),
    ("Why did he call?", "why"), ("What led to the conflict?", "why"), ("لماذا اتصل؟", "why"), ("ليش اتصل؟", "why"),
    ("ما سبب الصراع؟", "why"), ("ليه اتكلموا؟", "why"),
    ("Where was Macron when he called?", "where"), ("In which city did they meet?", "where"), ("أين التقيا؟", "where"),
    ("من أين صدر البيان؟", "where"), ("فين اتقابلوا؟", "where"), ("في أي مدينة التقيا؟", "where"), ("وين كانوا؟", "where"),
    ("Who called?", "who"), ("To whom did he speak?", "who"), ("Which president called?", "who"), ("من اتصل؟", "who"),
    ("مع من تحدث بوتين؟", "who"), ("لمن أرسل؟", "who"), ("مين كلّم مين؟", "who"), ("عمن تحدث؟", "who"),
    ("Did they talk?", "whether"), ("Was this the first time they spoke?", "whether"), ("هل اتصل؟", "whether"),
    ("وهل اتصل؟", "whether"), ("ألم يتصل ماكرون؟", "whether"), ("أليست هذه الأولى؟", "whether"),
    ("How did he answer?", "how"), ("كيف رد؟", "how"), ("ازاي رد؟", "how"),
    ("What did they say when they met?", "what"), ("What has been agreed to date?", "what"), ("ماذا قال؟", "what"),
    ("من خلال ماذا؟", "what"), ("Kremlin", "what"), ("ministers of France", "what"), ("الكرملين", "what"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family"), FAMILIES)
def test_the_family_of_a_question(text: str, family: str) -> None:
    assert read_question(text).family == family


@pytest.mark.parametrize(
    ("text", "seeks"),
    [
        ("When was the last call?", "date"),
        ("متى كانت آخر مكالمة؟", "date"),
        ("When was this article published?", "publication"),
        ("متى نُشِرَ المقال؟", "publication"),
        ("How long had it been?", "duration"),
        ("منذ متى لم يتحدثا؟", "duration"),
        ("How many leaders?", None),
        ("Who called?", None),
        ("ماذا قال؟", None),
    ],
)
def test_what_the_answer_must_hold(text: str, seeks: str | None) -> None:
    assert sought(read_question(text)) == seeks


def test_a_question_is_kept_as_it_came_without_outer_space() -> None:
    assert read_question("  مَتَى؟\n").text == "مَتَى؟"


def test_the_language_is_that_of_the_question_unless_another_is_pinned() -> None:
    assert read_question("متى؟").language == "ar"
    assert read_question("when?").language == "en"
    assert read_question("متى؟", "en").language == "en"
    assert read_question("2022", "ar").language == "ar"


@pytest.mark.parametrize(
    "text",
    [
        "and what were its topics?", "why?", "who said so?", "when exactly?", "which ones?", "What about Iran?",
        "how about Ukraine?", "what else did they discuss?", "where was it held?", "did they agree?",
        "وماذا كانت مواضيعها؟", "ومتى؟", "وَمَتَى؟", "طيب وإيران؟", "ماذا عن إيران؟", "وماذا عن أوكرانيا؟", "لماذا؟",
        "ما مواضيعها؟", "وهل اتفقا؟", "كيف كان ذلك؟",
    ],
)  # fmt: skip
def test_a_question_that_leans_keeps_the_one_before_it(text: str) -> None:
    assert read_question(text, context="When was the last call?").context == "When was the last call?"
    assert read_question(text).context is None


@pytest.mark.parametrize(
    "text",
    [
        "When was the last call?", "What did Putin say about Iran?", "Who is the president of France?",
        "متى كانت آخر مكالمة؟", "ماذا قال بوتين عن إيران؟", "أين تقع محطة زابوريجيا النووية؟", "من هدد بقصف المدن الأوكرانية؟",
        "How long is the border between the two countries of the north and the south and the east?",
    ],
)  # fmt: skip
def test_a_question_that_stands_alone_drops_the_one_before_it(text: str) -> None:
    assert read_question(text, context="Who called?").context is None


@pytest.mark.parametrize("text", ["", "  \n", "؟!", "😀", "\u202e\u200f\u2066", "ـ", "َ", "\x00\x1b", "…"])
def test_a_message_without_a_word_is_no_question(text: str) -> None:
    with pytest.raises(QuestionError) as refused:
        read_question(text)
    assert not refused.value.too_long


@pytest.mark.parametrize(
    "text",
    [
        "thanks", "Thanks!", "thank you so much", "Thank you, great", "ok", "OK 👍", "okay.", "hi", "Hi!", "hello", "lol",
        "LOOOL", "haha", "who are you?", "Who are you", "how are you?", "What's up?", "yes", "No.", "Good morning!",
        "شكرا", "شكراً", "شُكْرًا جزيلًا", "شكـــرا لك 🙏", "مرحبا", "مرحبًا!", "أهلًا وسهلًا", "تمام", "تمام شكرا", "طيب", "هههههه",
        "السلام عليكم ورحمة الله وبركاته", "صباح الخير", "من أنت؟", "مين انت", "إن شاء الله", "لا", "hi مرحبا",
    ],
)  # fmt: skip
def test_a_message_of_pleasantries_alone_is_no_question(text: str) -> None:
    with pytest.raises(QuestionError) as refused:
        read_question(text)
    assert not refused.value.too_long


@pytest.mark.parametrize(
    "text",
    [
        "hi, when was the last call?", "thanks, and its topics?", "ok why?", "who are you talking about?", "Hello Kitty",
        "مرحبا، متى كانت آخر مكالمة؟", "شكرا، ومتى؟", "السلام", "السلام في أوكرانيا", "طيب وإيران؟", "تمام والكرملين؟",
    ],
)  # fmt: skip
def test_a_question_may_begin_with_a_pleasantry(text: str) -> None:
    assert read_question(text).text == text


def test_a_long_row_of_pleasantries_is_refused_at_once() -> None:
    for text in ("ok " * 300 + "x", "thank you so much " * 50 + "x", "اهلا بك " * 100 + "س"):
        assert read_question(text).text == text
    with pytest.raises(QuestionError):
        read_question("ok " * 300)


def test_the_longest_question_and_one_that_is_longer() -> None:
    assert len(read_question(" " + "q" * MAX_QUESTION_LENGTH + "\n").text) == 1000
    with pytest.raises(QuestionError) as refused:
        read_question("q" * (MAX_QUESTION_LENGTH + 1))
    assert refused.value.too_long


def test_a_refused_question_is_explained_in_the_language_of_the_person() -> None:
    assert (
        explain(QuestionError(too_long=True), "en") == "This question is too long. Ask it in at most 1000 characters."
    )
    assert explain(QuestionError(too_long=True), "ar") == "هذا السؤال أطول مما ينبغي. اسأله في 1000 حرف على الأكثر."
    assert explain(QuestionError(too_long=False), "en").startswith("There is no question in this message.")
    assert explain(QuestionError(too_long=False), "ar").startswith("لا سؤال في هذه الرسالة.")
