"""What a document's passages are found by, made with an encoder when the document is added."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from index.abilities import encode_spans
from index.holds import holds
from index.stored import EncodedPassage, EncodedText
from index.words import forms, split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.encoder import Encoder, Vectors
    from index.types import Document, Passage

# Texts that are encoded at a time.
BATCH = 256
# What stands for a text without a word.
_NO_WORD = "."


def searched_text(document: Document, passage: Passage) -> str:
    """The text by which a passage is found: its own, and for a byline also what it tells."""
    if passage.kind != "byline":
        return passage.text
    return f"تاريخ نشر المقال: {passage.text}" if document.language == "ar" else f"Date of publication: {passage.text}"


def title_words(document: Document) -> tuple[str, ...]:
    """The words of a document's title; at least one."""
    return tuple(split_words(document.title.replace("_", " "))) or (_NO_WORD,)


def source_words(document: Document) -> tuple[str, ...]:
    """The words that tell who issued a document, and whose account it gives."""
    return tuple(dict.fromkeys(split_words(f"{document.issuer or ''} {document.side or ''}")))


def encode_passages(
    document: Document, passages: Sequence[Passage], encoder: Encoder, progress: Callable[[int, int], None]
) -> list[EncodedPassage]:
    """The passages with what they are found by; ``progress`` is told how many are done, and of how many."""
    (encoded,) = encode_several([(document, passages)], encoder, progress)
    return encoded


def encode_several(
    documents: Sequence[tuple[Document, Sequence[Passage]]], encoder: Encoder, progress: Callable[[int, int], None]
) -> list[list[EncodedPassage]]:
    """The passages of several documents: encoded together, short ones take less time than one after the other."""
    encoded: list[list[EncodedPassage]] = [[] for _ in documents]
    placed = [(number, passage) for number, (_, passages) in enumerate(documents) for passage in passages]
    done = 0
    for some in _whole_paragraphs(placed):
        keys = [(number, passage.paragraph) for number, passage in some]
        texts = _encode(
            [(key, searched_text(documents[key[0]][0], one)) for key, (_, one) in zip(keys, some, strict=True)], encoder
        )
        translated = [
            (key, one.translation) for key, (_, one) in zip(keys, some, strict=True) if one.translation is not None
        ]
        translations = iter(_encode(translated, encoder))
        for (number, passage), text in zip(some, texts, strict=True):
            translation = None if passage.translation is None else next(translations)
            encoded[number].append(EncodedPassage(passage, text, translation, holds(passage)))
        done += len(some)
        progress(done, len(placed))
    return encoded


def encode_forms(words: Sequence[str], encoder: Encoder) -> list[Vectors]:
    """The vectors of the forms of each word: (forms, dimension) each."""
    written = [forms(word) for word in words]
    distinct = list(dict.fromkeys(form for some in written for form in some))
    vectors = dict(zip(distinct, np.asarray(encoder.encode_document(distinct), dtype=np.float32), strict=True))
    return [np.stack([vectors[form] for form in some]) for some in written]


def _whole_paragraphs(passages: Sequence[tuple[int, Passage]]) -> list[list[tuple[int, Passage]]]:
    """Passages, each with the number of its document, in batches that divide no paragraph, but one longer than a batch."""
    batches: list[list[tuple[int, Passage]]] = []
    for _, found in groupby(passages, key=lambda one: (one[0], one[1].paragraph)):
        paragraph = list(found)
        for first in range(0, len(paragraph), BATCH):
            some = paragraph[first : first + BATCH]
            if not batches or len(batches[-1]) + len(some) > BATCH:
                batches.append([])
            batches[-1].extend(some)
    return batches


def _encode(texts: Sequence[tuple[tuple[int, int], str]], encoder: Encoder) -> list[EncodedText]:
    """Texts, each with the numbers of its document and its paragraph, as what they are found by."""
    if not texts:
        return []
    paragraphs = [[text for _, text in some] for _, some in groupby(texts, key=lambda one: one[0])]
    spans = encode_spans(encoder, paragraphs)
    begin = np.searchsorted(spans.owner, np.arange(len(texts) + 1))
    wholes = iter(spans.paragraphs)
    return [
        EncodedText(
            spans.texts[place],
            spans.windows[begin[place] : begin[place + 1]],
            next(wholes) if place == 0 or texts[place - 1][0] != number else None,
            tuple(split_words(text)) or (_NO_WORD,),
        )
        for place, (number, text) in enumerate(texts)
    ]
