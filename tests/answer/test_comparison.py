"""Two readouts side by side, on the gold readouts: what is told as a contradiction, as said by both, and as left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest

from benchmarks.across import GOLD, gold_pairs, measure, measure_timelines
from bot.answer.changes import find_changes, find_previous
from bot.answer.comparison import compare
from bot.answer.comparison.words import heading, title
from bot.answer.event import EventDay, event_day, is_same_party
from bot.answer.sides import pairs_of_same_call
from bot.answer.timeline import find_timeline
from bot.answer.timeline_words import headline
from index.library import Library
from index.manifest import read_manifest
from index.passages import split_passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder
    from index.types import Document, Passage

PRICE = "• لم يُبحث سعر الغاز في هذا الاتصال، وأُحيل إلى لجنة فنية تجتمع في دار السلوى."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    library = Library(tmp_path_factory.mktemp("gold"), lambda: encoder, lambda: read_manifest(GOLD / "readouts"))
    yield library
    library.close()


@pytest.fixture(scope="module")
def documents(library: Library) -> dict[str, Document]:
    return {document.id: document for document in library.documents()}


class Splitting:
    """A library that splits what it does not hold, so that readouts of all sets can be compared."""

    def __init__(self, library: Library) -> None:
        self.beside = library.beside

    def passages(self, document: Document) -> list[Passage]:
        return split_passages(document)


def test_contradictions_are_found_and_hardly_any_are_made_up(library: Library) -> None:
    everything = {
        one.id: one
        for folder in (GOLD / "readouts", *sorted((GOLD / "training").iterdir()))
        if folder.is_dir()
        for one in read_manifest(folder)
    }

    found = measure(cast("Library", Splitting(library)), gold_pairs(), everything)
    wanted = sum(count for kind, count in found.gold.items() if kind != "other")
    right = sum(count for kind, count in found.right.items() if kind != "other")
    assert right >= 0.85 * wanted
    assert len(found.false) <= 0.1 * found.told
    assert found.right["initiator"] == found.gold["initiator"]
    assert found.right["discussed"] == found.gold["discussed"]


def test_a_contradiction_quotes_both_sides(library: Library, documents: dict[str, Document]) -> None:
    comparison = compare(library, documents["marwan-2024-09-21.ar"], documents["velmar-2024-09-21.en"], "en")
    (opposed,) = comparison.contradictions
    assert opposed.kind == "discussed"
    assert opposed.one.quote == PRICE
    assert "which the two leaders\ndiscussed at length" in opposed.other.quote
    assert opposed.other.attribution is not None
    assert [both.one.quote for both in comparison.both if "50 minutes" in both.other.quote] == [
        "• استغرق الاتصال خمسين دقيقة."
    ]
    assert any("22 doctors" in citation.quote for citation in comparison.only_other)
    assert heading(comparison, "contradictions") == "They contradict each other in one place:"
    assert "does not mention" in heading(comparison, "other")
    assert title(comparison).startswith("The account of ")


def test_figures_that_differ_are_pointed_at(library: Library, documents: dict[str, Document]) -> None:
    one, other = documents["wadhan-2024-11-30.ar"], documents["ardenia-2024-11-30.en"]
    told = {opposed.kind: opposed for opposed in compare(library, one, other, "ar").contradictions}
    assert set(told) == {"number", "discussed"}
    assert told["number"].figures is not None
    first, second = told["number"].figures
    assert (one.text[slice(*first)], other.text[slice(*second)]) == (
        "المهندسين الأردينيين الثلاثة",
        "the four Ardenian engineers",
    )


def test_either_order_tells_the_same(library: Library, documents: dict[str, Document]) -> None:
    one, other = documents["marwan-2024-01-09.ar"], documents["velmar-2024-01-09.en"]
    there, back = compare(library, one, other, "en"), compare(library, other, one, "en")
    assert {(o.one.start, o.other.start, o.kind) for o in there.contradictions} == {
        (o.other.start, o.one.start, o.kind) for o in back.contradictions
    }


def test_a_readout_never_contradicts_itself(library: Library, documents: dict[str, Document]) -> None:
    for document in documents.values():
        comparison = compare(library, document, document, "en")
        assert (comparison.contradictions, comparison.only_one, comparison.only_other) == ((), (), ()), document.id


def test_every_quote_is_verbatim(library: Library, documents: dict[str, Document]) -> None:
    comparison = compare(library, documents["tehral-2025-04-17.ar"], documents["kelmond-2025-04-17.en"], "en")
    cited = [citation for both in comparison.both for citation in (both.one, both.other)]
    cited += [*comparison.only_one, *comparison.only_other]
    assert cited
    for citation in cited:
        assert documents[citation.document.id].text[citation.start : citation.end] == citation.quote


def test_readouts_of_the_same_call_are_offered_and_no_others(library: Library) -> None:
    assert [(one.id, other.id) for one, other in pairs_of_same_call(library, library.documents())] == [
        ("kelmond-2025-04-17.en", "tehral-2025-04-17.ar"),
        ("ardenia-2024-11-30.en", "wadhan-2024-11-30.ar"),
        ("marwan-2024-09-21.ar", "velmar-2024-09-21.en"),
        ("marwan-2024-01-09.ar", "velmar-2024-01-09.en"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Milena Dravik", "الرئيسة ميلينا درافيك", True),
        ("King Durgham bin Asim", "ضرغام بن عاصم", True),
        ("President Putin", "الرئيس الروسي فلاديمير بوتين", True),
        ("President Dravik", "President Wrenfield", False),
        ("الملك ضرغام", "الملك فهد", False),
        ("Qais bin Muhanna", "Durgham bin Asim", False),
    ],
)
def test_the_same_party(one: str, other: str, *, same: bool) -> None:
    assert is_same_party(one, other) is same


def test_the_day_of_the_event(library: Library, documents: dict[str, Document]) -> None:
    known = event_day(documents["velmar-2024-01-09.en"], library.passages(documents["velmar-2024-01-09.en"]))
    assert known == EventDay(date(2024, 1, 9), "event")
    # Where nobody has said it, the text may.
    told = {
        name: event_day(replace(document, event=None), library.passages(document))
        for name, document in documents.items()
    }
    assert told["velmar-2024-01-09.en"] == EventDay(told["marwan-2024-01-09.ar"].day, "told")  # type: ignore[union-attr]
    assert told["kelmond-2025-04-17.en"].basis == "published"  # type: ignore[union-attr]
    assert str(told["qarnaya-2024-06-05.ar"].day) == "2024-06-03"  # type: ignore[union-attr]


def test_timelines_hold_what_is_on_the_subject_and_little_else(library: Library) -> None:
    right, wanted, wrong = measure_timelines(library)
    assert right >= 0.9 * wanted
    assert wrong <= 0.05 * right


def test_a_timeline_is_in_the_order_of_the_events(library: Library) -> None:
    newest, oldest = (find_timeline(library, "wheat", newest_first=first) for first in (True, False))
    days = [line.day.day for line in newest.lines if line.day]
    assert len(days) == len(newest.lines) == 7
    assert days == sorted(days, reverse=True)
    assert [line.day.day for line in oldest.lines if line.day] == sorted(days)
    assert headline(newest) == "“wheat”: 7 passages, by the day of the event."
    assert headline(find_timeline(library, "القمح")) == "«القمح»: 7 مقتطفات، بحسب يوم الحدث."


def test_a_timeline_of_two_leaders(library: Library) -> None:
    timeline = find_timeline(library, "درافيك وضرغام", newest_first=False)
    assert timeline.pair == ("درافيك", "ضرغام")
    assert [line.citation.document.id for line in timeline.lines] == [
        "velmar-marwan-2023-03-14.en",
        "marwan-2024-01-09.ar",
        "velmar-2024-01-09.en",
        "marwan-2024-09-21.ar",
        "velmar-2024-09-21.en",
    ]


def test_a_timeline_of_nothing_says_what_was_searched(library: Library) -> None:
    assert headline(find_timeline(library, "football")) == (
        "Nothing in the library is on “football”. I searched 14 documents, up to 12 June 2025."
    )


def test_changes_since_the_previous_call(library: Library, documents: dict[str, Document]) -> None:
    changes = find_changes(library, documents["velmar-2024-09-21.en"], "en")
    assert changes.previous is not None
    assert changes.previous.id == "velmar-2024-01-09.en"
    assert any("Bardin Archive" in citation.quote for citation in changes.new)
    assert any("passports" in citation.quote for citation in changes.dropped)
    assert all(citation.document.id == "velmar-2024-09-21.en" for citation in changes.new)


def test_the_first_readout_has_no_previous_one(library: Library, documents: dict[str, Document]) -> None:
    first = documents["velmar-marwan-2023-03-14.en"]
    day = event_day(first, library.passages(first))
    assert day is not None
    assert find_previous(library, first, day) is None
    assert find_changes(library, first, "en").previous is None
