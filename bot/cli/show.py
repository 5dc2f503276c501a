"""How an answer looks in a terminal, and how it looks when it is piped: the same words, without a colour or a fold."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from bot.answer.compose import headline, publication_date, translator
from bot.answer.otherwise import with_otherwise
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from bot.answer.types import Answer, Citation
    from index.types import Language

# Asks the terminal to find each paragraph's direction by itself, as terminals do that follow the freedesktop BiDi
# proposal; others ignore it. And back.
_BIDI_ON, _BIDI_OFF = "\x1b[?2501h", "\x1b[?2501l"
_CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\ufffd")


def printable(text: str) -> str:
    """A text with its control characters shown as U+FFFD: a document must not be able to command a terminal."""
    return text.translate(_CONTROL)


def show_answer(answer: Answer, console: Console, *, with_question: bool = False) -> None:
    """Print an answer: what it says, then each passage with its number, title, date, source and place.

    Args:
        answer: What to print.
        console: Where to.
        with_question: Whether the question stands above it.
    """
    with own_directions(console):
        if with_question:
            show_line(console, Text(" ".join(answer.question.text.split()), style="dim"))
        show_line(console, Text(headline(answer), style="bold"))
        language = answer.question.language
        shown, told = with_otherwise(answer)
        for line in told:
            show_line(console, Text(line))
        for number, citation in enumerate(shown, 1):
            show_citation(citation, number, language, console)


@contextmanager
def own_directions(console: Console) -> Iterator[None]:
    """Let a terminal find the direction of each paragraph that is printed meanwhile, where it can."""
    if console.is_terminal:
        console.file.write(_BIDI_ON)
    yield
    if console.is_terminal:
        console.file.write(_BIDI_OFF)
    console.file.flush()


def show_citation(citation: Citation, number: int, language: Language, console: Console) -> None:
    """Print a cited passage with its number, title, date, source and place, and its translation into ``language``."""
    phrases = load(language)
    # The date comes before the title so that a line begins in its own direction, whatever the title's.
    about = [publication_date(citation, phrases), citation.document.title]
    if citation.attribution:
        about.append(phrases.say("answer.according", attribution=citation.attribution.text))
    show_line(console, Text(""))
    show_line(console, Text(f"[{number}] " + " · ".join(about), style="cyan"))
    show_quote(citation, language, console)
    show_translation(citation, language, console)
    show_line(console, Text(f"{citation.document.id}:{citation.start}-{citation.end}", style="dim"), indent=4)


def show_translation(citation: Citation, language: Language, console: Console, indent: int = 4) -> None:
    """Print the translation of a quote into ``language``, if it has one, and who made it."""
    if citation.translation and citation.translation.language == language:
        phrases = load(language)
        by = translator(citation.translation, phrases)
        told = phrases.say("answer.translation", by=by, text=citation.translation.text)
        show_line(console, Text(told, style="italic"), indent=indent)


def show_quote(citation: Citation, language: Language, console: Console, indent: int = 4) -> None:
    """Print a quote exactly as it is, or, where a terminal must not be given it so, where it stands."""
    if not console.is_terminal:
        console.file.write(f"{' ' * indent}{citation.quote}\n")
        return
    # Ends of lines are the terminal's own; a tab would become spaces.
    shown = citation.quote.replace("\r\n", "\n")
    if printable(shown) == shown and "\t" not in shown:
        show_line(console, Text(shown), indent=indent)
    else:
        place = {"start": citation.start, "end": citation.end, "document": citation.document.id}
        show_line(console, Text(load(language).say("answer.altered", **place)), indent=indent)


def show_line(console: Console, text: Text, indent: int = 0) -> None:
    """Print a paragraph, without what could command a terminal, and where it is piped without its style."""
    text.plain = printable(text.plain)
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.file.write(" " * indent + text.plain + "\n")
