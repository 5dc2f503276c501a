"""How alike words are: by meaning, form, figures, spelling, and the sounds of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.encoding import encode_forms
from index.learned import load_learned
from index.vocabulary import Vocabulary, gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import LoadedEncoder
    from index.vocabulary import Words

HERE = ("المكالمة", "بوتين", "2022", "Macron", "agreement", "three", "3", "والمكالمات")


@pytest.fixture(scope="module")
def vocabulary(encoder: LoadedEncoder) -> Vocabulary:
    return Vocabulary(words(HERE, encoder), load_learned("embedded", 512))


def words(some: Sequence[str], encoder: LoadedEncoder) -> Words:
    return gather(some, np.concatenate(encode_forms(some, encoder.encoder)))


def like(vocabulary: Vocabulary, encoder: LoadedEncoder, asked: str) -> dict[str, float]:
    return dict(zip(HERE, vocabulary.likeness(words([asked], encoder))[0].tolist(), strict=True))


def test_forms_follow_one_another(vocabulary: Vocabulary) -> None:
    assert vocabulary.words.start.tolist() == [0, 2, 4, 5, 6, 7, 8, 9]
    assert vocabulary.words.owner.tolist() == [0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 7, 7]
    assert vocabulary.words.number.tolist() == [False, False, True, False, False, False, True, False]
    assert vocabulary.words.arabic.tolist() == [True, True, False, False, False, False, False, True]


def test_equal_words_and_stems(vocabulary: Vocabulary, encoder: LoadedEncoder) -> None:
    assert like(vocabulary, encoder, "المكالمه")["المكالمة"] == 1
    assert like(vocabulary, encoder, "مكالمة")["المكالمة"] == pytest.approx(1, abs=0.06)
    assert like(vocabulary, encoder, "agreements")["agreement"] == pytest.approx(0.9, abs=1e-3)


def test_words_across_languages(vocabulary: Vocabulary, encoder: LoadedEncoder) -> None:
    found = like(vocabulary, encoder, "conversation")
    assert found["المكالمة"] > 0.2 > 2 * found["بوتين"]
    assert max(found, key=lambda word: found[word]) in {"المكالمة", "والمكالمات"}


def test_names_across_scripts(vocabulary: Vocabulary, encoder: LoadedEncoder) -> None:
    assert like(vocabulary, encoder, "Putin")["بوتين"] > 0.9
    assert like(vocabulary, encoder, "ماكرون")["Macron"] > 0.9
    assert like(vocabulary, encoder, "Merkel")["بوتين"] < 0.5


def test_a_figure_is_itself_or_its_word(vocabulary: Vocabulary, encoder: LoadedEncoder) -> None:
    found = like(vocabulary, encoder, "2022")
    assert found["2022"] == 1
    assert sum(found.values()) == pytest.approx(1)
    assert like(vocabulary, encoder, "2021")["2022"] == 0
    assert like(vocabulary, encoder, "3")["three"] > 0.4


def test_a_slip_of_the_keyboard(vocabulary: Vocabulary, encoder: LoadedEncoder) -> None:
    assert like(vocabulary, encoder, "agreemnt")["agreement"] > 0.75
    assert like(vocabulary, encoder, "بوتيين")["بوتين"] > 0.7


def test_what_was_asked_for_is_remembered_for_the_next_question(vocabulary: Vocabulary) -> None:
    assert vocabulary.vector("nowhere") is None
    vocabulary.remember("nowhere", np.ones(512, dtype=np.float32))
    assert vocabulary.vector("nowhere") is not None
    assert (vocabulary.place("Macron"), vocabulary.place("nowhere")) == (3, None)


def test_a_library_without_words(encoder: LoadedEncoder) -> None:
    empty = Vocabulary(gather([], np.zeros((0, 512), dtype=np.float32)), load_learned("embedded", 512))
    assert empty.likeness(words(["call"], encoder)).shape == (1, 0)
