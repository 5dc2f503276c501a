"""Whether a passage bears a yes-or-no question out, says otherwise, or is only related; in doubt the last."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.compose import compose
from bot.answer.question import read_question
from bot.answer.stance import Stance, read_stance
from bot.answer.types import Citation
from index.types import Document
from prompts import load


@pytest.mark.parametrize(
    ("question", "text", "stance"),
    [
        ("Did the Emir accept the invitation?", "The Emir accepted the invitation with gratitude.", "supports"),
        ("هل قبل الأمير الدعوة؟", "قبل الأمير الدعوة شاكرًا.", "supports"),
        ("هل زادت فيلمار مشترياتها؟", "زادت فيلمار مشترياتها بمقدار الثلث.", "supports"),
        ("Will Velmar finance the line?", "Velmar will finance 40 per cent of the line.", "supports"),
        # Denied, or the opposite.
        ("Does Ardenia pay ransoms?", "Ardenia does not pay ransoms.", "contrary"),
        ("هل تدفع أردينيا الفدية؟", "Ardenia does not pay ransoms.", "contrary"),
        ("هل دفعت أردينيا الفدية؟", "لم تدفع أردينيا الفدية.", "contrary"),
        ("هل سحبت الشركات موظفيها؟", "ونفى أن تكون الشركات قد سحبت موظفيها.", "contrary"),
        ("Did oil prices fall?", "Oil prices rose by 1.8 per cent.", "contrary"),
        ("هل انخفضت أسعار النفط؟", "ارتفعت أسعار النفط بنسبة 1.8 في المئة.", "contrary"),
        ("Did the Sultan agree to the request?", "The Sultan declined the request.", "contrary"),
        # Wanted, supposed, to come, of some only, of somebody else, or not all of it told.
        ("Did Velmar free the sailors?", "Dravik asked that Velmar free the sailors.", "open"),
        ("Did Velmar finance the line?", "Velmar will finance 40 per cent of the line.", "open"),
        ("هل مولت فيلمار الخط؟", "ستمول فيلمار الخط.", "open"),
        ("Did all companies leave Wadhan?", "Some companies left Wadhan.", "open"),
        ("Did Velmar attack Gorna?", "Gorna attacked Velmar.", "open"),
        ("Did Velmar attack Gorna?", "Velmar was attacked by Gorna.", "open"),
        ("Did Velmar attack the port?", "Velmar attacked the ship.", "open"),
        ("هل هاجمت فيلمار الميناء؟", "هاجمت فيلمار السفينة.", "open"),
        ("Does Ardenia pay ransoms?", "The ransom was not discussed.", "open"),
    ],
)
def test_which_way_a_passage_goes(question: str, text: str, stance: Stance) -> None:
    assert read_stance(read_question(question), text) == stance


@pytest.mark.parametrize(
    ("question", "text", "lead"),
    [
        ("Does Ardenia pay ransoms?", "Ardenia does not pay ransoms.",
         "The passage quoted says otherwise. According to the article, as quoted in [1]:"),
        ("هل تدفع أردينيا الفدية؟", "Ardenia does not pay ransoms.",
         "المقتطف المذكور يقول خلاف ذلك. بحسب المقال، كما في المقتطف [1]:"),
        ("Did the Emir accept the invitation?", "The Emir accepted the invitation.",
         "The passage quoted supports this. According to the article, as quoted in [1]:"),
        ("هل قبل الأمير الدعوة؟", "قبل الأمير الدعوة.",
         "المقتطف المذكور يؤيد ذلك. بحسب المقال، كما في المقتطف [1]:"),
        ("Did Velmar attack Gorna?", "Gorna attacked Velmar.",
         "The passage quoted bears on this; I do not take it for a yes or a no. According to the article, as quoted in [1]:"),
        ("هل هاجمت فيلمار الميناء؟", "هاجمت فيلمار السفينة.",
         "المقتطف المذكور ذو صلة بالسؤال، ولا أعدّه جوابًا بنعم أو لا. بحسب المقال، كما في المقتطف [1]:"),
        # Whether it was spoken of is told as before; what asks no whether has no such sentence.
        ("Was gas discussed?", "Gas was not discussed.",
         "The readout says that it was not discussed. According to the article, as quoted in [1]:"),
        ("What did the Emir accept?", "The Emir accepted the invitation.", "According to the article, as quoted in [1]:"),
    ],
)  # fmt: skip
def test_a_quote_under_a_yes_or_no_question_is_told_for_what_it_is(question: str, text: str, lead: str) -> None:
    asked = read_question(question)
    words = compose(asked, Citation(Document("d", text, "t", "en"), 0, len(text), 0.0), None, today=date(2025, 9, 1))
    assert words.lead == lead
    quoted = load(asked.language).say(
        "answer.quoted", attribution=load(asked.language).say("answer.the_article"), quote=text
    )
    assert words.text.endswith(quoted)
