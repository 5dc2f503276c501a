"""What a person says of a document that is added, in place of what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import typer

from index.dates import read_byline
from index.reading.sources import is_address
from index.types import LANGUAGES

if TYPE_CHECKING:
    from index.types import Document, Language

_LONGEST = 300
_LONGEST_ADDRESS = 2000
_MOST_PARTIES = 10


@dataclass(frozen=True, slots=True)
class Corrections:
    """Corrections of one document; None where what was found stands.

    Attributes:
        title: See ``Document``; so the others.
        issuer: Who published it.
        side: Whose account it gives.
        published: When it was published.
        language: Which language it is in.
        id: What it is called in the library.
        parties: Between whom the event was.
        event: The day of the event.
        address: The web address that it came from.
    """

    title: str | None = None
    issuer: str | None = None
    side: str | None = None
    published: datetime | None = None
    language: Language | None = None
    id: str | None = None
    parties: tuple[str, ...] | None = None
    event: date | None = None
    address: str | None = None

    @property
    def are_any(self) -> bool:
        """Whether there is any."""
        return any(getattr(self, field.name) is not None for field in fields(self))

    def of(self, document: Document) -> Document:
        """The document with them."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(document, **{name: value for name, value in given.items() if value is not None})


def words(option: str, given: str | None) -> str | None:
    """What an option gives, in one line.

    Raises:
        typer.BadParameter: There is nothing in it, or too much.
    """
    if given is None:
        return None
    bare = " ".join(given.split())
    if not bare or len(bare) > _LONGEST or not bare.isprintable():
        raise typer.BadParameter(f"give 1 to {_LONGEST} characters", param_hint=f"'{option}'")
    return bare


def moment(given: str | None, option: str = "--date") -> datetime | None:
    """The date, and the time if there is one, that an option gives, as a byline would print it.

    Raises:
        typer.BadParameter: It is none.
    """
    if given is None:
        return None
    try:
        found: datetime | None = datetime.fromisoformat(given.strip()).replace(tzinfo=None)
    except ValueError:
        found = read_byline(given)
    if found is None:
        raise typer.BadParameter(
            f"{given!r} is no date: write 2025-07-01, or 2025-07-01 22:10", param_hint=f"'{option}'"
        )
    return found


def language(given: str | None) -> Language | None:
    """The language that an option names.

    Raises:
        typer.BadParameter: It names none that is known.
    """
    if given is not None and given not in LANGUAGES:
        raise typer.BadParameter(f"use one of {', '.join(LANGUAGES)}", param_hint="'--language'")
    return given


def day(given: str | None, option: str = "--event") -> date | None:
    """The day that an option gives, as a byline would print it.

    Raises:
        typer.BadParameter: It is none.
    """
    found = moment(given, option)
    return None if found is None else found.date()


def parties(given: str | None) -> tuple[str, ...] | None:
    """The names that an option gives, with a comma or a semicolon between.

    Raises:
        typer.BadParameter: There is none, or too many.
    """
    if given is None:
        return None
    parts = re.split(r"[;؛]" if re.search(r"[;؛]", given) else r"[,،]", given)
    names = tuple(name for part in parts if part.strip() and (name := words("--parties", part)))
    if not 1 <= len(names) <= _MOST_PARTIES:
        raise typer.BadParameter(f"name 1 to {_MOST_PARTIES}, with commas between", param_hint="'--parties'")
    return names


def address(given: str | None) -> str | None:
    """The web address that an option gives.

    Raises:
        typer.BadParameter: It is none.
    """
    if given is None:
        return None
    bare = given.strip()
    is_web = is_address(bare) and bare.lower().startswith(("http://", "https://"))
    if not is_web or len(bare) > _LONGEST_ADDRESS or not bare.isprintable() or " " in bare:
        raise typer.BadParameter("give a web address: https://...", param_hint="'--source'")
    return bare
