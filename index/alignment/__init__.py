"""A translation that a person has beside a document becomes aligned with it, passage by passage, or is refused.

Written by hand: the aligners that are kept (hunalign, vecalign, bertalign) are programs with models of their own; here the
encoder that the library has anyway says what is alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.alignment.path import align
from index.alignment.types import Alignment, Bead
from index.errors import DocumentError
from index.passages import split_passages
from index.types import AlignedSentence, Document, Translation

if TYPE_CHECKING:
    from index.encoder import Encoder
    from index.types import Language, Passage

__all__ = ["LEAST_SCORE", "Aligned", "Alignment", "Bead", "align", "align_translation"]

MOST_PASSAGES = 3000
# Of tests/gold: whole translations have 0.68 and more, altered ones 0.54, texts on the same events and translations of
# others at most 0.26.
LEAST_SCORE = 0.4
NAMES = {"ar": "Arabic", "en": "English"}


@dataclass(frozen=True, slots=True)
class Aligned:
    """A translation that was aligned.

    Attributes:
        translation: As it stands beside the document.
        score: How surely it is its translation, 0 to 1.
        covered: How much of the characters of both stands in pairs, 0 to 1.
    """

    translation: Translation
    score: float
    covered: float


def align_translation(document: Document, text: str, language: Language, by: str, encoder: Encoder) -> Aligned:
    """A translation of a document, aligned with its passages.

    Two passages that the translation tells in one are one stretch of the text with it, so that neither is shown with words of the
    other.

    Args:
        document: The document.
        text: The whole translation.
        language: The language that it is in.
        by: Who made it, as a reader is to be told.
        encoder: Knows both languages.

    Raises:
        DocumentError: It is in the language of the document, too long, or no translation of it.
    """
    if language == document.language:
        raise DocumentError(
            f"the translation is in {NAMES[language]} as {document.id} is: give one in the other language"
        )
    source = _with_words(document)
    target = _with_words(Document(document.id, text, "", language))
    if max(len(source), len(target)) > MOST_PASSAGES:
        raise DocumentError(f"{document.id} and its translation may hold {MOST_PASSAGES} passages each: split them")
    if not source or not target:
        raise DocumentError("the translation is empty")
    alignment = align([one.text for one in source], [one.text for one in target], encoder)
    if alignment.score < LEAST_SCORE:
        raise DocumentError(
            f"what was given is no translation of {document.id}: they agree by {alignment.score:.0%},"
            f" and a translation by {LEAST_SCORE:.0%} or more; give the translation of the whole of this text"
        )
    sentences = tuple(
        AlignedSentence(
            source[bead.source[0]].start,
            source[bead.source[1] - 1].end,
            " ".join(one.text for one in target[slice(*bead.target)]),
        )
        for bead in alignment.beads
        if bead.is_pair
    )
    return Aligned(Translation(language, by, sentences), alignment.score, alignment.covered)


def _with_words(document: Document) -> list[Passage]:
    """The passages that hold words: a printed time has no translation."""
    return [one for one in split_passages(document) if one.kind != "byline" and re.search(r"[^\W\d_]", one.text)]
