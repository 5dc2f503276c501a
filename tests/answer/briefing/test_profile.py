"""What a group wants to be told of: subjects, leaders, and only what is new to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.briefing import GOLD
from bot.answer.briefing.profile import Profile, brief_new, brief_profile
from bot.answer.briefing.types import BriefingRequest
from bot.answer.exchange import CitedPlace
from index.library import Library
from index.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder

BARQAN, BRESNIA = "b-barqan-2025-03-12.ar", "b-bresnia-2025-03-12.en"
BISHARAH, BAHLUN = "b-bisharah-2025-05-20.ar", "b-bahlun-2025-06-09.en"
ALL = BriefingRequest(("en",), 20_000)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    opened = Library(tmp_path_factory.mktemp("b"), lambda: encoder, lambda: read_manifest(GOLD / "b"))
    yield opened
    opened.close()


def told(library: Library, profile: Profile) -> dict[str, list[str]]:
    quotes: dict[str, list[str]] = {}
    for line in brief_profile(library, profile, ALL).lines:
        quotes.setdefault(line.told.citation.document.id, []).append(line.told.citation.quote)
    return quotes


def test_only_readouts_that_name_a_leader(library: Library) -> None:
    assert set(told(library, Profile())) == {BARQAN, BRESNIA, BISHARAH, BAHLUN}
    # A name is found in either script; this readout speaks of the foreign minister of the Sultanate of Bisharah.
    assert set(told(library, Profile(leaders=("بشارة",)))) == {BRESNIA, BISHARAH, BAHLUN}
    assert told(library, Profile(leaders=("Macron", "Quillmere"))) == {}


def test_any_of_several_subjects(library: Library) -> None:
    both, one = (told(library, Profile(subjects=subjects)) for subjects in (("prisoners", "النووي"), ("prisoners",)))
    quotes = [quote for some in both.values() for quote in some]
    assert any("prisoners" in quote or "أسير" in quote for quote in quotes)
    assert len(quotes) > len([quote for some in one.values() for quote in some]) > 0
    assert told(library, Profile(subjects=("volcanoes",))) == {}


def test_first_the_newest_event_then_what_is_new(library: Library) -> None:
    briefing, ids = brief_new(library, Profile(length=800), known=None, told=())
    assert [one.id for one in briefing.documents] == [BAHLUN]
    assert set(ids) == {BARQAN, BRESNIA, BISHARAH, BAHLUN}
    nothing, _ = brief_new(library, Profile(), known=ids, told=())
    assert (nothing.documents, nothing.sections) == ((), ())
    places = tuple(
        CitedPlace(one.told.citation.document.id, one.told.citation.start, one.told.citation.end)
        for one in briefing.lines
    )
    rest, _ = brief_new(library, Profile(length=800), known=[BAHLUN], told=places)
    assert {one.id for one in rest.documents} == {BARQAN, BRESNIA, BISHARAH}
    assert not {one.told.citation.quote for one in rest.lines} & {one.told.citation.quote for one in briefing.lines}
