"""`readout compare`: two readouts of one call side by side, for a person or for a script."""

from __future__ import annotations

import sys
from itertools import count
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.answer.comparison import compare as compare_readouts
from bot.answer.comparison.words import PARTS, heading, pair_title, title
from bot.answer.event import event_day
from bot.answer.sides import pairs_of_same_call
from bot.cli.compare_record import ComparisonRecord
from bot.cli.options import LanguageOption, LibraryOption, open_library, read_settings
from bot.cli.show import own_directions, show_citation, show_line
from index.errors import ReadoutError
from prompts import load

if TYPE_CHECKING:
    from bot.answer.comparison import Comparison
    from bot.answer.types import Citation
    from index.library import Library
    from index.types import Language


def compare(
    one: Annotated[
        str | None, typer.Argument(help="A document's id; without any, the readouts of one call are listed.")
    ] = None,
    other: Annotated[str | None, typer.Argument(help="The id of another readout of the same call.")] = None,
    library: LibraryOption = None,
    language: LanguageOption = "en",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show two readouts of the same call side by side: contradictions, what both say, what only one says."""
    opened = open_library(read_settings(library), seeded=True)
    console = Console()
    if one is None:
        _offer(opened, language, console)
        return
    if other is None:
        raise ReadoutError("name two documents: `readout compare` alone lists those of the same call")
    if one == other:
        raise ReadoutError(load(language).say("comparison.same"))
    first, second = opened.document(one), opened.document(other)
    comparison = compare_readouts(opened, first, second, language)
    same = bool(pairs_of_same_call(opened, [first, second]))
    if as_json:
        sys.stdout.write(ComparisonRecord.of(comparison, same_event=same).model_dump_json() + "\n")
    else:
        _show(comparison, console, same_event=same)


def _offer(library: Library, language: Language, console: Console) -> None:
    """List the readouts that can be compared, each pair with the words to do it."""
    pairs = pairs_of_same_call(library, library.documents())
    with own_directions(console):
        show_line(
            console, Text(load(language).say("comparison.offer" if pairs else "comparison.offer_none"), style="bold")
        )
        for one, other in pairs:
            day = event_day(one, library.passages(one))
            show_line(console, Text(pair_title(one, other, day.day if day else None, language)))
            show_line(console, Text(f"readout compare {one.id} {other.id}", style="dim"), indent=4)


def _show(comparison: Comparison, console: Console, *, same_event: bool) -> None:
    numbers = count(1)
    with own_directions(console):
        show_line(console, Text(title(comparison), style="bold"))
        if not same_event:
            show_line(console, Text(load(comparison.language).say("comparison.not_same"), style="yellow"))
        for part in PARTS:
            show_line(console, Text(""))
            show_line(console, Text(heading(comparison, part), style="bold"))
            for label, citations in _groups(comparison, part):
                if label:
                    show_line(console, Text(""))
                    show_line(console, Text(label, style="bold yellow"))
                for citation in citations:
                    show_citation(citation, next(numbers), comparison.language, console)


def _groups(comparison: Comparison, part: str) -> list[tuple[str, list[Citation]]]:
    """What stands together in a part, and what it is called."""
    phrases = load(comparison.language)
    if part == "contradictions":
        return [(phrases.say(f"comparison.{one.kind}"), [one.one, one.other]) for one in comparison.contradictions]
    if part == "both":
        return [("", [one.one, one.other]) for one in comparison.both]
    return [("", [citation]) for citation in (comparison.only_one if part == "one" else comparison.only_other)]
