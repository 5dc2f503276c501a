"""The check of a quote: whether a text stands in the library word for word, where, and if it does not, what was changed.

Words are found however they are written; the verdict is by the byte. Nothing is "exact" that is not
``document.text[start:end]``, or a stretch of an aligned translation, which is told apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from bot.answer.quotation_nearest import find_nearest
from bot.answer.quotation_pieces import Piece, read_pieces
from bot.answer.quotation_places import find_exact, find_same_words
from bot.answer.quotation_sources import Citing, sources_of
from bot.answer.quotation_text import bare, breaks, differences, read_words
from bot.answer.types import Searched
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.quotation_alignment import Step
    from bot.answer.quotation_nearest import Nearest
    from bot.answer.quotation_places import Place
    from bot.answer.quotation_sources import Against, Source
    from bot.answer.quotation_text import Words
    from bot.answer.quotation_writing import Difference
    from bot.answer.types import Citation
    from index.library import Library
    from index.types import Language

Verdict = Literal["exact", "otherwise", "abridged", "altered", "absent", "too_short", "too_long"]

FEWEST_WORDS = 3
FEWEST_LETTERS = 12
MOST_CHARACTERS = 2000


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a quote stands, or what comes nearest to it.

    Attributes:
        against: Whether that is the text of a document or its aligned translation.
        start: The first offset in ``source``.
        end: One past the last.
        citation: The original: that stretch of a text or, where words were changed, the passages it stands in; of a
            translation the passages that it translates.
        pieces: The quote laid beside the source, with offsets in ``source``.
    """

    against: Against
    start: int
    end: int
    citation: Citation
    pieces: tuple[Piece, ...]

    @property
    def source(self) -> str:
        """What the offsets are of: the document's text, or the translation that stands beside the citation."""
        translation = self.citation.translation
        return translation.text if self.against == "translation" and translation else self.citation.document.text


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """The outcome of checking a quote.

    Attributes:
        quote: What was checked: the text given, without outer white space and quotation marks.
        language: The language to tell it in.
        verdict: ``exact``, byte for byte; ``otherwise``, the same words written otherwise; ``abridged``, the same words
            but for what an ellipsis stands for; ``altered``; ``absent``, nothing comes near; or not checked because it
            is ``too_short`` or ``too_long``.
        matches: Where: all places of an exact or otherwise written quote, the nearest place of another.
        differences: How the writing differs, where the words are the same.
        searched: What was looked through.
    """

    quote: str
    language: Language
    verdict: Verdict
    matches: tuple[Match, ...]
    differences: frozenset[Difference]
    searched: Searched


def check_quotation(library: Library, text: str, language: Language | None = None) -> QuotationCheck:
    """Check a quote against every document of a library, and against their translations.

    Args:
        library: What is searched.
        text: The quote; outer white space and quotation marks are not of it.
        language: The language to tell the outcome in; that of the quote where None.
    """
    quote = bare(text)
    count, latest = library.extent()
    told_in = language or detect_language(quote[:MOST_CHARACTERS])
    nothing = QuotationCheck(
        quote, told_in, "absent", (), frozenset(), Searched(count, latest.date() if latest else None)
    )
    if len(quote) > MOST_CHARACTERS:
        return replace(nothing, verdict="too_long")
    words = read_words(quote)
    told = [word for word in words.keys if any(map(str.isalnum, word))]
    if len(told) < FEWEST_WORDS or sum(map(len, told)) < FEWEST_LETTERS:
        return replace(nothing, verdict="too_short")
    sources = [source for document in library.documents() for source in sources_of(document)]
    citing = Citing(library, told_in)
    if places := _places(words, sources):
        matches = tuple(_found(citing, words, place) for place in places)
        differ = frozenset().union(*(place.differences for place in places))
        return replace(nothing, verdict="otherwise" if differ else "exact", matches=matches, differences=differ)
    sources.sort(key=lambda source: source.against)
    nearest = find_nearest(words, breaks(words), sources)
    return nothing if nearest is None else _judge(nothing, citing, words, nearest)


def _places(quoted: Words, sources: Sequence[Source]) -> list[Place]:
    """Where a quote stands: the words of a document go before those of a translation, and exact ones before others."""
    against: tuple[Against, ...] = ("text", "translation")
    # What has an ellipsis is told as abridged, even where nothing is left out.
    for find in (find_exact,) if breaks(quoted) else (find_exact, find_same_words):
        for kind in against:
            searched = (source for source in sources if source.against == kind)
            if places := [place for source in searched for place in find(quoted, source)]:
                return places
    return []


def _found(citing: Citing, quoted: Words, place: Place) -> Match:
    """A place that has the words of a quote one after another."""
    if not place.differences:
        kept = Piece("kept", quoted.text, quoted.text, place.start, place.end)
        return _match(citing, place.source, place.start, place.end, [kept])
    steps = [(number, place.first + number) for number in range(len(quoted.keys))]
    pieces = read_pieces(quoted, place.source.words, steps, frozenset(), citing.together(place.source))
    return _match(citing, place.source, place.start, place.end, pieces)


def _judge(nothing: QuotationCheck, citing: Citing, quoted: Words, nearest: Nearest) -> QuotationCheck:
    """What to say of a quote whose words do not stand one after another anywhere."""
    source, marked = nearest.source, breaks(quoted)
    pieces = read_pieces(quoted, source.words, nearest.steps, marked, citing.together(source))
    is_altered = any(piece.is_changed for piece in pieces)
    start = next(piece.start for piece in pieces if piece.original)
    end = next(piece.end for piece in reversed(pieces) if piece.original)
    match = _match(citing, source, start, end, pieces, whole=is_altered)
    if is_altered:
        return replace(nothing, verdict="altered", matches=(match,))
    return replace(
        nothing, verdict="abridged", matches=(match,), differences=_writing(quoted, source.words, nearest.steps)
    )


def _writing(quoted: Words, source: Words, steps: Sequence[Step]) -> frozenset[Difference]:
    """How the writing differs in the stretches of an abridged quote."""
    differ: frozenset[Difference] = frozenset()
    for is_left_out, run in groupby(steps, key=lambda step: step[0] is None):
        pairs = [(ours, theirs) for ours, theirs in run if ours is not None and theirs is not None]
        if not is_left_out:
            (first, beside), (last, end) = pairs[0], pairs[-1]
            differ |= differences(quoted.part(first, last), source.part(beside, end))
    return differ


def _match(
    citing: Citing, source: Source, start: int, end: int, pieces: Sequence[Piece], *, whole: bool = False
) -> Match:
    if source.against == "text":
        citation = citing.cite(source.document, start, end, whole=whole)
        return Match("text", start, end, citation, tuple(pieces))
    away = source.beside(start)
    moved = tuple(replace(piece, start=piece.start - away, end=piece.end - away) for piece in pieces)
    return Match("translation", start - away, end - away, citing.cite_translated(source, start, end), moved)
