"""A quote and its source told piece by piece: what both have, and what only one of them has."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from bot.answer.quotation_nearest import left_out, likeness
from bot.answer.quotation_writing import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from bot.answer.quotation_alignment import Step
    from bot.answer.quotation_text import Words

PieceKind = Literal["kept", "rewritten", "replaced", "inserted", "missing", "left_out"]
_CHANGED: tuple[PieceKind, ...] = ("replaced", "inserted", "missing")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a quote and its source have, or that one of them has in place of the other's.

    Attributes:
        kind: ``kept``, the same words; ``rewritten``, the same words written otherwise; ``replaced`` by others;
            ``inserted``, only in the quote; ``missing``, only in the source; ``left_out``, the same where the quote has
            an ellipsis.
        quoted: As the quote has them; empty where it has none.
        original: As the source has them; empty where it has none.
        start: Where they begin in the source; where it has none, the place after which they were put.
        end: One past their end in the source.
    """

    kind: PieceKind
    quoted: str
    original: str
    start: int
    end: int

    @property
    def is_changed(self) -> bool:
        """Whether the words themselves are not the source's."""
        return self.kind in _CHANGED


def read_pieces(
    quoted: Words, source: Words, steps: Sequence[Step], breaks: frozenset[int], together: Callable[[int, int], bool]
) -> tuple[Piece, ...]:
    """The pieces of a quote, in its order.

    Args:
        quoted: The quote.
        source: What it is laid beside.
        steps: From the one to the other.
        breaks: Before which words of the quote an ellipsis stands.
        together: Whether two words of the source, by their numbers, stand in one passage.
    """
    mended = _within_passages(quoted, source, steps, together)
    elided = set(left_out(mended, breaks))
    kinds = [(_kind(quoted, source, step, elided, opening={0, *breaks}), step) for step in mended]
    pieces: list[Piece] = []
    after = next(source.starts[theirs] for _, theirs in steps if theirs is not None)
    for _, group in groupby(kinds, key=lambda one: "replaced" if one[0] in _CHANGED else one[0]):
        pieces.append(_piece(quoted, source, list(group), after))
        after = pieces[-1].end
    return tuple(pieces)


def _piece(quoted: Words, source: Words, group: Sequence[tuple[PieceKind, Step]], after: int) -> Piece:
    ours = [step[0] for _, step in group if step[0] is not None]
    theirs = [step[1] for _, step in group if step[1] is not None]
    kind = group[0][0]
    if kind in _CHANGED:
        kind = "replaced" if ours and theirs else "inserted" if ours else "missing"
    return Piece(
        kind=kind,
        quoted=quoted.written(ours[0], ours[-1]) if ours else "",
        original=source.written(theirs[0], theirs[-1]) if theirs else "",
        start=source.starts[theirs[0]] if theirs else after,
        end=source.ends[theirs[-1]] if theirs else after,
    )


def _kind(quoted: Words, source: Words, step: Step, elided: Container[int], opening: Container[int]) -> PieceKind:
    ours, theirs = step
    if theirs is None:
        return "inserted"
    if ours is None:
        return "left_out" if theirs in elided else "missing"
    word, original = quoted.keys[ours], source.keys[theirs]
    if word != original:
        return "rewritten" if ours in opening and original in joined(word) else "replaced"
    return "kept" if quoted.written(ours, ours) == source.written(theirs, theirs) else "rewritten"


def _within_passages(
    quoted: Words, source: Words, steps: Iterable[Step], together: Callable[[int, int], bool]
) -> list[Step]:
    """The steps; a first or last word that is not the source's has not replaced one of another passage."""
    mended = list(steps)
    for turn in (1, -1):
        row = mended[::turn]
        (ours, theirs), *others = row
        beside = next((step[1] for step in others if step[1] is not None), None)
        if ours is None or theirs is None or beside is None or likeness(quoted.keys[ours], source.keys[theirs]):
            continue
        if not together(theirs, beside):
            row[0] = (ours, None)
        mended = row[::turn]
    return mended
