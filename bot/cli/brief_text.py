"""A briefing in a terminal, and as it is when it is piped: the same words, without a colour or a fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bot.answer.briefing import words
from bot.cli.show import own_directions, show_line, show_quote, show_translation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from bot.answer.briefing.types import Briefing, Cited, Line
    from index.types import Language

_INDENT = 4
_BESIDE = 8


def show_briefing(briefing: Briefing, console: Console) -> None:
    """Print a briefing: its sections, each line with who says it, its quote and its place."""
    languages = briefing.request.languages
    with own_directions(console):
        for language in languages:
            above = f"{words.title(briefing, language)} · {words.extent(briefing, language)}"
            show_line(console, Text(above, style="bold"))
        number = 0
        for section in briefing.sections:
            show_line(console, Text(""))
            show_line(
                console, Text(" · ".join(words.heading(section.subject, one) for one in languages), style="bold cyan")
            )
            for line in section.lines:
                number += 1
                show_line(console, Text(""))
                _show(line, number, languages, console)
        for language in languages:
            if said := " ".join(words.closing(briefing, language)):
                show_line(console, Text(""))
                show_line(console, Text(said, style="dim"))


def _show(line: Line, number: int, languages: Sequence[Language], console: Console) -> None:
    _show_cited(line.told, f"[{number}] ", languages, console, 0)
    for cited in line.same:
        for place, language in enumerate(languages):
            told = f"{words.same(language)} {words.source(cited, place, language)}"
            show_line(console, Text(told, style="cyan"), indent=_INDENT)
        show_line(console, Text(_place(cited), style="dim"), indent=_BESIDE)
    for cited in line.other_side:
        show_line(console, Text(" · ".join(words.other_side(one) for one in languages)), indent=_INDENT)
        _show_cited(cited, "", languages, console, _INDENT)
    for document in line.silent:
        for language in languages:
            show_line(console, Text(words.silent(document, language)), indent=_INDENT)


def _show_cited(cited: Cited, mark: str, languages: Sequence[Language], console: Console, indent: int) -> None:
    for place, language in enumerate(languages):
        show_line(console, Text(mark + words.source(cited, place, language), style="cyan"), indent=indent)
    show_quote(cited.citation, languages[0], console, indent + _INDENT)
    for language in languages:
        show_translation(cited.citation, language, console, indent + _INDENT)
    show_line(console, Text(_place(cited), style="dim"), indent=indent + _INDENT)


def _place(cited: Cited) -> str:
    citation = cited.citation
    return f"{citation.document.id}:{citation.start}-{citation.end}"
