"""What was found of a document, shown before it is saved: a person confirms it, corrects it, or leaves it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import typer
from rich.table import Column, Table
from rich.text import Text

from bot.cli.corrections import address, day, language, moment, parties, words
from bot.cli.show import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from index.alignment import Aligned
    from index.documents import Found
    from index.particulars import Particulars
    from index.types import Document

FIELDS: dict[str, Callable[[str], Any]] = {
    "title": lambda given: words("title", given),
    "issuer": lambda given: words("issuer", given),
    "side": lambda given: words("side", given),
    "parties": parties,
    "event": lambda given: day(given, "event"),
    "published": lambda given: moment(given, "published"),
    "language": language,
    "address": address,
}
_NEEDED = ("title", "language")
_NOTHING = "-"
_QUESTION = "Enter saves it, a number corrects a line, n leaves it out, a saves all that follow"


class Asking:
    """Asks of one document after the other, until all that follow are to be saved.

    Args:
        console: Where it is shown.
        read: Reads an answer to a prompt; raises EOFError where there is none.
    """

    def __init__(self, console: Console, read: Callable[[str], str] = input) -> None:
        self._console = console
        self._read = read
        self._all = False

    def ask(self, found: Found, aligned: Aligned | None = None) -> Document | None:
        """The document as it is to be saved, without its translation; None where it is left out."""
        if self._all or found.particulars is None:
            return found.document
        document, particulars = found.document, found.particulars
        while True:
            self._show(document, particulars, found, aligned)
            answer = self._answer(_QUESTION).casefold()
            if answer in {"", "y", "yes", "a", "all"}:
                self._all = answer in {"a", "all"}
                return document
            if answer in {"n", "no"}:
                return None
            if answer.isdecimal() and 1 <= int(answer) <= len(FIELDS):
                document = self._corrected(document, list(FIELDS)[int(answer) - 1])
                particulars = particulars.given(document)
            else:
                self._say(f"Give a number from 1 to {len(FIELDS)}, y, n or a.")

    def _corrected(self, document: Document, name: str) -> Document:
        """The document with another value in one place; as it was where that is none."""
        given = self._answer(f"{name} ({_NOTHING} for unknown, Enter keeps it)")
        if not given:
            return document
        if given == _NOTHING:
            if name in _NEEDED:
                self._say(f"A document needs its {name}.")
                return document
            unknown: dict[str, Any] = {name: () if name == "parties" else None}
            return replace(document, **unknown)
        try:
            return replace(document, **{name: FIELDS[name](given)})
        except typer.BadParameter as error:
            self._say(error.message)
            return document

    def _answer(self, prompt: str) -> str:
        try:
            return self._read(f"{prompt}: ").strip()
        except EOFError:
            raise typer.Abort from None

    def _say(self, told: str) -> None:
        self._console.print(Text(printable(told)))

    def _show(self, document: Document, particulars: Particulars, found: Found, aligned: Aligned | None) -> None:
        table = Table(
            Column("", no_wrap=True), Column("", no_wrap=True), Column("found", overflow="fold"), Column("where", no_wrap=True),
            title=Text(printable(" · ".join((found.source, *found.notes)))), title_justify="left",
        )  # fmt: skip
        for number, name in enumerate(FIELDS, 1):
            one = getattr(particulars, name)
            where = "" if one is None else one.where if one.sureness == "sure" else f"{one.where} (likely)"
            table.add_row(str(number), name, Text(printable(shown(getattr(document, name)))), where)
        if aligned is not None:
            table.add_row("", "translation", Text(printable(told(aligned))), "given")
        self._console.print(table)


def told(aligned: Aligned) -> str:
    """How a translation was aligned, in a line."""
    made = aligned.translation
    return (
        f"into {made.language}, by {made.by}: {len(made.sentences)} stretches aligned, alignment score {aligned.score:.2f},"
        f" {aligned.covered:.0%} of both texts"
    )


def shown(value: object) -> str:
    """A particular as a person reads and writes it; empty where it is unknown."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M" if value.hour or value.minute else "%Y-%m-%d")
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
