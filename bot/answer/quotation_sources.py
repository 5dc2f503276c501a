"""What a quote is looked for in: each document's text, and the aligned translation beside it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from bot.answer.attribution import attribute
from bot.answer.quotation_text import Words, read_words
from bot.answer.types import Citation, LabelledTranslation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.library import Library
    from index.types import AlignedSentence, Document, Language, Passage

Against = Literal["text", "translation"]


@dataclass(frozen=True)
class Source:
    """A text that may hold a quote.

    Attributes:
        document: The document that it is of.
        text: Its text, or the sentences of its translation in their order.
        against: Which of the two.
        sentences: Of a translation, its sentences.
        starts: Of a translation, where each of them begins in ``text``.
    """

    document: Document
    text: str
    against: Against
    sentences: tuple[AlignedSentence, ...] = ()
    starts: tuple[int, ...] = ()

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return read_words(self.text)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the document that ``text[start:end]`` is, or that it translates."""
        if not self.sentences:
            return start, end
        first, last = self._sentence(start), self._sentence(end - 1)
        return self.sentences[first].start, self.sentences[last].end

    def beside(self, start: int) -> int:
        """Where in ``text`` that begins which stands beside a citation of a stretch from ``start`` on."""
        return self.starts[self._sentence(start)] if self.starts else 0

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def sources_of(document: Document) -> Iterator[Source]:
    """The texts of a document."""
    yield Source(document, document.text, "text")
    if document.translation is not None and document.translation.sentences:
        sentences = document.translation.sentences
        starts = [0]
        for sentence in sentences:
            starts.append(starts[-1] + len(sentence.text) + 1)
        text = " ".join(sentence.text for sentence in sentences)
        yield Source(document, text, "translation", sentences, tuple(starts[:-1]))


class Citing:
    """Cites places of documents, each with who says it and its translation.

    Args:
        library: What holds the documents.
        language: The language that whoever says it is named in.
    """

    def __init__(self, library: Library, language: Language) -> None:
        self._library = library
        self._language = language
        self._passages: dict[str, list[Passage]] = {}

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document."""
        if document.id not in self._passages:
            self._passages[document.id] = self._library.passages(document)
        return self._passages[document.id]

    def together(self, source: Source) -> Callable[[int, int], bool]:
        """Tells whether two words of a source, by their numbers, stand in one passage."""
        starts = source.starts or tuple(passage.start for passage in self.passages(source.document))
        passages = [bisect_right(starts, start) for start in source.words.starts]
        return lambda one, other: passages[one] == passages[other]

    def cite(self, document: Document, start: int, end: int, *, whole: bool = False) -> Citation:
        """A citation of a stretch of a document, with the translation of its passages where it is all of them.

        Args:
            document: The document.
            start: The first offset in its text.
            end: One past the last.
            whole: Whether to cite all of the passages that it stands in.
        """
        passages = self.passages(document)
        covered = [passage for passage in passages if passage.start < end and start < passage.end]
        if whole and covered:
            start, end = min(start, covered[0].start), max(end, covered[-1].end)
        within = (start, min(end, covered[0].end)) if covered and start < covered[0].end else None
        said = attribute(document, passages, covered[0].number, self._language, within) if covered else None
        is_whole = bool(covered) and not (
            read_words(document.text[covered[0].start : start]).keys
            or read_words(document.text[end : covered[-1].end]).keys
        )
        return Citation(document, start, end, 0.0, said, _translation(document, covered) if is_whole else None)

    def cite_translated(self, source: Source, start: int, end: int) -> Citation:
        """A citation of what a stretch of a translation translates, beside these sentences of the translation."""
        citation = self.cite(source.document, *source.within(start, end))
        translation = source.document.translation
        if translation is None:
            return citation
        beside = [one for one in source.sentences if citation.start <= one.start and one.end <= citation.end]
        labelled = LabelledTranslation(" ".join(one.text for one in beside), translation.language, translation.by)
        return replace(citation, translation=labelled)


def _translation(document: Document, passages: Sequence[Passage]) -> LabelledTranslation | None:
    """The translation of a stretch, where each of its passages has one."""
    texts = [passage.translation for passage in passages if passage.translation is not None]
    if document.translation is None or not texts or len(texts) < len(passages):
        return None
    return LabelledTranslation(" ".join(texts), document.translation.language, document.translation.by)
