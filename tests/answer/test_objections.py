"""What speaks against a passage as the answer."""

from __future__ import annotations

import pytest

from bot.answer.objections import Objection, Told, find_objections
from bot.answer.question import read_question
from index.language import fold

LAST_EN = "According to the Kremlin, the last call between Putin and Macron took place on 11 September 2022."
LAST_AR = "وفقًا للمعلومات الواردة من الكرملين، كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."
GAP_EN = "Putin and Macron held their first telephone call in about 3 years."
GAP_AR = "أجرى بوتين وماكرون أول مكالمة هاتفية بينهما بعد حوالي 3 سنوات."


@pytest.mark.parametrize(
    ("question", "passage", "objections"),
    [
        ("When was the last call?", LAST_EN, ()),
        ("متى كانت آخر مكالمة؟", LAST_AR, ()),
        ("When will the next call be?", LAST_EN, ("future",)),
        ("متى ستكون المكالمة القادمة؟", LAST_AR, ("future",)),
        ("متى سيتحدثان مجددًا؟", LAST_AR, ("future",)),
        ("ما سياسة الغرب؟", LAST_AR, ()),
        ("بأي وسيلة تحدثا؟", LAST_AR, ()),
        ("Will they stay in touch?", "They agreed to continue contacts.", ()),
        ("هل سيبقيان على اتصال؟", "اتفقا على مواصلة الاتصالات.", ()),
        ("When was the call of 2023?", LAST_EN, ("figure",)),
        ("ماذا ناقشا في مكالمة ٢٠٢١؟", LAST_AR, ("figure",)),
        ("When did they last talk in 2022?", LAST_EN, ()),
        ("Have they talked since 2014?", LAST_EN, ()),
        ("Did Velmar pay 50 million dollars?", "Velmar paid 30 million dollars.", ("figure",)),
        ("هل دفعت فيلمار ٣٠ مليون دولار؟", "دفعت فيلمار 30 مليون دولار.", ()),
        ("What did the G7 say?", "The G7 said nothing.", ()),
        ("متى كانت أول مكالمة؟", LAST_AR, ("first",)),
        ("When was their first call?", LAST_EN, ("first",)),
        ("When did they talk for the first time in years?", GAP_EN, ()),
        ("How long did the call last?", GAP_EN, ("length",)),
        ("كم استمرت المكالمة؟", GAP_AR, ("length",)),
        ("How long did the call last?", "The call lasted 2 hours.", ()),
        ("كم دامت المكالمة؟", "دامت المكالمة ساعتين.", ()),
        ("How long does the truce last?", "He called for extending the truce by six months.", ("length",)),
        ("كم تمتد الهدنة؟", "ودعا إلى تمديد الهدنة ستة أشهر.", ("length",)),
        ("كم تمتد الهدنة؟", "تمتد الهدنة تسعين يومًا.", ()),
        ("How long would they extend the truce?", "They may extend the truce by six months.", ()),
        ("How long had it been since they last talked?", GAP_EN, ()),
        ("كم مضى على آخر اتصال؟", GAP_AR, ()),
        ("Why did they talk?", LAST_EN, ("reason",)),
        ("لماذا تحدثا؟", LAST_AR, ("reason",)),
        ("لماذا سيتواصلان؟", "اتفقا على مواصلة الاتصالات من أجل إيجاد حل.", ()),
        ("How many soldiers were hurt?", "The soldiers shelled the city.", ("amount",)),
        ("كم جنديًا أصيب؟", "قصف الجنود المدينة.", ("amount",)),
        ("كم جنديًا أصيب؟", "أصيب ثلاثة جنود.", ()),
        ("كم رئيسًا تحدث؟", "تحدث رئيسان، وكانت الدولتان ممثلتين.", ()),
        (
            "What did Macron say about Ukraine?",
            "Putin said that the conflict is a result of Western policies.",
            ("speaker",),
        ),
        ("ماذا قال ماكرون عن أوكرانيا؟", "ذكر بوتين أن الصراع نتيجة لسياسات الغرب.", ("speaker",)),
        ("What did Putin say about Ukraine?", "Putin said that the conflict is a result of Western policies.", ()),
        ("Where did they meet?", "During the meeting, they spoke of the crises in the Middle East.", ("place",)),
        ("أين جرت المكالمة؟", LAST_AR, ("place",)),
        ("Where did they meet?", "The two leaders met this morning in Geneva.", ()),
        ("أين التقيا؟", "التقى الرئيسان صباح اليوم في جنيف.", ()),
        ("What did they say about Iran?", "The leaders discussed Iran.", ()),
    ],
)
def test_what_is_asked_must_be_readable_in_the_passage(
    question: str, passage: str, objections: tuple[Objection, ...]
) -> None:
    told = fold(passage).text
    assert find_objections(read_question(question), Told(told, told)) == objections


def test_a_year_may_stand_in_what_surrounds_the_passage() -> None:
    told = Told(fold("وكانت مواضيع المكالمة تتعلق بالحبوب.").text, fold("كانت آخر مكالمة في 11 سبتمبر 2022").text)
    assert find_objections(read_question("ماذا ناقشا في مكالمة 2022؟"), told) == ()
