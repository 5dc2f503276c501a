"""Follow-ups answered over a real library: the source, more passages, the event before, the other language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.answer.compose import headline
from bot.answer.exchange import LONGEST_CONTEXT, CitedPlace, Exchange, Followed
from bot.errors import QuestionError
from index.errors import DocumentError
from index.library import Library
from tests.answer.talks import (
    CALL_2021,
    CALL_2023,
    CALL_2024,
    PRISONERS,
    TALKS,
    WHEAT,
    Weighed,
    exchanged,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.answer.types import Answer
    from index.encoder import LoadedEncoder

ASKED = "When did President Alder call King Bassam in 2024?"


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Weighed]:
    library = Library(tmp_path_factory.mktemp("talks"), lambda: encoder, lambda: list(TALKS))
    yield Weighed(library)
    library.close()


@pytest.fixture(scope="module")
def seeds(seed_library: Library) -> Answerer:
    return Answerer(seed_library)


def told(answer: Answer) -> tuple[str, list[str]]:
    return headline(answer), [citation.quote for citation in answer.citations]


def conversation(answerer: Answerer, first: str, *others: str, replied: bool = True) -> list[Answer]:
    """The answers to a question and to what is said after it, each to the one before."""
    answers = [answerer.answer(first)]
    for text in others:
        answers.append(answerer.follow(text, exchanged(answers[-1]), replied=replied))
    return answers


def test_who_says_it_is_told_of_the_first_citation_without_a_search(seeds: Answerer) -> None:
    first, english, arabic = conversation(seeds, "When was the last call?", "who said it?", "ومن قال ذلك؟")

    assert told(english) == ("This is attributed to the Kremlin.", [first.citations[0].quote])
    assert told(arabic) == ("هذا منسوب إلى الكرملين.", [first.citations[0].quote])
    assert (english.status, english.value) == ("answered", None)
    assert (english.question.language, arabic.question.language) == ("en", "ar")


def test_where_no_source_is_named_it_is_the_article(talks: Answerer) -> None:
    _, english, arabic = conversation(talks, ASKED, "who said that?", "مين قال كده؟")

    words = "The passage names no source for this: it is the article itself that says so."
    assert told(english) == (words, [CALL_2024])
    assert told(arabic) == ("لا يذكر المقتطف مصدرًا لهذا، فالمقال نفسه هو الذي يقوله.", [CALL_2024])


def test_the_event_before_and_the_one_before_that_until_there_is_none(talks: Weighed) -> None:
    first, second, third, none, still = conversation(
        talks, ASKED, "and before that?", "وقبل ذلك؟", "and before that?", "واللي قبلها؟"
    )

    assert told(first) == ("According to the article: 5 June 2024.", [CALL_2024])
    assert told(second) == ("Before that: 9 January 2023, according to the article.", [CALL_2023])
    assert told(third) == ("قبل ذلك: 3 مارس 2021، بحسب القصر الملكي.", [CALL_2021])
    assert third.value is not None
    assert CALL_2021[third.value.start : third.value.end] == "3 مارس 2021"
    assert told(none) == ("I found nothing about this before 3 March 2021 in the library.", [])
    assert told(still) == ("لم أجد في المكتبة شيئًا عن هذا قبل 3 مارس 2021.", [])
    assert [answer.status for answer in (second, third, none)] == ["answered", "answered", "not_found"]


def test_an_event_before_that_is_less_sure_is_told_as_that_and_one_that_is_not_is_none(
    talks: Weighed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talks, "status", "related")
    _, english, arabic = conversation(talks, ASKED, "and before that?", "وقبل ذلك؟")
    monkeypatch.setattr(talks, "status", "not_found")
    none = conversation(talks, ASKED, "and before that?")[1]

    assert told(english) == ("What follows is earlier, but it is not certain that it is what you mean:", [CALL_2023])
    assert told(arabic) == ("ما يلي أقدم من ذلك، لكن ليس مؤكدًا أنه المقصود:", [CALL_2021])
    assert (english.text, english.value, english.status) == (None, None, "related")
    assert told(none) == ("I found nothing about this before 5 June 2024 in the library.", [])


def test_how_sure_an_event_before_is_is_what_the_confidence_says(talks: Weighed) -> None:
    before = conversation(Answerer(talks.library), ASKED, "and before that?")[1]

    assert told(before)[1] == [CALL_2023]
    assert 0.3 < before.confidence < 0.9


def test_a_passage_that_names_no_day_is_of_the_day_of_its_account(talks: Answerer) -> None:
    first, second = conversation(talks, "What did the two leaders discuss on 5 June 2024?", "and before that?")

    assert told(first)[1] == [WHEAT]
    words = "Before that: the account of 9 January 2023, according to the palace, as quoted in [1]:"
    assert told(second) == (words, [PRISONERS])
    assert second.value is None


def test_nothing_is_before_the_only_call_that_the_seed_dates(seeds: Answerer) -> None:
    for asked, words in (
        ("and before that?", "I found nothing about this before 11 September 2022 in the library."),
        ("وقبل ذلك؟", "لم أجد في المكتبة شيئًا عن هذا قبل 11 سبتمبر 2022."),
    ):
        assert told(conversation(seeds, "When was the last call?", asked)[1]) == (words, [])


def test_more_are_the_next_related_passages_and_none_twice(seeds: Answerer) -> None:
    first, more, end = conversation(seeds, "What did they say about Iran?", "more", "المزيد")

    assert headline(more) == "More passages that are only related to the question:"
    assert more.status == "related"
    assert more.citations
    assert all("إيران" in quote or "الإيراني" in quote for quote in told(more)[1])
    assert not set(told(first)[1]) & set(told(more)[1])
    assert told(end) == ("لا توجد مقتطفات أخرى ذات صلة بالسؤال.", [])


def test_after_its_source_or_what_was_before_the_rest_of_the_first_question_is_more(talks: Answerer) -> None:
    *_, more = conversation(talks, ASKED, "and before that?", "who said it?", "more")

    assert more.followed is not None
    assert more.followed.question == ASKED
    assert not {CALL_2024, CALL_2023} & set(told(more)[1])


@pytest.mark.parametrize("text", ["in Arabic?", "بالعربية؟", "bel 3arabi?", "translate"])
def test_the_same_answer_in_the_other_language(seeds: Answerer, text: str) -> None:
    first, arabic = conversation(seeds, "When was the last call?", text)

    assert headline(arabic) == (
        "بحسب الكرملين، كانت آخر مكالمة في 11 سبتمبر 2022، أي قبل سنتين و9 أشهر و20 يومًا من هذه المكالمة."
    )
    assert told(arabic)[1] == told(first)[1]
    assert (arabic.question.text, arabic.question.language) == ("When was the last call?", "ar")


def test_every_follow_up_is_told_in_the_other_language_too(talks: Answerer) -> None:
    for text, words in (
        ("who said it?", "لا يذكر المقتطف مصدرًا لهذا، فالمقال نفسه هو الذي يقوله."),
        ("and before that?", "قبل ذلك: 9 يناير 2023، بحسب المقال."),
        ("more", "مقتطفات أخرى ذات صلة بالسؤال فحسب:"),
    ):
        _, followed, arabic = conversation(talks, ASKED, text, "بالعربية؟")
        assert told(arabic) == (words, told(followed)[1])
        assert arabic.followed == followed.followed
        assert told(talks.retell(exchanged(arabic), "en")) == told(followed)


def test_a_pinned_language_gives_way_to_the_one_that_is_asked_for(seeds: Answerer) -> None:
    before = exchanged(seeds.answer("When was the last call?"))

    assert seeds.follow("in Arabic?", before, "en").question.language == "ar"
    assert headline(seeds.follow("who said it?", before, "ar")) == "هذا منسوب إلى الكرملين."


def test_what_leans_is_asked_anew_with_the_question_before(seeds: Answerer) -> None:
    before = exchanged(seeds.answer("متى كانت آخر مكالمة؟"))
    answer = seeds.follow("وماذا كانت مواضيعها؟", before)

    assert answer.question.context == "متى كانت آخر مكالمة؟"
    assert answer.followed is None
    assert answer.citations[0].start == 2341


def test_what_leans_on_a_follow_up_leans_on_the_question_that_it_went_on_from(seeds: Answerer) -> None:
    *_, answer = conversation(seeds, "متى كانت آخر مكالمة؟", "من قال ذلك؟", "وماذا كانت مواضيعها؟")

    assert answer.question.context == "متى كانت آخر مكالمة؟"
    assert answer.citations[0].start == 2341


def test_what_stands_alone_is_answered_as_if_nothing_came_before(seeds: Answerer) -> None:
    before = exchanged(seeds.answer("What did they say about Iran?"))

    assert seeds.follow("When was the last call?", before, replied=False) == seeds.answer("When was the last call?")
    assert seeds.follow("Kremlin", before, replied=False).question.context is None
    assert seeds.follow("Kremlin", before, replied=True).question.context == "What did they say about Iran?"


def test_where_nothing_was_cited_nothing_can_be_told_of_it(seeds: Answerer) -> None:
    first = seeds.answer("Who won the football world cup in 1998?")
    assert (first.status, first.citations) == ("not_found", ())
    for text in ("more", "who said it?", "and before that?"):
        answer = seeds.follow(text, exchanged(first))
        assert told(answer) == ("This is not in the library. I searched one document, up to 1 July 2025.", [])


def test_what_was_cited_may_be_gone(seeds: Answerer) -> None:
    gone = Exchange("When was the last call?", "en", None, (CitedPlace("gone", 0, 9),))
    for text in ("who said it?", "and before that?"):
        with pytest.raises(DocumentError):
            seeds.follow(text, gone)
    # What was shown need not be there for more to be.
    assert seeds.follow("more", gone).status == "related"


def test_a_pleasantry_is_no_follow_up(seeds: Answerer) -> None:
    with pytest.raises(QuestionError):
        seeds.follow("thanks!", exchanged(seeds.answer("When was the last call?")))


def test_a_library_without_dates_leaves_nothing_to_be_before(tmp_path: Path, encoder: LoadedEncoder) -> None:
    undated = [replace(TALKS[1], text="President Anna Alder called King Bassam.", published=None)]
    library = Library(tmp_path / "undated", lambda: encoder, lambda: undated)
    answerer = Answerer(library)
    before = exchanged(answerer.answer("Did President Alder call King Bassam?"))
    answer = answerer.follow("and before that?", before)
    library.close()

    assert before.citations
    assert answer.followed is None
    assert answer.question.context == "Did President Alder call King Bassam?"


def test_what_an_exchange_is_about_and_what_it_has_shown() -> None:
    one, other = CitedPlace("a", 0, 1), CitedPlace("b", 0, 1)
    first = Exchange("What?", "en", "When?", (one,))
    then = Exchange("more", "en", None, (other, one), Followed("more", "What?", "When?", (one,)))

    assert (first.asked, first.shown) == (("What?", "When?"), (one,))
    assert (then.asked, then.shown) == (("What?", "When?"), (one, other))
    assert first.as_context() == then.as_context() == "When?\nWhat?"
    assert Exchange("What?", "en", "w" * LONGEST_CONTEXT, ()).as_context() == "What?"
