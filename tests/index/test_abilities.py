"""What encoders can do beyond the Protocol, and what stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.abilities import USUAL_RARITY, encode_both, encode_spans, rarity, unit

if TYPE_CHECKING:
    from index.encoder import LoadedEncoder, Vectors

LONG = "The two presidents spoke by telephone for an hour about the war, the grain agreement and the nuclear plant."


class Plain:
    """An encoder with nothing beyond the Protocol, which tells queries from documents."""

    def encode_query(self, sentences: list[str], /) -> Vectors:
        return np.array([[len(one), 0] for one in sentences], dtype=np.float32)

    def encode_document(self, sentences: list[str], /) -> Vectors:
        return np.array([[0, len(one)] for one in sentences], dtype=np.float32)


def test_the_spans_of_a_text_are_made_in_one_pass(encoder: LoadedEncoder) -> None:
    spans = encode_spans(encoder.encoder, [[LONG, "مكالمة."], ["It was so."]])
    alone = encoder.encoder.encode_document([LONG, "مكالمة.", "It was so."])
    assert spans.texts == pytest.approx(alone, abs=1e-5)
    # Nineteen words: windows of eight from word 0, 4, 8 and 11 on.
    assert spans.owner.tolist() == [0, 0, 0, 0]
    assert spans.paragraphs.shape == (2, 512)
    assert spans.paragraphs[1] == pytest.approx(alone[2], abs=1e-5)
    grain = encoder.encoder.encode_query(["the grain agreement and the nuclear plant"])[0]
    assert int((spans.windows @ grain).argmax()) == 3
    assert (spans.windows @ grain).max() > spans.texts[0] @ grain


def test_an_encoder_that_cannot_look_inside_gives_whole_texts(encoder: LoadedEncoder) -> None:
    spans = encode_spans(Plain(), [["ab", "c"], ["def"]])
    assert spans.texts.tolist() == [[0, 2], [0, 1], [0, 3]]
    assert spans.windows.shape == (0, 2)
    assert spans.paragraphs.tolist() == [[0, 1], [0, 1]]
    assert rarity(Plain(), ["the", "Macron"]).tolist() == [USUAL_RARITY, USUAL_RARITY]
    common, rare = rarity(encoder.encoder, ["the", "Macron"])
    assert common < rare


def test_queries_and_texts_are_told_apart_where_the_encoder_does(encoder: LoadedEncoder) -> None:
    queries, texts = encode_both(Plain(), ["ab"], ["c"])
    assert (queries.tolist(), texts.tolist()) == ([[2, 0]], [[0, 1]])
    assert encode_both(Plain(), ["ab"], [])[1].shape == (0, 2)
    queries, texts = encode_both(encoder.encoder, ["call"], ["call", "grain"])
    assert (queries.shape, texts.shape) == ((1, 512), (2, 512))
    assert queries[0] == pytest.approx(texts[0], abs=1e-6)


def test_a_vector_of_no_length_stays_as_it_is() -> None:
    assert unit(np.array([[3, 4], [0, 0]], dtype=np.float32)).tolist() == pytest.approx(np.array([[0.6, 0.8], [0, 0]]))
