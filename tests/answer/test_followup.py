"""What a message wants of the answer before it, by its words."""

from __future__ import annotations

import pytest

from bot.answer.followup import FollowUp, outright_follow_up, read_follow_up

MORE = [
    "more", "More!", "more please", "tell me more", "show me more", "anything else?", "what else?", "next", "go on",
    "any others?", "more results", "ok, more", "المزيد", "المزيد؟", "مزيد", "اعرض المزيد", "هات كمان", "بدي كمان",
    "عايز تاني", "شو كمان؟", "وش بعد؟", "ايه تاني؟", "هل هناك المزيد؟", "وغير ذلك؟", "ماذا أيضًا؟", "زدني", "اكتر",
    "في غيره؟", "kaman", "المزيد لو سمحت", "المَزِيد", "المزيـــد",
]  # fmt: skip
BEFORE = [
    "and before that?", "before that?", "And the one before?", "the one before that", "and the previous one?",
    "what about the one before?", "when was the one before that?", "and the time before?",
    "what happened before that?", "earlier?", "what about the previous call?", "وقبل ذلك؟", "قبل ذلك؟", "وقبلها؟",
    "والتي قبلها؟", "واللي قبلها؟", "واللي قبليها؟", "وقبل كده؟", "وقبل هيك؟", "ومتى كانت التي قبلها؟",
    "وماذا عن السابقة؟", "والسابقة؟", "وقَبْلَ ذٰلِكَ؟", "w elly 2ablaha?",
]  # fmt: skip
SPEAKER = [
    "who said it?", "who said that?", "Who says so?", "says who?", "according to whom?", "and who said this?",
    "what's the source?", "What’s the source?", "source?", "who is the source?", "whose words are these?",
    "where does that come from?", "ومن قال ذلك؟", "من قال هذا؟", "من قالها؟", "من الذي قال ذلك؟",
    "مَنْ قَالَ ذٰلِكَ؟", "مين قال كده؟", "مين قال هيك؟", "مين اللي قال هالحكي؟", "منو قال هذا الكلام؟",
    "منو القائل؟", "بحسب من؟", "حسب مين؟", "على لسان من؟", "نقلًا عن مين؟", "ما المصدر؟", "المصدر؟", "شو المصدر؟",
    "المصدر ايه؟", "ما مصدر هذا الكلام؟", "meen 2al keda?",
]  # fmt: skip
ENGLISH = [
    "in English?", "In English please", "English?", "answer in English", "what is it in English?", "بالإنجليزية؟",
    "بالإنجليزي لو سمحت", "بالانكليزي", "ترجمها إلى الإنجليزية", "bel ingleezi",
]  # fmt: skip
ARABIC = [
    "in arabic?", "translate it to Arabic", "the same in Arabic", "بالعربية؟", "بالعربي", "وبالعربية؟",
    "ترجمها للعربية", "بالعربي من فضلك", "باللغة العربية", "ممكن بالعربي؟", "جاوبني بالعربي", "bel 3arabi?",
]  # fmt: skip
OTHER = ["translate", "translation?", "in the other language", "ترجم", "الترجمة؟", "ترجمها"]
LEAN = [
    "why?", "when was that?", "what about Iran?", "and what were its topics?", "and Ukraine?", "where was it held?",
    "how long did it last?", "did they agree?", "ولماذا؟", "ليش؟", "وإيران؟", "طيب وإيران؟", "وماذا عن إيران؟",
    "متى كان ذلك؟", "امتى كان ده؟", "وكم استمرت؟", "ما مواضيعها؟", "وهل اتفقا؟",
]  # fmt: skip
ALONE = [
    "When was the last call?", "who said that the West is arming Ukraine?", "What did Putin say about Iran?",
    "How many more soldiers were sent?", "What happened before the call?", "When was the previous call?",
    "Who is the president of France?", "Did the English text mention Iran?", "Arabic coffee price in the shop",
    "متى كانت آخر مكالمة؟", "من قال إن الغرب يسلح أوكرانيا؟", "ماذا حدث قبل المكالمة؟", "متى كانت المكالمة السابقة؟",
    "ما مصدر الغاز في قرناية؟", "السعر قبل الحرب في أوكرانيا",
]  # fmt: skip
OUTRIGHT = [
    *((text, FollowUp("more")) for text in MORE),
    *((text, FollowUp("before")) for text in BEFORE),
    *((text, FollowUp("speaker")) for text in SPEAKER),
    *((text, FollowUp("language", "en")) for text in ENGLISH),
    *((text, FollowUp("language", "ar")) for text in ARABIC),
    *((text, FollowUp("language")) for text in OTHER),
]


@pytest.mark.parametrize(("text", "wanted"), OUTRIGHT)
def test_what_is_wanted_of_the_answer_before(text: str, wanted: FollowUp) -> None:
    assert outright_follow_up(text) == wanted
    assert read_follow_up(text, replied=True) == wanted
    assert read_follow_up(text, replied=False) == wanted


@pytest.mark.parametrize("text", LEAN)
def test_what_is_asked_anew_with_the_question_before(text: str) -> None:
    assert read_follow_up(text, replied=True) == FollowUp("lean")
    assert read_follow_up(text, replied=False) == FollowUp("lean")
    assert outright_follow_up(text) is None


@pytest.mark.parametrize("text", ALONE)
def test_what_stands_alone(text: str) -> None:
    assert read_follow_up(text, replied=True) is None
    assert read_follow_up(text, replied=False) is None


@pytest.mark.parametrize(
    "text", ["Kremlin", "الكرملين", "grain deal", "واشنطن؟", "Was this the first call in years?", "هل هذه أول مكالمة؟"]
)
def test_what_leans_only_where_it_replies(text: str) -> None:
    assert read_follow_up(text, replied=True) == FollowUp("lean")
    assert read_follow_up(text, replied=False) is None


def test_a_long_message_is_read_at_once() -> None:
    for text in ("ok thanks " * 90 + "x", "more " * 200, "وقبل ذلك " * 100, "who said that " * 70, "بالعربية " * 100):
        assert outright_follow_up(text) is None
