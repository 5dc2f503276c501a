"""`readout quote`: whether a text stands in the library word for word, for a person or for a script."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.answer.quotation import MOST_CHARACTERS, check_quotation
from bot.answer.quotation_compose import compare, headline
from bot.cli.options import LibraryOption, open_library, read_settings
from bot.cli.quote_record import QuotationRecord
from bot.cli.show import own_directions, show_citation, show_line
from index.errors import ReadoutError
from prompts import load

if TYPE_CHECKING:
    from bot.answer.quotation import QuotationCheck, Verdict
    from bot.answer.quotation_compose import Shown, Side

# 1 and 2 are taken by what goes wrong.
_NOT_EXACT, _ABSENT = 3, 4
_STATUS: dict[Verdict, int] = {"exact": 0, "absent": _ABSENT}
# As in `wdiff`, so that it can be read where nothing is coloured or struck out.
_MARKS: dict[Side, tuple[str, str, str]] = {
    "both": ("", "", ""), "quote": ("[-", "-]", "bold red strike"), "source": ("{+", "+}", "bold green"),
}  # fmt: skip
# Enough for what is not too long in any encoding, with white space around; what is longer is refused as it stands.
_LONGEST_INPUT = 16 * MOST_CHARACTERS


def quote(
    text: Annotated[str, typer.Argument(help="The quote, in Arabic or English; - reads it from standard input.")],
    library: LibraryOption = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Check whether a text stands in the library word for word.

    Exit status: 0 where it does, byte for byte; 3 where it stands there written otherwise, abridged or altered; 4 where it
    is not there; 1 where it cannot be checked.
    """
    given = _read() if text == "-" else text.encode("utf-8", "replace").decode()
    opened = open_library(read_settings(library), seeded=True)
    started = time.perf_counter()
    check = check_quotation(opened, given)
    if check.verdict in {"too_short", "too_long"}:
        raise ReadoutError(headline(check))
    if as_json:
        record = QuotationRecord.of(check, headline(check), time.perf_counter() - started)
        sys.stdout.write(record.model_dump_json() + "\n")
    else:
        _show(check, Console())
    raise typer.Exit(_STATUS.get(check.verdict, _NOT_EXACT))


def _read() -> str:
    if sys.stdin is None:
        raise ReadoutError("standard input is closed: give the quote to it")
    return sys.stdin.buffer.read(_LONGEST_INPUT).decode("utf-8", errors="replace")


def _show(check: QuotationCheck, console: Console) -> None:
    """Print the verdict, what was changed, and every place with its citation."""
    with own_directions(console):
        show_line(console, Text(headline(check), style="bold"))
        if check.matches and (comparison := compare(check.matches[0])):
            show_line(console, Text(""))
            show_line(console, Text.assemble(*(_marked(shown.side, shown.text) for shown in comparison)), indent=4)
            show_line(console, _legend(check, comparison), indent=4)
        for number, match in enumerate(check.matches, 1):
            show_citation(match.citation, number, check.language, console)


def _legend(check: QuotationCheck, comparison: tuple[Shown, ...]) -> Text:
    sides = sorted({shown.side for shown in comparison} - {"both"})
    told = [_marked(side, load(check.language).say(f"quotation.only_{side}")) for side in sides]
    return Text(" ").join(Text(*one) for one in told)


def _marked(side: Side, text: str) -> tuple[str, str]:
    """A stretch between its marks, on one line, and its style."""
    before, after, style = _MARKS[side]
    spaced = "".join(" " if character.isspace() else character for character in text)
    return f"{before}{spaced}{after}", style
