"""How a briefing looks in messages: split between lines, numbered, each quote whole and checked."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from bot.answer.briefing import words
from bot.answer.compose import translator
from bot.answer.types import Citation
from bot.telegram.bidi import LRM, RLM, mark
from bot.telegram.render import Link, nowhere
from bot.telegram.verbatim import MESSAGE_LIMIT, check, length, shown, survives
from bot.telegram.words import foreign, lines, one_line, say, several_lines
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answer.briefing.types import Briefing, Cited, Line
    from index.corrections import Change
    from index.types import Document, Language

# What the numbering and a line above may take, and what a heading may.
_ROOM = MESSAGE_LIMIT - 400
_LONGEST_PIECE = _ROOM - 300
_LONGEST_ATTRIBUTION = 400


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is never split: its HTML, and the citations whose quotes are in it."""

    html: str
    quoted: tuple[Citation, ...] = ()


def render_briefing(briefing: Briefing, link: Link = nowhere, above: Sequence[str] = ()) -> tuple[str, ...]:
    """The messages of a briefing, each at most 4096 UTF-16 units after parsing.

    Args:
        briefing: What to tell.
        link: Where the number of a line leads.
        above: What stands above all, as HTML.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    languages = briefing.request.languages
    title = "\n".join(
        f"<b>{lines(one_line(words.title(briefing, one)), one)}</b>\n{lines(words.extent(briefing, one), one)}"
        for one in languages
    )
    blocks: list[list[_Piece]] = [[_Piece("\n".join([*above, "", title] if above else [title]))]]
    number = 0
    for section in briefing.sections:
        heading = " · ".join(words.heading(section.subject, one) for one in languages)
        before = f"<b>{lines(heading, languages[0])}</b>\n"
        for line in section.lines:
            number += 1
            first, *others = _line(line, number, languages, link)
            blocks.append([_Piece(before + first.html, first.quoted), *others])
            before = ""
    closing = [lines(" ".join(said), one) for one in languages if (said := words.closing(briefing, one))]
    blocks += [[_Piece(f"<i>{html}</i>")] for html in closing]
    return _numbered(_packed(blocks), languages[0])


def render_correction(
    old: Document, new: Document, changes: Iterable[Change], languages: Sequence[Language]
) -> tuple[str, ...]:
    """The messages that show passages of a document that was corrected, old beside new.

    Args:
        old: The version before.
        new: The one that replaced it.
        changes: Of the passages that were quoted; each has a place in the version before.
        languages: Those that it is told in.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    titles = [say(one, "schedule.corrected", title=foreign(new.title, one)) for one in languages]
    blocks = [[_Piece("\n".join(titles))]]
    for change in changes:
        if change.old is None:
            continue
        was = "\n".join(say(one, "schedule.was") for one in languages)
        pieces = [_quoted(_cite(old, *change.old), was, languages)]
        if change.new is None:
            pieces.append(_Piece("\n".join(say(one, "schedule.gone") for one in languages)))
        else:
            now = "\n".join(say(one, "schedule.now") for one in languages)
            pieces.append(_quoted(_cite(new, *change.new), now, languages))
        blocks.append(pieces)
    return _numbered(_packed(blocks), languages[0])


def _line(line: Line, number: int, languages: Sequence[Language], link: Link) -> Iterator[_Piece]:
    address = link(line.told.citation)
    first = _cited(line.told, languages, f"[{number}] ")
    if address:
        linked = first.html.replace(f"[{number}]", f'<a href="{escape(address)}">[{number}]</a>', 1)
        first = _Piece(linked, first.quoted)
    yield first
    for cited in line.same:
        told = [lines(f"{words.same(one)} {_source(cited, place, one)}", one) for place, one in enumerate(languages)]
        yield _Piece("\n".join(told))
    for cited in line.other_side:
        before = "\n".join(lines(words.other_side(one), one) for one in languages)
        beside = _cited(cited, languages, "")
        yield _Piece(f"{before}\n{beside.html}", beside.quoted)
    for document in line.silent:
        yield _Piece("\n".join(lines(words.silent(document, one), one) for one in languages))


def _cited(cited: Cited, languages: Sequence[Language], number: str) -> _Piece:
    sources = [
        lines((number if place == 0 else "") + _source(cited, place, one), one) for place, one in enumerate(languages)
    ]
    return _quoted(cited.citation, "\n".join(sources), languages)


def _source(cited: Cited, place: int, language: Language) -> str:
    return one_line(words.source(cited, place, language), _LONGEST_ATTRIBUTION)


def _quoted(citation: Citation, above: str, languages: Sequence[Language]) -> _Piece:
    """A quote with its translation, as far as a message holds them; else where it stands."""
    quote, language = citation.quote, languages[0]
    place = {"start": citation.start, "end": citation.end, "document": foreign(citation.document.id, language)}
    if not survives(quote):
        return _Piece(f"{above}\n{say(language, 'altered', **place)}")
    before = "" if quote.startswith((LRM, RLM)) else mark(quote, citation.document.language)
    html = f"{above}\n<blockquote>{before}{escape(shown(quote), quote=False)}</blockquote>"
    if length(html) > _LONGEST_PIECE:
        return _Piece(f"{above}\n{say(language, 'too_long', **place)}")
    translation = citation.translation
    if translation is not None and translation.language in languages:
        phrases = load(translation.language)
        by = foreign(translator(translation, phrases), translation.language)
        text = several_lines(translation.text, MESSAGE_LIMIT)
        told = lines(phrases.say("answer.translation", by=by, text=text), translation.language)
        fits = length(f"{html}\n{told}") <= _LONGEST_PIECE
        html = f"{html}\n{told if fits else say(translation.language, 'translation_left_out')}"
    return _Piece(html, (citation,))


def _cite(document: Document, start: int, end: int) -> Citation:
    return Citation(document, start, end, 0.0)


def _packed(blocks: Iterable[Sequence[_Piece]]) -> list[_Piece]:
    """Messages of whole blocks; of a block that no message holds, of whole pieces."""
    found: list[_Piece] = []

    def put(html: str, quoted: tuple[Citation, ...], separator: str) -> None:
        if found and length(found[-1].html) + len(separator) + length(html) <= _ROOM:
            last = found.pop()
            found.append(_Piece(f"{last.html}{separator}{html}", (*last.quoted, *quoted)))
        else:
            found.append(_Piece(html, quoted))

    for block in blocks:
        whole = "\n".join(one.html for one in block)
        if length(whole) <= _ROOM:
            put(whole, tuple(citation for one in block for citation in one.quoted), "\n\n")
        else:
            for at, one in enumerate(block):
                put(one.html, one.quoted, "\n" if at else "\n\n")
    return found


def _numbered(messages: Sequence[_Piece], language: Language) -> tuple[str, ...]:
    parts = len(messages)
    checked = [check(one.html, one.quoted) for one in messages]
    if parts == 1:
        return tuple(checked)
    return tuple(
        f"<i>{say(language, 'schedule.part', part=number, parts=parts)}</i>\n\n{html}"
        for number, html in enumerate(checked, start=1)
    )
