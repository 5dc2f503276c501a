"""Searching the seed article: truths that hold however the ranking is made."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from index.library import Library
from index.types import Query

if TYPE_CHECKING:
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from index.types import Document, Language


def test_every_sentence_comes_first_for_itself(seed_library: Library, seed: Document) -> None:
    for passage in seed_library.passages(seed):
        if passage.kind == "sentence":
            assert seed_library.search(Query(passage.text, "ar"))[0].passage == passage


def test_every_sentence_comes_among_the_first_two_for_its_translation(seed_library: Library, seed: Document) -> None:
    for passage in seed_library.passages(seed):
        if passage.kind == "sentence" and passage.translation is not None:
            # The article says the same twice, so that another may come before it.
            assert passage in [hit.passage for hit in seed_library.search(Query(passage.translation, "en"), 2)]


@pytest.mark.parametrize("limit", [1, 3, 10, 100])
def test_no_more_are_given_than_wanted_best_first_and_each_once(seed_library: Library, limit: int) -> None:
    hits = seed_library.search(Query("آخر مكالمة", "ar"), limit)
    assert len(hits) == min(limit, len(hits)) > 0
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.number for hit in hits}) == len(hits)
    assert all(hit.passage.kind != "heading" for hit in hits)


@pytest.mark.parametrize(
    "text",
    [
        "متى كانت آخر مكالمة", "مَتَى كَانَتْ آخِرُ مُكَالَمَةٍ", "متي كانت اخر مكالمه", "متـــى كانت آخر مكالمـــة",
    ],
)  # fmt: skip
def test_the_way_arabic_is_typed_changes_nothing_of_what_is_found(seed_library: Library, text: str) -> None:
    assert seed_library.search(Query(text, "ar", seeks="date"))[0].passage.start == 2244


def test_arabic_indic_digits_are_digits(seed_library: Library) -> None:
    def order(text: str) -> list[int]:
        return [hit.passage.number for hit in seed_library.search(Query(text, "ar"))]

    assert order("مكالمة ٢٠٢٢") == order("مكالمة 2022")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("?", "en"), ("", "en"), ("؟؟؟", "ar"), ("😀", "en"), ("\u202e\u2066", "ar"), ('"', "en"), ("AND OR NOT NEAR(", "en"),
        ('text : "a" *', "en"), ("x" * 5000, "en"), ("كلمة " * 1000, "ar"), ("когда был звонок", "en"), ("the of and", "en"),
        ("''''", "en"), ("it’s", "en"), ("\x00", "en"),
    ],
)  # fmt: skip
def test_whatever_is_asked_the_search_holds(seed_library: Library, text: str, language: Language) -> None:
    hits = seed_library.search(Query(text, language))
    assert all(hit.passage.text == hit.document.text[hit.passage.start : hit.passage.end] for hit in hits)


def test_the_question_before_tells_what_a_follow_up_is_about(seed_library: Library) -> None:
    alone = Query("وماذا كانت مواضيعها؟", "ar", context="متى كانت آخر مكالمة؟")
    assert seed_library.search(alone)[0].passage.text.startswith("وكانت مواضيع المكالمة")


def test_what_was_made_ready_for_searching_goes_as_soon_as_it_is_done_with(
    tmp_path: Path, encoder: LoadedEncoder, seed: Document
) -> None:
    library = Library(tmp_path / "library", lambda: encoder)
    library.add(seed)
    gc.collect()
    gc.disable()
    try:
        assert library.search(Query("When was the last call?", "en"))
        searcher = weakref.ref(library._ready())
        library.close()
        del library
        assert searcher() is None
    finally:
        gc.enable()
