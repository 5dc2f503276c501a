"""A briefing of readouts: verbatim, attributed, told once, both sides together, and no longer than was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.briefing import read_out
from bot.answer.briefing import brief
from bot.answer.briefing import words as told_words
from bot.answer.briefing.types import SUBJECTS, BriefingRequest
from bot.answer.exchange import CitedPlace
from bot.answer.sides import are_sides, pairs_of_sides
from index.types import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.briefing.types import Briefing, Cited, Readout
    from index.encoder import LoadedEncoder
    from index.types import Document, Language

    Read = Callable[[str], tuple[Readout, ...]]

SETS = "bdghklnr"


def request(*languages: Language, length: int = 3000) -> BriefingRequest:
    return BriefingRequest(languages or ("en",), length)


def cited(briefing: Briefing) -> list[Cited]:
    return [one for line in briefing.lines for one in line.cited]


@pytest.mark.parametrize("length", [400, 1500, 6000])
@pytest.mark.parametrize("name", SETS)
def test_every_line_is_a_passage_word_for_word_with_who_says_it(readouts: Read, name: str, length: int) -> None:
    given = readouts(name)
    texts = {one.document.id: one.document.text for one in given}
    briefing = brief(given, request("en", "ar", length=length))
    assert briefing.lines
    for one in cited(briefing):
        citation = one.citation
        assert citation.quote == texts[citation.document.id][citation.start : citation.end]
        assert len(one.attributions) == 2
        assert all(attribution is not None and attribution.text for attribution in one.attributions)


@pytest.mark.parametrize("name", SETS)
def test_no_place_is_told_twice_and_the_quotes_are_no_longer_than_was_asked(readouts: Read, name: str) -> None:
    for length in (250, 900, 2500):
        briefing = brief(readouts(name), request(length=length))
        places = [(one.citation.document.id, one.citation.start) for one in cited(briefing)]
        assert len(places) == len(set(places))
        shown = [one.citation.quote for line in briefing.lines for one in (line.told, *line.other_side)]
        assert 0 < sum(map(len, shown)) <= length


def test_what_was_told_before_is_not_told_again_nor_what_says_the_same(readouts: Read) -> None:
    given = readouts("b")
    whole = brief(given, request(length=20_000))
    ministers = "They agreed to send their foreign ministers to Marsa Bahar next week"
    (told,) = [one.citation for one in cited(whole) if ministers in one.citation.quote]
    place = CitedPlace(told.document.id, told.start, told.end)
    after = brief(given, replace(request(length=20_000), told=(place,)))
    quotes = [one.citation.quote for one in cited(after)]
    assert not any(ministers in quote for quote in quotes)
    assert not any("أن يلتقي وزيرا خارجية البلدين الثلاثاء المقبل" in quote for quote in quotes)
    assert after.omitted.told == 2
    assert len(quotes) > 20


def test_told_all_there_is_nothing_new(readouts: Read) -> None:
    given = readouts("b")
    everything = tuple(CitedPlace(one.document.id, 0, len(one.document.text)) for one in given)
    after = brief(given, replace(request(), told=everything))
    assert (after.sections, after.omitted.length) == ((), 0)
    assert told_words.closing(after, "en")[0] == "There is nothing new to tell."
    assert told_words.closing(after, "ar")[0] == "لا جديد يُذكر."


def test_both_sides_stand_together(readouts: Read) -> None:
    lines = brief(readouts("g"), request(length=20_000)).lines
    (fees,) = [line for line in lines if "transit fees in the Strait of Ghanim" in line.told.citation.quote]
    assert [one.citation.quote for one in fees.other_side] == ["ولم يناقش الزعيمان\nرسوم العبور في مضيق غانم."]
    (wheat,) = [line for line in lines if "900 ألف طن من القمح" in line.told.citation.quote]
    assert ["900,000 tonnes of wheat" in one.citation.quote for one in wheat.other_side] == [True]


def test_what_says_the_same_in_the_other_language_is_told_once(readouts: Read) -> None:
    lines = brief(readouts("b"), request(length=20_000)).lines
    (line,) = [one for one in lines if "أن يلتقي وزيرا خارجية البلدين" in one.told.citation.quote]
    assert ["foreign ministers to Marsa Bahar" in one.citation.quote for one in line.same] == [True]


def test_what_the_other_side_leaves_out_is_said(readouts: Read) -> None:
    lines = brief(readouts("g"), request(length=20_000)).lines
    (line,) = [one for one in lines if "informed his guest of the parliamentary elections" in one.told.citation.quote]
    assert [one.id for one in line.silent] == ["g-ghadira-2024-10-17.ar"]
    assert told_words.silent(line.silent[0], "ar") == "لا ذكر لهذا في الوثيقة الصادرة عن رئاسة جمهورية غديرة."
    assert told_words.silent(line.silent[0], "en") == "The readout of رئاسة جمهورية غديرة does not mention this."


def test_silence_is_said_of_the_other_side_of_the_same_event_alone(readouts: Read) -> None:
    for name in SETS:
        documents = {one.document.id: one.document for one in readouts(name)}
        for line in brief(readouts(name), request(length=20_000)).lines:
            for document in line.silent:
                assert are_sides(documents[line.told.citation.document.id], document)


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("b", {"b-barqan-2025-03-12.ar", "b-bresnia-2025-03-12.en"}),
        ("d", {"d-dahira-2025-02-11.ar", "d-dorvenia-2025-02-11.en"}),
        ("g", {"g-ghadira-2024-10-17.ar", "g-gorvenia-2024-10-17.en"}),
        ("h", {"h-haldoria-2025-11-04.ar", "h-hautrive-2025-11-05.en"}),
        ("k", {"k-kharadan-2024-09-17.ar", "k-koravia-2024-09-17.en"}),
        ("l", {"l-lazir-2025-04-16.ar", "l-lamoria-2025-04-16.en"}),
        ("n", {"n-nasmara-2025-03-18.ar", "n-nelvia-2025-03-18.en"}),
        ("r", {"r-rovenia-2024-09-10.en", "r-raqwan-2024-09-10.ar"}),
    ],
)
def test_the_two_sides_of_one_event_are_found(readouts: Read, name: str, sides: set[str]) -> None:
    assert [{one.id, other.id} for one, other in pairs_of_sides([each.document for each in readouts(name)])] == [sides]


def test_of_too_many_readouts_the_newest_are_looked_at(readouts: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.answer.briefing.MOST_READOUTS", 2)
    briefing = brief(readouts("b"), request())
    assert [one.id for one in briefing.documents] == ["b-bisharah-2025-05-20.ar", "b-bahlun-2025-06-09.en"]
    assert briefing.omitted.older == 2
    assert told_words.closing(briefing, "en")[-1] == "2 older readouts were not looked at."
    assert told_words.closing(briefing, "ar")[-1] == "لم يُنظر في وثيقتين أقدم."


def test_a_readout_that_repeats_itself_is_told_once(encoder: LoadedEncoder, seed: Document) -> None:
    briefing = brief([read_out(seed, encoder)], request(length=20_000))
    quotes = [one.citation.quote for one in cited(briefing)]
    for said_in_ways in (
        ("أول مكالمة هاتفية بينهما", "أجريا أول مكالمة هاتفية"),
        ("تتحملان مسؤولية خاصة",),
        ("من خلال الطرق السياسية والدبلوماسية", "والصراعات الأخرى في المنطقة عبر الدبلوماسية"),
    ):
        assert sum(any(part in quote for part in said_in_ways) for quote in quotes) == 1, said_in_ways


def test_a_translation_stands_beside_a_quote_labelled(encoder: LoadedEncoder, seed: Document) -> None:
    briefing = brief([read_out(seed, encoder)], request(length=20_000))
    translations = [one.citation.translation for one in cited(briefing)]
    assert {(one.language, one.by) for one in translations if one} == {("en", "the Readout project")}
    assert None not in translations


def test_a_briefing_of_nothing_says_so() -> None:
    briefing = brief([], request())
    assert (briefing.sections, briefing.documents) == ((), ())
    assert told_words.closing(briefing, "en") == ("There is nothing to tell.",)
    assert told_words.closing(briefing, "ar") == ("لا شيء يُذكر.",)


def test_every_subject_has_a_heading_in_both_languages() -> None:
    for language in LANGUAGES:
        headings = [told_words.heading(subject, language) for subject in SUBJECTS]
        assert len(set(headings)) == len(SUBJECTS)


def test_sections_are_by_subject_and_what_was_not_discussed_comes_last(readouts: Read) -> None:
    briefing = brief(readouts("n"), request(length=20_000))
    subjects = [section.subject for section in briefing.sections]
    assert len(subjects) == len(set(subjects))
    last = [subject for subject in subjects if subject in {"meetings", "left_out", "other"}]
    assert subjects[-len(last) :] == last
    (left_out,) = [section for section in briefing.sections if section.subject == "left_out"]
    quotes = {line.told.citation.quote.replace("\n", " ") for line in left_out.lines}
    assert "The status of the Nur Islands was not discussed." in quotes
