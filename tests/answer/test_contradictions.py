"""In what two sides contradict each other, by value, on pairs of ``tests/gold/sides`` that are for development."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answer.comparison import compare
from bot.answer.comparison.words import heading
from index.library import Library
from index.manifest import read_manifest
from prompts import load
from tests.gold_library import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    library = Library(tmp_path_factory.mktemp("two"), lambda: encoder, lambda: read_manifest(ROOT / "tests/gold/sides"))
    yield library
    library.close()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "brenmark-2025-04-08.en",
            "oskaria-2025-04-08.en",
            [
                ("place", "first session in Tarvik", "to be held in Port Oskar"),
                ("doer", "Brenmark will pay", "Oskaria will bear"),
                ("condition", "without conditions", "only when the fine"),
                ("discussed", "Fishing quotas were not", "raise the fishing quotas"),
            ],
        ),
        (
            "ardelle-2025-03-05.en",
            "norvask-2025-03-05.en",
            [("date", "finished in 2029", "before 2031"), ("denied", "did not ask", "to send 400 soldiers")],
        ),
        (
            "zahriya-2025-05-20.ar",
            "karvonia-2025-05-20.en",
            [
                ("discussed", "اتفاقية الصيد", "was not on the agenda"),
                ("denied", "رفع الحظر", "remains in force"),
                ("number", "120 قطعة", "80 artefacts"),
                ("denied", "ستسحب دعواها", "will not withdraw"),
                ("doer", "وستتولى زهرية", "Karvonia will chair"),
                ("number", "مقتل خمسة جنود", "Eight soldiers"),
            ],
        ),
        (
            "sahila-2025-11-12.ar",
            "valden-2025-11-12.en",
            [
                ("denied", "وامتنع السيد هولغر", "promised loans"),
                ("denied", "واستبعد الرئيس", "will take part"),
                ("denied", "وأُرجئ البت", "settled the matter"),
                ("discussed", "خارج المحادثات", "raised the fate"),
                ("denied", "خارج حلف الشمال", "would join"),
            ],
        ),
    ],
)
def test_all_that_is_told_contradicts_and_in_what(
    library: Library, one: str, other: str, told: list[tuple[str, str, str]]
) -> None:
    comparison = compare(library, library.document(one), library.document(other), "en")
    found = comparison.contradictions
    assert [opposed.kind for opposed in found] == [kind for kind, _, _ in told]
    for opposed, (_, first, second) in zip(found, told, strict=True):
        assert first in opposed.one.quote
        assert second in opposed.other.quote


def test_the_order_of_the_readouts_makes_no_difference(library: Library) -> None:
    one, other = library.document("maysura-2024-10-30.ar"), library.document("dalmana-2024-10-30.ar")
    there, back = compare(library, one, other, "ar"), compare(library, other, one, "ar")
    assert len(there.contradictions) == 5
    assert {(each.kind, each.one.start, each.other.start) for each in there.contradictions} == {
        (each.kind, each.other.start, each.one.start) for each in back.contradictions
    }
    assert heading(there, "contradictions") == "تتناقضان في 5 مواضع:"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", ["place", "doer", "condition", "cause"])
def test_each_kind_has_its_words(language: str, kind: str) -> None:
    said = load("ar" if language == "ar" else "en").say(f"comparison.{kind}")
    assert said
    assert ("\u0600" <= said[0] <= "\u06ff") == (language == "ar")
