"""The words of a checked quote, from the phrases in ``prompts/``, and the quote laid beside its source."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from babel.lists import format_list

from bot.answer.compose import translator
from bot.answer.quotation import FEWEST_LETTERS, FEWEST_WORDS, MOST_CHARACTERS
from bot.answer.quotation_text import read_words
from bot.answer.values import show_date
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.quotation import Match, QuotationCheck
    from bot.answer.quotation_pieces import Piece
    from prompts import Phrases

Side = Literal["both", "quote", "source"]
_BEFORE_AND_AFTER = 6
_ELIDED = " … "


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of a comparison: what both have, or what only the quote or only the source has."""

    side: Side
    text: str


def headline(check: QuotationCheck) -> str:
    """What is said of a quote, above where it stands."""
    phrases = load(check.language)
    if check.verdict in {"too_short", "too_long"}:
        limits = {"words": FEWEST_WORDS, "letters": FEWEST_LETTERS, "limit": MOST_CHARACTERS}
        return phrases.say(f"quotation.{check.verdict}", **limits)
    if check.matches:
        return _found(check, check.matches[0], phrases)
    if not check.searched.documents:
        return phrases.say("answer.empty_library")
    until = check.searched.until
    told = phrases.say("answer.until", date=show_date(until, phrases.language)) if until else ""
    return phrases.count("quotation.absent", check.searched.documents, until=told)


def _found(check: QuotationCheck, match: Match, phrases: Phrases) -> str:
    fields: dict[str, object] = {}
    name = f"quotation.{check.verdict}"
    translation = match.citation.translation
    if match.against == "translation" and translation is not None:
        name, fields["by"] = f"{name}_translated", translator(translation, phrases)
    names = [phrases.say(f"quotation.{difference}") for difference in sorted(check.differences)]
    differ = format_list(names, locale=phrases.language)
    if check.verdict == "otherwise":
        return phrases.count(name, len(check.matches), differences=differ, **fields)
    if check.verdict != "abridged":
        changes = sum(piece.is_changed for piece in match.pieces)
        return phrases.count(name, changes or len(check.matches), **fields)
    elided = sum(len(read_words(piece.original).keys) for piece in match.pieces if piece.kind == "left_out")
    told = phrases.count(name, elided, **fields) if elided else phrases.say(name.replace("abridged", "cut"), **fields)
    return f"{told} {phrases.say('quotation.also', differences=differ)}" if names else told


def compare(match: Match) -> tuple[Shown, ...]:
    """A quote laid beside its source, in the order of the quote; nothing where no word of the two looks different.

    What both have is in the source's writing, with its punctuation; long stretches of it, and of what an ellipsis stands
    for, are cut in the middle.
    """
    if all(piece.kind == "kept" for piece in match.pieces):
        return ()
    parts = [shown for number, piece in enumerate(match.pieces) for shown in _laid_out(match, number, piece)]
    return tuple(
        Shown(side, "".join(shown.text for shown in run)) for side, run in groupby(parts, key=lambda shown: shown.side)
    )


def _laid_out(match: Match, number: int, piece: Piece) -> Iterator[Shown]:
    """A piece, with what stands in the source between it and the piece before it."""
    before = match.pieces[number - 1] if number else None
    if before is not None:
        between = match.source[before.end : piece.start] if piece.original else ""
        yield Shown("both", between or " ")
    if piece.kind == "kept":
        is_last = number == len(match.pieces) - 1
        yield Shown("both", _elided(piece.original, from_start=before is not None, to_end=not is_last))
        return
    if piece.quoted:
        yield Shown("quote", piece.quoted)
    if piece.quoted and piece.original:
        yield Shown("both", " ")
    if piece.original:
        yield Shown("source", _elided(piece.original) if piece.kind == "left_out" else piece.original)


def _elided(text: str, *, from_start: bool = True, to_end: bool = True) -> str:
    """A text of some words, cut in the middle, or where nothing stands beside it, if it is long."""
    words = read_words(text)
    beginning, end = _BEFORE_AND_AFTER * from_start, _BEFORE_AND_AFTER * to_end
    if len(words.keys) <= 2 * (beginning + end):
        return text
    shown = text[: words.ends[beginning - 1]] if beginning else ""
    return shown + (_ELIDED if beginning and end else "…") + (text[words.starts[-end] :] if end else "")
