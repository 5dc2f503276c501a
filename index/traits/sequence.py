"""What stands before a passage in its document: the answer in an interview follows the question that was put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.holds import BITS

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked


def sequence(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """Whether a passage is a question; and, against the usual score, those of its document, of the passages before and after.

    ``answers`` is the score of the question that comes before.
    """
    score = np.nan_to_num(asked.score - np.nanmean(asked.score), nan=0.0)
    best = np.full(len(shelf.documents.published), -np.inf, dtype=np.float32)
    np.maximum.at(best, shelf.document[numbers], score[numbers])
    before, after = np.maximum(numbers - 1, 0), np.minimum(numbers + 1, len(score) - 1)
    follows = (shelf.document[before] == shelf.document[numbers]) & (before != numbers)
    precedes = (shelf.document[after] == shelf.document[numbers]) & (after != numbers)
    is_question = (shelf.holds & BITS["question"]) > 0
    return {
        "is_question": is_question[numbers].astype(np.float32),
        "answers": score[before] * (follows & is_question[before]),
        "score_before": score[before] * follows,
        "score_after": score[after] * precedes,
        "score_of_document": best[shelf.document[numbers]],
    }
