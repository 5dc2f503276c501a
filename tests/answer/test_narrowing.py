"""Questions of a whole library: which readouts they mean, and what is told of the events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.answer.question import read_question
from index.library import Library
from index.manifest import read_manifest
from tests.gold_library import FOLDERS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.types import Answer
    from index.encoder import LoadedEncoder

NOON = datetime(2025, 10, 6, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def answerer(encoder: LoadedEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Over all the readouts of the gold, on 6 October 2025."""
    documents = [document for folder in FOLDERS for document in read_manifest(ROOT / folder)]
    library = Library(tmp_path_factory.mktemp("library"), lambda: encoder, lambda: documents)
    yield Answerer(library, lambda: NOON)
    library.close()


def cited(answer: Answer) -> set[str]:
    """The documents that an answer cites."""
    return {citation.document.id for citation in answer.citations}


def test_events_are_counted_each_with_its_readout(answerer: Answerer) -> None:
    answer = answerer.answer("كم مرة تحدث ملك مروان ورئيسة فيلمار هاتفيًا في ٢٠٢٤؟")
    assert answer.status == "answered"
    assert answer.events == (date(2024, 1, 9), date(2024, 9, 21))
    assert answer.text == "في المكتبة ما يفيد بإجراء اتصالين: 9 يناير 2024 و21 سبتمبر 2024."
    assert [citation.document.event for citation in answer.citations] == list(answer.events)
    answer = answerer.answer("How many phone calls have Tolvaj and King Faris had since 2022?")
    assert answer.text == (
        "The library holds readouts of 4 such calls: 8 March 2022, 19 June 2023, 12 March 2024, and 4 February 2025."
    )


def test_the_first_event_is_told_by_what_is_recorded_where_no_sentence_tells_its_day(answerer: Answerer) -> None:
    answer = answerer.answer("When did Sorokhan and Emir Suhail first speak?")
    assert answer.text == "The library holds readouts of one such event: 19 January 2023."
    assert cited(answer) == {"volkaria-2023-01-19.en"}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        (
            "When did the presidents of Aurelia and Mizar last speak by phone?",
            {"aurelia-2025-05-15.ar", "mizar-2025-05-15.ar"},
        ),
        ("متى كان أول اتصال بين تولفاي والملك فارس؟", {"fayhan-2022-03-08.ar", "trevonia-2022-03-08.en"}),
        (
            "What did Volkaria and Yathran agree on oil production last year?",
            {"volkaria-2024-08-06.ar", "yathran-2024-08-06.ar"},
        ),
        ("ماذا قالت تولفاي عن وقف إطلاق النار في يونيو 2023؟", {"trevonia-2023-06-19.en"}),
        ("كم دامت آخر مكالمة بين رئيسي ميزار وأوريليا بحسب الرواية الميزارية؟", {"mizar-2025-05-15.ar"}),
    ],
)
def test_the_parties_the_time_and_the_account_say_which_readout_is_meant(
    answerer: Answerer, question: str, documents: set[str]
) -> None:
    best = answerer.best(question)
    assert best is not None
    assert best.document.id in documents


@pytest.mark.parametrize(
    "question",
    [
        # They are known, and never met; they did not speak then.
        "When did Tolvaj and Valcourt last talk to each other?",
        "How many times have King Faris and Sorokhan spoken?",
        "هل تحدث الملك فارس وتولفاي هاتفيًا في عام ٢٠٢١؟",
    ],
)
def test_no_other_event_is_told_in_place_of_one_that_was_not(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)
    assert answer.status == "not_found"
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question",
    ["Did Tolvaj and King Faris talk about the price of bread?", "هل تحدث تولفاي والملك فارس عن أسعار الخبز؟"],
)
def test_that_they_spoke_is_no_answer_to_whether_they_spoke_of_something(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)
    assert answer.events == ()
    assert answer.status != "answered"


def test_a_change_of_the_library_is_seen(encoder: LoadedEncoder, tmp_path_factory: pytest.TempPathFactory) -> None:
    documents = {one.id: one for one in read_manifest(ROOT / "tests" / "gold" / "library")}
    first = documents["trevonia-2023-06-19.en"]
    library = Library(tmp_path_factory.mktemp("grown"), lambda: encoder, lambda: [first])
    asking = Answerer(library, lambda: NOON)
    question = "How many times have Tolvaj and King Faris spoken since 2023?"
    assert asking.answer(question).events == (date(2023, 6, 19),)
    library.add(documents["trevonia-2024-03-12.en"])
    assert asking.answer(question).events == (date(2023, 6, 19), date(2024, 3, 12))
    library.close()


def test_who_takes_part_is_known_for_each_chat_apart(
    encoder: LoadedEncoder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    documents = {one.id: one for one in read_manifest(ROOT / "tests" / "gold" / "library")}
    own = replace(documents["trevonia-2024-03-12.en"], shelf="chat:-1")
    library = Library(
        tmp_path_factory.mktemp("shelved"), lambda: encoder, lambda: [documents["trevonia-2023-06-19.en"], own]
    )
    whole = Answerer(library, lambda: NOON)
    question = "How many times have Tolvaj and King Faris spoken since 2023?"
    for _ in range(2):
        assert whole.within(frozenset({""})).answer(question).events == (date(2023, 6, 19),)
        assert whole.within(frozenset({"", "chat:-1"})).answer(question).events == (
            date(2023, 6, 19),
            date(2024, 3, 12),
        )
    library.close()


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When was the second call between King Faris and Tolvaj?", date(2023, 6, 19)),
        ("متى كانت المكالمة ما قبل الأخيرة بين سوروخان والأمير سهيل؟", date(2024, 8, 6)),
        ("متى تحدث الغزوان وفالكور في المرة التي سبقت مكالمة مايو 2025؟", date(2024, 3, 26)),
        # A state that sounds like the name of another leader, and a name with its vowels.
        ("When did Volkaria's president last speak with the Emir of Yathran?", date(2025, 9, 1)),
        ("متى تحدّث تُولفاي والملك فارِس أوّل مرة؟", date(2022, 3, 8)),
    ],
)
def test_the_event_is_found_by_its_place_and_by_who_is_meant(answerer: Answerer, question: str, day: date) -> None:
    best = answerer.best(question)
    assert best is not None
    assert best.document.event == day


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        (
            "Compare what Volkaria and Yathran said on oil production in November 2023.",
            {"volkaria-2023-11-29.en", "yathran-2023-11-29.en"},
        ),
        # Nobody is named: the event is that of which both sides tell it.
        ("ما رواية الطرفين لعدد صناديق الأرشيف في مارس 2024؟", {"aurelia-2024-03-26.en", "mizar-2024-03-26.ar"}),
    ],
)
def test_both_sides_come_first_however_they_are_asked_for(
    answerer: Answerer, question: str, documents: set[str]
) -> None:
    found = answerer.find(read_question(question))
    assert found is not None
    assert {hit.document.id for hit in found.hits[:2]} == documents
