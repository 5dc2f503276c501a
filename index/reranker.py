"""What reads a question and a passage together, and orders the best hits anew: the Protocol, its loader, its one use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.dialect import to_standard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors
    from index.types import Hit, Language, Query

# How many of the best hits are read; each is a pass through a model.
RERANKED = 20
SIGNAL = "reranker"


class Reranker(Protocol):
    """What says how well texts answer queries. ``predict`` is ``sentence_transformers``' own, so that its models fit as is."""

    def predict(self, inputs: list[tuple[str, str]], /) -> Vectors:
        """A value of each (query, text), higher for a better answer: float32, (len(inputs),), of any scale."""


def load_reranker(setting: str) -> Reranker | None:
    """The reranker that a setting names: a model of the hub, or its folder; None where it is empty.

    Raises:
        RerankerError: sentence-transformers is not installed, or the model cannot be loaded or is no reranker.
    """
    if not setting:
        return None
    from index.sentence_transformer import load_reranker as load  # noqa: PLC0415 - its library costs 4 s and 400 MB

    return load(setting)


def rerank(reranker: Reranker, query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """Hits with the first ``RERANKED`` in the reranker's order, and the others behind them as they were.

    Scores stay with the places, so the list still descends: the first hit has the highest score, the second the next. A
    reranker's values are on a scale of its own (a logit with one model, a probability with another), which nothing that
    compares scores could read; they are told as the signal ``reranker``. The other signals stay with their passages. A
    confidence that was learned without a reranker so keeps seeing what the search itself holds of the passage that is
    now first, and falls where the two disagree.

    Args:
        reranker: What reads the pairs.
        query: What was searched for.
        hits: Best first, by their scores.
    """
    head, rest = hits[:RERANKED], hits[RERANKED:]
    if not head:
        return []
    asked = _asked(query)
    values = np.asarray(reranker.predict([(asked, _text(hit, query.language)) for hit in head]), dtype=np.float32)
    # What is no number sorts to the end; among equals the search's own order stays.
    order = np.argsort(-values, kind="stable").tolist()
    ordered = [
        replace(head[at], score=place.score, signals={**head[at].signals, SIGNAL: float(values[at])})
        for at, place in zip(order, head, strict=True)
    ]
    return [*ordered, *rest]


def _asked(query: Query) -> str:
    """The question as the search reads it: after the one that it leans on, spoken Arabic as the standard language."""
    text = f"{query.context} {query.text}" if query.context else query.text
    return to_standard(text) if query.language == "ar" else text


def _text(hit: Hit, language: Language) -> str:
    """What is read of a hit: its translation where only that is in the question's language, else the passage.

    One text a passage, and not the better of two: models are surer of a pair in one language than of the same pair across
    two, so the pairs that are compared should be alike; and the higher of two values would favour whatever has two.
    """
    document, translation = hit.document, hit.passage.translation
    if translation is None or document.translation is None:
        return hit.passage.text
    return translation if document.translation.language == language else hit.passage.text
