"""A translation is aligned passage by passage, or refused where it is none."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.alignment import LEAST_SCORE, align, align_translation
from index.alignment.lengths import length_cost
from index.errors import DocumentError
from index.manifest import read_manifest
from index.passages import split_passages
from index.types import Document
from tests.index.alignment.altered import Altered, altered

if TYPE_CHECKING:
    from index.alignment import Alignment
    from index.encoder import Encoder, LoadedEncoder, Vectors

ROOT = Path(__file__).parents[3]
DOCUMENTS = [one for folder in ("seeds", "tests/gold/readouts") for one in read_manifest(ROOT / folder)]
TRANSLATED = [one for one in DOCUMENTS if one.translation is not None]
# The odd ones; the costs were chosen on the even ones from 0 to 10.
SEEDS = range(1, 24, 2)


class Remembering:
    """The encoder, which encodes a text once however often it is laid beside others.

    Args:
        encoder: The encoder.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def encode_query(self, sentences: list[str], /) -> Vectors:
        return self.encode_document(sentences)

    def encode_document(self, sentences: list[str], /) -> Vectors:
        new = [one for one in dict.fromkeys(sentences) if one not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.encode_document(new), strict=True))
        return np.stack([self._known[one] for one in sentences])


@pytest.fixture(scope="module")
def encoder(encoder: LoadedEncoder) -> Encoder:
    return Remembering(encoder.encoder)


def sentences(document: Document) -> tuple[list[str], list[str]]:
    assert document.translation is not None
    aligned = document.translation.sentences
    return [document.text[one.start : one.end] for one in aligned], [one.text for one in aligned]


def case(document: Document, seed: int) -> Altered:
    source, target = sentences(document)
    assert document.translation is not None
    others = [
        sentences(one)[1][1:]
        for one in TRANSLATED
        if one is not document
        and one.translation is not None
        and one.translation.language == document.translation.language
    ]
    return altered(source, target, list(chain.from_iterable(others)), document.translation.language, seed)


def links(alignment: Alignment, passages: int) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = [()] * passages
    for bead in alignment.beads:
        for place in range(*bead.source):
            found[place] = tuple(range(*bead.target))
    return found


@pytest.mark.parametrize("document", TRANSLATED, ids=lambda one: one.id)
def test_a_whole_translation_is_aligned_sentence_by_sentence(document: Document, encoder: Encoder) -> None:
    assert document.translation is not None
    _, target = sentences(document)
    aligned = align_translation(document, "\n".join(target), document.translation.language, "Nobody", encoder)
    assert aligned.translation.sentences == document.translation.sentences
    assert (aligned.translation.by, aligned.covered) == ("Nobody", 1.0)
    assert aligned.score > 0.65


def test_sentences_that_were_joined_cut_left_out_and_put_in_are_told(encoder: Encoder) -> None:
    cases = [case(document, seed) for document in TRANSLATED for seed in SEEDS]
    found = [links(align(one.source, one.target, encoder), len(one.source)) for one in cases]
    right = sum(a == b for one, told in zip(cases, found, strict=True) for a, b in zip(one.links, told, strict=True))
    passages = sum(len(one.source) for one in cases)
    changed = {(len(link), one.links.count(link)) for one in cases for link in one.links}
    assert {(0, 1), (1, 1), (1, 2), (2, 1)} <= changed
    assert passages == 756
    assert right >= 745, right  # 747, 98.8 %, of which the encoder's rounding may move some


def test_what_is_no_translation_scores_far_below_one(encoder: Encoder) -> None:
    lowest = min(
        align(one.source, one.target, encoder).score for one in (case(d, s) for d in TRANSLATED for s in SEEDS)
    )
    texts = {one.id: [passage.text for passage in split_passages(one)] for one in DOCUMENTS}
    pairs = [(texts[a.id], texts[b.id]) for a in DOCUMENTS for b in DOCUMENTS if a.language < b.language]
    pairs += [
        (texts[a.id], sentences(b)[1])
        for a in DOCUMENTS
        for b in TRANSLATED
        if a is not b and b.translation and b.translation.language != a.language
    ]
    highest = max(align(source, target, encoder).score for source, target in pairs)
    assert (len(pairs), highest < 0.35, lowest > 0.52) == (89, True, True), (len(pairs), highest, lowest)
    assert highest + 0.1 < LEAST_SCORE < lowest - 0.1


def test_another_sides_account_of_the_same_call_is_refused(encoder: Encoder) -> None:
    by = {one.id: one for one in DOCUMENTS}
    with pytest.raises(
        DocumentError, match=r"^what was given is no translation of velmar-2024-01-09\.en: they agree by \d+%"
    ):
        align_translation(by["velmar-2024-01-09.en"], by["marwan-2024-01-09.ar"].text, "ar", "Marwan", encoder)


def test_a_text_in_the_same_language_is_refused(encoder: Encoder) -> None:
    document = TRANSLATED[1]
    with pytest.raises(DocumentError, match="give one in the other language"):
        align_translation(document, document.text, document.language, "Nobody", encoder)


def test_an_empty_one_and_one_of_too_many_passages_are_refused(encoder: Encoder) -> None:
    document = Document("a", "The leaders spoke by telephone.", "A call", "en")
    with pytest.raises(DocumentError, match=r"^the translation is empty$"):
        align_translation(document, "…\n12.", "ar", "Nobody", encoder)
    with pytest.raises(DocumentError, match=r"^a and its translation may hold 3000 passages each: split them$"):
        align_translation(document, "تحدث الزعيمان هاتفيًا.\n\n" * 3001, "ar", "Nobody", encoder)


def test_two_passages_that_are_told_in_one_are_one_stretch_with_it(encoder: Encoder) -> None:
    text = "The leaders spoke by telephone on Monday. They agreed to meet in May. No prisoners were freed."
    words = "تحدث الزعيمان هاتفيًا يوم الاثنين، واتفقا على اللقاء في مايو.\nلم يُفرج عن أي أسرى."
    aligned = align_translation(Document("a", text, "A call", "en"), words, "ar", "Nobody", encoder)
    assert [(text[one.start : one.end], one.text) for one in aligned.translation.sentences] == [
        ("The leaders spoke by telephone on Monday. They agreed to meet in May.", words.split("\n", maxsplit=1)[0]),
        ("No prisoners were freed.", words.split("\n")[1]),
    ]


@pytest.mark.parametrize(
    ("source", "target", "ratio", "cost"),
    [(100, 100, 1.0, 0.0), (100, 120, 1.2, 0.0), (0, 0, 1.0, 0.0), (0, 500, 1.0, 12.0), (100, 126, 1.0, 1.055)],
)
def test_lengths_cost_as_gale_and_church_have_it(source: int, target: int, ratio: float, cost: float) -> None:
    assert length_cost(source, target, ratio) == pytest.approx(cost, abs=1e-3)
