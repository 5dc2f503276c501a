"""A question read once, and laid against a channel: the computations over all passages, which every signal reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.abilities import encode_both, rarity, unit
from index.query import KINDS, asking_phrase, asks, focus, without_lead
from index.vocabulary import Words, gather
from index.words import forms, is_content, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.collection import Channel, Flags, Ints
    from index.encoder import Encoder, Vectors
    from index.learned import Learned
    from index.types import Language
    from index.vocabulary import Vocabulary

_FLOOR = 0.15
_USUAL_RARITY = 10.0
# Before a phrase of a question among what is remembered: a question is no text, though it may have the same words.
_ASKED = "\n"


@dataclass(frozen=True, slots=True)
class Expected:
    """What the answer of a question is expected to be.

    Attributes:
        kinds: The chance of each kind of thing.
        prior: What is usual of each.
        vector: Of the answer's words, on the axes of the vocabulary.
    """

    kinds: Vectors
    prior: Vectors
    vector: Vectors


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, read. Its vectors are centred and of unit length.

    Attributes:
        text: The question.
        language: The language that it is in.
        kind: One of ``index.query.KINDS``.
        words: Its content words.
        kinds: What each of them names: (words, kinds).
        rarity: How rare each is in general.
        focus: The places of the words that the answer is an instance of.
        vector: Of the question.
        plain: Of the question without its question words.
        expected: None where nothing was learned for the encoder.
        like: How alike each word is to each word of the library: (words, vocabulary).
        vocabulary: The library's words.
    """

    text: str
    language: Language
    kind: str
    words: Words
    kinds: Vectors
    rarity: Vectors
    focus: tuple[int, ...]
    vector: Vectors
    plain: Vectors
    expected: Expected | None
    like: Vectors
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Match:
    """A question laid against the n passages of a channel.

    Attributes:
        question: The question.
        found: How surely each of its words is in each passage, without the noise of unlike words: (words, n).
        sure: The same for counting: 0 below a likeness of 0.4, 1 from 0.9 on.
        title_found: The same as ``found``, of each passage's document's title.
        weight: What each word weighs: (words,).
        cosine: Of each passage: (n,).
        inside: Which passages are looked at: (n,). What is counted over passages is counted over these.
    """

    question: Reading
    found: Vectors
    sure: Vectors
    title_found: Vectors
    weight: Vectors
    cosine: Vectors
    inside: Flags


def read(
    text: str,
    language: Language,
    vocabulary: Vocabulary,
    encoder: Encoder,
    learned: Learned,
    *,
    context: str = "",
    known: Flags | None = None,
) -> Reading:
    """Read a question; what it asks for is read off itself, not off the context that it leans on.

    Args:
        text: The question.
        language: The language that it is in.
        vocabulary: The library's words.
        encoder: The encoder of their vectors.
        learned: What was learned for it.
        context: The question before it, where it leans on that.
        known: Which words of the vocabulary there are for whoever asks; all where None.
    """
    asking, text = text, f"{context} {text}" if context else text
    distinct = list(dict.fromkeys(split_words(text))) or ["."]
    content = [word for word in distinct if is_content(word)] or distinct
    head = focus(asking, language)
    phrases = [text, without_lead(text, language), asking_phrase(asking, language), " ".join(head) or text]
    vectors, word_vectors = _encode(phrases, content, vocabulary, encoder)
    centred = unit(vectors - learned.means.question[int(language == "ar")])
    if not head:
        centred[3] = 0
    words = gather(content, word_vectors)
    kind = asks(asking, language)
    return Reading(
        text, language, kind, words, words.kinds(learned), rarity(encoder, content),
        tuple(place for place, word in enumerate(content) if word in head),
        centred[0], centred[1], _expect(learned, kind, centred), vocabulary.likeness(words, known), vocabulary,
    )  # fmt: skip


def lay(question: Reading, channel: Channel, inside: Flags | None = None) -> Match:
    """Lay a question against a channel, of which these passages are looked at; all where None."""
    inside = np.ones(channel.size, dtype=np.bool_) if inside is None else inside
    best = channel.holdings.best(question.like)
    sure = np.clip((best - 0.4) / 0.5, 0, 1)
    frequency = (sure if inside.all() else sure[:, inside]).sum(axis=1)
    idf = np.log(1 + (int(inside.sum()) - frequency + 0.5) / (frequency + 0.5))
    titles = np.maximum.reduceat(question.like[:, channel.titles], channel.title_start, axis=1)
    return Match(
        question, firm(best), sure, firm(titles)[:, channel.document],
        np.asarray(idf * np.sqrt(question.rarity / _USUAL_RARITY), dtype=np.float32), channel.dense.cosines(question.vector),
        inside,
    )  # fmt: skip


def firm(like: Vectors) -> Vectors:
    """Likeness with the noise taken off: 0 to 1."""
    return np.asarray(np.clip((like - _FLOOR) / (1 - _FLOOR), 0, 1), dtype=np.float32)


def question_inputs(kind: str, centred: Vectors) -> Vectors:
    """What the expectation of an answer is made from: the vectors of question, asking phrase and focus, the kind, one."""
    told = np.array([kind == one for one in KINDS], dtype=np.float32)
    return np.concatenate([centred[0], centred[2], centred[3], told, np.ones(1, dtype=np.float32)])


def _expect(learned: Learned, kind: str, centred: Vectors) -> Expected | None:
    if learned.expectation is None:
        return None
    inputs = question_inputs(kind, centred)
    kinds = inputs @ learned.expectation.kinds
    vector = unit(inputs @ learned.expectation.vector)
    return Expected(kinds, learned.expectation.prior, vector if learned.axes is None else vector @ learned.axes)


def _encode(
    phrases: Sequence[str], words: Sequence[str], vocabulary: Vocabulary, encoder: Encoder
) -> tuple[Vectors, Vectors]:
    """The vectors of phrases, and those of the forms of words: what is known, or was asked lately, is not encoded again."""
    wanted = [form for word in words for form in forms(word)]
    known = {form: vector for form in wanted if (vector := vocabulary.vector(form)) is not None}
    new = list(dict.fromkeys(form for form in wanted if form not in known))
    # One question is asked of several parts of a library, one after the other.
    told = {phrase: vector for phrase in phrases if (vector := vocabulary.vector(_ASKED + phrase)) is not None}
    distinct = list(dict.fromkeys(phrase for phrase in phrases if phrase not in told))
    if distinct or new:
        found, encoded = encode_both(encoder, distinct or list(phrases[:1]), new)
    else:
        found = encoded = np.zeros((0, 0), dtype=np.float32)
    for phrase, vector in zip(distinct, found, strict=False):
        told[phrase] = vector
        vocabulary.remember(_ASKED + phrase, vector)
    for form, vector in zip(new, encoded, strict=True):
        known[form] = vector
        vocabulary.remember(form, vector)
    return np.stack([told[phrase] for phrase in phrases]), np.stack([known[form] for form in wanted])


def words_at(match: Match, channel: Channel, at: Ints) -> tuple[Vectors, Ints, Ints]:
    """The words of some passages, one after the other.

    Returns:
        How alike each word of the question is to each of them, (words, t); their places in the vocabulary, (t,); and
        where those of each passage begin, (len(at),).
    """
    lengths = channel.length[at]
    begin = np.cumsum(lengths) - lengths
    places = channel.words[np.repeat(channel.word_start[at] - begin, lengths) + np.arange(int(lengths.sum()))]
    return match.question.like[:, places], places, begin
