"""A library that is open takes over what changes, and then is what it would be if it were opened now."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.library_scale import Corpus
from index.types import AlignedSentence, Document, Query, Translation

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from index.library import Library

QUESTIONS = (
    Query("When did the ships leave for Kerdovmo?", "en"),
    Query("ماذا قال الوزير عن الغاز؟", "ar"),
    Query("Who was accused by the president of the last attack?", "en"),
    Query("What did Zorvathan promise?", "en", seeks="date"),
)


def ranked(library: Library, query: Query) -> dict[tuple[str, int], tuple[float, dict[str, float]]]:
    """The score and the signals of each passage that is weighed."""
    hits = library.search(query, limit=1000)
    return {(hit.document.id, hit.passage.number): (hit.score, dict(hit.signals)) for hit in hits}


def check_same(open_one: Library, opened_now: Library) -> None:
    for query in QUESTIONS:
        here, there = ranked(open_one, query), ranked(opened_now, query)
        # Of passages that are equally good either may stand first.
        assert here.keys() == there.keys()
        for passage, (score, signals) in here.items():
            other_score, others = there[passage]
            np.testing.assert_allclose(score, other_score, rtol=1e-3, atol=1e-3)
            assert signals.keys() == others.keys()
            for name, value in signals.items():
                np.testing.assert_allclose(value, others[name], rtol=1e-3, atol=2e-3, err_msg=name)
        assert open_one.missed(query) == opened_now.missed(query)


def made(corpus: Corpus, number: int) -> Document:
    """A document with a heading; every third has a translation, every other a time of publication."""
    document = corpus.document(number)
    text = f"The {number} papers\n\n{document.text}"
    end = text.index(".", 30) + 1
    start = text.index("\n\n") + 2
    translation = Translation(
        "ar" if document.language == "en" else "en", "us", (AlignedSentence(start, end, "وصلت 7 سفن."),)
    )
    published = datetime(2024, 1, 1, 9, 0) + timedelta(days=number)  # noqa: DTZ001 - printed without a time zone
    return replace(
        document,
        text=text,
        translation=translation if number % 3 == 0 else None,
        published=published if number % 2 else None,
    )


def test_after_any_changes_an_open_library_is_what_it_would_be_if_it_were_opened_now(
    open_library: Callable[..., Library],
) -> None:
    chance = random.Random(5)
    corpus = Corpus.read()
    library = open_library()
    assert library.search(QUESTIONS[0]) == []
    for number in range(16):
        what = chance.choice(("add", "add", "correct", "remove", "add_all"))
        ids = library.ids()
        if what == "add_all":
            library.add_all(made(corpus, 1000 + 10 * number + more) for more in range(2))
        elif what == "add" or not ids:
            library.add(made(corpus, number))
        elif what == "correct":
            before = library.document(chance.choice(ids))
            library.correct(before.id, replace(before, text=f"{before.text} Zorvathan promised {number} ships."))
        else:
            library.remove(chance.choice(ids))
        library.search(QUESTIONS[number % len(QUESTIONS)])
        if number % 8 == 7:
            check_same(library, open_library())
    assert len(library.ids()) > 4


def test_an_open_library_is_not_read_anew_for_one_document(
    open_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Corpus.read()
    library, other = open_library(), open_library()
    library.add_all(corpus.documents(0, 5))
    library.search(QUESTIONS[0])

    def refuse(*_: object) -> None:
        raise AssertionError("the library was read anew")

    monkeypatch.setattr("index.search.load_shelf", refuse)
    first = made(corpus, 9).text.split("\n\n")[1].split(". ")[0]
    library.add(made(corpus, 9))
    assert library.search(Query(first, "ar"))[0].document.id == "d9"
    # What another process does is taken over likewise.
    other.correct("d9", replace(made(corpus, 9), text="The harbour of Velmar opened in 1902."))
    assert library.search(Query("When did the harbour of Velmar open?", "en"))[0].document.id == "d9-2"
    other.remove("d9-2")
    assert {hit.document.id for hit in library.search(Query("When did the harbour of Velmar open?", "en"), 90)} == {
        f"d{number}" for number in range(5)
    }
