"""How an answer looks in a message: the answer first, then each cited passage, quoted and named.

Pure functions from values to HTML. What they return has passed the check of ``verbatim``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from bot.answer.compose import headline, publication_date, translator
from bot.answer.otherwise import with_otherwise
from bot.telegram.bidi import LRM, RLM, isolate_runs, mark
from bot.telegram.verbatim import MESSAGE_LIMIT, check, length, shown, survives
from bot.telegram.words import count, foreign, lines, one_line, say, several_lines
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.types import Answer, Citation
    from index.types import Language

Link = Callable[["Citation"], str | None]
"""Gives the address that opens a citation, if there is one."""

MOST_CITATIONS = 5
_LONGEST_ANSWER = 1000
_LONGEST_PREVIEW = 120
# Room for the line that tells of passages left out, with the empty line before it.
_RESERVE = 200


def nowhere(_: Citation) -> None:
    """No address."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A cited passage in a message: its HTML, and whether the quote is in it."""

    html: str
    quoted: bool


def render_answer(answer: Answer, *, with_buttons: bool = True, link: Link = nowhere) -> str:
    """The message for an answer, at most 4096 UTF-16 units after parsing.

    Passages that have no room are left out with a word; none is ever cut.

    Args:
        answer: What to tell.
        with_buttons: Whether the message has buttons, which show what was left out.
        link: Where the number of a citation leads.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    name = "left_out_buttons" if with_buttons else "left_out"
    language = answer.question.language
    citations, otherwise = with_otherwise(answer)
    html = "\n".join([_headline(answer), *(lines(line, language) for line in otherwise)])
    return with_citations(
        html, citations[:MOST_CITATIONS], language, lambda left_out: count(language, name, left_out), link
    )


def with_citations(
    html: str,
    citations: Sequence[Citation],
    language: Language,
    tell_left_out: Callable[[int], str],
    link: Link = nowhere,
) -> str:
    """A message with the citations under it that it has room for, at most ``MOST_CITATIONS``.

    Args:
        html: What stands above them.
        citations: Best first.
        language: The language of the message.
        tell_left_out: The words for so many that are left out, as HTML of less than 200 characters.
        link: Where the number of a citation leads.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    quoted: list[Citation] = []
    room = MESSAGE_LIMIT - _RESERVE
    alone = room - length(html)
    for number, citation in enumerate(citations, start=1):
        block = next(one for one in _blocks(citation, number, language, link) if length(one.html) + 2 <= alone)
        extended = f"{html}\n\n{block.html}"
        if number > MOST_CITATIONS or length(extended) > room:
            html = f"{html}\n\n{tell_left_out(len(citations) - number + 1)}"
            break
        html = extended
        quoted.extend([citation] if block.quoted else [])
    return check(html, quoted)


def render_context(citation: Citation, number: int, language: Language) -> str:
    """The message that shows a cited passage together with the passages around it.

    Args:
        citation: The wider stretch.
        number: The number that the passage has in the answer.
        language: The language of the answer.

    Raises:
        NotVerbatimError: The quote would not arrive as it stands in its document.
    """
    blocks = _blocks(citation, number, language, nowhere, expandable=False)
    block = next(one for one in blocks if length(one.html) <= MESSAGE_LIMIT)
    return check(block.html, [citation] if block.quoted else [])


def preview(answer: Answer) -> tuple[str, str]:
    """An answer in two short plain texts: a title, and what stands under it.

    The title is the answer where that is short: a value, or that there is none. Else it is the beginning of what the
    first passage says, with its source under it.
    """
    language = answer.question.language
    phrases = load(language)
    title, under = headline(answer), ""
    if answer.citations:
        first = answer.citations[0]
        under = first.quote
        if answer.status == "related":
            title = phrases.say("answer.related_title")
        elif answer.text != answer.lead:
            translation = first.translation
            title = translation.text if translation and translation.language == language else first.quote
            who = first.attribution
            under = phrases.say("answer.according", attribution=who.text) if who else first.document.title
    return one_line(title, _LONGEST_PREVIEW), one_line(under, _LONGEST_PREVIEW)


def _headline(answer: Answer) -> str:
    return lines(several_lines(headline(answer), _LONGEST_ANSWER), answer.question.language)


def _blocks(
    citation: Citation, number: int, language: Language, link: Link, *, expandable: bool = True
) -> Iterator[_Block]:
    """The ways to show a citation, the fullest first; the last is short."""
    heading = _heading(citation, number, language, link(citation))
    sendable = survives(citation.quote)
    if sendable:
        tag = "blockquote expandable" if expandable else "blockquote"
        before = "" if citation.quote.startswith((LRM, RLM)) else mark(citation.quote, citation.document.language)
        quote = f"{heading}\n<{tag}>{before}{escape(shown(citation.quote), quote=False)}</blockquote>"
        translation = citation.translation
        if translation is None or translation.language != language:
            yield _Block(quote, quoted=True)
        else:
            phrases = load(language)
            by = foreign(translator(translation, phrases), language)
            text = several_lines(translation.text, MESSAGE_LIMIT)
            translated = lines(phrases.say("answer.translation", by=by, text=text), language)
            yield _Block(f"{quote}\n{translated}", quoted=True)
            yield _Block(f"{quote}\n{say(language, 'translation_left_out')}", quoted=True)
    place = {"start": citation.start, "end": citation.end, "document": foreign(citation.document.id, language)}
    yield _Block(f"{heading}\n{say(language, 'too_long' if sendable else 'altered', **place)}", quoted=False)


def _heading(citation: Citation, number: int, language: Language, address: str | None) -> str:
    """Number, title, date and who says it, on one line."""
    document = citation.document
    title = foreign(document.title, language)
    after = [publication_date(citation, load(language))]
    if citation.attribution:
        who = isolate_runs(one_line(citation.attribution.text), language)
        after.append(load(language).say("answer.according", attribution=who))
    rest = " · ".join(after)
    plain = f"[{number}] {title} · {rest}"
    numbered = f'<a href="{escape(address)}">[{number}]</a>' if address else f"[{number}]"
    return f"{mark(plain, language)}{numbered} <b>{escape(title, quote=False)}</b> · {escape(rest, quote=False)}"
