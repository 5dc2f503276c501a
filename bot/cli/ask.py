"""`readout ask`: questions in, answers out, for a person or for a script."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.answer.answerer import Answerer
from bot.answer.question import explain
from bot.cli.lines import Line, read_lines
from bot.cli.options import LibraryOption, open_library, read_settings
from bot.cli.record import AnswerRecord
from bot.cli.show import show_answer
from bot.errors import QuestionError
from index.errors import ReadoutError
from index.language import detect_language
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answer.types import Answer
    from index.types import Language


def ask(
    question: Annotated[
        str, typer.Argument(help="The question, in Arabic or English; - reads one a line from standard input.")
    ],
    library: LibraryOption = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a question.")] = False,
) -> None:
    """Answer a question with the passages it is answered from."""
    many = question == "-"
    if many and sys.stdin is None:
        raise ReadoutError("standard input is closed: give the questions to it, one a line")
    settings = read_settings(library)
    opened = open_library(settings, seeded=True)
    opened.warm()
    answerer = Answerer(opened, zone=settings.zone)
    # Bytes of the command line that are not UTF-8 come as lone surrogates.
    asked = read_lines(sys.stdin.buffer) if many else [Line(question.encode("utf-8", "replace").decode())]
    if as_json:
        for line in asked:
            _print_record(answerer, line)
    elif many:
        _print_answers(answerer, asked)
    else:
        _print_answer(answerer, question.encode("utf-8", "replace").decode())


def _print_record(answerer: Answerer, line: Line) -> None:
    started = time.perf_counter()
    try:
        record = AnswerRecord.of(line.text, _answer(answerer, line), time.perf_counter() - started)
    except QuestionError as error:
        record = AnswerRecord.refused(line.text, _tell_why(error, line))
    sys.stdout.write(record.model_dump_json() + "\n")
    sys.stdout.flush()


def _print_answers(answerer: Answerer, lines: Iterable[Line]) -> None:
    """Print each question with its answer under it, and an empty line before the next."""
    console = Console()
    shown = 0
    for line in lines:
        try:
            answer = _answer(answerer, line)
        except QuestionError as error:
            _tell_why(error, line)
            continue
        if shown:
            console.file.write("\n")
        show_answer(answer, console, with_question=True)
        shown += 1


def _answer(answerer: Answerer, line: Line) -> Answer:
    if not line.whole:
        raise QuestionError(too_long=True)
    return answerer.answer(line.text)


def _tell_why(error: QuestionError, line: Line) -> Language:
    """Tell on standard error why a line is no question, in its language."""
    language = detect_language(line.text)
    cut = "" if line.whole else f" ({load(language).say('answer.line_cut', kept=len(line.text))})"
    sys.stderr.write(f"readout: {explain(error, language)}{cut}\n")
    return language


def _print_answer(answerer: Answerer, asked: str) -> None:
    try:
        answer = answerer.answer(asked)
    except QuestionError as error:
        raise ReadoutError(explain(error, detect_language(asked))) from None
    show_answer(answer, Console())
