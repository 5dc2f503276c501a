"""What a passage says otherwise than it is asked: denied, opposite, another's, of something else."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bot.answer.contrary import find_contrary
from bot.answer.question import read_question
from bot.answer.readout_named import is_issued_by, named_issuers
from bot.answer.transcript import is_asked_there
from bot.answer.values import find_value
from index.language import detect_language
from index.passages import split_passages
from index.types import Document

if TYPE_CHECKING:
    from bot.answer.objections import Objection

VOLKARIA = (
    "The President of Volkaria thanked the Emir of Yathran for the summit. He stated that Volkaria strictly observes the "
    "truce and that Gorna has violated it 43 times. Volkaria has sent 22 doctors to the valley. Viktor Sorokhan thanked the "
    "Emir for sheltering 48,000 refugees from the fighting in Dur Province. The talks in Gorna lasted two days."
)
MARWAN = (
    "أجرى جلالة الملك ضرغام بن عاصم، ملك مروان، اتصالًا بالرئيسة ميلينا درافيك، رئيسة جمهورية فيلمار. "
    "تتحمل مروان ٦٠ في المئة من كلفة الخط، وتتحمل فيلمار الباقي. وقال جلالته إن المملكة ستشارك بثلاث فرقاطات. "
    "وأرسلت فيلمار 22 طبيبًا إلى الوادي."
)


def readout(text: str, **told: str) -> Document:
    issuer, side = told.get("issuer"), told.get("side")
    parties = tuple(filter(None, told.get("parties", "").split(",")))
    published = datetime(2025, 9, 1, 18, 0)  # noqa: DTZ001 - printed without a time zone
    return Document("d", text, "t", detect_language(text), issuer, side, published, parties=parties)


def contrary(document: Document, words: str, question: str) -> tuple[Objection, ...]:
    passages = split_passages(document)
    number = next(passage.number for passage in passages if words in passage.text)
    asked = read_question(question)
    return find_contrary(asked, document, passages, number, find_value(asked, passages[number], document))


@pytest.mark.parametrize(
    ("words", "question", "objections"),
    [
        ("43 times", "How many times did Volkaria violate the truce?", ("doer",)),
        ("43 times", "كم مرة خرقت فولكاريا الهدنة؟", ("doer",)),
        ("43 times", "How many times did Gorna violate the truce?", ()),
        ("43 times", "كم مرة خرقت غورنا الهدنة؟", ()),
        # Who says it is not who does it, and who asks of both asks of either.
        ("43 times", "How many times was the truce violated, according to Volkaria?", ()),
        ("43 times", "Did Gorna or Volkaria violate the truce, and how many times?", ()),
        ("22 doctors", "How many doctors has Gorna sent?", ("doer",)),
        ("22 doctors", "كم طبيبًا أرسلت غورنا؟", ("doer",)),
        ("22 doctors", "How many doctors has Volkaria sent?", ()),
        ("22 doctors", "How many doctors were sent to the valley?", ()),
        # Whoever is thanked for something has done it.
        ("48,000", "How many refugees are sheltered in Volkaria?", ("doer",)),
        ("48,000", "How many refugees are sheltered in Yathran?", ()),
    ],
)
def test_what_one_state_does_is_not_told_of_another(
    words: str, question: str, objections: tuple[Objection, ...]
) -> None:
    document = readout(
        VOLKARIA, issuer="Office of the President of Volkaria", side="Volkaria", parties="Viktor Sorokhan"
    )
    assert contrary(document, words, question) == objections


@pytest.mark.parametrize(
    ("words", "question", "objections"),
    [
        ("٦٠ في المئة", "كم تتحمل فيلمار من كلفة الخط؟", ("doer",)),
        ("٦٠ في المئة", "كم تتحمل مروان من كلفة الخط؟", ()),
        ("٦٠ في المئة", "What share of the line does Marwan bear?", ()),
        ("فرقاطات", "How many frigates will Marwan send?", ()),
        ("فرقاطات", "كم فرقاطة ترسل مروان؟", ()),
        ("22 طبيبًا", "How many doctors did Velmar send?", ()),
        ("22 طبيبًا", "كم طبيبًا أرسلت فيلمار؟", ()),
    ],
)
def test_nor_in_an_arabic_readout(words: str, question: str, objections: tuple[Objection, ...]) -> None:
    document = readout(MARWAN, issuer="الديوان الملكي في مروان", side="مروان", parties="ضرغام بن عاصم,ميلينا درافيك")
    assert contrary(document, words, question) == objections


@pytest.mark.parametrize(
    ("text", "question", "objections"),
    [
        ("They did not sign on 5 May 2024.", "When did they sign?", ("denied",)),
        ("لم يوقّعا الاتفاق في 5 مايو 2024.", "متى وقّعا الاتفاق؟", ("denied",)),
        ("Oil prices rose by 1.8 per cent.", "By how much did oil prices fall?", ("opposite",)),
        ("ارتفعت أسعار النفط بنسبة 1.8 في المئة.", "بكم انخفضت أسعار النفط؟", ("opposite",)),
        ("Oil prices rose by 1.8 per cent.", "بكم ارتفعت أسعار النفط؟", ()),
        # A reason of something else.
        ("Putin said that the conflict is a result of Western policies.", "Why did they not speak for three years?",
         ("cause",)),
        ("ذكر بوتين أن الصراع نتيجة لسياسات الغرب.", "لماذا لم يتحدثا طوال ثلاث سنوات؟", ("cause",)),
        ("ذكر بوتين أن الصراع نتيجة لسياسات الغرب.", "ما سبب الصراع؟", ()),
        ("Putin said that the conflict is a result of Western policies.", "لماذا نشب الصراع؟", ()),
        ("They agreed to continue contacts in order to find a solution.", "Why do they want to keep talking?", ()),
        # A call is no meeting.
        ("The last call between them was on 11 September 2022.", "When did they meet in person?", ("occasion",)),
        ("كانت آخر مكالمة بينهما في 11 سبتمبر 2022.", "متى التقيا وجهًا لوجه؟", ("occasion",)),
        ("كانت آخر مكالمة بينهما في 11 سبتمبر 2022.", "When was their last call?", ()),
        ("They met in Geneva on 17 April 2025.", "متى كانت المكالمة؟", ("occasion",)),
        ("التقيا في جنيف في 17 أبريل 2025.", "When did they meet?", ()),
        ("They spoke on 17 April 2025.", "When did they meet?", ()),
    ],
)  # fmt: skip
def test_what_is_denied_opposite_or_of_something_else(
    text: str, question: str, objections: tuple[Objection, ...]
) -> None:
    assert contrary(readout(text), text[:12], question) == objections


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Does the Marwan readout mention the archive?", ("Marwan",)),
        ("What does the readout of Velmar say on gas?", ("Velmar",)),
        ("Was gas discussed according to the Velmari statement?", ("Velmari",)),
        ("How do the Mizari and the Aurelian readouts differ?", ("Mizari", "Aurelian")),
        ("هل يذكر بيان مروان الأطباء؟", ("مروان الأطباء",)),
        ("هل يذكر بيان فيلمار الأطباء؟", ("فيلمار الأطباء",)),
        ("هل يذكر البيان الأرديني خروقات الصيد؟", ("الأرديني",)),
        ("Does the readout mention the archive?", ()),
        ("Does the joint statement mention the archive?", ()),
        ("هل يذكر البيان المشترك الأرشيف؟", ()),
        ("هل ورد ذكر إسرائيل في البيان؟", ()),
    ],
)
def test_whose_readout_a_question_names(question: str, names: tuple[str, ...]) -> None:
    assert named_issuers(question) == names


@pytest.mark.parametrize(
    ("name", "issuer", "side", "is_its"),
    [
        ("Marwan", "الديوان الملكي في مروان", "مروان", True),
        ("Marwan", "Office of the President of Velmar", "Velmar", False),
        ("Velmari", "Office of the President of Velmar", "Velmar", True),
        ("فيلمار الأطباء", "Office of the President of Velmar", "Velmar", True),
        ("الأرديني", "Office of the President of Ardenia", "Ardenia", True),
        ("الأرديني", "وكالة وضحان للأنباء", "وضحان", False),
    ],
)
def test_whose_a_document_is(name: str, issuer: str, side: str, is_its: bool) -> None:
    assert is_issued_by(readout("Text.", issuer=issuer, side=side), name) is is_its


@pytest.mark.parametrize(
    ("question", "objections"),
    [
        ("Does the Marwan readout mention doctors?", ("issuer",)),
        ("هل يذكر بيان مروان الأطباء؟", ("issuer",)),
        ("Does the Velmar readout mention doctors?", ()),
        ("هل يذكر البيان الفيلماري الأطباء؟", ()),
        ("Does the readout mention doctors?", ()),
    ],
)
def test_another_issuers_readout_does_not_answer(question: str, objections: tuple[Objection, ...]) -> None:
    document = readout("Velmar sent doctors.", issuer="Office of the President of Velmar", side="Velmar")
    assert contrary(document, "doctors", question) == objections


TRANSCRIPTS = (
    (
        "Press conference\n\nQ: Will you go to Tehral? And when?\nA: I have been invited.\n\n"
        "Reporter (Horizon News): Why not now?\nChancellor Holmvik: It is early.\n"
    ),
    (
        "مؤتمر صحفي\n\nس: هل تذهبين إلى تهرال؟ ومتى؟\nج: تلقيت دعوة.\n\n"
        "سؤال من صحيفة «اللواء»: لماذا ليس الآن؟\nالمستشارة هولمفيك: الوقت مبكر.\n"
    ),
)


@pytest.mark.parametrize("text", TRANSCRIPTS)
def test_a_question_that_is_put_to_somebody_answers_nothing(text: str) -> None:
    document = readout(text)
    passages = split_passages(document)
    asked = [passage.text for passage in passages if is_asked_there(passages, passage.number)]
    told = [passage.text for passage in passages if not is_asked_there(passages, passage.number)]
    assert len(asked) == 3
    assert all(one.rstrip().endswith(("?", "؟")) for one in asked)
    assert not any("?" in one or "؟" in one for one in told)
    assert len(told) == 3
    question = "Will the Chancellor go to Tehral?"
    assert "asker" in find_contrary(read_question(question), document, passages, 1, None)
    assert "asker" not in find_contrary(read_question(question), document, passages, 3, None)
