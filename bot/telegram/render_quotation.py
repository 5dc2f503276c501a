"""How the check of a quote looks in a message: the verdict, what was changed, and the original, quoted and named."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.answer.quotation_compose import compare, headline
from bot.telegram.bidi import isolate_runs, mark
from bot.telegram.render import nowhere, with_citations
from bot.telegram.verbatim import MESSAGE_LIMIT, length
from bot.telegram.words import lines, one_line, say, several_lines
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.quotation import Match, QuotationCheck
    from bot.answer.quotation_compose import Shown, Side
    from bot.telegram.render import Link
    from index.types import Language

# The rest of a message is for the original.
_LONGEST_COMPARISON = 1800
_LONGEST_HEADLINE = 1000
_TAGS: dict[Side, tuple[str, str]] = {"both": ("", ""), "quote": ("<s>", "</s>"), "source": ("<u>", "</u>")}


def render_quotation(check: QuotationCheck, link: Link = nowhere) -> str:
    """The message for a checked quote, at most 4096 UTF-16 units after parsing.

    What only the quote has is struck out, what only the source has is underlined.

    Args:
        check: What was found.
        link: Where the number of a citation leads.

    Raises:
        NotVerbatimError: The original would not arrive as it stands in its document.
    """
    language = check.language
    parts = [lines(several_lines(headline(check), _LONGEST_HEADLINE), language)]
    if check.matches and (comparison := compare(check.matches[0])):
        html = _comparison(comparison, _language(check.matches[0]))
        fits = length(html) <= _LONGEST_COMPARISON
        parts.append(f"{html}\n{_legend(comparison, language)}" if fits else say(language, "comparison_left_out"))
    citations = [match.citation for match in check.matches]
    return with_citations("\n\n".join(parts), citations, language, lambda left_out: _left_out(left_out, language), link)


def _language(match: Match) -> Language:
    translation = match.citation.translation
    return translation.language if match.against == "translation" and translation else match.citation.document.language


def _comparison(comparison: Sequence[Shown], language: Language) -> str:
    """The comparison as one paragraph, in the direction of what the quote was found in."""
    html = "".join(f"{before}{_run(text, language)}{after}" for text, (before, after) in _tagged(comparison))
    return mark("".join(shown.text for shown in comparison), language) + html


def _tagged(comparison: Sequence[Shown]) -> list[tuple[str, tuple[str, str]]]:
    return [(shown.text, _TAGS[shown.side]) for shown in comparison]


def _run(text: str, language: Language) -> str:
    """A stretch of the comparison as HTML, without what could disturb the line that it stands in."""
    before, after = (" " if text[at].isspace() else "" for at in (0, -1))
    inner = one_line(text, MESSAGE_LIMIT)
    return escape(f"{before}{isolate_runs(inner, language)}{after}" if inner else " ", quote=False)


def _legend(comparison: Sequence[Shown], language: Language) -> str:
    """What struck out and underlined mean, for as much of it as there is."""
    sides = {shown.side for shown in comparison}
    told = [
        f"{before}{lines(load(language).say(f'quotation.only_{side}'), language)}{after}"
        for side, (before, after) in _TAGS.items()
        if side in sides and side != "both"
    ]
    return " · ".join(told)


def _left_out(number: int, language: Language) -> str:
    return lines(load(language).count("quotation.places_left_out", number), language)
