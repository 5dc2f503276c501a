"""What a briefing is chosen from, out of a real library: the newest event, a period, a time, a subject, a shelf."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from benchmarks.briefing import GOLD
from bot.answer.briefing import brief
from bot.answer.briefing.gathering import gather
from bot.answer.briefing.types import BriefingRequest
from bot.answer.exchange import CitedPlace
from index.errors import LibraryError
from index.library import Library
from index.manifest import read_manifest
from index.types import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answer.briefing.types import Readout
    from index.encoder import LoadedEncoder

BARQAN, BRESNIA = "b-barqan-2025-03-12.ar", "b-bresnia-2025-03-12.en"
BISHARAH, BAHLUN = "b-bisharah-2025-05-20.ar", "b-bahlun-2025-06-09.en"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    opened = Library(tmp_path_factory.mktemp("b"), lambda: encoder, lambda: read_manifest(GOLD / "b"))
    yield opened
    opened.close()


def ids(library: Library, request: BriefingRequest) -> list[str]:
    return [one.document.id for one in gather(library, request)]


def test_without_bounds_it_is_everything(library: Library) -> None:
    assert ids(library, BriefingRequest(("en",))) == [BARQAN, BRESNIA, BISHARAH, BAHLUN]


def test_the_newest_is_one_event(library: Library) -> None:
    assert ids(library, BriefingRequest(("en",), newest=True)) == [BAHLUN]


def test_the_newest_event_is_told_by_both_sides(library: Library) -> None:
    request = BriefingRequest(("en",), newest=True, within=Scope(until=date(2025, 4, 1)))
    assert ids(library, request) == [BARQAN, BRESNIA]


@pytest.mark.parametrize(
    ("since", "found"),
    [
        (datetime(2025, 3, 12, 21, 40), [BARQAN, BRESNIA, BISHARAH, BAHLUN]),  # noqa: DTZ001 - as printed
        (datetime(2025, 3, 12, 21, 41), [BRESNIA, BISHARAH, BAHLUN]),  # noqa: DTZ001 - as printed
        (datetime(2025, 6, 9, 13, 16), []),  # noqa: DTZ001 - as printed
    ],
)
def test_since_a_time(library: Library, since: datetime, found: list[str]) -> None:
    assert ids(library, BriefingRequest(("en",), since=since)) == found


def test_a_period(library: Library) -> None:
    assert ids(library, BriefingRequest(("en",), within=Scope(since=date(2025, 4, 1), until=date(2025, 6, 1)))) == [
        BISHARAH
    ]


def test_another_shelf_is_not_looked_at(library: Library) -> None:
    assert ids(library, BriefingRequest(("en",), within=Scope(shelves=frozenset({"elsewhere"})))) == []


@pytest.mark.parametrize("subject", ["prisoners", "الأسرى", "prisoner exchange"])
def test_a_subject_is_found_in_both_languages(library: Library, subject: str) -> None:
    request = BriefingRequest(("en",), 4000, subject)
    quotes = [line.told.citation.quote for line in brief(gather(library, request), request).lines]
    assert any("exchange of prisoners of 29 May" in quote for quote in quotes)
    assert any("140 أسيرا" in quote for quote in quotes)
    assert not any("enrichment" in quote or "التخصيب" in quote for quote in quotes)


@pytest.mark.parametrize("subject", ["Bisharah", "بشارة"])
def test_a_name_is_a_subject_in_both_scripts(library: Library, subject: str) -> None:
    found = {one.document.id: one.on_subject for one in gather(library, BriefingRequest(("en",), subject=subject))}
    texts = [passage.text for passage in library.passages(library.document(BAHLUN))]
    on = found[BAHLUN]
    assert on is not None
    assert {number for number, text in enumerate(texts) if "Bisharah" in text} <= on
    assert found[BARQAN] == frozenset()


def test_what_nobody_speaks_of_gives_an_empty_briefing(library: Library) -> None:
    request = BriefingRequest(("en",), subject="volcanoes")
    briefing = brief(gather(library, request), request)
    assert (briefing.documents, briefing.sections) == ((), ())


def test_a_document_that_was_told_before_is_read_for_what_repeats_it_and_not_told(library: Library) -> None:
    document = library.document(BARQAN)
    told = next(one for one in library.passages(document) if "أن يلتقي وزيرا خارجية البلدين الثلاثاء" in one.text)
    place = CitedPlace(BARQAN, told.start, told.end)
    request = BriefingRequest(("en",), 20_000, within=Scope(documents=frozenset({BRESNIA})), told=(place,))
    given = gather(library, request)
    assert [(one.document.id, one.on_subject) for one in given] == [(BRESNIA, None), (BARQAN, frozenset())]
    briefing = brief(given, request)
    assert [one.id for one in briefing.documents] == [BRESNIA]
    quotes = [one.citation.quote for line in briefing.lines for one in line.cited]
    assert quotes
    assert not any("foreign ministers to Marsa Bahar" in quote for quote in quotes)
    assert briefing.omitted.told == 1


def test_the_vectors_of_a_library_are_those_that_the_encoder_gives(
    library: Library, readouts: Callable[[str], tuple[Readout, ...]]
) -> None:
    for readout in readouts("b"):
        found = library.vectors(library.document(readout.document.id))
        assert found.shape == readout.vectors.shape
        assert np.abs(np.linalg.norm(found, axis=1) - 1).max() < 1e-5
        # A byline is encoded with what it tells.
        ordinary = [number for number, one in enumerate(readout.passages) if one.kind != "byline"]
        assert np.abs(found[ordinary] - readout.vectors[ordinary]).max() < 1e-4


def test_what_is_not_searched_has_no_vectors(open_library: Callable[..., Library]) -> None:
    library = open_library()
    (first, *_) = read_manifest(GOLD / "b")
    library.add(first)
    document = library.document(first.id)
    library.remove(first.id)
    with pytest.raises(LibraryError, match="only what is searched has vectors"):
        library.vectors(document)
