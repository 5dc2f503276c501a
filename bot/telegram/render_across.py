"""How a page of a timeline and of a comparison look in a message; what is returned has passed the check of ``verbatim``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.comparison.words import heading, title
from bot.answer.timeline_words import day_of, headline
from bot.telegram.render import with_citations
from bot.telegram.words import count, lines
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.comparison import Comparison
    from bot.answer.comparison.words import Part
    from bot.answer.timeline import Timeline
    from bot.answer.types import Citation
    from index.types import Language

LINES = 3
"""Lines of a timeline on a page."""

GROUPS = 2
"""Pairs of quotes of a comparison on a page; of what only one says twice as many quotes."""


def timeline_pages(timeline: Timeline) -> int:
    """How many pages a timeline has; one where nothing was found."""
    return max(1, -(-len(timeline.lines) // LINES))


def render_timeline(timeline: Timeline, page: int) -> str:
    """A page of a timeline, from 0; each line with the day of its event, its quote and who says it.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    language = timeline.language
    shown = timeline.lines[page * LINES : (page + 1) * LINES]
    told = [headline(timeline), *page_line(page, timeline_pages(timeline), language)]
    told += [f"[{number}] {day_of(line, language)}" for number, line in enumerate(shown, 1)]
    return quoted([line.citation for line in shown], told, language)


def comparison_pages(comparison: Comparison, part: Part) -> int:
    """How many pages a part of a comparison has; one where it is empty."""
    return max(1, -(-len(_groups(comparison, part)) // _size(part)))


def render_comparison(comparison: Comparison, part: Part, page: int) -> str:
    """A page of a part of a comparison, from 0; each pair of quotes with in what they differ.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    language, size = comparison.language, _size(part)
    groups = _groups(comparison, part)[page * size : (page + 1) * size]
    told = [
        title(comparison),
        heading(comparison, part),
        *page_line(page, comparison_pages(comparison, part), language),
    ]
    told += [f"[{2 * at + 1}] [{2 * at + 2}] {label}" for at, (label, _) in enumerate(groups) if label]
    return quoted([citation for _, citations in groups for citation in citations], told, language)


def _size(part: Part) -> int:
    return GROUPS if part in {"contradictions", "both"} else 2 * GROUPS


def _groups(comparison: Comparison, part: Part) -> list[tuple[str, tuple[Citation, ...]]]:
    """What stands together in a part, and in what it differs."""
    phrases = load(comparison.language)
    if part == "contradictions":
        return [(phrases.say(f"comparison.{one.kind}"), (one.one, one.other)) for one in comparison.contradictions]
    if part == "both":
        return [("", (one.one, one.other)) for one in comparison.both]
    return [("", (citation,)) for citation in (comparison.only_one if part == "one" else comparison.only_other)]


def page_line(page: int, pages: int, language: Language) -> list[str]:
    """Which page it is, from 0, where there are several."""
    return [load(language).say("timeline.page", page=page + 1, pages=pages)] if pages > 1 else []


def quoted(citations: Sequence[Citation], told: Sequence[str], language: Language) -> str:
    """Lines, and citations under them.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    html = lines("\n".join(told), language)
    return with_citations(html, citations, language, lambda left_out: count(language, "left_out", left_out))
