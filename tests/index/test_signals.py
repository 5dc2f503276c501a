"""The signals of a channel, on the seed article and on a small collection that is told by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.collection import Channel, Texts, ranges
from index.learned import Means
from index.types import Query

if TYPE_CHECKING:
    from index.library import Library

NONE = np.zeros((2, 2), dtype=np.float32)


def channel() -> Channel:
    """Five passages: two documents, the first of two paragraphs."""
    return Channel(
        Texts(
            document=np.array([4, 4, 4, 9, 9]), paragraph=np.array([0, 0, 1, 1, 1]), arabic=np.array([False] * 5),
            vectors=np.array([[1, 0], [0, 2], [1, 1], [1, 0], [0, 1]], dtype=np.float32),
            windows=np.array([[1, 0], [0, 1], [3, 4]], dtype=np.float16), window_counts=np.array([0, 2, 0, 0, 1]),
            paragraphs=np.array([[1, 1], [1, 1], [2, 0]], dtype=np.float16), words=np.array([0, 1, 1, 2, 0, 3, 3]),
            word_counts=np.array([2, 1, 1, 1, 2]), titles=np.array([1, 2]), title_counts=np.array([1, 1]),
        ),
        Means(NONE, NONE, NONE), 4,
    )  # fmt: skip


def test_who_stands_beside_whom() -> None:
    made = channel()
    assert made.document.tolist() == [0, 0, 0, 1, 1]
    assert made.paragraph.tolist() == [0, 0, 1, 2, 2]
    assert made.position.tolist() == [0, 1, 0, 0, 1]
    every, values = np.arange(5), np.array([1, 2, 3, 4, 5], dtype=np.float32)
    assert made.before(values, every).tolist() == [0, 1, 0, 0, 4]
    assert made.after(values, every).tolist() == [2, 0, 0, 5, 0]
    assert made.paragraph_max(values).tolist() == [2, 2, 3, 5, 5]
    assert made.document_sum(values).tolist() == [6, 6, 6, 9, 9]


def test_the_vectors_of_windows_and_surroundings() -> None:
    made = channel()
    assert made.windows(np.array([4, 1])) == pytest.approx(np.array([[0.6, 0.8], [1, 0], [0, 1]]), abs=1e-3)
    assert made.contexts(np.array([0, 2])) == pytest.approx(
        np.array([[1, 0.6], [1, 1]]) / [[np.hypot(1, 0.6)], [np.sqrt(2)]], abs=1e-5
    )
    assert made.paragraph_vectors(np.array([3]))[0].tolist() == [1, 0]
    assert ranges(np.array([3, 0]), np.array([2, 3])).tolist() == [3, 4, 0, 1, 2]


def test_the_passages_of_a_word() -> None:
    made = channel()
    assert made.posting_start.tolist() == [0, 2, 4, 5, 7]
    assert made.posting_passage.tolist() == [0, 3, 0, 1, 2, 4, 4]


def test_every_signal_is_told_of_a_hit(seed_library: Library) -> None:
    for text, language in (("When was the last call about grain?", "en"), ("متى كانت آخر مكالمة عن الحبوب؟", "ar")):
        hits = seed_library.search(Query(text, "en" if language == "en" else "ar"), 3)
        assert all(np.isfinite(list(hit.signals.values())).all() for hit in hits)
        for name in (
            "cosine",
            "window",
            "soft",
            "soft_within_12",
            "given_missed",
            "bm25",
            "name_missed",
            "expected_kind",
            "length",
        ):
            assert name in hits[0].signals


def test_what_a_passage_says_is_found_there(seed_library: Library) -> None:
    hits = {hit.passage.text[:14]: hit.signals for hit in seed_library.search(Query("اتفاقية الحبوب", "ar"), 50)}
    grain = next(hit for start, hit in hits.items() if start.startswith("وكانت مواضيع"))
    others = [hit for start, hit in hits.items() if not start.startswith(("وكانت مواضيع", "كما"))]
    assert grain["soft"] > 0.6 > max(hit["soft"] for hit in others)
    assert grain["bm25"] == max(hit["bm25"] for hit in hits.values()) > 0
    assert grain["unsupported"] < min(1, min(hit["unsupported"] for hit in others) + 0.5)


def test_a_number_is_hit_or_missed(seed_library: Library) -> None:
    told = seed_library.search(Query("call of 2022", "en"))[0]
    assert "2022" in told.passage.text
    assert (told.signals["number_hit"], told.signals["number_missed"], told.signals["unsupported_number"]) == (1, 0, 0)
    missed = seed_library.search(Query("call of 2019", "en"))[0].signals
    assert (missed["number_hit"], missed["number_missed"], missed["unsupported_number"]) == (0, 1, 1)
